import fc from 'fast-check';
import {
  assess,
  checkScenario,
  defineScenario,
  draw,
  isFaultError,
  judge,
  layoutOf,
  readDeal,
  settingOf,
  type Condition,
  type Offer,
  type Region,
  type Scenario,
} from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import {
  acceptableOffers,
  amendments,
  checkDeal,
  conditions,
  drawOffers,
  isEmptyRegion,
  offers,
  ratioWithin,
  scenarios,
} from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { fromSteps, inSteps } from '../../src/terms/decimal.js';
import { few, runs } from '../laws/runs.js';
import { PLAIN } from '../support/plain.js';

/** A rate of money for people, with or without upper bounds, and an offer that meets it. */
const deal = (most: { readonly money?: number; readonly people?: number }, figures = true) =>
  defineScenario({
    id: 'rate',
    parties: { a: {}, b: {} },
    terms: {
      money: { kind: 'quantity', unit: 'coins', ...(most.money !== undefined && { bounds: { most: most.money } }) },
      people: { kind: 'quantity', unit: 'people', ...(most.people !== undefined && { bounds: { most: most.people } }) },
    },
    space: { phases: { least: 1, most: 1 }, days: 10 },
    positions: {
      rate: {
        party: 'a',
        rigidity: 'demand',
        condition: { kind: 'ratio', of: 'money', per: 'people', op: '>=', line: 1000 },
      },
      some: { party: 'a', rigidity: 'demand', condition: { kind: 'compare', of: 'people', op: '>=', line: 100 } },
    },
    offers: figures ? { good: { known: 'full', terms: { money: 100_000, people: 100 } } } : {},
  });
const bounded = deal({ money: 200_000, people: 1000 });
const endless = deal({});

/** That what a party asks cannot all be had. */
const never = ({ positions }: Scenario): Condition => ({
  kind: 'not',
  of: { kind: 'all', of: Object.values(positions).flatMap((p) => p.readings.map((r) => r.condition)) },
});

const one = (scenario: Scenario, condition: Condition) => checkDeal(scenario, { invariants: [{ condition }] })[0]!;

/** The exact figure of a term that an offer gives. */
function figureOf({ terms }: Pick<Offer, 'terms'>, id: string): number {
  const field = terms[id];
  return field && 'value' in field && typeof field.value === 'object' && 'n' in field.value ? field.value.n : NaN;
}

/** The faults that a call throws. */
function faultsOf(call: () => unknown): readonly { readonly code: string; readonly message: string }[] {
  try {
    call();
  } catch (error) {
    if (isFaultError(error)) return error.faults;
    throw error;
  }
  return [];
}

describe('bounds are searched whole', () => {
  it.each([
    ['bounded', bounded],
    ['endless', endless],
    ['endless, and no offer names a figure', deal({}, false)],
  ])('so that what parties ask for far out is found: %s', (_, scenario) => {
    const found = one(scenario, never(scenario));
    expect([found.finding, found.proved]).toEqual(['broken', true]);
    const [offer] = fc.sample(acceptableOffers(scenario, 'a'), { seed: 1, numRuns: 1 });
    expect(assess(scenario, offer!).answers['a']?.byPosition?.answer).toBe('accepts');
  });

  it('so that a ready law is broken by what lies near a bound', () => {
    const law = ratioWithin(bounded, 'money', 'people', { most: 150_000 });
    expect(checkDeal(bounded, { invariants: [law] })[0]).toMatchObject({ finding: 'broken', proved: true });
    const gaza = gaza2024();
    const many: Condition = {
      kind: 'all',
      of: [
        { kind: 'ratio', of: 'prisoners', per: 'hostages', op: '>=', line: 50 },
        { kind: 'compare', of: 'hostages', op: '>=', line: 100 },
      ],
    };
    expect(one(gaza, { kind: 'not', of: many })).toMatchObject({ finding: 'broken', proved: true });
  });

  it('so that a condition is held, and proved to be, only where nothing within them breaks it', () => {
    const spaces = fc.record({
      most: fc.integer({ min: 0, max: 1_000_000 }),
      line: fc.integer({ min: 0, max: 1_000_000 }),
    });
    let held = 0;
    fc.assert(
      fc.property(spaces, ({ most, line }) => {
        const scenario = deal({ money: most, people: 5 }, false);
        const { finding, proved } = one(scenario, { kind: 'compare', of: 'money', op: '<=', line });
        if (most <= line) held++;
        expect([finding, proved]).toEqual([most <= line ? 'held' : 'broken', true]);
      }),
      runs(60),
    );
    expect(held).toBeGreaterThan(3);
  });

  it('by figures that are drawn', () => {
    const money = fc
      .sample(offers(bounded, { known: 'full' }), { seed: 1, numRuns: 300 })
      .map((o) => figureOf(o, 'money'));
    expect(money).toContain(0);
    expect(money).toContain(200_000);
    for (const tenth of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const [least, most] = [tenth * 20_000, (tenth + 1) * 20_000];
      expect(
        money.some((n) => n >= least && n < most),
        `from ${least}`,
      ).toBe(true);
    }
    const amended = fc.sample(amendments(bounded, bounded.offers['good']!), { seed: 1, numRuns: 200 });
    expect(Math.max(...amended.map(({ offer }) => figureOf(offer, 'money')))).toBeGreaterThan(150_000);
  });
});

describe('what something turns on is drawn', () => {
  const wide = scenarios({ steps: 1_000_000, positions: 0, ...PLAIN }).chain((scenario) =>
    fc.record({ scenario: fc.constant(scenario), share: fc.integer({ min: 0, max: 1_000_000 }) }),
  );

  /** The scenario with a position on each quantity whose line lies that far between its bounds, in millionths; the lines. */
  function withLines(scenario: Scenario, share: number) {
    const quantities = Object.entries(scenario.terms).flatMap(([id, term]) => {
      if (term.kind !== 'quantity' || term.bounds.most === undefined) return [];
      const [least, most] = [inSteps(term.bounds.least, term.step), inSteps(term.bounds.most, term.step)];
      const line = fromSteps(least + Math.round(((most - least) * share) / 1_000_000), term.step);
      return [{ id, least: term.bounds.least, most: term.bounds.most, line }];
    });
    const [party] = Object.keys(scenario.parties);
    const positions = quantities.map(({ id, line }) => {
      return [id, { party, rigidity: 'demand', condition: { kind: 'compare', of: id, op: '>=', line } }] as const;
    });
    const checked = checkScenario({ ...scenario, positions: Object.fromEntries(positions) });
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    return { asked: checked.value, quantities };
  }

  it('both bounds and the exact line of a position, however wide the bounds', () => {
    let widest = 0;
    fc.assert(
      fc.property(wide, fc.integer(), ({ scenario, share }, seed) => {
        const { asked, quantities } = withLines(scenario, share);
        const drawn = fc.sample(offers(asked, { known: 'full' }), { seed, numRuns: 300 });
        for (const { id, least, most, line } of quantities) {
          widest = Math.max(widest, most - least);
          const figures = new Set(drawn.map((offer) => figureOf(offer, id)));
          expect(
            [least, line, most].filter((n) => !figures.has(n)),
            id,
          ).toEqual([]);
        }
      }),
      runs(40),
    );
    expect(widest).toBeGreaterThan(100_000);
  });

  it('and of a position on one phase of the shipped scenario', () => {
    const drawn = fc.sample(offers(gaza2024(), { known: 'full' }), { seed: 1, numRuns: 300 });
    const first = drawn.map(({ phases: [phase] }) => (phase ? figureOf(phase, 'prisoners') : NaN));
    for (const figure of [0, 1499, 1500, 10_000]) expect(first).toContain(figure);
  });

  it('and the line of a position on what has no upper bound, and what lies beyond it', () => {
    const money = fc.sample(offers(endless, { known: 'full' }), { seed: 1, numRuns: 300 });
    const people = money.map((offer) => figureOf(offer, 'people'));
    for (const figure of [99, 100]) expect(people).toContain(figure);
    expect(Math.max(...people)).toBeGreaterThan(100_000);
  });
});

describe('what has no upper bound', () => {
  const three = defineScenario({
    id: 'three',
    parties: { a: {} },
    terms: {
      x: { kind: 'quantity', unit: 'coins' },
      y: { kind: 'quantity', unit: 'coins' },
      z: { kind: 'quantity', unit: 'coins' },
    },
    space: { phases: { least: 1, most: 2 }, days: 10 },
    positions: {
      rich: { party: 'a', rigidity: 'demand', condition: { kind: 'ratio', of: 'x', per: 'y', op: '>=', line: 1000 } },
      fair: { party: 'a', rigidity: 'demand', condition: { kind: 'ratio', of: 'y', per: 'z', op: '>=', line: 1000 } },
    },
  });
  const far = never(three); // broken by a million of x, and by nothing less

  it('is searched only so far, which is no proof and is called none', () => {
    const found = one(three, far);
    expect([found.finding, found.proved]).toEqual(['held', false]);
    expect(found.text).toMatch(/up to [\d,]+ steps, or days: 'x', 'y' and 'z' have no upper bound/);
    const [asked] = checkDeal(three, { invariants: [{ title: 'any', offer: () => true }], among: 'deals' });
    expect(asked?.finding).toBe('undetermined');
    const [decided] = checkDeal(three, { invariants: [{ condition: far }], among: 'deals' });
    expect(decided?.finding).toBe('undetermined');
    for (const finding of [asked, decided]) expect(finding?.text).toContain('so that this is no proof');
  });

  it('leaves nothing empty for that reason, and is searched farther where that is asked', () => {
    const region: Region = {
      kind: 'both',
      of: Object.values(three.positions).map(({ readings: [reading] }) =>
        draw(reading!.condition, { ...settingOf(three), want: 'met' }),
      ),
    };
    const asks = [
      () => acceptableOffers(three, 'a'),
      () => drawOffers(three, region),
      () => isEmptyRegion(three, region),
    ];
    for (const ask of asks) expect(faultsOf(ask).map(({ code }) => code)).toEqual(['testing/out-of-reach']);
    expect(isEmptyRegion(three, region, { most: 2_000_000 })).toBe(false);
    expect(fc.sample(acceptableOffers(three, 'a', { most: 2_000_000 }), { seed: 1, numRuns: 1 })).toHaveLength(1);
  });

  it('is told at once where a sum is put in phases and in totals, and cannot be on both sides of a line', () => {
    const term = { kind: 'quantity', unit: 'tonnes', scope: 'phase' } as const;
    const two = defineScenario({
      id: 'two',
      parties: { a: {}, b: {} },
      terms: { x: term, y: term },
      space: { phases: { least: 2, most: 2 } },
      positions: {},
    });
    const sum = (...of: string[]) => of.map((name) => ({ of: name, times: name.startsWith('x') ? 2 : -1 }));
    const asked = (least: number): Region => ({
      kind: 'both',
      of: [
        { kind: 'band', sum: sum('x', 'y'), most: 0 },
        { kind: 'band', sum: sum('x@1', 'x@2', 'y@1', 'y@2'), least },
      ],
    });
    expect([0, 1].map((least) => isEmptyRegion(two, asked(least)))).toEqual([false, true]);
  });

  it.each<readonly [string, Condition, boolean]>([
    ['it is left out of', { kind: 'length', op: '<=', line: 10, unit: 'days' }, true],
    ['its lower bound decides', { kind: 'compare', of: 'x', op: '>=', line: 0 }, true],
    [
      'nothing of it could be both',
      {
        kind: 'ifThen',
        if: { kind: 'ratio', of: 'x', per: 'y', op: '>', line: 1.5 },
        then: { kind: 'ratio', of: 'x', per: 'y', op: '>', line: 1.5 },
      },
      true,
    ],
    ['something else without one decides', far, false],
  ])('is proved all the same where %s', (_, condition, isProved) => {
    expect(one(three, condition)).toMatchObject({ finding: 'held', proved: isProved });
  });

  it('is proved only where it is so however far up one goes', () => {
    let proved = 0;
    const cases = scenarios({ bounded: false, terms: 2, phases: 2, positions: 0, ...PLAIN }).chain((scenario) =>
      fc.record({ scenario: fc.constant(scenario), condition: conditions(scenario, { depth: 1 }) }),
    );
    fc.assert(
      fc.property(cases, fc.integer(), ({ scenario, condition }, seed) => {
        const { finding, proved: isProved } = one(scenario, condition);
        if (finding !== 'held') return;
        if (!isProved) return;
        if (layoutOf(scenario).variables.some((v) => !Number.isFinite(v.most))) proved++;
        for (const most of [5, 50_000_000]) {
          for (const offer of fc.sample(offers(scenario, { known: 'full', most }), { seed, numRuns: 20 })) {
            expect(judge(condition, readDeal(settingOf(scenario), offer)).verdict).toBe('met');
          }
        }
      }),
      runs(400),
    );
    expect(proved).toBeGreaterThan(few(5));
  });
});
