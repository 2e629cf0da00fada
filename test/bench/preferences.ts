import { deepEqual } from 'node:assert/strict';
import { defineScenario, type PointsPart, type Scenario } from 'sticking-points';
import { bargainingSolutions, listOutcomes, paretoFrontier, SOLUTIONS } from 'sticking-points/analysis';
import type { Bench } from './bench.js';
import { ratioOf, type Ratio } from './measure.js';
import { byObjects, type Issue } from './preferences-by-objects.js';

const PARTIES = ['mine', 'town', 'farms'];
const THRESHOLD = 18;

/** Five figures from 0 to 9: 100,000 outcomes. What they are worth is worked out from their numbers, and opposed enough. */
const ISSUES: readonly Issue[] = Array.from({ length: 5 }, (_, issue) => ({
  id: `issue-${issue}`,
  worths: PARTIES.map((_, party) => Array.from({ length: 10 }, (_, at) => worth(issue, party, at))),
}));

function worth(issue: number, party: number, at: number): number {
  const peak = (issue * 7 + party * 4) % 10;
  return (
    12 - Math.abs(at - peak) * (1 + ((issue + 2 * party) % 3) / 4) + ((issue * 31 + party * 17 + at * 23) % 16) / 16
  ); // sixteenths: exact in objects too
}

/** The same scenario made anew, so that nothing is remembered from call to call. */
function quarry(): Scenario {
  return defineScenario({
    id: 'quarry',
    parties: { mine: {}, town: {}, farms: {} },
    terms: Object.fromEntries(ISSUES.map(({ id }) => [id, { kind: 'quantity', unit: 'units', bounds: { most: 9 } }])),
    positions: {},
    scores: Object.fromEntries(
      PARTIES.map((party, p) => [
        party,
        {
          because: 'Invented for the bench.',
          threshold: THRESHOLD,
          parts: ISSUES.map(({ id, worths }): PointsPart => ({
            of: id,
            points: (worths[p] ?? []).map((points, at) => ({ at, worth: points })),
          })),
        },
      ]),
    ),
  } as unknown as Parameters<typeof defineScenario>[0]); // ids made by a loop are no literals
}

const ROUNDS = 31;
const WARM_UP = 4;

/** Scores, frontier and solutions of 100,000 outcomes; first it is made sure that both ways find the same. */
export const preferencesBesideObjects: Bench = {
  name: 'scores, frontier and four solutions of 100,000 outcomes beside one pass over objects, by speed (aim: at least 5)',
  rows: async () => {
    const theirs = byObjects(ISSUES, PARTIES, THRESHOLD);
    const scenario = quarry();
    const frontier = await paretoFrontier(scenario);
    const solutions = await bargainingSolutions(scenario, { ties: 1000 });
    if (solutions.found !== 'solutions') throw new Error('The bench has deals that all would accept.');
    const keys = (all: readonly Readonly<Record<string, number>>[]) =>
      all.map((scores) => PARTIES.map((p) => scores[p]?.toFixed(6)).join(' ')).sort();
    deepEqual([frontier.count, listOutcomes(scenario).count], [100_000, 100_000]);
    deepEqual(keys(frontier.outcomes.map((o) => o.scores)), keys(theirs.frontier));
    for (const name of SOLUTIONS) deepEqual(keys(solutions[name].outcomes.map((o) => o.scores)), keys(theirs[name]));
    console.log(`  (${theirs.frontier.length} outcomes on the frontier)`);
    return [
      [
        'frontier and solutions',
        await beside(async (given) => [await paretoFrontier(given), await bargainingSolutions(given)]),
      ],
      [
        'the scores of every outcome besides',
        await beside(async (given) => [
          listOutcomes(given),
          await paretoFrontier(given),
          await bargainingSolutions(given),
        ]),
      ],
    ];
  },
};

/** How fast ours is beside a pass over objects, in rounds by turns. */
async function beside(ours: (given: Scenario) => Promise<unknown>): Promise<Ratio> {
  const rounds: { numerator: number; denominator: number }[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const given = quarry();
    const start = performance.now();
    await ours(given);
    const between = performance.now();
    byObjects(ISSUES, PARTIES, THRESHOLD);
    rounds.push({ denominator: between - start, numerator: performance.now() - between });
  }
  return ratioOf(rounds.slice(WARM_UP));
}
