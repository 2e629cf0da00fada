import type { Instant } from './instant.js';
import type { TurnPutOff } from './put-off.js';
import type { Timed } from './timed.js';
import type { Suspension } from './suspensions.js';

/** Part of what an obligation asks, done or let go on a day. */
export interface DoneOn {
  readonly at: Instant;
  readonly amount: number;
}

/** What is known to have happened in carrying out a deal, as one observer sees it. */
export interface Happened {
  /** The present day; nothing where no deal is being carried out. */
  readonly today?: Instant;
  /** Whether all phases of the deal are over, so that only what is left open keeps it from its end. */
  readonly isAtEnd?: boolean;
  /** The start, named events, and starts of phases. */
  readonly events: Readonly<Record<string, Instant>>;
  readonly certified: Readonly<Record<string, Instant>>;
  /** On which day obligations came into force that were not in the text from the start. */
  readonly brought?: Readonly<Record<string, Instant>>;
  /** When each obligation was found not kept, as long as that is not cured. */
  readonly found: Readonly<Record<string, Instant>>;
  /** What was done of each obligation, in order. */
  readonly done: Readonly<Record<string, readonly DoneOn[]>>;
  /** What was waived or excused of each obligation, in order; Infinity for whatever was left of it. */
  readonly letGo: Readonly<Record<string, readonly DoneOn[]>>;
  /** When each obligation was done in full, by what was reported of it. */
  readonly completed: Readonly<Record<string, Instant>>;
  /** When an obligation was done that is so by its last day, if this is that day: of others, and as long as it is not, nothing. */
  readonly lasted?: (obligation: string, due: Timed) => Instant | undefined;
  /** In a plan: the last day of an obligation, and what that waits for, by nothing but what has happened. */
  readonly dueInFact?: (obligation: string) => Timed;
  /** Days to which what is due was put off by consent: of what recurs, the last turn. */
  readonly postponed: Readonly<Record<string, Instant>>;
  /** Turns of what recurs that were put off one by one. */
  readonly turnsPutOff: Readonly<Record<string, readonly TurnPutOff[]>>;
  /** Through which days each obligation was suspended. */
  readonly suspended: Readonly<Record<string, readonly Suspension[]>>;
  /** Days added to phases. */
  readonly extended: Readonly<Record<string, number>>;
}

/** Nothing has happened. */
export const NOTHING_HAPPENED: Happened = {
  events: {},
  certified: {},
  found: {},
  done: {},
  letGo: {},
  completed: {},
  postponed: {},
  turnsPutOff: {},
  suspended: {},
  extended: {},
};
