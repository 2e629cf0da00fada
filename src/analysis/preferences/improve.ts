import { FaultError } from '../../base/fault.js';
import type { Offer } from '../../offers/offer.js';
import type { Scenario } from '../../scenario/scenario.js';
import { rowsAbove } from './better-rows.js';
import { worthIn } from './distances.js';
import { isCount, runWith, notACount, type PreferencesOptions } from './options.js';
import { allRows, inOrder, outcomeAt, spokenIn, type ScoredDeal, type PerParty, type Spoken } from './scored-deal.js';
import { distanceBetween, scaleOf } from './scale.js';
import { scoredSpace } from './scored-space.js';
import { wholeFrontier, type Provenance } from './whole-frontier.js';
import { worthOf } from './worth-of-offer.js';

/** Deals that are worth more than an offer to somebody and less to nobody. */
export interface Improvements extends Provenance, Spoken {
  /** What the offer itself is worth. */
  readonly scores: PerParty;
  /** The nearest first, so many as asked for. */
  readonly outcomes: readonly ScoredDeal[];
  /** How many were found, told apart by what they are worth; all there are where `complete` is true. */
  readonly count: number;
}

/**
 * How many improvements to give.
 *
 * @example
 * const every: ImproveOptions = { most: 'all' };
 */
export interface ImproveOptions extends PreferencesOptions {
  /** @defaultValue `3` */
  readonly most?: number | 'all';
}

/**
 * Deals better than an offer for at least one party and worse for none: none where the offer is on the Pareto frontier.
 *
 * Nearest first, by the Euclidean distance in normalised gains: each party's as a share of the most it gains by a deal below
 * nobody's reservation value, or where there is no such deal, by any. A party without such a share adds nothing to the
 * distance. Of equals, what is worth most to the first party comes first. The offer itself may be below reservation values.
 * Where `complete` is false, nearer ones may be missing, and the shares may be of less than the most.
 *
 * @param offer - an id of the scenario's, or a whole one; what scores speak of must not be open in it
 * @throws a `FaultError` with `analysis/open-score`, as `paretoFrontier` does, or as `assess` does for an offer that is none
 * @example
 * const lake = defineScenario({
 *   id: 'lake',
 *   parties: { north: {}, south: {} },
 *   terms: { catch: { kind: 'quantity', unit: 'tonnes', step: 50, bounds: { most: 100 } }, observer: { kind: 'flag' } },
 *   positions: {},
 *   scores: {
 *     north: { because: 'To try it.', threshold: 0, parts: [{ of: 'catch', points: [{ at: 0, worth: 0 }, { at: 100, worth: 8 }] }] },
 *     south: { because: 'To try it.', threshold: 0, parts: [{ of: 'observer', table: { yes: 3, no: 0 } }] },
 *   },
 *   offers: { draft: { terms: { catch: 50, observer: true } } },
 * });
 * const { outcomes, count } = await improve(lake, 'draft');
 * [count, outcomes[0]?.scores]; // [1, { north: 8, south: 3 }]
 */
export async function improve(
  scenario: Scenario,
  offer: string | Offer,
  options: ImproveOptions = {},
): Promise<Improvements> {
  const { most = 3 } = options;
  const run = runWith(options, 'most');
  if (most !== 'all' && !isCount(most)) {
    throw new FaultError('An offer cannot be improved in this way.', [notACount('most', most)]);
  }
  const space = scoredSpace(scenario, options.meeting);
  const floor = worthOf(space, offer);
  const frontier = await wholeFrontier(space, run);
  const found = await rowsAbove(space, frontier.cases, floor, run);
  const scale = scaleOf(frontier.rows, space.scores);
  const near = inOrder(found.rows, allRows(found.rows))
    .map((row) => ({ row, distance: distanceBetween(floor, worthIn(found.rows, row), scale) }))
    .sort((a, b) => a.distance - b.distance); // keeps the order of equals
  const stopped = frontier.stopped ?? found.stopped;
  return {
    ...spokenIn(space),
    by: frontier.by === 'solver' ? 'solver' : found.by,
    complete: stopped === undefined,
    ...(stopped !== undefined && { stopped }),
    scores: Object.fromEntries(space.scores.map(({ party, per }, p) => [party, (floor[p] ?? 0) / per])),
    outcomes: near.slice(0, most === 'all' ? undefined : most).map(({ row }) => outcomeAt(space, found.rows, row)),
    count: found.rows.size,
  };
}
