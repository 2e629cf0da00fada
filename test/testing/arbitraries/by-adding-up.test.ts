import fc from 'fast-check';
import { checkScenario, layoutOf, type Region } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../../support/seed.js';
import { valueOrThrow } from '../../../src/base/result.js';
import type { Bounds, Tie } from '../../../src/base/tighten.js';
import { mayBeMet } from '../../../src/testing/by-adding-up.js';
import { figuresOf } from '../../../src/testing/figures.js';
import { simplest } from '../../../src/testing/guides.js';
import { findPoint } from '../../../src/testing/search.js';
import { few, runs } from '../../laws/runs.js';

const MOST = 4;

const tie = (times: readonly number[], ends: Pick<Tie, 'least' | 'most'>): Tie => ({
  sum: times.flatMap((n, of) => (n === 0 ? [] : [{ of, times: n }])),
  ...ends,
});

const within = (least: number, most: number): Bounds => ({
  least: [least, least, least],
  most: [most, most, most],
  leastFrom: [[], [], []],
  mostFrom: [[], [], []],
});

const proved = () => true;

/** Three figures up to a few, by every way in which they may be. */
function* figures(): Generator<readonly [number, number, number]> {
  for (let x = 0; x <= MOST; x++) for (let y = 0; y <= MOST; y++) for (let z = 0; z <= MOST; z++) yield [x, y, z];
}

const comesTo = ({ sum }: Tie, values: readonly number[]) =>
  sum.reduce((total, { of, times }) => total + times * (values[of] ?? 0), 0);
const holds = (one: Tie, values: readonly number[]) =>
  comesTo(one, values) >= (one.least ?? -Infinity) && comesTo(one, values) <= (one.most ?? Infinity);

const ends = fc.oneof(
  fc.integer({ min: -6, max: 8 }).map((least) => ({ least })),
  fc.integer({ min: -6, max: 8 }).map((most) => ({ most })),
);
const anyTies = fc.array(
  fc
    .tuple(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 }), ends)
    .map(([times, end]) => tie(times, end)),
  { minLength: 1, maxLength: 5 },
);

describe('whether figures can meet ties, by adding these up', () => {
  it('is never denied where some do', () => {
    const met = { some: 0, denied: 0, missed: 0 };
    fc.assert(
      fc.property(anyTies, (ties) => {
        const isMet = [...figures()].some((values) => ties.every((one) => holds(one, values)));
        const may = mayBeMet(ties, within(0, MOST), proved);
        if (isMet) expect(may).toBe(true);
        met[isMet ? 'some' : may ? 'missed' : 'denied']++;
      }),
      runs(400),
    );
    expect(Math.min(met.some, met.denied)).toBeGreaterThan(few(60));
    // What no real figures meet is always denied; what only whole ones do not, mostly.
    expect(met.missed).toBeLessThan(met.denied / 4);
  });

  it('is denied of what goes round, however far the figures reach', () => {
    const round = [tie([1, -1, 0], { least: 1 }), tie([0, 1, -1], { least: 1 }), tie([-1, 0, 1], { least: 1 })];
    for (const most of [9, 1e9, Infinity]) expect(mayBeMet(round, within(0, most), proved)).toBe(false);
    expect(mayBeMet(round.slice(1), within(0, 1), proved)).toBe(false);
    expect(mayBeMet(round.slice(1), within(0, 2), proved)).toBe(true);
  });

  it('rests on no end that is not vouched for, and on no figure that is not exact', () => {
    const above = [tie([1, -1, 0], { least: 5 })];
    expect(mayBeMet(above, within(0, 4), proved)).toBe(false);
    expect(mayBeMet(above, within(0, 4), (_, end) => end === 'least')).toBe(true);
    expect(mayBeMet([tie([1, 0, 0], { least: 2 ** 60 })], within(0, 4), proved)).toBe(true);
  });

  it('makes a search see soon that there is nothing, where values would be tried for long', () => {
    const scenario = valueOrThrow(
      checkScenario({
        id: 'round',
        parties: { a: {}, b: {} },
        terms: Object.fromEntries(
          ['w', 'x', 'y', 'z'].map((id) => [id, { kind: 'quantity', unit: 'loads', bounds: { most: 1e6 } }]),
        ),
        space: { phases: 1 },
        positions: {},
      }),
      'round',
    );
    const layout = layoutOf(scenario);
    const band = (sum: Readonly<Record<string, number>>, least: number): Region => ({
      kind: 'band',
      sum: Object.entries(sum).map(([of, times]) => ({ of, times })),
      least,
    });
    const guide = simplest(figuresOf(scenario));
    const all = [band({ x: 1, y: 1, z: -1 }, 1), band({ z: 1, w: 1, x: -1 }, 1), band({ y: -1, w: -1 }, -1)];
    expect(findPoint(layout, { kind: 'both', of: all }, guide, 1000, 500)).toBe('none');
    expect(findPoint(layout, { kind: 'both', of: all.slice(0, 2) }, guide, 1000, 500)).not.toBe('none');
  });
});
