import fc from 'fast-check';
import { between, days, defineScenario, type Offer } from 'sticking-points';
import { complexityOf, isSimpler, offers } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { textDraftOf } from '../../../src/scenario/text-draft-of.js';
import { runs } from '../../laws/runs.js';

const river = defineScenario({
  id: 'river',
  parties: { upper: {}, lower: {} },
  terms: {
    water: { kind: 'quantity', unit: 'megalitres', scope: 'phase', bounds: { most: 500 } },
    fee: { kind: 'quantity', unit: 'coins', bounds: { most: 800 } },
    gauge: { kind: 'flag' },
  },
  space: { phases: { least: 1, most: 2 }, days: 120 },
  positions: {
    enough: { party: 'lower', rigidity: 'demand', condition: { kind: 'compare', of: 'fee', op: '>=', line: 150 } },
  },
  offers: { draft: { terms: { water: between(200, 320), fee: 330 }, phases: [{ length: days(40) }] } },
});

/** What is left of offers once they are as simple as they become while they are so. */
function simplest(arbitrary: fc.Arbitrary<Offer>, isSo: (offer: Offer) => boolean, seed: number): Offer | undefined {
  return fc.check(
    fc.property(arbitrary, (offer) => !isSo(offer)),
    { seed, numRuns: 300 },
  ).counterexample?.[0];
}

const feeOf = ({ terms: { fee } }: Offer) =>
  fee && 'value' in fee && typeof fee.value === 'object' && 'n' in fee.value ? fee.value.n : 0;

describe('what full offers shrink to', () => {
  it('has the simplest of all figures that will do, a greater one where it is rounder or of the scenario', () => {
    let greater = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 790 }), fc.integer(), (line, seed) => {
        const left = simplest(offers(river, { known: 'full' }), (offer) => feeOf(offer) > line, seed);
        if (!left) return;
        const found = feeOf(left);
        if (found > line + 1) greater++;
        const { fee } = left.terms;
        for (let n = line + 1; n <= 800; n++) {
          const other = {
            ...left,
            terms: { ...left.terms, fee: { ...fee!, value: { wording: 'exactly', n } } },
          } as Offer;
          expect({
            line,
            found,
            n,
            isSimpler: isSimpler(complexityOf(river, other), complexityOf(river, left)),
          }).toEqual({ line, found, n, isSimpler: false });
        }
      }),
      runs(30),
    );
    expect(greater).toBeGreaterThan(0);
  });
});

describe('what offers with texts shrink to', () => {
  it.each([1, 2])('is a text of no more obligations than it takes, here %i, with nothing said of them', (many) => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const obligationsOf = ({ text }: Offer) => Object.keys(text?.obligations ?? {});
        const left = simplest(offers(river, { texts: true }), (offer) => obligationsOf(offer).length >= many, seed);
        const draft = left?.text && textDraftOf(left.text, left);
        const one = { owedBy: [expect.any(String)] as unknown };
        expect(draft).toEqual({ obligations: Object.fromEntries(obligationsOf(left!).map((id) => [id, one])) });
        expect(obligationsOf(left!)).toHaveLength(many);
      }),
      runs(15),
    );
  });
});
