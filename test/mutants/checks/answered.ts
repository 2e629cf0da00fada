import fc from 'fast-check';
import { ANSWERS, type Offer, type ReportedAnswer, type Scenario } from 'sticking-points';
import { offers, scenarios, type ScenariosConstraints } from 'sticking-points/testing';
import { PLAIN } from '../../support/plain.js';
import { enriched } from '../../support/random-process.js';

/** A scenario and an offer in it, which parties may have put forward, and have been reported to have answered. */
export type Answered = readonly [scenario: Scenario, offer: Offer];

const GROUNDS = { basis: 'assumed', citations: [] } as const;
const DAYS = ['2030-01-10', '2030-01-11', '2030-01-12'];

/** Offers as reports or whole texts have them; rules of decision and scores of every kind. */
export function answeredIn(limits: ScenariosConstraints): fc.Arbitrary<Answered> {
  return scenarios({ ...PLAIN, ...limits })
    .chain(enriched)
    .chain((scenario) => {
      const parties = Object.keys(scenario.parties);
      return fc
        .tuple(
          offers(scenario, { absences: true }),
          fc.option(fc.subarray(parties, { minLength: 1 }), { nil: [] }),
          fc.array(reported(parties), { maxLength: 3 }),
        )
        .map(([drawn, by, answers]): Answered => {
          const offer = { ...drawn, ...(by.length > 0 && { by: { ...GROUNDS, value: by } }) };
          return [
            { ...scenario, offers: { [offer.id]: offer }, answers: answers.map((a) => ({ ...a, offer: offer.id })) },
            offer,
          ];
        });
    });
}

function reported(parties: readonly string[]): fc.Arbitrary<Omit<ReportedAnswer, 'offer'>> {
  return fc
    .tuple(fc.constantFrom(...parties), fc.constantFrom(...ANSWERS), fc.option(fc.constantFrom(...DAYS)))
    .map(([party, answer, day]) => ({ ...GROUNDS, party, answer, ...(day !== null && { reported: day }) }));
}
