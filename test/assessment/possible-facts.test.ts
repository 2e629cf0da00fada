import { defineScenario, type Condition } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { followUpOn } from '../../src/assessment/follow-up.js';
import { possibleFacts, withFact, type PossibleFact } from '../../src/assessment/possible-facts.js';
import { readDeal } from '../../src/offers/read-deal.js';
import { settingOf, type Scenario } from '../../src/scenario/scenario.js';
import { between, exactly } from '../../src/terms/amount.js';
import { weeks } from '../../src/terms/length.js';

const few = { kind: 'compare', of: 'catch', op: '>=', line: 4 } as const;

function scenarioOf(conditions: readonly Condition[], offer: object = {}): Scenario {
  return defineScenario({
    id: 'facts',
    parties: { north: {}, south: {} },
    terms: {
      catch: {
        kind: 'quantity',
        unit: 'tonnes',
        scope: 'phase',
        step: 0.5,
        bounds: { most: 5 },
        categories: { cod: 'cod', hake: 'hake' },
      },
      wide: { kind: 'quantity', unit: 'tonnes', bounds: { least: -1000, most: 1000 } },
      endless: { kind: 'quantity', unit: 'tonnes', bounds: {} },
      calm: { kind: 'flag' },
      open: { kind: 'flag', scope: 'phase' },
      zone: { kind: 'choice', options: { near: 'near', far: 'far', both: 'both' } },
      gear: { kind: 'choice', scope: 'phase', options: { nets: 'nets', lines: 'lines' } },
    },
    space: { phases: { least: 1, most: 2 }, days: 60 },
    positions: Object.fromEntries(
      conditions.map((condition, i) => [`p${i}`, { party: 'north', rigidity: 'demand', condition }]),
    ) as Record<string, never>,
    offers: { o: offer },
  });
}

/** What conditions turn on and an offer leaves open. */
function factsOf(conditions: readonly Condition[], offer: object = {}): readonly PossibleFact[] {
  const scenario = scenarioOf(conditions, offer);
  const text = scenario.offers['o']!;
  const deal = readDeal(settingOf(scenario), text, undefined);
  return possibleFacts(scenario, text, deal, Object.values(scenario.positions));
}

const places = (facts: readonly PossibleFact[]) => facts.map((fact) => [fact.of, fact.in]);
const quantity = (of: string, scope?: 1 | 2 | { upTo: number } | 'total', line = 4): Condition => ({
  kind: 'compare',
  of,
  ...(scope !== undefined && { in: scope }),
  op: '>=',
  line,
});

describe('what conditions turn on', () => {
  it.each([
    ['a quantity in all', quantity('catch'), [['catch', undefined]]],
    ['the same, said so', quantity('catch', 'total'), [['catch', undefined]]],
    ['a quantity in a phase', quantity('catch', 2), [['catch', 2]]],
    [
      'a quantity up to a phase, phase by phase',
      quantity('catch', { upTo: 2 }),
      [
        ['catch', 1],
        ['catch', 2],
      ],
    ],
    ['a category', quantity('catch/cod', 1), [['catch/cod', 1]]],
    ['a quantity of the deal', quantity('wide'), [['wide', undefined]]],
    ['a flag of the deal', { kind: 'flag', of: 'calm', is: true }, [['calm', undefined]]],
    ['a flag of a phase', { kind: 'flag', of: 'open', in: 2, is: true }, [['open', 2]]],
    ['a choice of the deal', { kind: 'choice', of: 'zone', is: ['near'] }, [['zone', undefined]]],
    ['a choice of a phase', { kind: 'choice', of: 'gear', in: 2, is: ['nets'] }, [['gear', 2]]],
    ['how long it is', { kind: 'length', op: '>=', line: 2, unit: 'weeks' }, [['length', undefined]]],
    ['how long a phase is', { kind: 'length', in: 1, op: '>=', line: 2, unit: 'weeks' }, [['length', 1]]],
    [
      'when something begins',
      { kind: 'begins', of: 'open', noLaterThan: 2 },
      [
        ['open', 1],
        ['open', 2],
      ],
    ],
  ] as readonly (readonly [string, Condition, readonly unknown[]])[])('%s', (_, condition, expected) => {
    expect(places(factsOf([condition]))).toEqual(expected);
  });

  it('is named once, in the order of the terms, lengths last', () => {
    const length = { kind: 'length', op: '>=', line: 2, unit: 'weeks' } as const;
    const zone = { kind: 'choice', of: 'zone', is: ['near'] } as const;
    expect(places(factsOf([length, zone, few, quantity('catch'), quantity('catch', 1), zone]))).toEqual([
      ['catch', undefined],
      ['catch', 1],
      ['zone', undefined],
      ['length', undefined],
    ]);
  });

  it('is left out where the offer settles it', () => {
    expect(factsOf([few, quantity('catch', 1)], { phaseCount: 1, terms: { catch: 3 } })).toEqual([]);
    expect(factsOf([{ kind: 'flag', of: 'calm', is: true }], { terms: { calm: true } })).toEqual([]);
    expect(factsOf([{ kind: 'choice', of: 'zone', is: ['near'] }], { terms: { zone: 'near' } })).toEqual([]);
  });
});

describe('what it may turn out to be', () => {
  const values = (condition: Condition, offer: object = {}) => factsOf([condition], offer)[0]?.values;

  it('yes or no, of a flag', () => {
    expect(values({ kind: 'flag', of: 'calm', is: true })).toEqual([true, false]);
  });

  it('the options that are left, of a choice', () => {
    const zone = { kind: 'choice', of: 'zone', is: ['near'] } as const;
    expect(values(zone)).toEqual([{ oneOf: ['near'] }, { oneOf: ['far'] }, { oneOf: ['both'] }]);
    expect(values(zone, { terms: { zone: { oneOf: ['near', 'both'] } } })).toEqual([
      { oneOf: ['near'] },
      { oneOf: ['both'] },
    ]);
  });

  it('every figure on the step, where they are few', () => {
    expect(values(few)).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5].map(exactly));
    expect(values(few, { terms: { catch: between(1, 2) } })).toEqual([1, 1.5, 2].map(exactly));
    const day = (n: number) => ({ length: exactly(n), unit: 'days' });
    expect(values({ kind: 'length', op: '>=', line: 2, unit: 'weeks' })).toEqual(
      Array.from({ length: 61 }, (_, i) => day(i)),
    );
  });

  it('the ends and what is near the lines, where they are many', () => {
    const wide = (from: number, to: number) =>
      values(quantity('wide', undefined, 500), { terms: { wide: between(from, to) } });
    expect(wide(0, 198)).toHaveLength(199);
    expect(wide(0, 199)).toHaveLength(200);
    expect(wide(0, 200)).toEqual([0, 200].map(exactly));
    expect(wide(-1000, 1000)).toEqual([-1000, 499, 500, 501, 1000].map(exactly));
    expect(wide(500, 1000)).toEqual([500, 501, 1000].map(exactly));
    expect(wide(0, 500)).toEqual([0, 499, 500].map(exactly));
  });

  it('of a length, the ends and what is near the lines in days, weeks and months', () => {
    const scenario = defineScenario({
      id: 'long',
      parties: { north: {} },
      terms: { calm: { kind: 'flag' } },
      space: { phases: { least: 1, most: 1 }, days: 400 },
      positions: {
        long: { party: 'north', rigidity: 'demand', condition: { kind: 'length', op: '>=', line: 4, unit: 'weeks' } },
      },
      offers: { o: {} },
    });
    const deal = readDeal(settingOf(scenario), scenario.offers['o']!, undefined);
    const [fact] = possibleFacts(scenario, scenario.offers['o']!, deal, Object.values(scenario.positions));
    const near = [4, 28, 112, 116, 120, 124].flatMap((n) => [n - 1, n, n + 1]);
    expect(fact?.figures?.steps).toEqual([0, ...near, 400]);
    expect(fact?.values[1]).toEqual({ length: exactly(3), unit: 'days' });
  });

  it('far beyond the lines, where there is no end', () => {
    expect(values(quantity('endless', undefined, 500))).toEqual([0, 499, 500, 501, 51_000].map(exactly));
    expect(
      values(quantity('endless', undefined, 500), { terms: { endless: { wording: 'at least', n: 3000 } } }),
    ).toEqual([3000, 301_000].map(exactly));
    expect(values(quantity('endless', undefined, -500))).toEqual([0, 1000].map(exactly));
  });

  it('that, with the whole numbers behind it', () => {
    const [fact] = factsOf([few]);
    expect(fact?.figures?.steps).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(fact?.figures?.valueOf(7)).toEqual(exactly(3.5));
    expect(factsOf([{ kind: 'flag', of: 'calm', is: true }])[0]).not.toHaveProperty('figures');
  });
});

describe('an offer of which one thing more is known', () => {
  const noted = (value: unknown) => ({ value, basis: 'assumed', citations: [] });
  const scenario = scenarioOf([few], {
    terms: { calm: true },
    phases: [{ label: 'first', length: weeks(2), terms: { catch: 1 } }],
  });
  const offer = scenario.offers['o']!;
  const put = (of: string, phase: number | undefined, value: unknown) =>
    withFact(offer, { of, ...(phase !== undefined && { in: phase }), values: [] }, value as never);

  it('says it, and all it said', () => {
    expect(put('catch', undefined, exactly(3))).toEqual({
      ...offer,
      terms: { ...offer.terms, catch: noted(exactly(3)) },
    });
    const long = { length: exactly(9), unit: 'days' };
    expect(put('length', undefined, long)).toEqual({ ...offer, length: noted(long) });
  });

  it('says it of the phase, which it may have to name first', () => {
    const [first] = offer.phases;
    expect(put('open', 1, true)).toEqual({
      ...offer,
      phases: [{ ...first, terms: { ...first?.terms, open: noted(true) } }],
    });
    const long = { length: exactly(9), unit: 'days' };
    expect(put('length', 2, long)).toEqual({ ...offer, phases: [first, { length: noted(long), terms: {} }] });
    expect(put('open', 3, true)).toEqual({
      ...offer,
      phases: [first, { terms: {} }, { terms: { open: noted(true) } }],
    });
  });
});

describe('asking what would settle an open point', () => {
  it('finds each figure at which a verdict turns, between those tried', () => {
    const window = (from: number, to: number): Condition => ({
      kind: 'not',
      of: {
        kind: 'all',
        of: [
          { kind: 'compare', of: 'wide', op: '>=', line: from },
          { kind: 'compare', of: 'wide', op: '<=', line: to },
        ],
      },
    });
    const scenario = scenarioOf([
      window(100, 100),
      { kind: 'compare', of: 'wide', op: '>=', line: { wording: 'half of', of: { quantity: 'catch' } } },
    ]);
    const asked = followUpOn(scenario, scenario.offers['o']!, undefined);
    expect(asked.facts).toEqual([{ of: 'wide', settles: ['p0'], maySettle: ['p1'] }]);
  });

  it('puts what settles most first, then what may settle most, then the order of the terms', () => {
    const calm = { kind: 'flag', of: 'calm', is: true } as const;
    const zone = { kind: 'choice', of: 'zone', is: ['near'] } as const;
    const either = (...of: Condition[]): Condition => ({ kind: 'any', of });
    const scenario = scenarioOf([
      few,
      calm,
      zone,
      either(zone, few),
      either(zone, calm),
      either(few, { kind: 'flag', of: 'open', in: 1, is: true }),
    ]);
    expect(followUpOn(scenario, scenario.offers['o']!, undefined)).toEqual({
      offer: 'o',
      positions: Array.from({ length: 6 }, (_, i) => ({
        position: `p${i}`,
        party: 'north',
        title: scenario.positions[`p${i}`]?.title,
        verdict: 'open',
        couldBeMet: 'under every reading',
        readings: { unmet: 0, open: 1, met: 0 },
      })),
      facts: [
        { of: 'catch', settles: ['p0'], maySettle: ['p3', 'p5'] },
        { of: 'zone', settles: ['p2'], maySettle: ['p3', 'p4'] },
        { of: 'calm', settles: ['p1'], maySettle: ['p4'] },
        { of: 'open', in: 1, settles: [], maySettle: ['p5'] },
      ],
    });
  });

  it('weighs every reading of a position with every report on the offer', () => {
    const scenario = defineScenario({
      id: 'readings',
      sources: { early: { outlet: 'a', date: '2030-01-01' }, late: { outlet: 'a', date: '2030-02-01' } },
      parties: { north: {} },
      terms: { catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 9 } }, calm: { kind: 'flag' } },
      positions: {
        enough: {
          party: 'north',
          title: 'enough',
          rigidity: 'demand',
          readings: {
            five: { condition: { kind: 'compare', of: 'catch', op: '>=', line: 5 } },
            seven: {
              condition: { kind: 'compare', of: 'catch', op: '>=', line: 7 },
              citations: [{ source: 'late', attribution: 'on-record' }],
            },
          },
        },
        none: { party: 'north', rigidity: 'red line', condition: { kind: 'compare', of: 'catch', op: '<=', line: 3 } },
        liked: { party: 'north', rigidity: 'preference', condition: { kind: 'flag', of: 'calm', is: true } },
        met: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '<=', line: 8 } },
      },
      offers: { o: { terms: { catch: { readings: [4, 6, 8] } } } },
    });
    const asked = (asOf?: string) =>
      followUpOn(scenario, scenario.offers['o']!, asOf).positions.map((p) => [
        p.position,
        p.verdict,
        p.couldBeMet,
        p.readings,
      ]);
    expect(asked()).toEqual([
      ['none', 'unmet', 'under none', { unmet: 3, open: 0, met: 0 }],
      ['enough', 'open', 'under some', { unmet: 3, open: 0, met: 3 }],
    ]);
    expect(asked('2030-01-01')).toEqual([
      ['none', 'unmet', 'under none', { unmet: 3, open: 0, met: 0 }],
      ['enough', 'open', 'under some', { unmet: 1, open: 0, met: 2 }],
    ]);
  });

  describe('how many there are outside the deal', () => {
    const half = { wording: 'half of', of: { count: 'held' } } as const;
    const paper = [{ source: 'paper', attribution: 'on-record' } as const];
    const early = { value: 30, basis: 'reported', citations: paper } as const;
    const late = { value: 60, basis: 'reported', reported: '2030-02-01', citations: paper } as const;
    const asked = (figure: object | undefined, offer: object, line: object | number = half, asOf?: string) => {
      const scenario = defineScenario({
        id: 'counted',
        sources: { paper: { outlet: 'a', date: '2030-01-01' } },
        parties: { north: {} },
        counts: { held: { label: 'held', ...(figure && { figure: figure as never }) }, other: { label: 'other' } },
        terms: { freed: { kind: 'quantity', unit: 'persons', bounds: { most: 100 } } },
        positions: {
          enough: {
            party: 'north',
            rigidity: 'demand',
            condition: { kind: 'compare', of: 'freed', op: '>=', line: line as number },
          },
        },
        offers: { o: offer },
      });
      return followUpOn(scenario, scenario.offers['o']!, asOf);
    };

    it('is asked for, where the line is a share of it', () => {
      expect(asked(undefined, { terms: { freed: 20 } }).facts).toEqual([
        { of: 'count held', settles: ['enough'], maySettle: [] },
      ]);
    });

    it('is asked for, where what is offered is a share of it', () => {
      expect(asked(undefined, { terms: { freed: half } }, 20).facts).toEqual([
        { of: 'freed', settles: ['enough'], maySettle: [] },
        { of: 'count held', settles: ['enough'], maySettle: [] },
      ]);
    });

    it('turns near any figure that the conditions or the offer name', () => {
      const scenario = defineScenario({
        id: 'near',
        parties: { north: {} },
        counts: { held: { label: 'held' } },
        terms: { freed: { kind: 'quantity', unit: 'persons', scope: 'phase', bounds: { most: 9000 } } },
        positions: {
          enough: {
            party: 'north',
            rigidity: 'demand',
            condition: { kind: 'compare', of: 'freed', op: '>=', line: half },
          },
        },
        offers: { o: { terms: { freed: 400 }, phases: [{ terms: { freed: between(100, 700) } }] } },
      });
      const offer = scenario.offers['o']!;
      const deal = readDeal(settingOf(scenario), offer, undefined);
      const facts = possibleFacts(scenario, offer, deal, Object.values(scenario.positions));
      const ofCount = facts.find((fact) => fact.count === 'held');
      expect(ofCount?.figures?.steps).toEqual(expect.arrayContaining([399, 400, 401, 99, 100, 101, 699, 700, 701]));
      expect(facts.map((fact) => fact.count ?? fact.of)).not.toContain('half of');
    });

    it('is not asked for, where it is reported or nothing turns on it', () => {
      expect(asked(early, { terms: { freed: between(10, 20) } }).facts.map((fact) => fact.of)).toEqual(['freed']);
      expect(asked(undefined, { terms: { freed: between(10, 20) } }, 15).facts.map((fact) => fact.of)).toEqual([
        'freed',
      ]);
    });

    it('is taken as each report has it, once that has appeared', () => {
      const disputed = { readings: [early, late] };
      const [all] = asked(disputed, { terms: { freed: 20 } }).positions;
      expect([all?.couldBeMet, all?.readings]).toEqual(['under some', { unmet: 1, open: 0, met: 1 }]);
      expect(asked(disputed, { terms: { freed: 20 } }, half, '2030-01-15').positions).toEqual([]);
    });
  });

  it('of a full text that lists no phases, leaves it as many as it has', () => {
    const long = (phase: number) => ({ kind: 'length', in: phase, op: '>=', line: 5, unit: 'days' }) as const;
    const scenario = defineScenario({
      id: 'silent',
      parties: { north: {} },
      space: { phases: { least: 2, most: 3 }, days: 400 },
      terms: { calm: { kind: 'flag' } },
      positions: {
        first: { party: 'north', rigidity: 'demand', condition: long(1) },
        later: { party: 'north', rigidity: 'demand', condition: long(2) },
      },
      offers: { o: { known: 'full', terms: { calm: true } } },
    });
    const { facts } = followUpOn(scenario, scenario.offers['o']!, undefined);
    expect(facts.map((fact) => [fact.in, fact.settles])).toEqual([
      [1, ['first']],
      [2, ['later']],
    ]);
  });

  it('leaves out the combinations of reports that contradict each other, where some do not', () => {
    const scenario = defineScenario({
      id: 'torn',
      parties: { north: {} },
      terms: {
        jobs: {
          kind: 'quantity',
          unit: 'jobs',
          bounds: { most: 100 },
          categories: { x: 'x', y: 'y' },
          complete: true,
        },
      },
      positions: {
        few: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'jobs', op: '>=', line: 30 } },
      },
      offers: { o: { terms: { jobs: { readings: [10, 20] }, 'jobs/x': 15, 'jobs/y': 5 } } },
    });
    const [few] = followUpOn(scenario, scenario.offers['o']!, undefined).positions;
    expect(few?.readings).toEqual({ unmet: 1, open: 0, met: 0 });
  });

  it('counts an offer whose reports contradict each other in any combination as it is read with all of them', () => {
    const scenario = defineScenario({
      id: 'torn',
      parties: { north: {} },
      terms: {
        jobs: {
          kind: 'quantity',
          unit: 'jobs',
          bounds: { most: 100 },
          categories: { x: 'x', y: 'y' },
          complete: true,
        },
        calm: { kind: 'flag' },
      },
      positions: { quiet: { party: 'north', rigidity: 'demand', condition: { kind: 'flag', of: 'calm', is: true } } },
      offers: { o: { terms: { jobs: { readings: [10, 20] }, 'jobs/x': 15, 'jobs/y': 0 } } },
    });
    const [quiet] = followUpOn(scenario, scenario.offers['o']!, undefined).positions;
    expect([quiet?.verdict, quiet?.couldBeMet]).toEqual(['open', 'under every reading']);
  });
});
