import { assess, between, defineScenario, type Offer, type Scenario } from 'sticking-points';
import type { Bench } from './bench.js';
import { speedBeside } from './measure.js';

const FEW = 10;

/** Whether `assess` takes as long for each position, however many there are: compared with ten positions. */
export const perPosition: Bench = {
  name: 'assess, speed for each position beside that of 10 positions: 1 is as fast',
  rows: () => [100, 1000].map((many) => [`${many} positions`, speedFor(many)] as const),
};

function speedFor(many: number) {
  const [large, small] = [ofSize(many), ofSize(FEW)];
  const [whole, part] = [large.offers['bid']!, small.offers['bid']!];
  return speedBeside<Offer>({
    ours: () => assess(large, whole),
    theirs: () => {
      // As many positions in all: ten at a time.
      let last: unknown;
      for (let n = 0; n < many; n += FEW) last = assess(small, part);
      return last;
    },
    prepare: () => Array.from({ length: Math.max(1, 1000 / many) }, () => whole),
  });
}

/** A scenario of so many positions of two parties, five to a term, and an offer that speaks of two terms in three. */
function ofSize(positions: number): Scenario {
  const terms = Array.from({ length: positions / 5 }, (_, i) => `term${i}`);
  return defineScenario({
    id: `of-${positions}`,
    parties: { north: {}, south: {} },
    space: { phases: { least: 1, most: 2 } },
    terms: Object.fromEntries(
      terms.map((id) => [id, { kind: 'quantity', unit: 'tonnes', scope: 'phase', bounds: { most: 1000 } } as const]),
    ),
    positions: Object.fromEntries(
      Array.from({ length: positions }, (_, i) => [
        `position${i}`,
        {
          party: i % 2 === 0 ? ('north' as const) : ('south' as const),
          rigidity: 'demand',
          condition: {
            kind: 'compare',
            of: `term${Math.floor(i / 5)}`,
            ...(i % 3 === 0 && { in: 1 }),
            op: i % 2 === 0 ? '>=' : '<=',
            line: 10 * (i % 50),
          },
        } as const,
      ]),
    ),
    offers: {
      bid: {
        terms: Object.fromEntries(
          terms.filter((_, i) => i % 3 !== 0).map((id, i) => [id, between((20 * i) % 400, 500)]),
        ),
        phases: [{ terms: Object.fromEntries(terms.filter((_, i) => i % 3 === 1).map((id) => [id, 20])) }],
      },
    },
  });
}
