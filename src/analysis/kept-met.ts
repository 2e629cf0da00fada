import type { Offer } from '../offers/offer.js';
import type { Formula } from '../positions/formula.js';
import { negated, type Claim } from './claims.js';
import { completionsOf, encodedFor, refuseWithout, type Completing } from './completions.js';
import { Feasibility, type Fallback } from './feasibility.js';
import type { Stopped, Watch } from './watch.js';

/** That claims are not met, each, in the completions of an offer, where counts are unknowns like any other. */
export function unmetIn(completing: Completing, kept: readonly Claim[]): readonly Formula[] {
  return kept.map(({ kind, formula, readings }) => {
    if (kind === 'score') return negated(formula);
    const met = readings.map(({ condition }) => encodedFor(completing, condition, 'met'));
    return { kind: 'and', of: met.map(negated) };
  });
}

/** The completions of an offer, with these formulas to be asked of them by their numbers. */
export function completionsWith(
  completing: Completing,
  asked: readonly Formula[],
  watch: Watch,
  load: () => Promise<Fallback>,
): Feasibility {
  return new Feasibility(completionsOf(completing, asked), asked, watch, load);
}

/**
 * Whether claims are met in every completion of an offer.
 *
 * @param feasibility - its completions, with the negations of claims to be asked of them
 * @param claims - which of these, by number
 */
export async function isKept(
  offer: Offer,
  feasibility: Feasibility,
  claims: Iterable<number>,
): Promise<boolean | { readonly why: Stopped }> {
  const { watch } = feasibility;
  const ask = async (asked: readonly number[]) =>
    watch.stopped ? ({ found: 'unknown', why: watch.stopped } as const) : feasibility.check(asked);
  const any = await ask([]);
  if (any.found === 'unknown') return { why: any.why };
  if (any.found === 'nothing') refuseWithout(offer, false);
  for (const claim of claims) {
    const checked = await ask([claim]);
    if (checked.found === 'unknown') return { why: checked.why };
    if (checked.found === 'values') return false;
  }
  return true;
}
