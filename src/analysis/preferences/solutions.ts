import { fault, FaultError, type Fault } from '../../base/fault.js';
import { show } from '../../base/plain.js';
import type { Scenario } from '../../scenario/scenario.js';
import { thresholdsApart } from './apart.js';
import { egalitarian } from './egalitarian.js';
import { gainsOn, type Gains } from './gains.js';
import { kalaiSmorodinsky } from './kalai-smorodinsky.js';
import { nash } from './nash.js';
import { noDeal, type NoDeal } from './no-deal.js';
import { isCount, runWith, notACount, type PreferencesOptions } from './options.js';
import { inOrder, outcomeAt, spokenIn, type ScoredDeal, type PerParty, type Spoken } from './scored-deal.js';
import { scoredSpace, type ScoredSpace } from './scored-space.js';
import { utilitarian } from './utilitarian.js';
import { wholeFrontier, type Provenance, type WholeFrontier } from './whole-frontier.js';

/** The four solutions, by the names they go by here. */
export const SOLUTIONS = ['nash', 'kalaiSmorodinsky', 'egalitarian', 'utilitarian'] as const;

/** One of {@link SOLUTIONS}. */
export type SolutionName = (typeof SOLUTIONS)[number];

/** Where a solution lies. */
export interface Solution {
  /** Those that are equally good by its definition, what is worth most to the first party first; no more than asked for. */
  readonly outcomes: readonly ScoredDeal[];
  /** How many there are. */
  readonly tied: number;
}

/** The four solutions; or why there are none. */
export type Solutions = Provenance &
  Spoken & { readonly reservation: PerParty } & (
    | ({
        readonly found: 'solutions';
        /** The most that any deal below nobody's reservation value is worth to each party. */
        readonly ideal: PerParty;
      } & { readonly [name in SolutionName]: Solution })
    | {
        readonly found: 'nothing';
        /** The smallest sets of parties whose reservation values no deal reaches together; empty where there is no deal. */
        readonly apart: readonly (readonly string[])[];
        /** Why there is no deal at all; absent where there are deals, or where a limit kept the reason from being found. */
        readonly none?: NoDeal;
      }
    /** The search was stopped before it was over. */
    | { readonly found: 'unknown' }
  );

/**
 * How solutions are looked for.
 *
 * @example
 * const all: SolutionsOptions = { ties: 1000 };
 */
export interface SolutionsOptions extends PreferencesOptions {
  /** The most tied outcomes to give of a solution. @defaultValue `10` */
  readonly ties?: number;
  /** What a party's points count for in the utilitarian sum, more than nothing. @defaultValue `1` for each */
  readonly weights?: PerParty;
}

/**
 * The Nash, Kalai–Smorodinsky, egalitarian and utilitarian solutions, over all parties that have a score. Their thresholds
 * are the reservation values: a deal below anybody's is left out, and where all are, `found` is `'nothing'` and `apart` says
 * whose reservation values no deal reaches together.
 *
 * - `nash`: the greatest product of gains over the reservation values (Nash, 1950). Where no deal gives something to all who
 *   can gain, those that do so to most of them, then the greatest product of the gains there are, each as a share of the most
 *   its party can gain.
 * - `kalaiSmorodinsky`: gains as shares of the most each party can gain by an acceptable deal; the least share greatest, then
 *   the next least (Kalai and Smorodinsky, 1975; lexicographically Imai, 1983).
 * - `egalitarian`: the least gain greatest, then the next least (Kalai, 1977; lexicographically Chun and Peters, 1988).
 * - `utilitarian`: the greatest sum of scores (Harsanyi, 1955).
 *
 * All are for finite sets and any number of parties, and exact: equality is decided on whole numbers, as by `paretoFrontier`.
 * Egalitarian and utilitarian solutions hold one party's points against another's: they mean something only as far as the
 * modeller supplied scores that can be compared. Deals worth the same to everybody are one outcome.
 *
 * @throws a `FaultError` as `paretoFrontier` does, and with `analysis/bad-option` for ties or weights that are none
 * @example
 * const lake = defineScenario({
 *   id: 'lake',
 *   parties: { north: {}, south: {}, east: {} },
 *   terms: { catch: { kind: 'quantity', unit: 'tonnes', step: 10, bounds: { most: 100 } } },
 *   positions: {},
 *   scores: {
 *     north: { because: 'To try it.', threshold: 2, parts: [{ of: 'catch', points: [{ at: 0, worth: 0 }, { at: 100, worth: 10 }] }] },
 *     south: { because: 'To try it.', threshold: 4, parts: [{ of: 'catch', points: [{ at: 0, worth: 20 }, { at: 100, worth: 0 }] }] },
 *   },
 * });
 * const solutions = await bargainingSolutions(lake);
 * solutions.found === 'solutions' && solutions.nash.outcomes[0]?.scores; // { north: 5, south: 10 }
 * solutions.found === 'solutions' && solutions.egalitarian.outcomes[0]?.scores; // { north: 6, south: 8 }
 * solutions.leftOut; // ['east']
 */
export async function bargainingSolutions(scenario: Scenario, options: SolutionsOptions = {}): Promise<Solutions> {
  const { ties = 10, weights = {} } = options;
  const run = runWith(options, 'ties', 'weights');
  const space = scoredSpace(scenario, options.meeting);
  const faults = [...(isCount(ties) ? [] : [notACount('ties', ties)]), ...weightFaults(space, weights)];
  if (faults.length > 0) throw new FaultError('Solutions cannot be looked for in this way.', faults);
  const frontier = await wholeFrontier(space, run);
  const { by, complete, stopped, rows } = frontier;
  const reservation = Object.fromEntries(space.scores.map(({ party, per, threshold }) => [party, threshold / per]));
  const known = { ...spokenIn(space), by, complete, ...(stopped !== undefined && { stopped }), reservation };
  if (!complete) return { ...known, found: 'unknown' };
  const solved = solutionRows(space, frontier, weights);
  if (!solved) {
    const none = rows.size === 0 ? await noDeal(space, options, run) : undefined;
    return { ...known, found: 'nothing', apart: thresholdsApart(rows, space.scores), ...(none && { none }) };
  }
  const { gains, tied } = solved;
  const solution = (name: SolutionName): Solution => ({
    outcomes: inOrder(rows, tied[name])
      .slice(0, ties)
      .map((row) => outcomeAt(space, rows, row)),
    tied: tied[name].length,
  });
  return {
    ...known,
    found: 'solutions',
    ideal: Object.fromEntries(
      space.scores.map(({ party, per, threshold }, p) => [party, (threshold + (gains.most[p] ?? 0)) / per]),
    ),
    nash: solution('nash'),
    kalaiSmorodinsky: solution('kalaiSmorodinsky'),
    egalitarian: solution('egalitarian'),
    utilitarian: solution('utilitarian'),
  };
}

/** The rows of a frontier that are the solutions; nothing where no deal reaches every reservation value. */
export function solutionRows({ scores }: ScoredSpace, { rows }: WholeFrontier, weights: PerParty = {}) {
  const gains: Gains = gainsOn(rows, scores);
  if (gains.rows.length === 0) return undefined;
  const weighed = scores.map(({ party }) => (Object.hasOwn(weights, party) ? weights[party] : undefined) ?? 1);
  const tied: Readonly<Record<SolutionName, readonly number[]>> = {
    nash: nash(gains),
    kalaiSmorodinsky: kalaiSmorodinsky(gains),
    egalitarian: egalitarian(gains),
    utilitarian: utilitarian(gains, weighed),
  };
  return { gains, tied };
}

function weightFaults({ scores }: ScoredSpace, weights: PerParty): readonly Fault[] {
  const known = scores.map(({ party }) => party);
  return Object.entries(weights).flatMap(([party, weight]) => {
    const path = ['weights', party];
    if (!known.includes(party)) {
      const message = `'${party}' has no score that could be weighed: there are those of ${known.join(', ')}.`;
      return [fault('analysis/bad-option', path, message, { party, known })];
    }
    if (Number.isFinite(weight) && weight > 0) return [];
    const message = `The weight of '${party}' has to be more than nothing and finite, not ${show(weight)}.`;
    return [fault('analysis/bad-option', path, message, { party, found: show(weight) })];
  });
}
