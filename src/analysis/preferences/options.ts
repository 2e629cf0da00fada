import { fault, FaultError } from '../../base/fault.js';
import { show } from '../../base/plain.js';
import { didYouMean } from '../../base/spelling.js';
import { loadSolver } from '../highs.js';
import { Watch, type Limits } from '../watch.js';
import type { Meeting } from './meeting.js';
import type { LeastFinder } from './solver.js';

/** How far a search has come. */
export interface PreferencesProgress {
  readonly doing: 'listing' | 'combining' | 'solving';
  /** How many outcomes have been found by the solver so far. */
  readonly found: number;
}

/**
 * How the preferences of a scenario are analysed. All of it may be left out.
 *
 * @example
 * const short: PreferencesOptions = { limit: 10_000, seconds: 5 };
 */
export interface PreferencesOptions {
  /**
   * How many outcomes may be held at once, and found by the solver at most. Where a space takes more, the solver looks for
   * its outcomes one by one. @defaultValue `200_000`
   */
  readonly limit?: number;
  /** Positions that every deal has to meet besides the invariants. */
  readonly meeting?: Meeting;
  /** Stops where its `aborted` becomes true: an `AbortSignal`. What has been proved by then is returned. */
  readonly signal?: Limits['signal'];
  /** How many seconds it may take; without it, as many as it takes. */
  readonly seconds?: number;
  /** Is told how far it has come. */
  readonly onProgress?: (progress: PreferencesProgress) => void;
  /** Leaves even a small space to the solver. */
  readonly by?: 'solver';
  /** Loads the solver where one is needed. @defaultValue highs */
  readonly solver?: () => Promise<LeastFinder>;
}

const DEFAULT_LIMIT = 200_000;

const KNOWN = ['limit', 'meeting', 'signal', 'seconds', 'onProgress', 'by', 'solver'];

/** A search under way. */
export interface Run {
  readonly limit: number;
  readonly watch: Watch;
  readonly bySolver: boolean;
  readonly tell: (progress: PreferencesProgress) => void;
  /** Lets others have a turn where there is a signal, so that it may come through. */
  readonly turn: () => Promise<void>;
  readonly solver: () => Promise<LeastFinder>;
}

/** A search with checked options; `analysis/bad-option`, or `analysis/bad-limit`, for those that are none. */
export function runWith(options: PreferencesOptions, ...more: readonly string[]): Run {
  const known = [...KNOWN, ...more];
  const strange = Object.keys(options).filter((key) => !known.includes(key));
  const { limit = DEFAULT_LIMIT } = options;
  const faults = strange.map((key) =>
    fault('analysis/bad-option', [key], `There is no option called '${key}'. ${didYouMean(key, known)}`, {
      key,
      known,
    }),
  );
  if (options.by !== undefined && (options.by as string) !== 'solver') {
    // JavaScript hands in what it likes.
    const message = `'by' can only be 'solver': leave it out, and small spaces are listed.`;
    faults.push(fault('analysis/bad-option', ['by'], message, { found: show(options.by) }));
  }
  if (!isCount(limit)) faults.push(notACount('limit', limit));
  if (faults.length > 0) throw new FaultError('Preferences cannot be analysed in this way.', faults);
  const { signal, seconds, by, solver = loadSolver } = options;
  return {
    limit,
    watch: new Watch({ ...(signal !== undefined && { signal }), ...(seconds !== undefined && { seconds }) }),
    bySolver: by === 'solver',
    tell: (progress) => options.onProgress?.(progress),
    turn: () => (signal === undefined ? Promise.resolve() : nextTurn()),
    solver: () => solver(),
  };
}

/** Whether an option can say how many of something. */
export function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 1;
}

/** The fault of an option that has to say how many of something, and does not. */
export function notACount(key: string, found: number) {
  return fault('analysis/bad-option', [key], `'${key}' has to be a whole number from 1 on, not ${show(found)}.`, {
    key,
    found: show(found),
  });
}

/** Waits for everything else that is due. */
function nextTurn(): Promise<void> {
  // Each place where this runs has `setTimeout`, whose type depends on which it is.
  const { setTimeout } = globalThis as unknown as { setTimeout: (then: () => void) => unknown };
  return new Promise((resolve) => setTimeout(resolve));
}
