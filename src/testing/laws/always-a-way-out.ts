import type { TalksInvariant } from '../invariant.js';
import { wholeBound } from './fitting.js';
import { wayOut } from './way-out.js';

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
 * agreement most. Preconditions are met, mandates and answers given, positions given up. Held once such a course is found; broken
 * where none of these is left to try; undetermined, and never held, where so many states have been looked at. Asked after
 * each event it makes for many states: on large scenarios ask it sparingly. It speaks of talks wherever they stand.
 *
 * @throws a `FaultError` with `testing/bad-bound` for a number of states that is none
 * @example
 * const law = alwaysAWayOut();
 * law.talks(openTalks(labourContract())); // 'held'
 * alwaysAWayOut({ states: 1 }).talks(openTalks(labourContract())); // 'undetermined'
 */
export function alwaysAWayOut({ states = 300 }: WayOutBounds = {}): TalksInvariant {
  wholeBound('states', states);
  return { title: 'there is always a way out', talks: (talks) => wayOut(talks, states).finding };
}
