import fc from 'fast-check';
import { checkOffer, type Offer, type Scenario, type TalksOptions } from 'sticking-points';
import { fishingQuota, gaza2024, labourContract } from 'sticking-points/scenarios';
import { offers, scenarios } from 'sticking-points/testing';
import { fishery } from '../support/fishery.js';
import { PLAIN } from '../support/plain.js';
import { enriched } from '../support/random-process.js';
import { treaty } from '../support/refused.js';
import { rivers } from '../support/rivers.js';
import { wages } from '../support/wages.js';

/** Scenarios that were written, the shipped ones among them. */
export const WRITTEN: readonly Scenario[] = [
  gaza2024(),
  fishingQuota(),
  labourContract(),
  fishery,
  treaty,
  rivers,
  wages,
];

/** Random ones, with random offers and a random process. */
export const randomScenarios: fc.Arbitrary<Scenario> = fc
  .boolean()
  .chain((bounded) => scenarios({ bounded, ...PLAIN }))
  .chain(withOffers)
  .chain(enriched);

/** How talks may be opened. */
export const openings: fc.Arbitrary<TalksOptions> = fc.constantFrom<TalksOptions>(
  {},
  { start: 'talks' },
  { start: 'talks', answers: 'declared' },
  { answers: 'declared' },
  { start: 'betweenRounds' },
  { asOf: '2024-01-20', start: 'talks' },
  { asOf: '2030-01-20' },
);

function withOffers(scenario: Scenario): fc.Arbitrary<Scenario> {
  const drawn = fc.array(fc.tuple(offers(scenario), fc.boolean(), fc.nat({ max: 3 })), { minLength: 1, maxLength: 3 });
  return drawn.map((all) => ({
    ...scenario,
    offers: Object.fromEntries(
      all.map(([offer, open, quick], i): readonly [string, Offer] => {
        if (quick === 0) return [`offer-${i}`, { ...inShortPhases(scenario, offer), id: `offer-${i}` }];
        const toBeNegotiated = { value: true, basis: 'assumed', citations: [] } as const;
        const phases = offer.phases.map((phase, n) => (open && n > 0 ? { ...phase, toBeNegotiated } : phase));
        return [`offer-${i}`, { ...offer, phases, id: `offer-${i}` }];
      }),
    ),
  }));
}

const ONE_DAY = {
  value: { length: { wording: 'exactly', n: 1 }, unit: 'days' },
  basis: 'assumed',
  citations: [],
} as const;

/** The same with as many phases as there may be, of a day each, where that fits, and put forward by all: few events come to the last. */
function inShortPhases(scenario: Scenario, { phaseCount: _, ...offer }: Offer): Offer {
  const { space, agreement } = scenario;
  const phases = Array.from({ length: space.phases.most }, () => ({ terms: {}, length: ONE_DAY }));
  const short = { ...offer, by: { value: agreement.of, basis: 'assumed', citations: [] } as const, phases };
  return checkOffer(scenario, offer.id, short).ok ? short : offer;
}
