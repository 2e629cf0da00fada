import fc from 'fast-check';
import { checkScenario, isFaultError, layoutOf, type Condition, type Region, type Scenario } from 'sticking-points';
import { acceptableOffers, checkDeal, drawOffers } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { valueOrThrow } from '../../../src/base/result.js';
import { haveWholeSolution, type Equation } from '../../../src/testing/in-whole-numbers.js';
import { liesIn } from '../../../src/testing/lies-in.js';
import { drawn, drawsFor, simplest } from '../../../src/testing/guides.js';
import { figuresOf } from '../../../src/testing/figures.js';
import { findPoint } from '../../../src/testing/search.js';
import { few, runs } from '../../laws/runs.js';

/** The equation that so many of each come to so much. */
const equation = (times: readonly number[], is: number): Equation => ({
  sum: times.map((n, of) => ({ of, times: n })),
  is,
});

/** What is known of as many variables: nothing, or the one value that some of them have. */
const knownAs = (values: readonly (number | undefined)[]) => ({
  least: values.map((value) => value ?? -Infinity),
  most: values.map((value) => value ?? Infinity),
  leastFrom: values.map(() => []),
  mostFrom: values.map(() => []),
});

/** Whether three whole numbers solve these equations: if any do, some do that are no greater than this. */
function areSolvedByTrying(equations: readonly (readonly [readonly number[], number])[], greatest = 45): boolean {
  for (let x = -greatest; x <= greatest; x++) {
    for (let y = -greatest; y <= greatest; y++) {
      // The third is what the first equation that it stands in leaves for it.
      const [times, is] = equations.find(([[, , c = 0]]) => c !== 0) ?? [[0, 0, 1], 0];
      const [a = 0, b = 0, c = 1] = times;
      const z = (is - a * x - b * y) / c;
      if (!Number.isInteger(z)) continue;
      if (equations.every(([[k = 0, l = 0, m = 0], so]) => k * x + l * y + m * z === so)) return true;
    }
  }
  return false;
}

const times = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 });
const equations = fc.array(fc.tuple(times, fc.integer({ min: -6, max: 6 })), { minLength: 1, maxLength: 2 });

describe('whether whole numbers solve equations', () => {
  it('is what trying all of them finds', () => {
    const met = { solved: 0, not: 0 };
    fc.assert(
      fc.property(equations, (some) => {
        const is = areSolvedByTrying(some);
        met[is ? 'solved' : 'not']++;
        const asked = some.map(([of, so]) => equation(of, so));
        expect(haveWholeSolution(asked, knownAs([undefined, undefined, undefined]))).toBe(is);
      }),
      runs(200),
    );
    expect(Math.min(met.solved, met.not)).toBeGreaterThan(few(30));
  });

  it('is never denied of equations that were made of a solution, however many there are and whatever is known of it', () => {
    const figure = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const made = fc.integer({ min: 1, max: 8 }).chain((n) =>
      fc.record({
        solution: fc.array(figure, { minLength: n, maxLength: n }),
        known: fc.array(fc.boolean(), { minLength: n, maxLength: n }),
        rows: fc.array(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: n, maxLength: n }), {
          maxLength: 10,
        }),
      }),
    );
    fc.assert(
      fc.property(made, ({ solution, known, rows }) => {
        const asked = rows.map((row) =>
          equation(
            row,
            row.reduce((sum, n, i) => sum + n * solution[i]!, 0),
          ),
        );
        const bounds = knownAs(solution.map((value, i) => (known[i] ? value : undefined)));
        expect(haveWholeSolution(asked, bounds)).toBe(true);
        // With all of it known, nothing else solves what comes to one more.
        const [first] = asked;
        if (!first) return;
        const other = [{ ...first, is: first.is + 1 }, ...asked.slice(1)];
        expect(haveWholeSolution(other, knownAs(solution))).toBe(false);
      }),
      runs(300),
    );
  });

  it('takes no heed of an equation whose figures are too great to be exact', () => {
    const odd = { sum: [{ of: 0, times: 2 }], is: 2 ** 53 + 2 };
    expect(haveWholeSolution([{ ...odd, is: 2 ** 53 - 1 }], knownAs([undefined]))).toBe(false);
    expect(haveWholeSolution([{ ...odd, sum: [{ of: 0, times: 2 ** 60 }] }], knownAs([undefined]))).toBe(true);
    expect(haveWholeSolution([odd], knownAs([1]))).toBe(true);
  });
});

/** So many quantities, with or without an upper bound, and what a party asks of them. */
const deal = (conditions: readonly Condition[], { n = 6, most, step = 1, scope = 'deal' }: Frame = {}): Scenario =>
  valueOrThrow(
    checkScenario({
      id: 'shares',
      parties: { a: {} },
      terms: Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          `q${i}`,
          { kind: 'quantity', unit: 'shares', step, scope, ...(most !== undefined && { bounds: { most } }) },
        ]),
      ),
      space: { phases: { least: 1, most: 2 }, days: 10 },
      positions: Object.fromEntries(
        conditions.map((condition, i) => [`p${i}`, { party: 'a', rigidity: 'demand', condition }]),
      ),
    }),
    'No scenario.',
  );

interface Frame {
  readonly n?: number;
  readonly most?: number;
  readonly step?: number;
  readonly scope?: 'deal' | 'phase';
}

type Op = '=' | '>=' | '<=';

const asked = (multiples: readonly number[], op: Op, line: number, phase?: number): Condition => {
  const part = (i: number) => ({ of: `q${i}`, ...(phase !== undefined && { in: phase }) });
  const [first = 0, ...rest] = multiples;
  return { kind: 'compare', ...part(0), times: first, plus: rest.map((n, i) => ({ ...part(i + 1), times: n })), op, line }; // prettier-ignore
};

/** What came of drawing what the party accepts. */
function drawnFrom(scenario: Scenario): string {
  try {
    fc.sample(acceptableOffers(scenario, 'a'), { seed: 1, numRuns: 20 });
    return 'drawn';
  } catch (error) {
    if (isFaultError(error)) return error.faults.map(({ code }) => code).join();
    throw error;
  }
}

const SUM = [1, 1, 1, 1, 1, 1];
const ALTERNATING = [1, -1, 1, -1, 1, -1];
const EMPTY = 'testing/empty-region';

describe('a region that is empty only because figures are whole', () => {
  it.each([
    ['a sum and an alternating one, the one even and the other odd', [asked(SUM, '=', 100), asked(ALTERNATING, '=', 7)], EMPTY],
    ['the same, both even', [asked(SUM, '=', 100), asked(ALTERNATING, '=', 8)], 'drawn'],
    ['the same, of which two opposite bounds leave one figure', [asked(SUM, '>=', 100), asked(SUM, '<=', 100), asked(ALTERNATING, '>=', 7), asked(ALTERNATING, '<=', 7)], EMPTY],
    ['the same, with room for one more', [asked(SUM, '>=', 100), asked(SUM, '<=', 101), asked(ALTERNATING, '=', 7)], 'drawn'],
    ['sums that leave different rests by three', [asked(SUM, '=', 100), asked([1, 4, -2, 1, -2, 7], '=', 6)], EMPTY],
    ['multiples of two that come to something odd', [asked([2, 4, 6, 2, 4, 6], '=', 101)], EMPTY],
    ['odd only by one that has a fixed figure', [asked(SUM, '=', 100), asked([1, 0, 0, 0, 0, 0], '=', 3), asked([0, 1, -1, 1, -1, 1], '=', 8)], EMPTY],
    ['even by one that has a fixed figure', [asked(SUM, '=', 100), asked([1, 0, 0, 0, 0, 0], '=', 4), asked([0, 1, -1, 1, -1, 1], '=', 8)], 'drawn'],
    ['three of which each two come to something odd', [asked([1, 1, 0, 0, 0, 0], '=', 99), asked([0, 1, 1, 0, 0, 0], '=', 95), asked([1, 0, 1, 0, 0, 0], '=', 91)], EMPTY],
    ['either of two ways, neither in whole figures', [asked(SUM, '=', 100), { kind: 'any', of: [asked(ALTERNATING, '=', 7), asked(ALTERNATING, '=', 9)] }], EMPTY],
    ['either of two ways, one of them in whole figures', [asked(SUM, '=', 100), { kind: 'any', of: [asked(ALTERNATING, '=', 7), asked(ALTERNATING, '=', 10)] }], 'drawn'],
    ['where only one rest by seven will do', [asked(SUM, '=', 100), asked([2, 8, -6, 8, 1, 15], '=', 115)], 'drawn'],
  ] as [string, Condition[], string][])('%s', (_, conditions, is) => {
    expect(drawnFrom(deal(conditions, { most: 100 }))).toBe(is);
    // What has no upper end is no less whole: that is a proof, and not merely so as far up as was searched.
    expect(drawnFrom(deal(conditions))).toBe(is);
    expect(drawnFrom(deal(conditions, { most: 1000, scope: 'phase' }))).toBe(is);
  }); // prettier-ignore

  it('is so in steps', () => {
    const halves = (op: Op) => [asked(SUM, '=', 50), asked(ALTERNATING, op, 3.5)];
    expect(drawnFrom(deal(halves('='), { most: 50, step: 0.5 }))).toBe(EMPTY);
    expect(drawnFrom(deal(halves('>='), { most: 50, step: 0.5 }))).toBe('drawn');
  });

  it('is left for what has two phases, where one phase alone cannot do it', () => {
    const odd = [asked(SUM, '=', 100, 1), asked(ALTERNATING, '=', 7)];
    const second = asked([1, 0, 0, 0, 0, 0], '<=', 0, 2);
    const frame = { most: 100, scope: 'phase' } as const;
    expect(drawnFrom(deal(odd, frame))).toBe('drawn');
    const none = SUM.map((_, i) => asked(SUM.map((__, j) => (i === j ? 1 : 0)), '<=', 0, 2)); // prettier-ignore
    expect(drawnFrom(deal([...odd, second], frame))).toBe('drawn');
    expect(drawnFrom(deal([...odd, ...none], frame))).toBe(EMPTY);
  });

  it('says nothing, and breaks nothing', () => {
    const scenario = deal([asked(SUM, '=', 100), asked(ALTERNATING, '=', 7)], { most: 100 });
    const [finding] = checkDeal(scenario, { among: 'deals', invariants: [{ condition: asked(SUM, '=', 3) }] });
    expect(finding?.finding).toBe('undetermined');
    expect(finding?.text).toContain('There is no such offer');
    const sums = { kind: 'all', of: [asked(SUM, '=', 100), asked(ALTERNATING, '=', 7)] } as const;
    const [held] = checkDeal(deal([], { most: 100 }), { invariants: [{ condition: { kind: 'not', of: sums } }] });
    expect(held).toMatchObject({ finding: 'held', proved: true });
  });
});

/** So small that every offer can be looked at. */
const box = deal([], { n: 4, most: 4 });

/** Where so many of each come to so much. */
const at = (times: readonly number[], so: number): Region => ({
  kind: 'band',
  sum: times.map((n, i) => ({ of: `q${i}`, times: n })),
  least: so,
  most: so,
});

const band = (n: number) =>
  fc
    .record({
      multiples: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: n, maxLength: n }),
      least: fc.integer({ min: -6, max: 12 }),
      width: fc.constantFrom(0, 0, 0, 1, 3),
    })
    .map(({ multiples, least, width }): Region => {
      const sum = multiples.map((m, i) => ({ of: `q${i}`, times: m }));
      const most: Region = { kind: 'band', sum, most: least + width };
      return width === 0 ? { kind: 'band', sum, least, most: least } : { kind: 'both', of: [{ kind: 'band', sum, least }, most] }; // prettier-ignore
    });

const regions = fc.array(band(4), { minLength: 1, maxLength: 4 }).chain(
  (of) =>
  fc.constantFrom<Region>({ kind: 'both', of }, { kind: 'both', of: [of[0]!, { kind: 'either', of: of.slice(1) }] }), // prettier-ignore
);

describe('a small region, each of whose offers is looked at', () => {
  it('is said to be empty if and only if none lies in it, wherever the search begins', () => {
    const layout = layoutOf(box);
    const figures = figuresOf(box);
    const places = [0, 1, 2, 3].map((i) => layout.at[`q${i}`]!);
    const met = { empty: 0, some: 0 };
    const isEmpty = (region: Region): boolean => {
      for (let code = 0; code < 5 ** 4; code++) {
        const point = layout.variables.map(() => 0);
        places.forEach((place, i) => (point[place] = Math.floor(code / 5 ** i) % 5));
        if (liesIn(layout, region, point)) return false;
      }
      return true;
    };
    fc.assert(
      fc.property(regions, fc.array(fc.nat(), { minLength: drawsFor(layout), maxLength: 60 }), (region, draws) => {
        const is = isEmpty(region);
        met[is ? 'empty' : 'some']++;
        for (const guide of [simplest(figures), drawn(layout, draws, figures)]) {
          const found = findPoint(layout, region, guide, 1000);
          if (is) expect(found).toBe('none');
          else expect(typeof found !== 'string' && liesIn(layout, region, found)).toBe(true);
        }
      }),
      runs(300),
    );
    expect(Math.min(met.empty, met.some)).toBeGreaterThan(few(60));
  });

  it('is drawn from, or said to be empty, as soon where its figures may be great', () => {
    const great = deal([], { n: 5, most: 100_000 });
    const [layout, figures] = [layoutOf(great), figuresOf(great)];
    const met = { empty: 0, some: 0 };
    const seen = fc.record({
      by: fc.integer({ min: 2, max: 5 }),
      weights: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 5, maxLength: 5 }),
      point: fc.array(fc.integer({ min: 10, max: 20_000 }), { minLength: 5, maxLength: 5 }),
      off: fc.nat({ max: 4 }),
    });
    fc.assert(
      fc.property(seen, ({ by, weights, point, off }) => {
        // What these come to differs from the sum of all by a multiple, so that their rests are the same.
        const multiples = weights.map((n) => 1 + by * n);
        const comesTo = (times: readonly number[]) => times.reduce((sum, n, i) => sum + n * point[i]!, 0);
        const ones = multiples.map(() => 1);
        const rest = off % by;
        if (rest === 0 || multiples.every((n) => n === 1)) return;
        met.empty++;
        const region: Region = {
          kind: 'both',
          of: [at(ones, comesTo(ones)), at(multiples, comesTo(multiples) + rest)],
        };
        expect(findPoint(layout, region, simplest(figures), 1000, 5)).toBe('none');
        expect(() => drawOffers(great, region)).toThrow(EMPTY);
      }),
      runs(100),
    );
    expect(met.empty).toBeGreaterThan(few(40));
  });

  it('is found in soon where one of its figures has to leave a certain rest', () => {
    const great = deal([], { most: 1000 });
    const [layout, figures] = [layoutOf(great), figuresOf(great)];
    const draws = fc.array(fc.nat(), { minLength: drawsFor(layout), maxLength: 60 });
    fc.assert(
      fc.property(draws, fc.nat({ max: 6 }), (some, rest) => {
        // Taken away from each other, all but the first come to multiples of seven.
        const region: Region = { kind: 'both', of: [at(SUM, 100), at([2, 8, -6, 8, 1, 15], 114 + rest)] };
        for (const guide of [simplest(figures), drawn(layout, some, figures)]) {
          const found = findPoint(layout, region, guide, 1000, 2000);
          expect(typeof found !== 'string' && found[layout.at['q0']!]! % 7).toBe(rest % 7);
        }
      }),
      runs(40),
    );
  });
});
