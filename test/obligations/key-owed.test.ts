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
const owed = (rows: readonly KeyRow[], given: Record<string, { least: number; most: number }>) =>
  owedByKey(key(rows), given, () => exactly(50))['pay'] ?? exactly(0);

const figures = fc.oneof({ arbitrary: fc.integer({ min: 1, max: 3 }), weight: 3 }, fc.constant('all' as const));
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
      fc.property(lines, fc.nat(6), fc.nat(6), (rows, red, blue) => {
        fc.pre(['goods/red', 'goods/blue'].every((of) => rows.some((row) => row.for.of.includes(of))));
        const all = { goods: exactly(red + blue) };
        const unknown = owed(rows, all);
        const known = owed(rows, { ...all, 'goods/red': exactly(red), 'goods/blue': exactly(blue) });
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
      fc.property(rows, fc.nat(4), fc.nat(2), (lines, unknown, red) => {
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
          return owed(lines, Object.fromEntries(given)).least;
        });
        const given = { goods: exactly(unknown + known), 'goods/red': exactly(known) };
        const reach = owed(lines, known > 0 ? given : { goods: exactly(unknown) });
        expect(reach.least).toBeCloseTo(Math.min(...all), 6);
        expect(reach.most).toBeCloseTo(Math.max(...all), 6);
        if (lines.some((row) => row.for.n === 'all') && unknown > 1 && named.length > 1) once++;
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
    // Of what may be measured in halves, half of one sets it off.
    const halves = owedByKey(
      key(host),
      { goods: exactly(3) },
      () => exactly(50),
      undefined,
      () => 0.5,
    );
    expect(halves['pay']).toEqual({ least: 47, most: 122 });
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
