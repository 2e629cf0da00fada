import { fault } from '../base/fault.js';
import { inSteps, MOST_STEPS } from '../terms/decimal.js';
import type { Scope } from '../terms/scope.js';
import { splitPath, type Quantity } from '../terms/term.js';
import type { Checked } from './checks.js';

/** A quantity, a category or a count as it stands in a sum of whole numbers. */
export interface Weighed {
  /** A path id, or what else may be named. */
  readonly of: string;
  readonly in?: Scope;
  /** What one step of it adds to the sum. */
  readonly weight: number;
}

/** Checks that a sum of whole numbers and its line stay within those that are exact, whatever the offer. */
export function checkMagnitude(where: Checked, sum: readonly Weighed[], line = 0): void {
  const sizes = sum.map((one) => ({
    of: one.of,
    size: Math.abs(one.weight) * mostSteps(where, one),
  }));
  const whole = sizes.reduce((total, one) => total + one.size, line);
  if (whole <= Number.MAX_SAFE_INTEGER) return;
  const largest = sizes.reduce((a, b) => (b.size > a.size ? b : a));
  const message =
    `What this adds up may pass ${Number.MAX_SAFE_INTEGER}, beyond which figures are no longer exact, because of ` +
    `'${largest.of}': give it a larger unit or narrower bounds, or round the line.`;
  where.report(fault('condition/out-of-range', where.path, message, { id: largest.of }));
}

/** The most steps of it that may be in a sum: of several phases, each is bounded by itself. */
function mostSteps({ known }: Checked, { of, in: scope }: Weighed): number {
  const term = known.terms[splitPath(of).term];
  const phases = typeof scope === 'object' ? Math.min(scope.upTo, known.space.phases.most) : 1;
  return phases * (term?.kind === 'quantity' ? stepsWithin(term) : MOST_STEPS);
}

function stepsWithin({ bounds, step }: Quantity): number {
  const most = bounds.most === undefined ? MOST_STEPS : inSteps(bounds.most, step);
  return Math.max(Math.abs(inSteps(bounds.least, step)), Math.abs(most));
}
