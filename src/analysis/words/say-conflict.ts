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
 * // ['No offer meets both “catch caught: at least 70 tonnes” (South; the line itself assumed) and “catch caught: at most 60…']
 */
export function sayConflict(scenario: Scenario, conflict: Conflict, options: SayOptions = {}): string {
  return conflictSaid(new Speaker(scenario, options), conflict);
}

/** The same, by one who speaks of more besides. */
export function conflictSaid(speaker: Speaker, { positions, certain, proof }: Conflict): string {
  const sourced = positions.map((id) => speaker.sourced(id));
  // Of what is not known exactly, figures alone can be sure: a share may be judged to fit without them.
  const rests = certain === false;
  const [whose, meets] = rests ? ['No offer in exact figures', 'is sure to meet'] : ['No offer', 'meets'];
  const together = { 1: '', 2: ' both' }[positions.length] ?? ' together';
  const first = `${whose} ${meets}${together} ${listed(sourced)}.`;
  const perhaps = rests
    ? ['That rests on a line that is not known exactly: were it where it suits best, one might meet it.']
    : [];
  return [first, proofSaid(speaker, proof), ...perhaps].join(' ');
}
