import { fault, FaultError } from '../base/fault.js';
import { didYouMean } from '../base/spelling.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Claim } from './claims.js';

/** The ids of everything that may be kept: positions of every rigidity, and scores. */
function known({ positions, scores }: Scenario): readonly string[] {
  return [...Object.keys(positions), ...Object.keys(scores).map((party) => `score of ${party}`)];
}

/** Refuses what cannot be kept: `analysis/unknown-position`. */
export function keepFaults(scenario: Scenario, keep: readonly string[]): void {
  const ids = known(scenario);
  const faults = keep
    .filter((id) => !ids.includes(id))
    .map((id) =>
      fault('analysis/unknown-position', ['keep'], `There is no position called '${id}'. ${didYouMean(id, ids)}`, {
        id,
        known: ids,
      }),
    );
  if (faults.length > 0) throw new FaultError('That cannot be kept.', faults);
}

/** The numbers of the claims with these ids; none of a position that had not been reported by the day asked for. */
export function claimsCalled(claims: readonly Claim[], keep: readonly string[]): readonly number[] {
  return claims.flatMap((claim, i) => (keep.includes(claim.id) ? [i] : []));
}
