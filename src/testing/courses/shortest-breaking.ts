import { hasPlace } from '../../machine/next-events.js';
import type { Talks } from '../../machine/talks.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { NameOf } from '../exhaust/told-apart.js';
import type { Tried } from './tried.js';

/** What asking talks as they stand comes to; `passed over`, where nothing is said of them, nor of what comes of them. */
export type Asked = 'broken' | 'unbroken' | 'passed over';

/** From where to search, for what, by what, and how far. */
interface Search {
  readonly beginning: Talks;
  readonly ask: (talks: Talks) => Asked;
  readonly tried: Tried;
  readonly nameOf: NameOf;
  /** The most events a course may have. */
  readonly events: number;
  /** How often is asked at most. */
  readonly asks: number;
}

/** What a search came to. */
interface Searched {
  /** A course that breaks what is asked, of those with fewest events; nothing where none was found. */
  readonly course?: readonly TalksEvent[];
  /** Up to how many events every course was tried. */
  readonly upTo: number;
}

/**
 * Searches by breadth for a course that breaks what is asked, so that none that is made of what is tried is shorter. What comes
 * to one state by several ways is asked each time, and gone on from once.
 *
 * Breadth-first search (Moore, "The shortest path through a maze", 1959).
 */
export function shortestBreaking({ beginning, ask, tried, nameOf, events, asks }: Search): Searched {
  const first = ask(beginning.fork());
  if (first === 'broken') return { course: [], upTo: 0 };
  const seen = new Set([nameOf(beginning.snapshot)]);
  let asked = 1;
  let level = first === 'passed over' ? [] : [beginning];
  for (let length = 1; length <= events && level.length > 0; length++) {
    const next: Talks[] = [];
    for (const talks of level) {
      for (const event of tried(talks)) {
        const fork = talks.fork();
        if (!hasPlace(talks.snapshot, event.type) || !fork.do(event).accepted) continue;
        if (asked++ >= asks) return { upTo: length - 1 };
        const found = ask(fork.fork());
        if (found === 'broken') return { course: fork.log.map((entry) => entry.event), upTo: length - 1 };
        // From the last ones nothing is gone on.
        if (found === 'passed over' || length === events) continue;
        const name = nameOf(fork.snapshot);
        if (!seen.has(name)) next.push(fork);
        seen.add(name);
      }
    }
    level = next;
  }
  return { upTo: events };
}
