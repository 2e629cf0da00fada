import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { fewestIn, isWithin, mayMeet } from '../../src/terms/categories.js';
import { pathsOf, type Quantity } from '../../src/terms/term.js';
import { runs } from '../laws/runs.js';

const PLAIN = ['women', 'men', 'young'];

/** A quantity of two or three categories with up to two groups of them. */
const anyQuantity = fc
  .record({
    plain: fc.constantFrom(2, 3),
    groups: fc.uniqueArray(fc.subarray(PLAIN, { minLength: 1 }), { maxLength: 2, selector: (of) => of.join() }),
    overlap: fc.boolean(),
    complete: fc.boolean(),
  })
  .map(({ plain, groups, overlap, complete }): Quantity => {
    const ids = PLAIN.slice(0, plain);
    const made = groups.map((of) => of.filter((id) => ids.includes(id))).filter((of) => of.length > 0);
    return {
      kind: 'quantity',
      label: 'people',
      scope: 'deal',
      unit: { one: 'person', many: 'persons' },
      step: 1,
      bounds: { least: 0, basis: 'assumed' },
      categories: Object.fromEntries([
        ...ids.map((id) => [id, { label: id }] as const),
        ...made.map((of, i) => [`group-${i}`, { label: `group ${i}`, of }] as const),
      ]),
      overlap,
      complete,
      absent: 0,
    };
  });

/** The kinds of person there may be, each as the paths that count him. */
function kindsOf(quantity: Quantity): readonly ReadonlySet<string>[] {
  const ids = PLAIN.filter((id) => quantity.categories[id]);
  const sets = ids.reduce<string[][]>((all, id) => [...all, ...all.map((set) => [...set, id])], [[]]);
  return sets
    .filter((set) => (quantity.overlap || set.length <= 1) && !(quantity.complete && set.length === 0))
    .map((set) => {
      const counted = Object.entries(quantity.categories).filter(([id, { of }]) =>
        (of ?? [id]).some((one) => set.includes(one)),
      );
      return new Set(['people', ...counted.map(([id]) => `people/${id}`)]);
    });
}

/** Every way in which so many of each kind are there. */
function* worlds(kinds: number, most: number, so: readonly number[] = []): Generator<readonly number[]> {
  if (so.length === kinds) {
    yield so;
    return;
  }
  for (let n = 0; n <= most; n++) yield* worlds(kinds, most, [...so, n]);
}

describe('categories of a quantity', () => {
  it('are within each other, and meet, as those are of whom they are made', () => {
    fc.assert(
      fc.property(anyQuantity, (quantity) => {
        const kinds = kindsOf(quantity);
        for (const a of pathsOf('people', quantity)) {
          for (const b of pathsOf('people', quantity)) {
            expect(mayMeet(quantity, a, b)).toBe(kinds.some((kind) => kind.has(a) && kind.has(b)));
            expect(isWithin(quantity, a, b)).toBe(kinds.every((kind) => !kind.has(a) || kind.has(b)));
          }
        }
      }),
      runs(60),
    );
  });

  it('are never said to hold more than they may do with', () => {
    let [more, exact] = [0, 0];
    fc.assert(
      fc.property(
        anyQuantity.filter(({ categories, overlap }) => !overlap || Object.keys(categories).length < 5),
        fc.array(fc.nat({ max: 2 }), { minLength: 6, maxLength: 6 }),
        fc.nat(),
        (quantity, figures, at) => {
          const paths = pathsOf('people', quantity);
          const least = Object.fromEntries(paths.map((path, i) => [path, figures[i] ?? 0]));
          const asked = paths[at % paths.length] ?? 'people';
          const kinds = kindsOf(quantity);
          const count = (so: readonly number[], path: string) =>
            so.reduce((sum, n, i) => sum + (kinds[i]?.has(path) ? n : 0), 0);
          let fewest = Infinity;
          for (const so of worlds(kinds.length, kinds.length > 4 ? 2 : 3)) {
            if (paths.every((path) => count(so, path) >= (least[path] ?? 0)))
              fewest = Math.min(fewest, count(so, asked));
          }
          const said = fewestIn(quantity, asked, least);
          expect(said).toBeLessThanOrEqual(fewest);
          if (said === fewest) exact += 1;
          else more += 1;
        },
      ),
      runs(150),
    );
    // It is a bound that is nearly always reached.
    expect(exact).toBeGreaterThan(9 * more);
  });

  it('add up where they exclude each other, and not where they may overlap', () => {
    const both = (overlap: boolean): Quantity => ({
      kind: 'quantity',
      label: 'people',
      scope: 'deal',
      unit: { one: 'person', many: 'persons' },
      step: 0.1,
      bounds: { least: 0, basis: 'assumed' },
      categories: { women: { label: 'women' }, men: { label: 'men' } },
      overlap,
      complete: true,
      absent: 0,
    });
    const least = { 'people/women': 0.1, 'people/men': 0.2 };
    expect(fewestIn(both(false), 'people', least)).toBe(0.3);
    expect(fewestIn(both(true), 'people', least)).toBe(0.2);
    expect(fewestIn(both(false), 'people/men', { people: 5, ...least })).toBe(0.2);
  });
});
