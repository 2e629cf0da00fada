import type { Arbitrary } from 'fast-check';
import type { Offer } from '../offers/offer.js';
import type { Scenario } from '../scenario/scenario.js';
import { checkOptions, oneOf, wholeBetween, yesOrNo, type OptionChecks } from './bad-options.js';
import { GREATEST_MOST } from './endless.js';
import { fc } from './fast-check.js';
import { fullOffers } from './full-offers.js';
import { PARTIAL_CHECKS, partialOffersAt, type PartialOffersConstraints } from './partial-offers.js';
import { DEFAULT_MOST, EVERYWHERE, points } from './points.js';
import { withTexts } from './texts.js';

/** Which offers to draw. What is said of partial ones changes nothing about full ones. */
export interface OffersConstraints extends PartialOffersConstraints {
  /** `full`: every figure exact; `partial`: as reports give them. @defaultValue `'either'` */
  readonly known?: Offer['known'] | 'either';
  /** Whether a full offer may leave out a term whose absence means what is so. @defaultValue `false` */
  readonly absences?: boolean;
  /** Whether they have texts, of a few obligations, with triggers, phases, talks. @defaultValue `false` */
  readonly texts?: boolean;
  /** How many steps, or days, above every figure of the scenario to draw what has no upper bound. @defaultValue `1000` */
  readonly most?: number;
}

const CHECKS: OptionChecks<OffersConstraints> = {
  ...PARTIAL_CHECKS,
  known: oneOf('full', 'partial', 'either'),
  absences: yesOrNo,
  texts: yesOrNo,
  most: wholeBetween(0, GREATEST_MOST),
};

/**
 * Offers of a scenario's offer space, checked, as a fast-check arbitrary: full ones, in which every figure is exact and
 * every sum comes out, and partial ones, which tell less of a full one, in ranges, shares, silences and two readings. With
 * `texts`, each has a text that can be written down, whether or not it holds together.
 *
 * Figures are in the units of their terms. Nothing is drawn and then rejected. Throws a `RangeError` where the space
 * holds no offer at all, and a `FaultError` with `testing/bad-option` for constraints that cannot be.
 *
 * @example
 * fc.assert(
 *   fc.property(offers(scenario, { known: 'full' }), (offer) => {
 *     return assess(scenario, offer).openPoints.length === 0;
 *   }),
 * );
 */
export function offers(scenario: Scenario, constraints: OffersConstraints = {}): Arbitrary<Offer> {
  checkOptions(constraints, CHECKS);
  const { known = 'either', absences = false, most = DEFAULT_MOST } = constraints;
  const full = fullOffers(scenario, EVERYWHERE, { most, absences });
  const partial = partialOffersAt(scenario, points(scenario, EVERYWHERE, most), constraints);
  const drawn = known === 'full' ? full : known === 'partial' ? partial : fc.oneof(full, partial);
  return constraints.texts ? withTexts(scenario, drawn) : drawn;
}
