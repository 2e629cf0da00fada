import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOffer, defineScenario, onDay, owedByKey, schedule, type KeyRow, type KeyTable } from 'sticking-points';

const key = (rows: readonly KeyRow[]): KeyTable => ({
  label: 'pay for goods',
  rows,
  totals: {},
  outside: [],
  basis: 'assumed',
  citations: [],
});

const exactly = (n: number) => ({ least: n, most: n });
type Reach = { readonly least: number; readonly most: number };
/** How many goods of each kind there are: without a word of it, one. */
type There = Readonly<Record<string, Reach>>;
const wholeOf =
  (there: There) =>
  (path: string): Reach =>
    path === 'pay' ? exactly(50) : (there[path] ?? exactly(1));
const owed = (rows: readonly KeyRow[], given: Record<string, Reach>, there: There = {}) =>
  owedByKey(key(rows), given, wholeOf(there))['pay'] ?? exactly(0);

const figures = fc.oneof({ arbitrary: fc.integer({ min: 1, max: 3 }), weight: 3 }, fc.constant('all' as const));
const someThere = fc
  .tuple(fc.nat(4), fc.constantFrom(0, 0, 1, 3, Infinity))
  .map(([least, more]): Reach => ({ least, most: least + more }));
const anyThere = fc.record({ 'goods/red': someThere, 'goods/blue': someThere, 'goods/green': someThere });
const lines = fc.array(
  fc.record({
    for: fc.record({ n: figures, of: fc.subarray(['goods/red', 'goods/blue'], { minLength: 1 }) }),
    give: fc.tuple(fc.record({ n: figures, of: fc.constant('pay') })),
  }),
  { minLength: 1, maxLength: 4 },
);

describe('what an exchange key gives for goods of no known category', () => {
  it('leaves room for whatever categories they turn out to be of', () => {
    fc.assert(
      fc.property(lines, fc.nat(6), fc.nat(6), anyThere, (rows, red, blue, there) => {
        fc.pre(['goods/red', 'goods/blue'].every((of) => rows.some((row) => row.for.of.includes(of))));
        const all = { goods: exactly(red + blue) };
        const unknown = owed(rows, all, there);
        const known = owed(rows, { ...all, 'goods/red': exactly(red), 'goods/blue': exactly(blue) }, there);
        expect(unknown.least).toBeLessThanOrEqual(known.least + 1e-9);
        expect(unknown.most).toBeGreaterThanOrEqual(known.most - 1e-9);
      }),
    );
  });

  it('leaves no more room than that: least and most are what some way of sorting them comes to', () => {
    const kinds = ['goods/red', 'goods/blue', 'goods/green'] as const;
    const rows = fc.array(
      fc.record({
        for: fc.record({ n: figures, of: fc.subarray([...kinds], { minLength: 1 }) }),
        give: fc.tuple(fc.record({ n: fc.oneof(fc.integer({ min: 1, max: 60 }), figures), of: fc.constant('pay') })),
      }),
      { minLength: 1, maxLength: 5 },
    );
    let once = 0;
    fc.assert(
      fc.property(rows, fc.nat(4), fc.nat(2), anyThere, (lines, unknown, red, there) => {
        const named = kinds.filter((of) => lines.some((row) => row.for.of.includes(of)));
        const sorted = (left: number, [kind, ...others]: readonly string[]): readonly Record<string, number>[] => {
          if (kind === undefined) return left === 0 ? [{}] : [];
          return Array.from({ length: left + 1 }, (_, n) => n).flatMap((n) =>
            sorted(left - n, others).map((rest) => ({ ...rest, [kind]: n })),
          );
        };
        const known = lines.some((row) => row.for.of.includes('goods/red')) ? red : 0;
        const all = sorted(unknown, named).map((by) => {
          const given = named.map((of) => [of, exactly((by[of] ?? 0) + (of === 'goods/red' ? known : 0))] as const);
          return owed(lines, Object.fromEntries(given), there);
        });
        const given = { goods: exactly(unknown + known), 'goods/red': exactly(known) };
        const reach = owed(lines, known > 0 ? given : { goods: exactly(unknown) }, there);
        expect(reach.least).toBeCloseTo(Math.min(...all.map(({ least }) => least)), 6);
        expect(reach.most).toBeCloseTo(Math.max(...all.map(({ most }) => most)), 6);
        const isReached = lines.some(
          ({ for: { n, of } }) => n === 'all' && of.every((one) => (there[one].least || 1) <= unknown),
        );
        if (isReached && unknown > 1 && named.length > 1) once++;
      }),
      { numRuns: 300 },
    );
    expect(once).toBeGreaterThan(30);
  });

  it('gives the least, and the most, of what is paid for each and of what is paid once whatever the number', () => {
    const host: KeyRow[] = [
      { for: { n: 1, of: ['goods/red'] }, give: [{ n: 30, of: 'pay' }] },
      { for: { n: 'all', of: ['goods/blue'] }, give: [{ n: 47, of: 'pay' }] },
    ];
    expect(owed(host, { goods: exactly(3) })).toEqual({ least: 47, most: 107 });
    expect(owed(host, { goods: exactly(1) })).toEqual({ least: 30, most: 47 });
    expect(owed(host, { goods: { least: 0, most: 3 } })).toEqual({ least: 0, most: 107 });
    // Of what may be measured in halves, half of one is still wanting, or is all that there is.
    const halves = (n: number) =>
      owedByKey(key(host), { goods: exactly(3) }, wholeOf({ 'goods/blue': exactly(n) }), undefined, () => 0.5)['pay'];
    expect(halves(1)).toEqual({ least: 47, most: 107 });
    expect(halves(0.5)).toEqual({ least: 47, most: 122 });
  });

  it('counts a line for all once all that there is of it was given, and not with the first', () => {
    const host: KeyRow[] = [{ for: { n: 'all', of: ['goods/red', 'goods/blue'] }, give: [{ n: 47, of: 'pay' }] }];
    const by = (red: number, blue: number, there: There) =>
      owed(host, { 'goods/red': exactly(red), 'goods/blue': exactly(blue) }, there);
    const there = { 'goods/red': exactly(3), 'goods/blue': exactly(2) };
    expect(by(1, 0, there)).toEqual(exactly(0));
    expect(by(3, 1, there)).toEqual(exactly(0));
    expect(by(3, 2, there)).toEqual(exactly(47));
    // As far as it is known how much there is.
    const open = { 'goods/red': { least: 2, most: 4 }, 'goods/blue': exactly(2) };
    expect(by(1, 2, open)).toEqual(exactly(0));
    expect(by(2, 2, open)).toEqual({ least: 0, most: 47 });
    expect(by(4, 2, open)).toEqual(exactly(47));
    expect(by(9, 9, { 'goods/red': { least: 0, most: Infinity } })).toEqual({ least: 0, most: 47 });
    expect(by(0, 0, { 'goods/red': exactly(0), 'goods/blue': exactly(0) })).toEqual(exactly(0));
  });

  it('counts a line that gives all from the first on, as a number in a key is a rate', () => {
    const host: KeyRow[] = [{ for: { n: 5, of: ['goods/red'] }, give: [{ n: 'all', of: 'pay' }] }];
    expect(owed(host, { 'goods/red': exactly(0) })).toEqual(exactly(0));
    expect(owed(host, { 'goods/red': exactly(1) })).toEqual(exactly(50));
    expect(owed(host, { 'goods/red': exactly(5) })).toEqual(exactly(50));
  });

  it('asks for nothing certain where they may be of a category that stands in no line', () => {
    const scenario = defineScenario({
      id: 'goods',
      parties: { north: {}, south: {} },
      terms: {
        goods: {
          kind: 'quantity',
          unit: 'goods',
          categories: { red: 'red', blue: 'blue', any: { label: 'any', of: ['red', 'blue'] } },
        },
        pay: { kind: 'quantity', unit: 'coins' },
      },
      positions: {},
    });
    const paid = (...of: readonly string[]) => {
      const checked = checkOffer(scenario, 'x', {
        text: {
          keys: { rate: { rows: [{ for: { n: 1, of }, give: [{ n: 3, of: 'pay' }] }] } },
          obligations: {
            gives: { owedBy: ['north'], of: 'goods', amount: 4, begins: onDay(0) },
            pays: { owedBy: ['south'], of: 'pay', byKey: { key: 'rate', of: ['gives'] }, begins: onDay(1) },
          },
        },
      });
      return checked.ok && schedule(scenario, checked.value).duties[1]?.amount;
    };
    expect(paid('goods/red')).toEqual({ least: 0, most: 12 });
    expect(paid('goods/red', 'goods/blue')).toEqual({ least: 12, most: 12 });
    expect(paid('goods/any')).toEqual({ least: 12, most: 12 });
  });

  it('counts every line in which a category stands', () => {
    const rows: KeyRow[] = [
      { for: { n: 1, of: ['goods/red', 'goods/blue'] }, give: [{ n: 3, of: 'pay' }] },
      { for: { n: 1, of: ['goods/red'] }, give: [{ n: 10, of: 'pay' }] },
    ];
    expect(owed(rows, { goods: exactly(10) })).toEqual({ least: 30, most: 130 });
    expect(owed(rows, { goods: { least: 1, most: Infinity } })).toEqual({ least: 3, most: Infinity });
  });
});
