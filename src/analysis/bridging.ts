import { unique } from '../base/list.js';
import type { Offer } from '../offers/offer.js';
import type { Case } from './case.js';
import { loadOptions, type AnalysisOptions } from './case.js';
import type { Completing } from './completions.js';
import { distancesFrom, type Distances } from './distance.js';
import type { Fallback, Feasibility } from './feasibility.js';
import { loadSolver } from './highs.js';
import { completionsWith, unmetIn } from './kept-met.js';
import { offerToAnalyse } from './offer-to-analyse.js';
import { statedIn, type Stated } from './stated.js';
import { checkWeights } from './weights.js';

/** An offer made ready to be bridged, once for whatever is to be kept. */
export interface Bridging {
  readonly whole: Case;
  readonly completing: Completing;
  readonly stated: readonly Stated[];
  /** What it may become, with the negation of each claim to be asked of that. */
  readonly completions: () => Feasibility;
  /** How far deals lie from it. */
  readonly distances: () => Distances;
  readonly load: () => Promise<Fallback>;
}

/**
 * Makes an offer ready to be bridged.
 *
 * @throws a `FaultError` with `analysis/unknown-offer`, `analysis/not-yet-reported`, `analysis/unfit-offer`, or what is
 *   wrong with the weights
 */
export function bridgingFrom(
  whole: Case,
  given: string | Offer,
  options: AnalysisOptions & { readonly weights?: Readonly<Record<string, number>> },
): Bridging {
  const { scenario, claims, watch } = whole;
  const { asOf, weights } = options;
  const { offer, deal } = offerToAnalyse(scenario, given, asOf);
  const completing: Completing = { scenario, offer, deal, asOf };
  const stated = statedIn(scenario, offer, deal);
  if (weights) checkWeights(weights, unique(stated.map((one) => one.term)));
  const load = () => loadSolver(loadOptions(options));
  return {
    whole,
    completing,
    stated,
    completions: once(() => completionsWith(completing, unmetIn(completing, claims), watch, load)),
    distances: once(() => distancesFrom({ whole, completing, stated, weights, load })),
    load,
  };
}

/** Makes something when it is first asked for, and then gives the same. */
function once<T>(make: () => T): () => T {
  let made: { readonly one: T } | undefined;
  return () => (made ??= { one: make() }).one;
}
