import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bargainingSolutions, distancesToSolutions, improve, leastSatisfied } from 'sticking-points/analysis';
import { paretoFrontier, SOLUTIONS, type LeastFinder, type ScoredDeal, type Solutions } from 'sticking-points/analysis';
import { offers } from 'sticking-points/testing';
import { plainOf } from '../../laws/naive.js';
import { few, runs } from '../../laws/runs.js';
import { scoredScenarios } from '../../support/scored.js';
import { lake } from './lake.js';
import { keyOf, scoresOf } from './naive.js';
import { naiveSolver } from './naive-solver.js';

const bySolver = { by: 'solver', solver: () => Promise.resolve(naiveSolver) } as const;

const keysOf = (outcomes: readonly ScoredDeal[]) => outcomes.map((outcome) => keyOf(outcome.scores)).sort();

/** The answer without the offers and how they were found: deals worth the same may be others. */
function inBrief(solutions: Solutions) {
  const { found, parties, leftOut, reservation } = solutions;
  const rest = solutions.found === 'nothing' ? solutions.apart.map((set) => [...set]).sort() : undefined;
  const where = solutions.found === 'solutions' ? SOLUTIONS.map((name) => keysOf(solutions[name].outcomes)) : undefined;
  return { found, parties, leftOut, reservation, rest, where, ideal: 'ideal' in solutions && solutions.ideal };
}

describe.each([
  ['highs', { by: 'solver' } as const],
  ['one that tries everything', bySolver],
])('a solver, %s, finds what listing finds', (_, bySolver) => {
  const cases = scoredScenarios({ terms: 2, steps: 3 }).chain((scenario) =>
    fc.tuple(fc.constant(scenario), fc.subarray(Object.keys(scenario.positions)), offers(scenario, { known: 'full' })),
  );

  it('on random scenarios', { timeout: 600_000 }, async () => {
    let [several, improved, tooLong] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(cases, async ([scenario, meeting, offer]) => {
        const frontier = await paretoFrontier(scenario, { meeting });
        const solved = await paretoFrontier(scenario, { meeting, ...bySolver });
        if (solved.stopped === 'time') {
          tooLong++;
          return;
        }
        expect([solved.by, solved.complete]).toEqual(['solver', true]);
        expect(keysOf(solved.outcomes)).toEqual(keysOf(frontier.outcomes));
        for (const { offer: found, scores } of solved.outcomes) {
          expect(keyOf(scoresOf(scenario, plainOf(scenario, found)))).toBe(keyOf(scores));
        }
        if (frontier.outcomes.length > 1) several++;
        const listed = await bargainingSolutions(scenario, { meeting, ties: 1000 });
        expect(inBrief(await bargainingSolutions(scenario, { meeting, ties: 1000, ...bySolver }))).toEqual(
          inBrief(listed),
        );
        const better = await improve(scenario, offer, { most: 'all' });
        const betterSolved = await improve(scenario, offer, { most: 'all', ...bySolver });
        if (betterSolved.stopped === 'time') return;
        expect(betterSolved.outcomes.map((o) => o.scores)).toEqual(better.outcomes.map((o) => o.scores));
        expect([betterSolved.by, betterSolved.complete, betterSolved.count]).toEqual(['solver', true, better.count]);
        if (better.count > 0) improved++;
        const least = await leastSatisfied(scenario, offer);
        expect(await leastSatisfied(scenario, offer, bySolver)).toEqual({ ...least, by: 'solver' });
        const far = await distancesToSolutions(scenario, offer);
        const farSolved = await distancesToSolutions(scenario, offer, bySolver);
        expect(farSolved.found).toBe(far.found);
        for (const name of far.found === 'solutions' && farSolved.found === 'solutions' ? SOLUTIONS : []) {
          expect('nash' in farSolved && farSolved[name].more).toEqual('nash' in far && far[name].more);
        }
      }),
      runs(150),
    );
    expect(Math.min(several, improved)).toBeGreaterThan(few(20));
    expect(tooLong).toBeLessThan(runs(150).numRuns / 4);
  });
});

describe('where a solver cannot go on', () => {
  const stopping = (after: number, why: 'time' | 'range' | 'solver'): LeastFinder => {
    let asked = 0;
    return {
      solve: (program, goal) => (asked++ < after ? naiveSolver.solve(program, goal) : { found: 'unknown', why }),
    };
  };

  it.each(['time', 'range', 'solver'] as const)('because of %s, what it found is on the frontier', async (why) => {
    const whole = await paretoFrontier(lake);
    const part = await paretoFrontier(lake, { by: 'solver', solver: () => Promise.resolve(stopping(2, why)) });
    expect(part).toMatchObject({ by: 'solver', complete: false, stopped: why });
    expect(part.outcomes).toHaveLength(2);
    for (const key of keysOf(part.outcomes)) expect(keysOf(whole.outcomes)).toContain(key);
    const solver = () => Promise.resolve(stopping(2, why));
    expect(await bargainingSolutions(lake, { by: 'solver', solver })).toMatchObject({ found: 'unknown', stopped: why });
  });

  it('at the limit it says so', async () => {
    const part = await paretoFrontier(lake, { ...bySolver, limit: 3 });
    expect(part).toMatchObject({ complete: false, stopped: 'most' });
    expect(part.outcomes).toHaveLength(3);
    const all = await paretoFrontier(lake, { ...bySolver, limit: 11 });
    expect([all.complete, all.outcomes.length]).toEqual([true, 11]);
  });

  it('by a signal, at once or under way', async () => {
    const signal = AbortSignal.abort();
    for (const options of [{ signal }, { signal, ...bySolver }]) {
      const stopped = await paretoFrontier(lake, options);
      expect(stopped).toMatchObject({ complete: false, stopped: 'aborted', outcomes: [] });
    }
    const later = new AbortController();
    const onProgress = ({ found }: { readonly found: number }) => {
      if (found === 4) later.abort();
    };
    const part = await paretoFrontier(lake, { ...bySolver, signal: later.signal, onProgress });
    expect(part).toMatchObject({ complete: false, stopped: 'aborted' });
    expect(part.outcomes).toHaveLength(5); // the one that was being looked for is kept
  });

  it('a space too large to list is left to it', async () => {
    const frontier = await paretoFrontier(lake, { limit: 10, solver: bySolver.solver });
    expect([frontier.by, frontier.complete, frontier.stopped]).toEqual(['solver', false, 'most']);
  });
});
