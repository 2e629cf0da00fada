import type { Offer } from '../offers/offer.js';
import { layoutOf, type Scenario } from '../scenario/scenario.js';
import { caseOf, type AnalysisOptions, type Case } from './case.js';
import { claimsOfParties, coalitionsAsked } from './coalitions-asked.js';
import type { Conflict } from './find-conflicts.js';
import { firstConflict } from './first-conflict.js';
import { offerAt } from './offer-at.js';
import { findPair, pairsAsked, type PairSpan } from './pairs.js';
import type { Values } from './program.js';
import { rejudge } from './rejudge.js';
import { findSpan, placesOf, type TermSpan } from './spans.js';
import type { Stopped } from './watch.js';

/**
 * Between whom, and what is looked for.
 *
 * @example
 * const options: ZopaOptions = { pairs: [['catch', 'observer']] };
 */
export interface ZopaOptions extends AnalysisOptions {
  /** Whose red lines and demands are to be met; without it, those of each smallest set of parties whose acceptance makes an agreement. */
  readonly parties?: readonly string[];
  /** Pairs of places, as spans name them: the span of the second is found for each end, or each option, of the first. */
  readonly pairs?: readonly (readonly [of: string, beside: string])[];
}

/** The offers that meet everything that some parties ask. */
export interface CoalitionZopa {
  readonly parties: readonly string[];
  /** Whether there are none; absent where that was not settled. */
  readonly empty?: boolean;
  /** One of them, and nobody's proposal. */
  readonly deal?: Offer;
  /** Where there are none: red lines and demands that exclude each other. */
  readonly conflict?: Conflict;
  /** In the declared order: number of phases, lengths, terms. Of a phase, among the offers that have it; left out where none has. */
  readonly spans: readonly TermSpan[];
  readonly pairs?: readonly PairSpan[];
}

/** The zone of possible agreement. Plain JSON. */
export interface Zopa {
  readonly scenario: string;
  readonly asOf?: string;
  readonly coalitions: readonly CoalitionZopa[];
  /** Whether everything was found. What is there is exact in any case. */
  readonly complete: boolean;
  /** Why it was not. */
  readonly stopped?: Stopped;
}

/**
 * Finds the zone of possible agreement: whether any offer meets every red line and demand, and per term the span found in
 * it, with exact ends. A span says what its term may be in some such offer; not every figure between the ends need be,
 * and not every combination (ask for `pairs`).
 *
 * Of a position that has been reported in several ways any reading will do, unless `readings` says which to take.
 *
 * @throws a `FaultError` with what `findConflicts` throws, `analysis/unknown-party` or `analysis/unknown-place`
 * @example
 * const { coalitions } = await zopa(scenario);
 * coalitions[0]?.empty; // false
 * coalitions[0]?.spans.slice(-2);
 * // [{ path: 'catch', least: 40, most: 60 }, { path: 'observer', found: [true] }]
 */
export async function zopa(scenario: Scenario, options: ZopaOptions = {}): Promise<Zopa> {
  const whole = await caseOf(scenario, options);
  const { sets, complete } = coalitionsAsked(scenario, options.parties);
  const pairs = pairsAsked(scenario, options.pairs ?? []);
  let stopped: Stopped | undefined = complete ? undefined : 'most';
  const coalitions: CoalitionZopa[] = [];
  for (const parties of sets) {
    const { zone, why } = await zopaOf(whole, parties, pairs);
    coalitions.push(zone);
    stopped ??= why;
  }
  return {
    scenario: scenario.id,
    ...(options.asOf !== undefined && { asOf: options.asOf }),
    coalitions,
    complete: stopped === undefined,
    ...(stopped && { stopped }),
  };
}

async function zopaOf(
  whole: Case,
  parties: readonly string[],
  pairs: readonly (readonly [string, string])[],
): Promise<{ readonly zone: CoalitionZopa; readonly why?: Stopped }> {
  const { scenario, feasibility, watch } = whole;
  const claims = claimsOfParties(whole.claims, parties);
  const none = { parties, spans: [] };
  const checked = watch.stopped ? ({ found: 'unknown', why: watch.stopped } as const) : await feasibility.check(claims);
  if (checked.found === 'unknown') return { zone: none, why: checked.why };
  if (checked.found === 'nothing') {
    const first = await firstConflict(whole, claims);
    return { zone: { ...none, empty: true, ...first }, ...(first.why && { why: first.why }) };
  }
  const deal = offerAt(scenario, checked.values, `a deal between ${parties.join(', ')}`);
  rejudge(
    scenario,
    deal,
    claims.flatMap((i) => whole.claims[i] ?? []),
  );
  const among = { feasibility, claims, seen: [checked.values] as Values[] };
  const { variables, at } = layoutOf(scenario);
  const places = placesOf(scenario, (name) => variables[at[name] ?? -1]?.most === Infinity);
  const spans: TermSpan[] = [];
  let why: Stopped | undefined;
  for (const place of places) {
    const one = await findSpan(among, place);
    if ('why' in one) why ??= one.why;
    else if (one.span) spans.push(one.span);
  }
  const beside: PairSpan[] = [];
  for (const [of, other] of pairs) {
    const pair = await findPair(among, places, [of, other], spans);
    if ('why' in pair) why ??= pair.why;
    else beside.push(pair);
  }
  const zone = { parties, empty: false, deal, spans, ...(pairs.length > 0 && { pairs: beside }) };
  return { zone, ...(why && { why }) };
}
