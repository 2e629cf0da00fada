import type { CalendarDate } from '../base/day.js';
import type { Basis } from '../evidence/basis.js';
import type { Citation } from '../evidence/citation.js';
import type { Moment } from '../evidence/clocks.js';

/** Something said that is dated and sourced but sets no condition on this deal. */
export interface Statement {
  /** The party that said it; absent for a report's own remark. */
  readonly party?: string;
  /** A paraphrase. */
  readonly text: string;
  /** Known to its own party alone. */
  readonly confidential?: true;
  readonly said?: Moment;
  readonly basis: Basis;
  readonly because?: string;
  readonly citations: readonly Citation[];
  /** The day it was first reported, where that is not the day of its earliest source. */
  readonly reported?: CalendarDate;
}
