import type { CalendarDate } from '../../base/day.js';
import type { EventDetails, EventIds } from './details.js';
import type { BodyVotes } from './breach.js';

/** A named event of the text happens. */
export interface TextEventHappened<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'event.happened';
  readonly event: string;
}

/**
 * A named event of the text, or as `start` its entry into force, is moved to another day, by those whose consent that needs;
 * on that day it happens. What has happened already cannot be moved.
 */
export interface TextEventMoved<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'event.moved';
  readonly event: string;
  readonly to: CalendarDate;
  readonly by: readonly string[];
}

/** A body certifies what the text lets it certify. */
export interface CertificationGiven<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'certification.given';
  readonly certification: string;
  readonly votes?: BodyVotes;
}
