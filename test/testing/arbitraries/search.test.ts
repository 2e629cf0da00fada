import fc from 'fast-check';
import { defineScenario, layoutOf, shareOf } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { drawn, drawsFor, simplest } from '../../../src/testing/guides.js';
import { figuresOf } from '../../../src/testing/figures.js';
import { findPoint } from '../../../src/testing/search.js';
import { acceptableRegion } from '../../../src/testing/standing-region.js';
import { runs } from '../../laws/runs.js';

/** So few values are tried for what a person can tell on paper. */
const FEW = 400;

interface Share {
  readonly months: number;
  /** How many of them are the group, and which is its first. */
  readonly group: number;
  readonly from: number;
  /** What is asked at least in each month, in steps, and at most in all. */
  readonly floor: number;
  readonly most: number;
  readonly share: readonly [parts: number, outOf: number];
  readonly op: '>=' | '<=';
}

const shares: fc.Arbitrary<Share> = fc
  .tuple(
    fc.integer({ min: 3, max: 12 }),
    fc.constantFrom([1, 4] as const, [2, 5] as const, [1, 2] as const, [4, 5] as const),
  )
  .chain(([months, share]) =>
    fc.integer({ min: 2, max: months - 1 }).chain((group) =>
      fc.record({
        months: fc.constant(months),
        group: fc.constant(group),
        from: fc.nat({ max: months - group }),
        floor: fc.nat({ max: 6 }),
        most: fc.integer({ min: 1, max: 400 }),
        share: fc.constant(share),
        op: fc.constantFrom('>=', '<='),
      }),
    ),
  );

/** A group of months, or two, has to have a share of the total, and each month its own. */
function scenarioOf({ months, group, from, floor, most, share, op }: Share, winter?: readonly string[]) {
  const ids = Array.from({ length: months }, (_, i) => `m${i + 1}`);
  const categories: Record<string, { label: string; of?: readonly string[] }> = Object.fromEntries(
    ids.map((id) => [id, { label: id }]),
  );
  categories['summer'] = { label: 'summer', of: ids.slice(from, from + group) };
  if (winter) categories['winter'] = { label: 'winter', of: winter };
  const line = shareOf(share[0], share[1], { quantity: 'water' });
  const conditions = [
    ...ids.map((id) => ({ kind: 'compare', of: `water/${id}`, op: '>=', line: 5 * floor }) as const),
    { kind: 'compare', of: 'water/summer', op, line } as const,
    ...(winter ? [{ kind: 'compare', of: 'water/winter', op, line } as const] : []),
  ];
  return defineScenario({
    id: 'delta',
    parties: { down: {} },
    terms: {
      water: {
        kind: 'quantity',
        unit: 'megalitres',
        step: 5,
        bounds: { most: 5 * most },
        overlap: false,
        complete: true,
        categories,
      },
    },
    positions: { each: { party: 'down', rigidity: 'demand', condition: { kind: 'all', of: conditions } } },
  });
}

/** Whether there is such an offer, by adding up. */
function isPossible({ months, group, floor, most, share: [parts, outOf], op }: Share): boolean {
  const [within, beside] = [group * floor, (months - group) * floor];
  for (let some = within; some + beside <= most; some++) {
    for (let rest = beside; some + rest <= most; rest++) {
      // A share is of whole steps.
      const line = Math.floor((parts * (some + rest)) / outOf);
      if (op === '>=' ? some >= line : some <= line) return true;
    }
  }
  return false;
}

describe('a group that has to have a share of the total, each of its parts a figure of its own', () => {
  it('is found, or said not to be there, wherever the search begins, without being tried figure by figure', () => {
    const met = { possible: 0, impossible: 0 };
    fc.assert(
      fc.property(shares, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (share, draws) => {
        const scenario = scenarioOf(share);
        const layout = layoutOf(scenario);
        const figures = figuresOf(scenario);
        expect(drawsFor(layout)).toBeLessThanOrEqual(draws.length);
        const is = isPossible(share);
        met[is ? 'possible' : 'impossible']++;
        for (const guide of [simplest(figures), drawn(layout, draws, figures)]) {
          const found = findPoint(layout, acceptableRegion(scenario, 'down'), guide, 1000, FEW);
          expect(typeof found === 'string' ? found : 'some').toBe(is ? 'some' : 'none');
        }
      }),
      runs(200),
    );
    expect(Math.min(met.possible, met.impossible)).toBeGreaterThan(10);
  });

  it.each([
    [[2, 5], 'some'],
    [[1, 2], 'none'],
  ] as const)(
    'is found, or not, where each of two groups has to have %j and others must not go without',
    (share, is) => {
      const year = { months: 12, group: 3, from: 7, floor: 4, most: 400, share, op: '>=' } as const;
      const both = scenarioOf(year, ['m1', 'm2', 'm3', 'm4']);
      const region = acceptableRegion(both, 'down');
      const found = findPoint(layoutOf(both), region, simplest(figuresOf(both)), 1000, FEW);
      expect(typeof found === 'string' ? found : 'some').toBe(is);
    },
  );
});
