import type { Arbitrary } from 'fast-check';
import type { CalendarDate } from '../base/day.js';
import { checkOptions, someDate, type OptionChecks } from './bad-options.js';
import { called } from './unknown-fault.js';
import type { Offer } from '../offers/offer.js';
import type { Scenario } from '../scenario/scenario.js';
import { DRAW_CHECKS, drawOffersOf, type DrawOffersConstraints } from './draw-offers.js';
import { acceptableRegion } from './standing-region.js';

/** Which offers to draw that a party would accept, or that its position stands against. */
export interface StandingConstraints extends DrawOffersConstraints {
  /** As far as the party's positions were known by this day; all that is known, unless given. */
  readonly asOf?: CalendarDate;
}

/** What each of these may be. */
export const STANDING_CHECKS: OptionChecks<StandingConstraints> = { ...DRAW_CHECKS, asOf: someDate };

/**
 * Full offers against which nothing stands that a party is known to hold, as a fast-check arbitrary: each meets its red
 * lines and demands under every reading, and is worth its threshold where it has a score.
 *
 * Drawn from where such offers lie: none is rejected. Throws a `FaultError` with `testing/unknown-party`; with
 * `testing/empty-region` where there is no such offer; with `testing/out-of-reach` where none was found as far as what has
 * no upper bound was searched; with `testing/region-too-hard` where that takes too long to tell; with `testing/bad-option` for constraints that cannot be.
 *
 * @example
 * fc.assert(
 *   fc.property(acceptableOffers(scenario, 'north'), (offer) => {
 *     return assess(scenario, offer).answers['north']?.byPosition?.answer === 'accepts';
 *   }),
 * );
 */
export function acceptableOffers(
  scenario: Scenario,
  party: string,
  constraints: StandingConstraints = {},
): Arbitrary<Offer> {
  checkOptions(constraints, STANDING_CHECKS);
  called('party', party, scenario.parties);
  const why = {
    none: `No offer of '${scenario.id}' meets all red lines and demands of '${party}'`,
    wayOut: 'ask which of them exclude each other, or widen the offer space.',
  };
  return drawOffersOf(scenario, acceptableRegion(scenario, party, constraints.asOf), why, { party }, constraints);
}
