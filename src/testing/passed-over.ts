import type { RunDetails } from 'fast-check';
import { figure } from '../base/list.js';
import { fc } from './fast-check.js';

/** Whether what was thrown passes over what was drawn, as `fc.pre` does: it says nothing of an invariant. */
export function isPassedOver(thrown: unknown): boolean {
  return fc.PreconditionFailure.isFailure(thrown);
}

/** Why nobody can tell, where a path was to lead to a counterexample, and nothing there breaks the invariant any more. */
export function whyNotAgain<T>({ failed, seed }: RunDetails<T>, path: string | undefined): string | undefined {
  if (failed || path === undefined || path === '') return undefined;
  return `Nothing was found again at path '${path}' of seed ${seed}: leave the path out, to have all drawn that the seed draws.`;
}

/** Why nobody can tell, where so much was passed over that drawing ended before anything broke; nothing where it did not. */
export function whyTooFew<T>({ failed, counterexample, numRuns, numSkips }: RunDetails<T>): string | undefined {
  if (counterexample !== null || !(failed || numRuns === 0)) return undefined;
  return `Of what was drawn it passed over ${figure(numSkips)} and was asked of ${figure(numRuns)}, too few to say that it holds: have drawn what it speaks of, or let it return true of the rest.`;
}
