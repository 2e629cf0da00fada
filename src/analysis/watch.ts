import { fault, FaultError, type Fault } from '../base/fault.js';
import { show } from '../base/plain.js';

/**
 * How long an analysis may take, and who is told how far it has come.
 *
 * @example
 * const limits: Limits = { seconds: 5 };
 */
export interface Limits {
  /** Stops where its `aborted` becomes true: an `AbortSignal`. What has been proved by then is returned. */
  readonly signal?: { readonly aborted: boolean };
  /** How many seconds it may take; without it, as many as it takes. */
  readonly seconds?: number;
  /** Is told after each step. */
  readonly onProgress?: (progress: Progress) => void;
}

/** How far an analysis has come. */
export interface Progress {
  /** How many sets of positions have been checked. */
  readonly checks: number;
  readonly conflicts: number;
  readonly concessions: number;
}

/** Why an analysis is not complete. */
export type Stopped = 'aborted' | 'time' | 'most' | 'range' | 'solver';

/** Keeps the limits of an analysis in mind. */
export class Watch {
  private readonly until: number;
  private rested = Date.now();
  checks = 0;

  constructor(private readonly limits: Limits = {}) {
    const { seconds } = limits;
    if (seconds !== undefined && !(typeof seconds === 'number' && seconds >= 0)) refuse(secondsFault(seconds));
    this.until = Date.now() + 1000 * (seconds ?? Infinity);
  }

  /** Why it has to stop now, if it has to. */
  get stopped(): 'aborted' | 'time' | undefined {
    if (this.limits.signal?.aborted === true) return 'aborted';
    return Date.now() >= this.until ? 'time' : undefined;
  }

  /** How many seconds are left; none is named where there is no limit. */
  get left(): { readonly seconds?: number } {
    return this.until === Infinity ? {} : { seconds: Math.max(0, (this.until - Date.now()) / 1000) };
  }

  /** Says how far it has come, and now and then lets others have their turn, so that somebody can abort it. */
  async tell(conflicts: number, concessions: number): Promise<void> {
    this.limits.onProgress?.({ checks: this.checks, conflicts, concessions });
    if (Date.now() - this.rested < 20) return;
    await nextTurn();
    this.rested = Date.now();
  }
}

/** Waits for everything else that is due. Each place where this runs has `setTimeout`, whose type depends on which it is. */
function nextTurn(): Promise<void> {
  const { setTimeout } = globalThis as unknown as { setTimeout: (then: () => void) => unknown };
  return new Promise((resolve) => setTimeout(resolve));
}

/** How many are enough; without a limit, `Infinity`. Refuses what is no number of sets: `analysis/bad-limit`. */
export function checkedMost(most: unknown = Infinity, option = 'most'): number {
  if (typeof most === 'number' && most >= 0 && (Number.isInteger(most) || most === Infinity)) return most;
  const message = `There cannot be ${show(most)} sets: give a whole number from 0 on, or leave it out to find all.`;
  return refuse(fault('analysis/bad-limit', [option], message, { [option]: show(most) }));
}

function secondsFault(seconds: unknown): Fault {
  const message = `An analysis cannot take ${show(seconds)} seconds: give a number from 0 on, or leave it out.`;
  return fault('analysis/bad-limit', ['seconds'], message, { seconds: show(seconds) });
}

function refuse(why: Fault): never {
  throw new FaultError('Nothing can be analysed within these limits.', [why]);
}
