import type { CalendarDate } from '../base/day.js';
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

/** Refuses what nobody held yet: `analysis/not-yet-reported`, of a position, or of the reading of it that is taken. */
export function keptByThen(claims: readonly Claim[], keep: readonly string[], asOf: CalendarDate | undefined): void {
  const held = new Set(claims.map(({ id }) => id));
  const faults = keep
    .filter((id) => !held.has(id))
    .map((id) => {
      const message = `'${id}' had not been reported by ${asOf ?? 'then'}: ask for a later day, or do not keep it.`;
      return fault('analysis/not-yet-reported', ['keep'], message, { id, ...(asOf !== undefined && { asOf }) });
    });
  if (faults.length > 0) throw new FaultError('That cannot be kept.', faults);
}

/** The numbers of the claims with these ids. */
export function claimsCalled(claims: readonly Claim[], keep: readonly string[]): readonly number[] {
  return claims.flatMap((claim, i) => (keep.includes(claim.id) ? [i] : []));
}
