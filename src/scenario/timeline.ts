import type { Basis } from '../evidence/basis.js';
import type { Citation } from '../evidence/citation.js';
import type { Moment } from '../evidence/clocks.js';
import type { CalendarDate } from '../base/day.js';
import type { EventIds } from './events/details.js';
import type { TalksEvent } from './event.js';
import type { MomentDraft, Origin } from './origin-draft.js';

/** Something that happened, as reported: a note, or the event that it was in the talks. */
export interface TimelineEntry {
  readonly text: string;
  readonly when?: Moment;
  readonly event?: TalksEvent;
  readonly basis: Basis;
  readonly because?: string;
  readonly citations: readonly Citation[];
  /** The day it was first reported, where that is not the day of its earliest source. */
  readonly reported?: CalendarDate;
}

/**
 * An entry of the time line as a modeller writes it.
 *
 * @example
 * const entry: TimelineEntryDraft = { text: 'South puts its first offer.', event: { type: 'offer.tabled', offer: 'first-offer' } };
 */
export interface TimelineEntryDraft<I extends EventIds = EventIds> extends Origin<I['source']> {
  readonly text: string;
  readonly when?: MomentDraft;
  readonly event?: TalksEvent<I>;
}
