import type { CalendarDate } from '../base/day.js';
import type { Basis } from '../evidence/basis.js';
import type { Citation } from '../evidence/citation.js';
import type { Moment } from '../evidence/clocks.js';

/** A day, or what else is known of when something happened. */
export type MomentDraft = CalendarDate | (Omit<Moment, 'basis'> & { readonly basis?: Basis });

/** What a record may say about where it comes from; fields inside it take this over. */
export interface Origin<S extends string> {
  readonly basis?: Basis;
  readonly because?: string;
  readonly citations?: readonly Citation<S>[];
  /** The day it was first reported, where that is not the day of its earliest source. */
  readonly reported?: CalendarDate;
}
