import type { Scenario } from '../../scenario/scenario.js';
import { noDeal, type NoDeal } from './no-deal.js';
import { runWith, type PreferencesOptions } from './options.js';
import { allRows, inOrder, outcomeAt, spokenIn, type ScoredDeal, type Spoken } from './scored-deal.js';
import { scoredSpace } from './scored-space.js';
import { wholeFrontier, type Provenance } from './whole-frontier.js';

/** The deals that cannot be made better for one party without being worse for another. */
export interface Frontier extends Provenance, Spoken {
  /** What is worth most to the first party first. None dominates another, and no two are worth the same to all. */
  readonly outcomes: readonly ScoredDeal[];
  /** How many outcomes there are in all, told apart by what their parts are worth; absent where nobody counted them, or they are beyond it. */
  readonly count?: number;
  /** Why there is none, where no deal meets the invariants and all that was to be met; absent as well where a limit kept the reason from being found. */
  readonly none?: NoDeal;
}

/**
 * The Pareto frontier: every deal is worth no more to anybody than one of these is to all of them at once.
 *
 * Exact, with a tolerance of nothing: scores are compared as whole numbers, each party's multiplied by the least number that
 * leaves no fraction (of a third of a point, three). Thresholds play no part: deals below them are on it as well. Small spaces
 * are listed, part by part, and dominated parts left out as they are combined; others are searched by a solver. Where a limit
 * or a signal ends that, `complete` is false and what was found is on the frontier all the same. Efficiency after Pareto
 * (1906).
 *
 * @throws a `FaultError` with `analysis/no-scores`, `analysis/bad-score`, `analysis/score-too-fine`, `analysis/unbounded`,
 *   `analysis/unknown-position` or `analysis/bad-option`
 * @example
 * const lake = defineScenario({
 *   id: 'lake',
 *   parties: { north: {}, south: {} },
 *   terms: { catch: { kind: 'quantity', unit: 'tonnes', step: 50, bounds: { most: 100 } }, observer: { kind: 'flag' } },
 *   positions: {},
 *   scores: {
 *     north: { because: 'To try it.', threshold: 4, parts: [{ of: 'catch', points: [{ at: 0, worth: 0 }, { at: 100, worth: 8 }] }] },
 *     south: { because: 'To try it.', threshold: 3, parts: [{ of: 'catch', points: [{ at: 0, worth: 6 }, { at: 100, worth: 0 }] }] },
 *   },
 * });
 * const { outcomes, by, complete } = await paretoFrontier(lake);
 * [by, complete, outcomes.map((outcome) => outcome.scores)];
 * // ['enumeration', true, [{ north: 8, south: 0 }, { north: 4, south: 3 }, { north: 0, south: 6 }]]
 */
export async function paretoFrontier(scenario: Scenario, options: PreferencesOptions = {}): Promise<Frontier> {
  const run = runWith(options);
  const space = scoredSpace(scenario, options.meeting);
  const { rows, by, complete, stopped, count } = await wholeFrontier(space, run);
  const none = complete && rows.size === 0 ? await noDeal(space, options, run) : undefined;
  return {
    ...spokenIn(space),
    by,
    complete,
    ...(stopped !== undefined && { stopped }),
    ...(count !== undefined && { count }),
    ...(none && { none }),
    outcomes: inOrder(rows, allRows(rows)).map((row) => outcomeAt(space, rows, row)),
  };
}
