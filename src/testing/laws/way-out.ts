import { hasPlace } from '../../machine/next-events.js';
import type { Talks } from '../../machine/talks.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Finding } from '../invariant.js';
import { onwardFrom } from './onward.js';
import { datesIn, nameOf } from './same-state.js';

/** What a search for a way out came to. */
export interface WayOut {
  /** `held`: there is one; `broken`: none was left to try; `undetermined`: the search came to its bound. */
  readonly finding: Finding;
  /** The course found, from the present state. */
  readonly events: readonly TalksEvent[];
  /** How many states were looked at. */
  readonly states: number;
}

/** A state on the way that is being looked into, and what is still to be tried there. */
interface Stop {
  readonly event: TalksEvent | undefined;
  readonly further: Iterator<readonly [TalksEvent, Talks]>;
}

/** Searches for a course from where talks stand to their end, into the depth, looking at no more than so many states. */
export function wayOut(talks: Talks, most: number): WayOut {
  const dates = datesIn(talks.scenario);
  const seen = new Set<string>([nameOf(talks, dates)]);
  const isNew = (fork: Talks) => seen.size < seen.add(nameOf(fork, dates)).size;
  const way: Stop[] = [{ event: undefined, further: onwardFrom(talks, isNew) }];
  const found = (finding: Finding, events: readonly TalksEvent[] = []) => ({ finding, events, states: seen.size });
  if (isOver(talks)) return found('held');
  for (let here = way.at(-1); here; here = way.at(-1)) {
    const next = here.further.next();
    if (next.done === true) {
      way.pop();
      continue;
    }
    const [event, fork] = next.value;
    if (isOver(fork)) return found('held', [...way.flatMap((stop) => stop.event ?? []), event]);
    if (seen.size >= most) return found('undetermined');
    way.push({ event, further: onwardFrom(fork, isNew) });
  }
  return found('broken');
}

/** Whether a way that was found elsewhere, of no more than so many events, leads to an end from here too, but for what is refused. */
export function isWayOut(talks: Talks, way: readonly TalksEvent[], most: number): boolean {
  if (way.length > most) return false;
  const fork = talks.fork();
  // Why something has no place here, which takes long to tell, nobody asks.
  for (const event of way) if (hasPlace(fork.snapshot, event.type)) fork.do(event);
  return isOver(fork);
}

function isOver(talks: Talks): boolean {
  return talks.snapshot.status === 'done';
}
