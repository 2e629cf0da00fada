import type { CalendarDate } from '../base/day.js';
import type { Basis } from '../evidence/basis.js';
import type { Citation } from '../evidence/citation.js';
import type { Answer } from './agreement.js';

/** A party's answer to an offer as reports give it: set beside what its positions say, never instead. */
export interface ReportedAnswer {
  readonly party: string;
  readonly offer: string;
  readonly answer: Answer;
  readonly basis: Basis;
  readonly because?: string;
  readonly citations: readonly Citation[];
  /** The day it was first reported, where that is not the day of its earliest source. */
  readonly reported?: CalendarDate;
}

/** A sticking point that a source itself names: a citation, set beside what is computed. */
export interface NamedStickingPoint {
  /** What the source names, in few words. */
  readonly title: string;
  /** The offer it was named of, where the source ties it to one. */
  readonly offer?: string;
  /** The positions it corresponds to; none where no party's position of this scenario does. */
  readonly positions: readonly string[];
  readonly citations: readonly Citation[];
  readonly note?: string;
}
