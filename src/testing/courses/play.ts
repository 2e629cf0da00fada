import type { Talks } from '../../machine/talks.js';
import type { TalksEvent } from '../../scenario/event.js';

/** What becomes of a course: which of its events are refused, by their place, and whether the talks have come to an end. */
export interface Played {
  readonly refused: readonly number[];
  readonly ended: boolean;
}

/** Lets these events happen one after another in talks of their own, a refused one changing nothing. */
export function play(talks: Talks, events: readonly TalksEvent[]): Played {
  const own = talks.fork();
  const refused = events.flatMap((event, i) => (own.do(event).accepted ? [] : [i]));
  return { refused, ended: own.snapshot.status !== 'active' };
}
