import { describe, expect, it } from 'vitest';
import { defineScenario, isFaultError, openTalks, type Scenario } from 'sticking-points';
import * as analysis from 'sticking-points/analysis';

type Draft = Parameters<typeof defineScenario>[0];

const line = (op: '>=' | '<=', n: number) => ({ kind: 'compare', of: 'pay', op, line: n }) as const;
const held = (party: string, rigidity: string, condition: object) => ({ party, rigidity, condition });
const score = (at0: number, at100: number) => ({
  because: 'To try.',
  threshold: 5,
  parts: [
    {
      of: 'pay',
      points: [
        { at: 0, worth: at0 },
        { at: 100, worth: at100 },
      ],
    },
  ],
});
const scores = { crew: score(0, 10), owner: score(10, 0) };
const crossing = { raise: held('crew', 'demand', line('>=', 60)), cap: held('owner', 'demand', line('<=', 40)) };

/** Two parties over pay, with an offer, and this besides. */
function scenarioWith(part: object): Scenario {
  const draft = {
    id: 'small',
    parties: { crew: {}, owner: {} },
    terms: { pay: { kind: 'quantity', unit: 'coins', bounds: { most: 100 } } },
    offers: { first: { by: ['crew'], known: 'partial', terms: { pay: 50 } } },
    positions: {},
    ...part,
  };
  return defineScenario(draft as unknown as Draft); // spread together, ids are no literals
}

type Limits = Pick<analysis.Limits, 'signal' | 'seconds'>;
type Asked = (scenario: Scenario, options: Limits) => Promise<{ readonly complete: boolean }>;

const OF_ALL_OFFERS: Readonly<Record<string, Asked>> = {
  findConflicts: analysis.findConflicts,
  findConcessions: analysis.findConcessions,
  zopa: (scenario, options) => analysis.zopa(scenario, { ...options, pairs: [['pay', 'length']] }),
  zopaMoves: (scenario, options) => analysis.zopaMoves(scenario, scenario, options),
  bridge: (scenario, options) => analysis.bridge(scenario, 'first', options),
  leastMovement: analysis.leastMovement,
  explain: (scenario, options) => {
    const talks = openTalks(scenario, { start: 'talks' });
    talks.do({ type: 'offer.tabled', offer: 'first' });
    return analysis.explain(talks, options);
  },
};
const OF_SCORES: Readonly<Record<string, Asked>> = {
  paretoFrontier: analysis.paretoFrontier,
  bargainingSolutions: analysis.bargainingSolutions,
  distancesToSolutions: (scenario, options) => analysis.distancesToSolutions(scenario, 'first', options),
  improve: (scenario, options) => analysis.improve(scenario, 'first', options),
  leastSatisfied: (scenario, options) => analysis.leastSatisfied(scenario, 'first', options),
};
const settle: Asked = (scenario, options) => analysis.settle(scenario, 'first', options);
const ALL = { ...OF_ALL_OFFERS, ...OF_SCORES, settle };

/** The codes that something is refused with, each with a sentence; or whether the answer is whole. */
async function outcome(asked: () => Promise<{ readonly complete: boolean }>): Promise<string> {
  try {
    return (await asked()).complete ? 'whole' : 'partial';
  } catch (error) {
    if (!isFaultError(error)) throw error;
    for (const { message } of error.faults) expect(message).toMatch(/^[A-Z'“].+\.$/);
    return error.faults.map((f) => f.code).join();
  }
}

const names = (of: object) => Object.keys(of);

describe('every analysis', () => {
  it.each(names(ALL))('%s answers with whatever there is where nobody holds anything', async (name) => {
    expect(await outcome(() => ALL[name as keyof typeof ALL](scenarioWith({ scores }), {}))).toBe('whole');
  });

  it.each(names(ALL))('%s answers where one party contradicts itself', async (name) => {
    const positions = {
      most: held('crew', 'red line', line('<=', 10)),
      least: held('crew', 'red line', line('>=', 20)),
    };
    const torn = scenarioWith({ positions, scores });
    expect(await outcome(() => ALL[name as keyof typeof ALL](torn, {}))).toBe('whole');
  });

  it.each(names(ALL))('%s says that it is partial where it was aborted, or had no time', async (name) => {
    // Something that the offer leaves open, for there is nothing to settle in what it says.
    const positions = {
      ...crossing,
      long: held('owner', 'demand', { kind: 'length', op: '>=', line: 3, unit: 'days' }),
    };
    const scenario = scenarioWith({ positions, scores, space: { days: 10 } });
    for (const limit of [{ signal: { aborted: true } }, { seconds: 0 }]) {
      expect(await outcome(() => ALL[name as keyof typeof ALL](scenario, limit))).toBe('partial');
    }
  });

  it.each(names(ALL))('%s refuses seconds that are none', async (name) => {
    for (const seconds of [-1, NaN, '3' as unknown as number]) {
      const code = await outcome(() => ALL[name as keyof typeof ALL](scenarioWith({ scores }), { seconds }));
      expect(code).toMatch(/^analysis\/bad-(limit|option)$/);
    }
  });

  it.each(names({ ...OF_ALL_OFFERS, ...OF_SCORES }))('%s refuses what has no upper end', async (name) => {
    const open = scenarioWith({ terms: { pay: { kind: 'quantity', unit: 'coins' } }, positions: crossing, scores });
    expect(await outcome(() => ALL[name as keyof typeof ALL](open, {}))).toBe('analysis/unbounded');
  });

  it.each(names(OF_ALL_OFFERS))('%s refuses an offer space with nothing in it', async (name) => {
    const norm = (op: '>=' | '<=', n: number) => ({ title: `a norm at ${n}`, condition: line(op, n) });
    const empty = scenarioWith({
      invariants: { low: norm('<=', 10), high: norm('>=', 20) },
      positions: crossing,
      scores,
    });
    expect(await outcome(() => ALL[name as keyof typeof ALL](empty, {}))).toBe('analysis/no-offer');
  });

  it.each(names(OF_SCORES))('%s refuses a scenario without scores', async (name) => {
    expect(await outcome(() => ALL[name as keyof typeof ALL](scenarioWith({}), {}))).toBe('analysis/no-scores');
  });

  it('bridge and leastMovement refuse what is no number of them, and find none of none', async () => {
    const scenario = scenarioWith({ positions: crossing });
    for (const most of [-1, 1.5, NaN, '2' as unknown as number]) {
      expect(await outcome(() => analysis.bridge(scenario, 'first', { most }))).toBe('analysis/bad-limit');
      expect(await outcome(() => analysis.leastMovement(scenario, { most }))).toBe('analysis/bad-limit');
    }
    const { coalitions, stopped } = await analysis.bridge(scenario, 'first', { most: 0, keep: ['raise'] });
    expect([coalitions.flatMap(({ bridges }) => bridges), stopped]).toEqual([[], 'most']);
    const none = await analysis.leastMovement(scenario, { most: 0 });
    expect([none.coalitions.flatMap(({ movements }) => movements), none.stopped]).toEqual([[], 'most']);
  });
});
