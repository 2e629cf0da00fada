import { followUpOn, type FollowUp } from '../assessment/follow-up.js';
import type { Talks } from './talks.js';

/**
 * What to ask next about the offer on the table: which red lines and demands it does not meet and whether they still could
 * be, under every reading, some or none; and which unreported fact, a count among them, once known, would settle most of the open
 * ones. Nothing where no offer lies on the table.
 *
 * A reading is one of a position together with one of everything that reports give in several ways; up to 64 combinations
 * of the latter are told apart. An unreported figure is tried at each that is possible; where these are more than 200, at the
 * ends, near every figure that a condition names, and by halving wherever the verdicts of two differ.
 *
 * @example
 * const talks = openTalks(scenario);
 * talks.do({ type: 'offer.tabled', offer: 'counter' });
 * followUp(talks)?.positions.map((p) => `${p.position}: ${p.couldBeMet}`); // ['watched: under every reading']
 * followUp(talks)?.facts; // [{ of: 'observer', settles: ['watched'], maySettle: [] }]
 */
export function followUp(talks: Talks): FollowUp | undefined {
  return talks.offer && followUpOn(talks.scenario, talks.offer, talks.clock.asOf ?? undefined);
}
