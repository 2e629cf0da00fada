import { describe, expect, it } from 'vitest';
import { defineScenario, isFaultError, type Offer, type Scenario } from 'sticking-points';
import { bargainingSolutions, distancesToSolutions, improve, leastSatisfied } from 'sticking-points/analysis';
import { listOutcomes, paretoFrontier, sayProof } from 'sticking-points/analysis';
import { lake, lakeText } from './lake.js';

async function codesOf(act: () => unknown): Promise<readonly string[]> {
  try {
    await act();
    return [];
  } catch (error) {
    if (!isFaultError(error)) throw error;
    return error.faults.map((f) => f.code);
  }
}

function withScores(change: (score: NonNullable<Scenario['scores'][string]>) => object): Scenario {
  const { north } = lake.scores;
  if (!north) throw new Error('The lake has lost a score.');
  return { ...lake, scores: { ...lake.scores, north: { ...north, ...change(north) } } };
}

describe('what cannot be analysed is a fault with a code', () => {
  it('no scores at all', async () => {
    const bare = { ...lake, scores: {} };
    const acts = [paretoFrontier, bargainingSolutions, listOutcomes].map((act) => () => act(bare));
    const ofAnOffer = [improve, distancesToSolutions, leastSatisfied].map((act) => () => act(bare, 'draft'));
    for (const act of [...acts, ...ofAnOffer]) expect(await codesOf(act)).toEqual(['analysis/no-scores']);
  });

  it.each([NaN, Infinity])('a figure that is none: %s', async (bad) => {
    expect(await codesOf(() => paretoFrontier(withScores(() => ({ threshold: bad }))))).toEqual(['analysis/bad-score']);
    const points = [{ at: 0, worth: bad }];
    const scenario = withScores(() => ({ parts: [{ of: 'catch', points }] }));
    expect(await codesOf(() => paretoFrontier(scenario))).toEqual(['analysis/bad-score']);
  });

  it('a score that whole numbers cannot hold', async () => {
    const points = [
      { at: 0, worth: 0 },
      { at: 99.999, worth: 1e15 },
    ];
    const scenario = withScores(() => ({ parts: [{ of: 'catch', points }] }));
    expect(await codesOf(() => paretoFrontier(scenario))).toEqual(['analysis/score-too-fine']);
  });

  it('a term without an upper end that a score speaks of', async () => {
    const terms = { catch: { kind: 'quantity', unit: 'tonnes' }, observer: { kind: 'flag' } } as const;
    const score = {
      because: 'To try it.',
      threshold: 0,
      parts: [{ of: 'catch', points: [{ at: 0, worth: 1 }] }],
    } as const;
    const open = defineScenario({ id: 'open', parties: { north: {} }, terms, positions: {}, scores: { north: score } });
    expect(await codesOf(() => paretoFrontier(open))).toEqual(['analysis/unbounded']);
    const other = defineScenario({
      id: 'open',
      parties: { north: {} },
      terms,
      positions: {},
      scores: { north: { ...score, parts: [{ of: 'observer', table: { yes: 1, no: 0 } }] } },
    });
    expect((await paretoFrontier(other)).outcomes.map((o) => o.scores)).toEqual([{ north: 1 }]);
  });

  it.each([0, -1, NaN, 1.5, Infinity])('a limit, or a number of ties or of improvements, of %s', async (bad) => {
    const bad1 = ['analysis/bad-option'];
    expect(await codesOf(() => paretoFrontier(lake, { limit: bad }))).toEqual(bad1);
    expect(await codesOf(() => bargainingSolutions(lake, { ties: bad }))).toEqual(bad1);
    expect(await codesOf(() => improve(lake, 'draft', { most: bad }))).toEqual(bad1);
  });

  it.each([0, -1, NaN, Infinity])('a weight of %s', async (weight) => {
    expect(await codesOf(() => bargainingSolutions(lake, { weights: { north: weight } }))).toEqual([
      'analysis/bad-option',
    ]);
  });

  it('weights of parties without a score, options that are none, and positions that are none', async () => {
    expect(await codesOf(() => bargainingSolutions(lake, { weights: { east: 1 } }))).toEqual(['analysis/bad-option']);
    expect(await codesOf(() => paretoFrontier(lake, { limits: 5 } as object))).toEqual(['analysis/bad-option']);
    expect(await codesOf(() => paretoFrontier(lake, { meeting: ['limt'] }))).toEqual(['analysis/unknown-position']);
  });

  it('an offer that is none, or leaves open what a score speaks of', async () => {
    for (const act of [improve, distancesToSolutions, leastSatisfied]) {
      expect(await codesOf(() => act(lake, 'drat'))).toEqual(['assess/unknown-offer']);
      expect(await codesOf(() => act(lake, 'vague'))).toEqual(['analysis/open-score']);
    }
  });

  it('more outcomes than may be listed', async () => {
    expect(await codesOf(() => listOutcomes(lake, { limit: 10 }))).toEqual(['analysis/too-many-outcomes']);
    expect(listOutcomes(lake, { limit: 11 }).count).toBe(11);
  });
});

describe('where there is nothing to find, the answer says so', () => {
  const never = { kind: 'compare', of: 'catch', op: '>=', line: 101 } as const;
  const empty = { ...lake, invariants: { never: { title: 'never', condition: never, basis: 'assumed' } } } as const;

  it('of an empty space', async () => {
    expect(await paretoFrontier(empty)).toMatchObject({ outcomes: [], count: 0, complete: true, by: 'enumeration' });
    expect(listOutcomes(empty).count).toBe(0);
    expect(await bargainingSolutions(empty)).toMatchObject({ found: 'nothing', apart: [], complete: true });
    expect(await distancesToSolutions(empty, 'draft')).toMatchObject({
      found: 'nothing',
      scores: { north: 9, south: 2 },
    });
    expect(await improve(empty, 'draft')).toMatchObject({ outcomes: [], count: 0, complete: true });
    expect(await leastSatisfied(empty, 'draft')).toMatchObject({ least: [], withoutMeasure: ['north', 'south'] });
  });

  it('where no deal reaches every threshold, with whose lie apart', async () => {
    const far = withScores(() => ({ threshold: 9 }));
    expect(await bargainingSolutions(far)).toMatchObject({ found: 'nothing', apart: [['north', 'south']] });
    const beyond = withScores(() => ({ threshold: 11 }));
    expect(await bargainingSolutions(beyond)).toMatchObject({ found: 'nothing', apart: [['north']] });
    expect(await leastSatisfied(beyond, 'draft')).toMatchObject({ among: 'all', withoutMeasure: ['north'] });
  });

  it('names the parties without a score', async () => {
    expect(await paretoFrontier(lake)).toMatchObject({ parties: ['north', 'south'], leftOut: ['east'] });
  });
});

describe('the lake', () => {
  it('has its solutions where they are by hand', async () => {
    // North gains c/10 − 2, south 16 − c/5: gains from 20 to 80 tonnes, at most 6 and 12.
    const solutions = await bargainingSolutions(lake);
    if (solutions.found !== 'solutions') throw new Error('There are solutions.');
    expect(solutions.ideal).toEqual({ north: 8, south: 16 });
    expect(solutions.nash.outcomes.map((o) => o.scores)).toEqual([{ north: 5, south: 10 }]);
    expect(solutions.kalaiSmorodinsky.outcomes.map((o) => o.scores)).toEqual([{ north: 5, south: 10 }]);
    expect(solutions.egalitarian.outcomes.map((o) => o.scores)).toEqual([{ north: 6, south: 8 }]);
    expect(solutions.utilitarian.outcomes.map((o) => o.scores)).toEqual([{ north: 2, south: 16 }]);
    const weighed = await bargainingSolutions(lake, { weights: { north: 2 }, ties: 2 });
    if (weighed.found !== 'solutions') throw new Error('There are solutions.');
    expect(weighed.utilitarian).toMatchObject({
      tied: 7,
      outcomes: [{ scores: { north: 8 } }, { scores: { north: 7 } }],
    });
  });

  it('takes only deals that meet what is asked', async () => {
    const met = await paretoFrontier(lake, { meeting: 'red lines' });
    expect(met.outcomes.map((o) => o.scores['north'])).toEqual([6, 5, 4, 3, 2, 1, 0]);
    expect((await paretoFrontier(lake, { meeting: ['limit', 'enough'] })).outcomes).toHaveLength(3);
  });

  it('says which positions leave no deal at all, and on what that rests', async () => {
    const little = {
      party: 'south',
      rigidity: 'red line',
      condition: { kind: 'compare', of: 'catch', op: '<=', line: 20 },
    } as const;
    const apart = defineScenario({ ...lakeText, positions: { ...lakeText.positions, little } });
    const { outcomes, complete, none } = await paretoFrontier(apart, { meeting: ['limit', 'enough', 'little'] });
    expect([outcomes, complete, none?.positions]).toEqual([[], true, ['enough', 'little']]);
    expect(none && sayProof(apart, none.proof)).toContain('would have to be at least 40 tonnes');
    const solutions = await bargainingSolutions(apart, { meeting: ['limit', 'enough', 'little'] });
    expect(solutions.found === 'nothing' && solutions.none).toEqual(none);
  });

  it('is counted in thirds where points lie so, and equality is exact', async () => {
    const third = (of: string) => ({
      of,
      points: [
        { at: 0, worth: 0 },
        { at: 3, worth: 1 },
      ],
    });
    const bounds = { least: 1, most: 1 };
    const scenario = defineScenario({
      id: 'thirds',
      parties: { north: {} },
      terms: {
        a: { kind: 'quantity', unit: 'units', bounds },
        b: { kind: 'quantity', unit: 'units', bounds },
        c: { kind: 'quantity', unit: 'units', bounds },
      },
      positions: {},
      scores: { north: { because: 'To try it.', threshold: 1, parts: [third('a'), third('b'), third('c')] as never } },
    });
    const solutions = await bargainingSolutions(scenario);
    expect(solutions).toMatchObject({ found: 'solutions', nash: { outcomes: [{ scores: { north: 1 } }] } });
  });

  it('gives offers that are plain JSON, and whole', async () => {
    const [best] = (await paretoFrontier(lake)).outcomes;
    const offer: Offer | undefined = best?.offer;
    expect(JSON.parse(JSON.stringify(offer))).toEqual(offer);
    expect(offer).toMatchObject({ known: 'full', basis: 'assumed', terms: { catch: { value: { n: 100 } } } });
  });
});

describe('a space far too large to list', () => {
  it('is combined part by part', async () => {
    const ids = Array.from({ length: 12 }, (_, i) => `issue-${i}`);
    const part = (of: string, i: number, sign: 1 | -1) => ({
      of,
      points: [
        { at: 0, worth: 0 },
        { at: 9, worth: sign * 9 * (1 + (i % 3)) },
      ],
    });
    const score = (sign: 1 | -1) => ({
      because: 'To try it.',
      threshold: -50,
      parts: ids.map((id, i) => part(id, i, sign)),
    });
    const scenario = defineScenario({
      id: 'large',
      parties: { north: {}, south: {} },
      terms: Object.fromEntries(ids.map((id) => [id, { kind: 'quantity', unit: 'units', bounds: { most: 9 } }])),
      positions: {},
      scores: { north: score(1), south: score(-1) },
    } as unknown as Parameters<typeof defineScenario>[0]); // ids made by a loop are no literals
    const { by, complete, count, outcomes } = await paretoFrontier(scenario);
    expect([by, complete, count, outcomes.length]).toEqual(['enumeration', true, 1e12, 217]);
  });
});
