import { unique } from '../../base/list.js';
import type { Talks } from '../../machine/talks.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { TalksInvariant } from '../invariant.js';
import { wholeBound } from './fitting.js';
import { isWayOut, wayOut } from './way-out.js';

/** How far to search. */
export interface WayOutBounds {
  /** How many states to look at, each time. @defaultValue `300` */
  readonly states?: number;
}

/**
 * From wherever the talks stand there is a course to an end of theirs: a deal fulfilled, or talks or deal lapsed, and not
 * merely that the deal is ended or superseded from outside.
 *
 * Searched in forks of the talks, which stay as they are: everything that can happen next, filled in so that it favours an
 * agreement most. Preconditions are met, mandates and answers given, positions given up; of a text all that is due is reported
 * done in full, what was found is cured, what was suspended goes on, and where that does not do, something is certified, events
 * happen, and what is owed is waived. Held once such a course is found; broken
 * where none of these is left to try; undetermined, and never held, where so many states have been looked at. A way found
 * before is gone along first. Asked after each event it makes for many states: on large scenarios ask it sparingly. It speaks of talks wherever they stand.
 *
 * @throws a `FaultError` with `testing/bad-bound` for a number of states that is none
 * @example
 * const law = alwaysAWayOut();
 * law.talks(openTalks(labourContract())); // 'held'
 * alwaysAWayOut({ states: 1 }).talks(openTalks(labourContract())); // 'undetermined'
 */
export function alwaysAWayOut({ states = 300 }: WayOutBounds = {}): TalksInvariant {
  wholeBound('states', states);
  const ways = new WeakMap<object, Ways>();
  return {
    title: 'there is always a way out',
    ofStateAlone: true,
    talks: (talks) => {
      const { machine } = talks.snapshot;
      const known = ways.get(machine) ?? new Ways();
      ways.set(machine, known);
      if (known.from(talks).some((way) => isWayOut(talks, way, states - 1))) return 'held';
      const { finding, events } = wayOut(talks, states);
      if (finding === 'held') known.remember(talks, events);
      return finding;
    },
  };
}

/** The ways found in talks of one machine: after one event more, most of them lead out still. */
class Ways {
  private readonly byState = new Map<string, readonly TalksEvent[]>();
  private last: readonly TalksEvent[] = [];
  private longest: readonly TalksEvent[] = [];

  /** What is worth trying, likeliest first. */
  from(talks: Talks): readonly (readonly TalksEvent[])[] {
    const same = this.byState.get(stateOf(talks));
    return unique([...(same ? [same] : []), this.last, this.longest]);
  }

  remember(talks: Talks, way: readonly TalksEvent[]): void {
    this.last = way;
    if (way.length > this.longest.length) this.longest = way;
    const fork = talks.fork();
    for (const [i, event] of way.entries()) {
      this.byState.set(stateOf(fork), way.slice(i));
      fork.do(event);
    }
  }
}

function stateOf({ state }: Talks): string {
  return JSON.stringify(state);
}
