import type { Talks } from '../../machine/talks.js';
import type { TalksEvent } from '../../scenario/event.js';

/** What becomes of a course: how many of its events are refused, and whether the talks have come to an end. */
export interface Played {
  readonly refused: number;
  readonly ended: boolean;
}

/** Lets these events happen one after another in talks of their own, a refused one changing nothing. */
export function play(talks: Talks, events: readonly TalksEvent[]): Played {
  const own = talks.fork();
  const refused = events.filter((event) => !own.do(event).accepted).length;
  return { refused, ended: own.snapshot.status !== 'active' };
}
