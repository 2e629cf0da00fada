import type { Talks } from '../../machine/talks.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import { namerOf } from '../exhaust/told-apart.js';
import { shortestBreaking, type Asked } from './shortest-breaking.js';
import { triedAlike, triedBeside, triedWithOffers } from './tried.js';

/** Up to how many events every course was tried in the search for one that is shorter. */
export interface Shorter {
  /** Of courses made of events of the types that the counterexample has, with any ids of the scenario. */
  readonly alike: number;
  /** Of courses made of all that `exhaust` tries by default as well. */
  readonly any: number;
}

/** What a search for a shorter course came to. */
interface Searched extends Shorter {
  readonly course?: readonly TalksEvent[];
}

/** How often is asked at most: of events alike, of all, and of new offers too. In all as often as of 200 courses of 25 events. */
const MOST_ASKS = { alike: 3000, any: 1500, withOffers: 500 };

/**
 * Searches for a course that breaks what is asked in fewer events than one that does: of events like its own, then of all that
 * are tried beside it, then of new offers too, each time for one that is shorter still.
 */
export function shorterThan(
  course: readonly TalksEvent[],
  beginning: Talks,
  scenario: Scenario,
  ask: (talks: Talks) => Asked,
): Searched {
  const tried = triedBeside(scenario, course);
  let shortest: readonly TalksEvent[] | undefined;
  const searched = [
    { tried: triedAlike(tried, course), asks: MOST_ASKS.alike },
    { tried, asks: MOST_ASKS.any },
    { tried: triedWithOffers(tried, scenario, course), asks: MOST_ASKS.withOffers },
  ].map((by) => {
    const events = (shortest ?? course).length - 1;
    // Among as many events a phase may be extended as often.
    const nameOf = namerOf(scenario, [...by.tried(beginning), ...course], course.length);
    const { course: found, upTo } = shortestBreaking({ beginning, ask, nameOf, events, ...by });
    shortest = found ?? shortest;
    return upTo;
  });
  const [alike = 0, any = 0] = searched;
  return { alike, any, ...(shortest && { course: shortest }) };
}
