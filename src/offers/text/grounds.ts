import type { CalendarDate } from '../../base/day.js';
import type { Basis } from '../../evidence/basis.js';
import type { Citation } from '../../evidence/citation.js';

/** What a clause of a text rests on, and where in the text it stands. */
export interface ClauseGrounds {
  /** `Article 3 (b)`: where it stands, as the text numbers it. */
  readonly clause?: string;
  /** The instrument it stands in, where the deal is several texts. */
  readonly instrument?: string;
  readonly basis: Basis;
  readonly because?: string;
  readonly citations: readonly Citation[];
  readonly reported?: CalendarDate;
  readonly note?: string;
}
