import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { owedByKey, type KeyRow, type KeyTable } from 'sticking-points';

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

  it('counts every line in which a category stands', () => {
    const rows: KeyRow[] = [
      { for: { n: 1, of: ['goods/red', 'goods/blue'] }, give: [{ n: 3, of: 'pay' }] },
      { for: { n: 1, of: ['goods/red'] }, give: [{ n: 10, of: 'pay' }] },
    ];
    expect(owed(rows, { goods: exactly(10) })).toEqual({ least: 30, most: 130 });
    expect(owed(rows, { goods: { least: 1, most: Infinity } })).toEqual({ least: 3, most: Infinity });
  });
});
