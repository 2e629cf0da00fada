import type { Offer } from '../../offers/offer.js';
import type { Scenario } from '../../scenario/scenario.js';
import { runWith, type PreferencesOptions } from './options.js';
import { spokenIn, type PerParty, type Spoken } from './scored-deal.js';
import { normalised, scaleOf, type Scale } from './scale.js';
import { scoredSpace } from './scored-space.js';
import { compareShares, greatest } from './shares.js';
import { wholeFrontier, type Provenance } from './whole-frontier.js';
import { worthOf } from './worth-of-offer.js';

/** Whose gain is the smallest share of what it could be. */
export type LeastSatisfied = Provenance &
  Spoken &
  (
    | {
        readonly found: 'parties';
        /** All that are equal in it; nobody where no party could gain anything. */
        readonly least: readonly string[];
        /** Each party's gain over its reservation value as a share of the most it could gain; below 0 under the reservation value. */
        readonly gains: PerParty;
        /** What the shares are of: the best among deals below nobody's reservation value, or where there are none, of all. */
        readonly among: Scale['among'];
        /** Parties that could gain nothing, for whom there is no such share. */
        readonly withoutMeasure: readonly string[];
      }
    | { readonly found: 'unknown' }
  );

/**
 * The party with the smallest normalised gain in an offer: its score over its reservation value, as a share of what its best
 * deal below nobody's reservation value would give it (the measure of Kalai and Smorodinsky, 1975). Ties are decided
 * exactly, and all that are equal are named, in the scenario's order.
 *
 * @param offer - an id of the scenario's, or a whole one; what scores speak of must not be open in it
 * @throws a `FaultError` with `analysis/open-score`, as `paretoFrontier` does, or as `assess` does for an offer that is none
 * @example
 * const lake = defineScenario({
 *   id: 'lake',
 *   parties: { north: {}, south: {} },
 *   terms: { catch: { kind: 'quantity', unit: 'tonnes', step: 10, bounds: { most: 100 } } },
 *   positions: {},
 *   scores: {
 *     north: { because: 'To try it.', threshold: 0, parts: [{ of: 'catch', points: [{ at: 0, worth: 0 }, { at: 100, worth: 10 }] }] },
 *     south: { because: 'To try it.', threshold: 0, parts: [{ of: 'catch', points: [{ at: 0, worth: 10 }, { at: 100, worth: 0 }] }] },
 *   },
 *   offers: { draft: { terms: { catch: 90 } } },
 * });
 * const answer = await leastSatisfied(lake, 'draft');
 * answer.found === 'parties' && [answer.least, answer.gains]; // [['south'], { north: 0.9, south: 0.1 }]
 */
export async function leastSatisfied(
  scenario: Scenario,
  offer: string | Offer,
  options: PreferencesOptions = {},
): Promise<LeastSatisfied> {
  const run = runWith(options);
  const space = scoredSpace(scenario, options.meeting);
  const worth = worthOf(space, offer);
  const { by, complete, stopped, rows } = await wholeFrontier(space, run);
  const known = { ...spokenIn(space), by, complete, ...(stopped !== undefined && { stopped }) };
  if (!complete) return { ...known, found: 'unknown' };
  const scale = scaleOf(rows, space.scores);
  const measured = space.scores.flatMap(({ party, threshold }, p) => {
    const span = scale.spans[p] ?? 0;
    return span > 0 ? [{ party, gain: (worth[p] ?? 0) - threshold, span }] : [];
  });
  return {
    ...known,
    found: 'parties',
    least: greatest(measured, (a, b) => compareShares(b.gain, b.span, a.gain, a.span)).map(({ party }) => party),
    gains: normalised(worth, space.scores, scale),
    among: scale.among,
    withoutMeasure: known.parties.filter((party) => !measured.some((m) => m.party === party)),
  };
}
