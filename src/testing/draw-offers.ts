import type { Arbitrary } from 'fast-check';
import { fault } from '../base/fault.js';
import { failure, valueOrThrow } from '../base/result.js';
import type { Offer } from '../offers/offer.js';
import type { Region } from '../positions/region.js';
import type { Scenario } from '../scenario/scenario.js';
import { checkOptions, wholeBetween, type OptionChecks } from './bad-options.js';
import { GREATEST_MOST, noProof, topOf } from './endless.js';
import { fullOffers } from './full-offers.js';
import { checkRegion } from './region-faults.js';
import { DEFAULT_MOST, simplestIn } from './points.js';

/** How to draw from a region. */
export interface DrawOffersConstraints {
  /** How many steps, or days, above every figure of scenario and region to draw what has no upper bound. @defaultValue `1000` */
  readonly most?: number;
}

/** What each of these may be. */
export const DRAW_CHECKS: OptionChecks<DrawOffersConstraints> = { most: wholeBetween(0, GREATEST_MOST) };

/**
 * Full offers that lie in a region, such as those that leave a condition unmet, as a fast-check arbitrary.
 *
 * Chooses a branch wherever the region has several, and then one figure after another, going back where that comes to
 * nothing: it finds an offer wherever there is one, and rejects none. Tree search with propagation (Haralick and Elliott,
 * "Increasing tree search efficiency for constraint satisfaction problems", 1980). Throws a `FaultError` with
 * `testing/empty-region` where there is none, with `testing/out-of-reach` where none was found as far as what has no upper
 * bound was searched, with `testing/region-too-hard` where that takes too long to tell, with `testing/bad-option` for constraints that cannot be, and with `testing/bad-region` for what is no region of its variables.
 *
 * @example
 * const enough: Condition = { kind: 'compare', of: 'catch', op: '>=', line: 40 };
 * const tooLittle = draw(enough, { ...scenario, layout: layoutOf(scenario), want: 'unmet' });
 * fc.assert(
 *   fc.property(drawOffers(scenario, tooLittle), (offer) => {
 *     return judge(enough, readDeal(settingOf(scenario), offer)).verdict === 'unmet';
 *   }),
 * );
 */
export function drawOffers(
  scenario: Scenario,
  region: Region,
  constraints: DrawOffersConstraints = {},
): Arbitrary<Offer> {
  checkOptions(constraints, DRAW_CHECKS);
  checkRegion(scenario, region);
  const why = {
    none: `No offer of '${scenario.id}' lies in this region`,
    wayOut: 'look for parts of it that exclude each other, or widen the offer space.',
  };
  return drawOffersOf(scenario, region, why, { region }, constraints);
}

/** What is said where there is nothing to draw: that there is nothing, and what to do about it. */
interface Why {
  readonly none: string;
  readonly wayOut: string;
}

/** The same; where there is nothing to draw, `why` says so, with these facts. */
export function drawOffersOf(
  scenario: Scenario,
  region: Region,
  why: Why,
  facts: Readonly<Record<string, unknown>>,
  { most = DEFAULT_MOST }: DrawOffersConstraints,
  draft?: Offer,
): Arbitrary<Offer> {
  if (isEmpty(scenario, region, most, why, facts)) {
    const message = `${why.none}: ${why.wayOut}`;
    return valueOrThrow(
      failure([fault('testing/empty-region', [], message, { ...facts, most })]),
      'There is nothing to draw.',
    );
  }
  return fullOffers(scenario, region, { most, draft });
}

/**
 * Whether no offer of the scenario's offer space lies in a region. Throws a `FaultError` with `testing/bad-option` for
 * constraints that cannot be, with `testing/bad-region` for what is no region, with `testing/out-of-reach` where none was
 * found as far as what has no upper bound was searched, and with `testing/region-too-hard` where it takes too long to tell.
 *
 * @example
 * isEmptyRegion(scenario, { kind: 'either', of: [] }); // true
 */
export function isEmptyRegion(scenario: Scenario, region: Region, constraints: DrawOffersConstraints = {}): boolean {
  checkOptions(constraints, DRAW_CHECKS);
  checkRegion(scenario, region);
  const { most = DEFAULT_MOST } = constraints;
  const none = `No offer of '${scenario.id}' was found in this region`;
  return isEmpty(scenario, region, most, { none, wayOut: '' }, { region });
}

/** Whether a region is empty for sure. Throws where none is found, and what has no upper bound was searched only so far. */
function isEmpty(
  scenario: Scenario,
  region: Region,
  most: number,
  { none }: Why,
  facts: Readonly<Record<string, unknown>>,
): boolean {
  const found = simplestIn(scenario, region, most);
  if (found !== 'none so far up') return found === 'none';
  const top = topOf(scenario, region, most);
  return valueOrThrow(
    failure([fault('testing/out-of-reach', [], `${none} ${noProof(scenario, top)}`, { ...facts, most, top })]),
    'Nothing was found to draw.',
  );
}
