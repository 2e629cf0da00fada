import type { Arbitrary } from 'fast-check';
import { fault } from '../base/fault.js';
import { failure, valueOrThrow } from '../base/result.js';
import type { Offer } from '../offers/offer.js';
import { readingsBy } from '../positions/position.js';
import type { Region } from '../positions/region.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import { STANDING_CHECKS, type StandingConstraints } from './acceptable-offers.js';
import { checkOptions, figureUpTo, type OptionChecks } from './bad-options.js';
import { drawOffersOf } from './draw-offers.js';
import { GREATEST_MOST } from './endless.js';
import { missedIn } from './missed-in.js';
import { positionRegion } from './standing-region.js';
import { called } from './unknown-fault.js';

/** How far the offers to draw are to miss a position. */
export interface BlockedConstraints extends StandingConstraints {
  /** By how much at least, in the unit of each line that decides it. Only for positions that hold a figure against one. */
  readonly margin?: number;
}

const CHECKS: OptionChecks<BlockedConstraints> = { ...STANDING_CHECKS, margin: figureUpTo(GREATEST_MOST) };

/**
 * Full offers that leave a position unmet under every reading, as a fast-check arbitrary; by a margin, where one is given.
 *
 * Drawn from where such offers lie: none is rejected. Throws a `FaultError` with `testing/unknown-position`; with
 * `testing/no-margin` where a margin is given and the position has no figure to miss by it; with `testing/empty-region`
 * where there is no such offer, as before the first report of the position; with `testing/out-of-reach` where none was found as far as was searched; with
 * `testing/region-too-hard` where that takes too long to tell; with `testing/bad-option` for constraints that cannot be.
 *
 * @example
 * fc.assert(
 *   fc.property(blockedOffers(scenario, 'enough', { margin: 10 }), (offer) => {
 *     const [verdict] = assess(scenario, offer).stickingPoints;
 *     return verdict?.position === 'enough' && (verdict.readings[0]?.margins[0]?.slack.most ?? 0) <= -10;
 *   }),
 * );
 */
export function blockedOffers(
  scenario: Scenario,
  position: string,
  constraints: BlockedConstraints = {},
): Arbitrary<Offer> {
  checkOptions(constraints, CHECKS);
  const known = called('position', position, scenario.positions);
  const { margin, asOf } = constraints;
  const readings = readingsBy(known, scenario.sources, asOf);
  const unmet = positionRegion(scenario, known, 'unmet', asOf);
  const far = (by: number): Region => ({
    kind: 'both',
    of: readings.map(({ condition }) => {
      const missed = missedIn(condition, by, settingOf(scenario));
      if (missed) return missed;
      const message = `'${position}' is not missed by a figure: leave the margin out, or ask for one of a position that holds a figure against a line.`;
      return valueOrThrow(
        failure([fault('testing/no-margin', ['margin'], message, { position, margin: by })]),
        'There is no margin.',
      );
    }),
  });
  const region: Region = margin === undefined ? unmet : { kind: 'both', of: [unmet, far(margin)] };
  const farther = margin === undefined ? '' : ` by ${margin}`;
  const why = {
    none: `No offer of '${scenario.id}' leaves '${position}' unmet${farther}`,
    wayOut:
      readings.length === 0 && asOf !== undefined
        ? `nothing of it had been reported by ${asOf}.`
        : 'every one in its offer space comes closer.',
  };
  return drawOffersOf(scenario, region, why, { position }, constraints);
}
