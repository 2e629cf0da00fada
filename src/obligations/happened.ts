import type { Instant } from './instant.js';

/** Part of what an obligation asks, done on a day. */
export interface DoneOn {
  readonly at: Instant;
  readonly amount: number;
}

/** What is known to have happened in carrying out a deal, as one observer sees it. */
export interface Happened {
  /** The start, named events, and starts of phases. */
  readonly events: Readonly<Record<string, Instant>>;
  readonly certified: Readonly<Record<string, Instant>>;
  /** When each obligation was found not kept, as long as that is not cured. */
  readonly found: Readonly<Record<string, Instant>>;
  /** What was done of each obligation, in order. */
  readonly done: Readonly<Record<string, readonly DoneOn[]>>;
  /** When each obligation was done in full. */
  readonly completed: Readonly<Record<string, Instant>>;
  /** Days to which what is due was put off by consent. */
  readonly postponed: Readonly<Record<string, Instant>>;
  /** Days added to phases. */
  readonly extended: Readonly<Record<string, number>>;
}

/** Nothing has happened. */
export const NOTHING_HAPPENED: Happened = {
  events: {},
  certified: {},
  found: {},
  done: {},
  completed: {},
  postponed: {},
  extended: {},
};
