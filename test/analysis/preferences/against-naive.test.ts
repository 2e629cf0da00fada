import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bargainingSolutions, distancesToSolutions, improve, leastSatisfied } from 'sticking-points/analysis';
import { listOutcomes, paretoFrontier, SOLUTIONS, type ScoredDeal } from 'sticking-points/analysis';
import { offers } from 'sticking-points/testing';
import { spokenOf } from '../../laws/mentioned.js';
import { plainOf } from '../../laws/naive.js';
import { few, runs } from '../../laws/runs.js';
import { scoredScenarios } from '../../support/scored.js';
import { bargainOf, everyOutcome, keyOf, mustMeet, naiveDistance, naiveFrontier, naiveImprovements } from './naive.js';
import { naiveShares, naiveSolutions, scoresOf, type Scores } from './naive.js';
import type { Scenario } from 'sticking-points';

const keys = (all: readonly Scores[]) => all.map(keyOf).sort();
const keysOf = (outcomes: readonly ScoredDeal[]) => keys(outcomes.map((outcome) => outcome.scores));

/** What no report gives as one figure would have to hold at all figures: that is the law of soundness. */
function speaksOfCounts(scenario: Scenario, meeting: readonly string[]): boolean {
  return mustMeet(scenario, meeting).some((c) => spokenOf(c).some(({ path }) => path.startsWith('count ')));
}

const cases = scoredScenarios().chain((scenario) =>
  fc.tuple(fc.constant(scenario), fc.subarray(Object.keys(scenario.positions))),
);

describe('on random scenarios, what looking at every deal finds is found', () => {
  it('as a frontier, as solutions, and as outcomes', { timeout: 400_000 }, async () => {
    const met = { solutions: 0, nothing: 0, empty: 0, ties: 0 };
    await fc.assert(
      fc.asyncProperty(cases, async ([scenario, meeting]) => {
        if (speaksOfCounts(scenario, meeting)) return;
        const all = everyOutcome(scenario, meeting);
        const frontier = await paretoFrontier(scenario, { meeting });
        expect([frontier.by, frontier.complete]).toEqual(['enumeration', true]);
        expect(keysOf(frontier.outcomes)).toEqual(keys(naiveFrontier(all)));
        const listed = listOutcomes(scenario, { meeting });
        const outcomes = Array.from({ length: listed.count }, (_, i) => listed.at(i));
        expect([...new Set(keysOf(outcomes))]).toEqual(keys(all));
        for (const { offer, scores } of frontier.outcomes) {
          expect(keyOf(scoresOf(scenario, plainOf(scenario, offer)))).toBe(keyOf(scores));
        }
        const solutions = await bargainingSolutions(scenario, { meeting, ties: 1000 });
        expect(frontier.none === undefined, 'a reason where there is no deal, and there alone').toBe(all.length > 0);
        if (frontier.none) {
          met.empty++;
          const { positions } = frontier.none;
          expect(everyOutcome(scenario, positions), 'what excludes each other').toEqual([]);
          for (const one of positions) {
            expect(
              everyOutcome(
                scenario,
                positions.filter((id) => id !== one),
              ),
              one,
            ).not.toEqual([]);
          }
        }
        if (solutions.found !== 'solutions') {
          met.nothing++;
          expect([solutions.found, bargainOf(scenario, all).acceptable]).toEqual(['nothing', []]);
          if (solutions.found === 'nothing') expect(solutions.none).toEqual(frontier.none);
          return;
        }
        met.solutions++;
        const naive = naiveSolutions(scenario, all);
        for (const name of SOLUTIONS) {
          expect(keysOf(solutions[name].outcomes), name).toEqual(keys(naive[name]));
          if (naive[name].length > 1) met.ties++;
        }
      }),
      runs(1000),
    );
    for (const [name, times] of Object.entries(met)) expect(times, name).toBeGreaterThan(few(10));
  });

  it('of an offer: improvements, distances, and who is least satisfied', { timeout: 400_000 }, async () => {
    const met = { improved: 0, distances: 0, tied: 0 };
    const withOffer = scoredScenarios().chain((scenario) =>
      fc.tuple(fc.constant(scenario), offers(scenario, { known: 'full' })),
    );
    await fc.assert(
      fc.asyncProperty(withOffer, async ([scenario, offer]) => {
        if (speaksOfCounts(scenario, [])) return;
        const all = everyOutcome(scenario);
        const scores = scoresOf(scenario, plainOf(scenario, offer));
        const better = naiveImprovements(all, scores);
        const improvements = await improve(scenario, offer, { most: 'all' });
        expect(keyOf(improvements.scores)).toBe(keyOf(scores));
        expect(keysOf(improvements.outcomes)).toEqual(keys(better));
        const far = improvements.outcomes.map((o) => naiveDistance(scenario, all, scores, o.scores));
        far.forEach((distance, i) => expect(distance).toBeGreaterThanOrEqual((far[i - 1] ?? 0) - 1e-7));
        const nearest = await improve(scenario, offer, { most: 2 });
        expect([nearest.count, nearest.outcomes]).toEqual([better.length, improvements.outcomes.slice(0, 2)]);
        if (better.length > 0) met.improved++;

        const shares = naiveShares(scenario, all, scores);
        const least = Math.min(...Object.values(shares));
        const answer = await leastSatisfied(scenario, offer);
        const expected = Object.keys(shares).filter((p) => shares[p]! < least + 1e-8);
        if (expected.length > 1) met.tied++;
        expect(answer).toMatchObject({ found: 'parties', least: expected });
        if (answer.found === 'parties') expect(keyOf(answer.gains)).toBe(keyOf(shares));

        const distances = await distancesToSolutions(scenario, offer);
        if (distances.found !== 'solutions') return;
        met.distances++;
        const naive = naiveSolutions(scenario, all);
        for (const name of SOLUTIONS) {
          const shortest = Math.min(...naive[name].map((one) => naiveDistance(scenario, all, scores, one)));
          const { distance, more, outcome } = distances[name];
          expect(distance).toBeCloseTo(shortest, 6);
          expect(
            Object.entries(more).map(([p, n]) => Math.round((scores[p]! + n - outcome.scores[p]!) * 1e6) + 0),
          ).toEqual(Object.keys(more).map(() => 0));
        }
      }),
      runs(1000),
    );
    for (const [name, times] of Object.entries(met)) expect(times, name).toBeGreaterThan(few(10));
  });
});
