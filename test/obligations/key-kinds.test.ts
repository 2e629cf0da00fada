import fc from 'fast-check';
import { days, defineScenario, onDay, progress, review, schedule, type KeyRow, type Scenario } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const KINDS = ['wheat', 'spelt', 'rye'] as const;

interface Drafted {
  readonly rows: readonly KeyRow[];
  readonly outside?: readonly string[];
  readonly totals?: Readonly<Record<string, number>>;
  /** Loads of grain, by the path id of what each is of. */
  readonly loads: readonly (readonly [of: string, tonnes: number])[];
  /** What the answers are of. */
  readonly answers?: readonly string[];
  readonly values?: Readonly<Record<string, number>>;
  readonly overlap?: boolean;
}

/** Fish for grain, where grain is wheat, spelt or rye, and bread grain is no rye; fish is cod or herring. */
function pact({ rows, outside, totals, loads, answers = ['fish'], values = {}, overlap = false }: Drafted): Scenario {
  const grain = Object.fromEntries(
    loads.map(([of, amount], i) => [
      `load${i}`,
      { owedBy: ['north'], to: ['south'], verifier: 'board', of, amount, begins: onDay(i) },
    ]),
  );
  const byKey = { key: 'rate', of: Object.keys(grain) };
  const fish = Object.fromEntries(
    answers.map((of, i) => [
      `answer${i}`,
      { owedBy: ['south'], to: ['north'], verifier: 'board', of, byKey, begins: onDay(20) },
    ]),
  );
  return defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: {
      grain: {
        kind: 'quantity',
        unit: 'tonnes',
        overlap,
        complete: true,
        categories: { wheat: 'wheat', spelt: 'spelt', rye: 'rye', bread: { label: 'bread', of: ['wheat', 'spelt'] } },
      },
      fish: {
        kind: 'quantity',
        unit: 'crates',
        step: 0.001,
        overlap,
        complete: true,
        categories: { cod: 'cod', herring: 'herring' },
      },
    },
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        known: 'full',
        terms: values as never,
        phases: [{ length: days(30) }],
        text: wide({
          bodies: { board: { members: ['north', 'south'] } },
          keys: { rate: { rows, ...(outside && { outside }), ...(totals && { totals }) } },
          obligations: { ...grain, ...fish },
        }),
      },
    },
  });
}

const owed = (scenario: Scenario, parts?: Readonly<Record<string, number>>, amount = 0) => {
  const talks = inForce(scenario, 'deal');
  if (parts) go(talks, { type: 'performance.reported', obligation: 'load0', amount, parts });
  return progress(talks)?.duties.find(({ obligation }) => obligation === 'answer0')?.owed;
};
const line = (n: number, ...of: readonly string[]): KeyRow => ({ for: { n: 1, of }, give: [{ n, of: 'fish' }] });
const planned = (scenario: Scenario) =>
  schedule(scenario, 'deal').duties.find(({ obligation }) => obligation === 'answer0')?.amount;
const codes = (scenario: Scenario) =>
  review(scenario, 'deal')
    .map(({ code }) => code)
    .filter((code) => code.startsWith('review/key'));

const PLACES = ['grain', 'grain/bread', 'grain/wheat', 'grain/spelt', 'grain/rye'] as const;

const lines = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...PLACES), fc.integer({ min: 0, max: 5 })), {
    selector: ([place]) => place,
    minLength: 1,
  })
  .map((all) => all.map(([place, n]) => line(n, place)));
const figures = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5));

describe('what is known to be of a category', () => {
  it('counts under a key as an obligation of that category does, whatever its lines and what stands outside', () => {
    fc.assert(
      fc.property(lines, fc.subarray(['grain/rye', 'grain/spelt', 'grain/bread']), figures, (rows, outside, all) => {
        const tonnes = all.reduce((sum, n) => sum + n, 0);
        fc.pre(tonnes > 0);
        const parts = Object.fromEntries(KINDS.map((kind, i) => [`grain/${kind}`, all[i] ?? 0]));
        const apart = pact({ rows, outside, loads: KINDS.map((kind, i) => [`grain/${kind}`, all[i] ?? 0] as const) });
        const whole = pact({ rows, outside, loads: [['grain', tonnes]] });
        const known = owed(apart);
        expect(known?.least).toBe(known?.most);
        expect(owed(whole, parts, tonnes)).toEqual(known);
        // What is not known leaves room for it.
        const open = owed(whole);
        expect(open?.least).toBeLessThanOrEqual(known?.least ?? 0);
        expect(open?.most).toBeGreaterThanOrEqual(known?.most ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a group', [line(3, 'grain/bread')], undefined, 24],
    ['a group with a line for one of it', [line(3, 'grain/bread'), line(1, 'grain/wheat')], undefined, 18],
    ['the whole', [line(3, 'grain')], undefined, 30],
    ['the whole but for one', [line(3, 'grain')], ['grain/rye'], 24],
    ['the whole but for a group', [line(3, 'grain')], ['grain/bread'], 6],
  ])('gives an exact figure by a line for %s', (_, rows, outside, n) => {
    const scenario = pact({ rows, ...(outside && { outside }), loads: [['grain', 10]] });
    const parts = { 'grain/wheat': 3, 'grain/spelt': 5, 'grain/rye': 2 };
    expect(owed(scenario, parts, 10)).toEqual({ least: n, most: n });
  });

  it('counts a group of which less is known', () => {
    const rows = [line(3, 'grain/bread'), line(1, 'grain/wheat')];
    const scenario = pact({ rows, loads: [['grain', 10]] });
    // Eight of bread grain, of which three are wheat: of the other five nobody knows.
    expect(owed(scenario, { 'grain/bread': 8, 'grain/wheat': 3, 'grain/rye': 2 }, 10)).toEqual({ least: 8, most: 18 });
  });

  it('is as many as the largest at the least, where categories may overlap', () => {
    const scenario = pact({ rows: [line(3, 'grain/bread')], loads: [['grain', 8]], overlap: true });
    expect(owed(scenario, { 'grain/wheat': 3, 'grain/spelt': 5 }, 8)).toEqual({ least: 15, most: 24 });
  });
});

describe('what stands outside a key', () => {
  const values = { grain: 10, 'grain/wheat': 3, 'grain/spelt': 5, 'grain/rye': 2 };

  it('is apart from a line for the whole, as far as the deal says of which categories the whole is', () => {
    const drafted = { rows: [line(3, 'grain')], outside: ['grain/rye'], totals: { fish: 24 }, loads: [] };
    const known = pact({ ...drafted, loads: [['grain', 10]], values });
    expect(planned(known)).toEqual({ least: 24, most: 24 });
    expect(codes(known)).toEqual([]);
    expect(codes(pact({ ...drafted, loads: [['grain', 10]], values, totals: { fish: 30 } }))).toEqual([
      'review/key-totals',
    ]);
    // Without answers, the lines are for what the deal gives.
    expect(codes(pact({ ...drafted, answers: [], values }))).toEqual([]);
    expect(codes(pact({ ...drafted, answers: [], values, totals: { fish: 30 } }))).toEqual(['review/key-totals']);
  });

  it('may be any of it otherwise', () => {
    const scenario = pact({ rows: [line(3, 'grain')], outside: ['grain/rye'], loads: [['grain', 9]], values });
    expect(planned(scenario)).toEqual({ least: 0, most: 27 });
  });
});

describe('what a key gives by categories', () => {
  const rows: readonly KeyRow[] = [
    {
      for: { n: 1, of: ['grain'] },
      give: [
        { n: 2, of: 'fish/cod' },
        { n: 8, of: 'fish/herring' },
      ],
    },
  ];
  const loads = [['grain', 10]] as const;

  it('adds up to the whole where they exclude each other', () => {
    const scenario = pact({ rows, loads, totals: { fish: 100 } });
    expect(planned(scenario)).toEqual({ least: 100, most: 100 });
    expect(codes(scenario)).toEqual([]);
    expect(codes(pact({ rows, loads, totals: { fish: 99 } }))).toEqual(['review/key-totals']);
  });

  it('comes to the largest at the least, and to all of them at the most, where they may overlap', () => {
    const scenario = pact({ rows, loads, overlap: true, totals: { fish: 90 } });
    expect(planned(scenario)).toEqual({ least: 80, most: 100 });
    expect(codes(scenario)).toEqual([]);
  });

  it('is no part of the whole where others owe it, or where a line says how much there is of the whole', () => {
    expect(planned(pact({ rows, loads, answers: ['fish', 'fish/cod'] }))).toEqual({ least: 80, most: 80 });
    const said = [
      {
        ...rows[0],
        give: [
          { n: 5, of: 'fish' },
          { n: 2, of: 'fish/cod' },
        ],
      },
    ];
    expect(planned(pact({ rows: said, loads }))).toEqual({ least: 50, most: 50 });
  });
});
