import type { Talks } from '../../machine/talks.js';
import type { TalksEvent } from '../../scenario/event.js';

/** How many of these events are refused, one after another, a refused one changing nothing. */
export function refusedAmong(talks: Talks, events: readonly TalksEvent[]): number {
  const own = talks.fork();
  return events.filter((event) => !own.do(event).accepted).length;
}
