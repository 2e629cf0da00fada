import fc from 'fast-check';
import { applyPatches, checkOffer, describeChanges, type Offer, type Scenario } from 'sticking-points';
import { fishingQuota, gaza2024, labourContract } from 'sticking-points/scenarios';
import { amendments, offers, scenarios } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { runs } from '../laws/runs.js';

/** The terms of which one offer says something else than another. */
function changedTerms(a: Offer, b: Offer, scenario: Scenario): readonly string[] {
  const said = ({ terms, phases }: Offer, id: string) =>
    JSON.stringify(
      [terms, ...phases.map((phase) => phase.terms)].map((clauses) =>
        Object.entries(clauses).filter(([path]) => path.split('/')[0] === id),
      ),
    ).replace(/,\[\]/g, '');
  return Object.keys(scenario.terms).filter((id) => said(a, id) !== said(b, id));
}

function holds(scenario: Scenario, offer: Offer, seed: number, numRuns: number): number {
  let changed = 0;
  const property = fc.property(amendments(scenario, offer, { terms: 2 }), ({ offer: amended, inverse }) => {
    expect(checkOffer(scenario, amended.id, amended)).toEqual({ ok: true, value: amended });
    expect(applyPatches(amended, inverse)).toEqual(offer);
    expect(changedTerms(offer, amended, scenario).length).toBeLessThanOrEqual(2);
    if (describeChanges(scenario, offer, amended).length > 0) changed++;
  });
  fc.assert(property, { seed, numRuns });
  return changed;
}

describe('amendments', () => {
  it('of offers full and partial hang together, change one or two terms, and can be taken back', () => {
    let changed = 0;
    let drawn = 0;
    const cases = scenarios().chain((scenario) => fc.tuple(fc.constant(scenario), offers(scenario)));
    fc.assert(
      fc.property(cases, fc.nat(), ([scenario, offer], seed) => {
        changed += holds(scenario, offer, seed, 3);
        drawn += 3;
      }),
      runs(150),
    );
    // Of small spaces, what is drawn is often what was said before.
    expect(changed).toBeGreaterThan(drawn / 3);
  });

  it.each([gaza2024(), fishingQuota(), labourContract()].map((s) => [s.id, s] as const))(
    'of %s do so',
    (_, scenario) => {
      const [changed, all] = Object.values(scenario.offers).reduce<readonly [number, number]>(
        ([sum, count], offer) => [sum + holds(scenario, offer, 1, 5), count + 5] as const,
        [0, 0],
      );
      expect(changed).toBeGreaterThan(all / 2);
    },
  );

  it('shrink to the one term that matters, in a round figure', () => {
    const scenario = fishingQuota();
    const [offer] = Object.values(scenario.offers);
    const [quantity = ''] = Object.keys(scenario.terms).filter((id) => scenario.terms[id]?.kind === 'quantity');
    const details = fc.check(
      fc.property(
        amendments(scenario, offer!, { terms: 3 }),
        ({ offer: amended }) => !changedTerms(offer!, amended, scenario).includes(quantity),
      ),
      { seed: 3, numRuns: 200 },
    );
    const [smallest] = details.counterexample ?? [];
    expect(smallest && changedTerms(offer!, smallest.offer, scenario)).toEqual([quantity]);
  });
});
