import { listed } from '../../base/list.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { Conflict } from '../find-conflicts.js';
import { proofSaid } from './say-proof.js';
import { Speaker, type SayOptions } from './speaker.js';

/**
 * Says which positions no offer meets together, whose they are, where they are reported, and why they do not fit.
 *
 * @param conflict - found with the same `asOf` and `readings`
 * @example
 * const { conflicts } = await findConflicts(fishingQuota());
 * conflicts.map((conflict) => sayConflict(fishingQuota(), conflict));
 * // ['…']
 */
export function sayConflict(scenario: Scenario, conflict: Conflict, options: SayOptions = {}): string {
  return conflictSaid(new Speaker(scenario, options), conflict);
}

/** The same, by one who speaks of more besides. */
export function conflictSaid(speaker: Speaker, { positions, certain, proof }: Conflict): string {
  const [only, ...more] = positions.map((id) => speaker.sourced(id));
  const first =
    only !== undefined && more.length === 0
      ? `No offer meets ${only}.`
      : `No offer meets ${positions.length === 2 ? 'both' : 'together'} ${listed([only ?? '', ...more])}.`;
  const perhaps = certain
    ? []
    : ['That rests on a line that is not known exactly: were it where it suits best, one might.'];
  return [first, proofSaid(speaker, proof), ...perhaps].join(' ');
}
