import { fault, FaultError } from '../../base/fault.js';
import { show } from '../../base/plain.js';
import { didYouMean } from '../../base/spelling.js';
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
 * const short: PreferencesOptions = { limit: 10_000, signal: AbortSignal.timeout(5000) };
 */
export interface PreferencesOptions {
  /**
   * How many outcomes may be held at once, and found by the solver at most. Where a space takes more, the solver looks for
   * its outcomes one by one. @defaultValue `200_000`
   */
  readonly limit?: number;
  /** Positions that every deal has to meet besides the invariants. */
  readonly meeting?: Meeting;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PreferencesProgress) => void;
  /** Leaves even a small space to the solver. */
  readonly by?: 'solver';
  /** Loads a solver where one is needed. */
  readonly solver?: () => Promise<LeastFinder>;
}

const DEFAULT_LIMIT = 200_000;

const KNOWN = ['limit', 'meeting', 'signal', 'onProgress', 'by', 'solver'];

/** The limit of checked options; `analysis/bad-option` for options that are none. */
export function limitOf(options: PreferencesOptions, ...more: readonly string[]): number {
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
  return limit;
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

/** Why an answer is not whole: a signal, the limit, or what a solver could not tell (`none`: none was at hand). */
export type Stopped = 'aborted' | 'limit' | 'time' | 'range' | 'solver' | 'no solver';

/** Lets others have a turn, so that a signal may come through. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
