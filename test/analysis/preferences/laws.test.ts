import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario, Score } from 'sticking-points';
import { bargainingSolutions, leastSatisfied, paretoFrontier, SOLUTIONS } from 'sticking-points/analysis';
import type { PerParty, Solutions } from 'sticking-points/analysis';
import { offers } from 'sticking-points/testing';
import { few, runs } from '../../laws/runs.js';
import { scoredScenarios } from '../../support/scored.js';
import { keyOf } from './naive.js';

/** Scores, party by party in the order of their names, each as it was before it was multiplied. */
const keysOf = (all: readonly { readonly scores: PerParty }[], times: PerParty = {}) =>
  all
    .map(({ scores }) => keyOf(Object.fromEntries(Object.entries(scores).map(([p, n]) => [p, n / (times[p] ?? 1)]))))
    .sort();

function where(solutions: Solutions, names: readonly (typeof SOLUTIONS)[number][], times?: PerParty) {
  if (solutions.found !== 'solutions') return solutions.found;
  return names.map((name) => keysOf(solutions[name].outcomes, times));
}

describe('the frontier', () => {
  it('holds no deal that another dominates, and covers every deal', async () => {
    let several = 0;
    await fc.assert(
      fc.asyncProperty(scoredScenarios(), async (scenario) => {
        const { outcomes } = await paretoFrontier(scenario);
        if (outcomes.length > 1) several++;
        for (const a of outcomes) {
          const better = outcomes.filter(
            (b) => b !== a && Object.keys(a.scores).every((p) => b.scores[p]! >= a.scores[p]!),
          );
          expect(better).toEqual([]);
        }
      }),
      runs(300),
    );
    expect(several).toBeGreaterThan(few(20));
  });
});

describe('the order and the names of parties', () => {
  const turned = (scenario: Scenario): Scenario => ({
    ...scenario,
    parties: Object.fromEntries(Object.entries(scenario.parties).reverse()),
    scores: Object.fromEntries(Object.entries(scenario.scores).reverse()),
  });
  const name = (party: string) => `the ${party}`;
  const renamed = (scenario: Scenario): Scenario => ({
    ...scenario,
    parties: Object.fromEntries(Object.entries(scenario.parties).map(([p, of]) => [name(p), of])),
    scores: Object.fromEntries(Object.entries(scenario.scores).map(([p, of]) => [name(p), of])),
    positions: {},
  });

  it('change nothing but names', async () => {
    await fc.assert(
      fc.asyncProperty(scoredScenarios({ positions: 0 }), async (scenario) => {
        const frontier = await paretoFrontier(scenario);
        const solutions = await bargainingSolutions(scenario, { ties: 1000 });
        const other = turned(scenario);
        expect(keysOf((await paretoFrontier(other)).outcomes)).toEqual(keysOf(frontier.outcomes));
        expect(where(await bargainingSolutions(other, { ties: 1000 }), SOLUTIONS)).toEqual(where(solutions, SOLUTIONS));
        const called = await paretoFrontier(renamed(scenario));
        const named = ({ scores }: { readonly scores: PerParty }) => ({
          scores: Object.fromEntries(Object.entries(scores).map(([p, n]) => [name(p), n])),
        });
        expect(called.outcomes.map((o) => o.offer)).toEqual(frontier.outcomes.map((o) => o.offer));
        expect(keysOf(called.outcomes)).toEqual(keysOf(frontier.outcomes.map(named)));
      }),
      runs(200),
    );
  });
});

describe('a party’s score and threshold multiplied', () => {
  const multiplied = (score: Score, times: number): Score => {
    const by = (n: number) => Number((n * times).toFixed(9));
    return {
      ...score,
      threshold: by(score.threshold),
      parts: score.parts.map((part) =>
        'points' in part
          ? { ...part, points: part.points.map(({ at, worth }) => ({ at, worth: by(worth) })) }
          : { ...part, table: Object.fromEntries(Object.entries(part.table).map(([o, worth]) => [o, by(worth)])) },
      ),
    };
  };

  it('changes neither the Nash nor the Kalai–Smorodinsky solution, nor who is least satisfied', async () => {
    let [solved, moved] = [0, 0];
    const cases = scoredScenarios().chain((scenario) =>
      fc.tuple(fc.constant(scenario), offers(scenario, { known: 'full' }), fc.constantFrom(2, 0.5, 3, 100, 0.25)),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([scenario, offer, times]) => {
        const [first = ''] = Object.keys(scenario.scores);
        const score = scenario.scores[first];
        if (!score) throw new Error('The first party has a score.');
        const other = { ...scenario, scores: { ...scenario.scores, [first]: multiplied(score, times) } };
        const [before, after] = [
          await bargainingSolutions(scenario, { ties: 1000 }),
          await bargainingSolutions(other, { ties: 1000 }),
        ];
        const both = ['nash', 'kalaiSmorodinsky'] as const;
        expect(where(after, both, { [first]: times })).toEqual(where(before, both));
        if (before.found === 'solutions') solved++;
        const fair = ['utilitarian', 'egalitarian'] as const;
        if (JSON.stringify(where(after, fair, { [first]: times })) !== JSON.stringify(where(before, fair))) moved++;
        const [least, leastAfter] = [await leastSatisfied(scenario, offer), await leastSatisfied(other, offer)];
        expect('least' in leastAfter && leastAfter.least).toEqual('least' in least && least.least);
      }),
      runs(300),
    );
    expect(solved).toBeGreaterThan(few(20));
    expect(moved).toBeGreaterThan(0); // the other two do turn on it
  });
});
