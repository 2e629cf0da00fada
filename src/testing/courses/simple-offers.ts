import { unique } from '../../base/list.js';
import { remembered } from '../../base/remembered.js';
import { noted } from '../../offers/clauses.js';
import type { Offer } from '../../offers/offer.js';
import type { Region } from '../../positions/region.js';
import type { Scenario } from '../../scenario/scenario.js';
import { PHASES, type Point } from '../../terms/layout.js';
import { fullOfferAt } from '../full-offer-at.js';
import { EVERYWHERE, simplestWithinReach } from '../points.js';
import { acceptableRegion, dealRegion } from '../standing-region.js';

/** Up to how many phases simple offers have. */
const MOST_PHASES = 4;

/** Where offers lie that need fewer answers than others, those first that need fewest. */
function regionsOf(scenario: Scenario): readonly Region[] {
  const parties = scenario.agreement.of.map((party) => acceptableRegion(scenario, party));
  return [dealRegion(scenario), ...parties, EVERYWHERE];
}

/** The simplest points of the offer space that need few answers, by how many phases they have. */
const simplePoints: (scenario: Scenario) => ReadonlyMap<number, readonly Point[]> = /* @__PURE__ */ remembered(
  (scenario: Scenario) => {
    const { least, most } = scenario.space.phases;
    const counts = Array.from({ length: Math.min(most - least + 1, MOST_PHASES) }, (_, i) => least + i);
    const regions = regionsOf(scenario);
    return new Map(
      counts.map((count) => {
        const ofSoMany: Region = { kind: 'band', sum: [{ of: PHASES, times: 1 }], least: count, most: count };
        const found = regions.flatMap((region) => {
          const point = simplestWithinReach(scenario, { kind: 'both', of: [region, ofSoMany] });
          return point ? [point] : [];
        });
        return [count, unique(found.map((point) => JSON.stringify(point))).map((text) => JSON.parse(text) as Point)];
      }),
    );
  },
);

/**
 * Full offers that may stand in for one, its text and what it leaves to be negotiated kept: the simplest that all who need to
 * accept, that each party does, and that there is, with as many phases and with others, put forward by a party, by nobody or by all.
 */
export function* simpleOffers(scenario: Scenario, offer: Offer): Generator<Offer> {
  const points = simplePoints(scenario);
  const leftOut = { terms: Object.keys(scenario.terms), phases: true };
  const negotiated = offer.phases.map(({ toBeNegotiated }) => toBeNegotiated?.value === true);
  for (const count of unique([Math.max(1, offer.phases.length), ...points.keys()])) {
    for (const point of points.get(count) ?? []) {
      const simple = { ...fullOfferAt(scenario, point, leftOut, negotiated), ...(offer.text && { text: offer.text }) };
      for (const party of scenario.agreement.of) yield { ...simple, by: noted([party]) };
      yield simple;
      yield { ...simple, by: noted([...scenario.agreement.of]) };
    }
  }
}
