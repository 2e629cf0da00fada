import type { CalendarDate } from '../../base/day.js';
import type { Citation } from '../../evidence/citation.js';

/** The kinds of id that events speak of. */
export interface EventIds {
  readonly party: string;
  readonly source: string;
  readonly offer: string;
  readonly position: string;
  readonly round: string;
  readonly precondition: string;
}

/** What every event may carry: the two clocks, and where it is reported. */
export interface EventDetails<I extends EventIds = EventIds> {
  /** When it happened, and no sooner than what it is about: what counts from there counts from that day, though it is told later. */
  readonly on?: CalendarDate;
  /** When that was reported. */
  readonly reportedOn?: CalendarDate;
  readonly citation?: Citation<I['source']>;
  /** Why, in words. */
  readonly because?: string;
}
