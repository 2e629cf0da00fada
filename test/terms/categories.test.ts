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

  /** Women, men and the young; the first two are grown up, the last two are boys and men. */
  const crowd = (more: Partial<Quantity> = {}): Quantity => ({
    kind: 'quantity',
    label: 'people',
    scope: 'deal',
    unit: { one: 'person', many: 'persons' },
    step: 1,
    bounds: { least: 0, basis: 'assumed' },
    categories: {
      women: { label: 'women' },
      men: { label: 'men' },
      young: { label: 'the young' },
      grown: { label: 'grown up', of: ['women', 'men'] },
      all: { label: 'all', of: ['women', 'men', 'young'] },
    },
    overlap: false,
    complete: true,
    absent: 0,
    ...more,
  });

  it('are all within the whole, which is within what is made of all of them where there are no others', () => {
    for (const path of pathsOf('people', crowd())) expect(isWithin(crowd(), path, 'people')).toBe(true);
    expect(isWithin(crowd(), 'people', 'people/all')).toBe(true);
    expect(isWithin(crowd({ complete: false }), 'people', 'people/all')).toBe(false);
    expect(isWithin(crowd({ categories: {} }), 'people', 'people')).toBe(true);
    expect(isWithin(crowd(), 'people/grown', 'people/men')).toBe(false);
    expect(isWithin(crowd(), 'people/men', 'people/grown')).toBe(true);
    expect(mayMeet(crowd(), 'people/young', 'people/grown')).toBe(false);
    expect(mayMeet(crowd({ overlap: true }), 'people/young', 'people/grown')).toBe(true);
    // Of a quantity without categories something may be there all the same.
    for (const complete of [true, false]) {
      expect(mayMeet(crowd({ categories: {}, complete }), 'people', 'people')).toBe(true);
    }
  });

  it('count by groups where that comes to more, and nothing twice', () => {
    const least = { 'people/women': 1, 'people/men': 2, 'people/young': 4, 'people/grown': 5 };
    expect(fewestIn(crowd(), 'people', least)).toBe(9);
    expect(fewestIn(crowd(), 'people', { ...least, 'people/grown': 0 })).toBe(7);
    expect(fewestIn(crowd(), 'people', { ...least, 'people/all': 12 })).toBe(12);
    expect(fewestIn(crowd(), 'people/grown', least)).toBe(5);
    expect(fewestIn(crowd({ overlap: true }), 'people', least)).toBe(5);
    expect(fewestIn(crowd({ overlap: true }), 'people/men', least)).toBe(2);
    expect(fewestIn(crowd(), 'people', {})).toBe(0);
  });
});
