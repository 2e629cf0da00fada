import type { Offer } from '../../offers/offer.js';
import type { Scenario } from '../../scenario/scenario.js';
import { runWith, type PreferencesOptions } from './options.js';
import { inOrder, outcomeAt, spokenIn, type ScoredDeal, type PerParty, type Spoken } from './scored-deal.js';
import { distanceBetween, scaleOf } from './scale.js';
import { scoredSpace, type ScoredSpace } from './scored-space.js';
import { solutionRows, type SolutionName } from './solutions.js';
import type { Rows } from './listed-space.js';
import { wholeFrontier, type Provenance } from './whole-frontier.js';
import { worthOf } from './worth-of-offer.js';

/** How far an offer is from a solution. */
export interface DistanceToSolution {
  /** The outcome of the solution that is nearest to the offer; of several, the one worth most to the first party. */
  readonly outcome: ScoredDeal;
  /** How much more that is worth to each party than the offer is, as the modeller counts. */
  readonly more: PerParty;
  /** The straight distance in normalised gains. */
  readonly distance: number;
}

/** How far an offer is from each of the four solutions; or that there are none, or that it is not known. */
export type Distances = Provenance &
  Spoken & { readonly scores: PerParty } & (
    | ({ readonly found: 'solutions' } & { readonly [name in SolutionName]: DistanceToSolution })
    | { readonly found: 'nothing' | 'unknown' }
  );

/**
 * How far an offer is from the Nash, Kalai–Smorodinsky, egalitarian and utilitarian solutions: in each party's scores, and
 * as one Euclidean distance in normalised gains, each party's gain over its reservation value as a share of the most it
 * gains by any deal below nobody's. A party that can gain nothing has no such share, and adds nothing to the distance.
 *
 * @param offer - an id of the scenario's, or a whole one; what scores speak of must not be open in it
 * @throws a `FaultError` with `analysis/open-score`, as `paretoFrontier` does, or as `assess` does for an offer that is none
 * @example
 * const lake = defineScenario({
 *   id: 'lake',
 *   parties: { north: {}, south: {} },
 *   terms: { catch: { kind: 'quantity', unit: 'tonnes', step: 10, bounds: { most: 100 } } },
 *   positions: {},
 *   scores: {
 *     north: { because: 'To try it.', threshold: 0, parts: [{ of: 'catch', points: [{ at: 0, worth: 0 }, { at: 100, worth: 10 }] }] },
 *     south: { because: 'To try it.', threshold: 0, parts: [{ of: 'catch', points: [{ at: 0, worth: 10 }, { at: 100, worth: 0 }] }] },
 *   },
 *   offers: { draft: { terms: { catch: 90 } } },
 * });
 * const distances = await distancesToSolutions(lake, 'draft');
 * distances.found === 'solutions' && distances.nash.more; // { north: -4, south: 4 }
 */
export async function distancesToSolutions(
  scenario: Scenario,
  offer: string | Offer,
  options: PreferencesOptions = {},
): Promise<Distances> {
  const run = runWith(options);
  const space = scoredSpace(scenario, options.meeting);
  const from = worthOf(space, offer);
  const frontier = await wholeFrontier(space, run);
  const { by, complete, stopped, rows } = frontier;
  const scores = Object.fromEntries(space.scores.map(({ party, per }, p) => [party, (from[p] ?? 0) / per]));
  const known = { ...spokenIn(space), by, complete, ...(stopped !== undefined && { stopped }), scores };
  if (!complete) return { ...known, found: 'unknown' };
  const solved = solutionRows(space, frontier);
  if (!solved) return { ...known, found: 'nothing' };
  const scale = scaleOf(rows, space.scores);
  const to = (name: SolutionName): DistanceToSolution => {
    const tied = inOrder(rows, solved.tied[name]).map((row) => ({
      row,
      distance: distanceBetween(from, worthIn(rows, row), scale),
    }));
    const nearest = tied.reduce((best, one) => (one.distance < best.distance ? one : best));
    return {
      outcome: outcomeAt(space, rows, nearest.row),
      more: moreIn(space, from, worthIn(rows, nearest.row)),
      distance: nearest.distance,
    };
  };
  return {
    ...known,
    found: 'solutions',
    nash: to('nash'),
    kalaiSmorodinsky: to('kalaiSmorodinsky'),
    egalitarian: to('egalitarian'),
    utilitarian: to('utilitarian'),
  };
}

/** What a row is worth, in whole numbers. */
export function worthIn({ worth, parties }: Rows, row: number): Float64Array {
  return worth.subarray(row * parties, (row + 1) * parties);
}

function moreIn({ scores }: ScoredSpace, from: ArrayLike<number>, to: ArrayLike<number>): PerParty {
  return Object.fromEntries(scores.map(({ party, per }, p) => [party, ((to[p] ?? 0) - (from[p] ?? 0)) / per]));
}
