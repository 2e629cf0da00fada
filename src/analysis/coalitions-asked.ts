import { fault, FaultError } from '../base/fault.js';
import { didYouMean } from '../base/spelling.js';
import { coalitionsOf } from '../scenario/coalitions.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Claim } from './claims.js';

/**
 * The sets of parties to look at: the one asked for, or each smallest one whose acceptance makes an agreement.
 *
 * @throws a `FaultError` with `analysis/unknown-party`
 */
export function coalitionsAsked(
  scenario: Scenario,
  parties: readonly string[] | undefined,
): { readonly sets: readonly (readonly string[])[]; readonly complete: boolean } {
  if (!parties) return coalitionsOf(scenario.agreement);
  const known = Object.keys(scenario.parties);
  const strange = parties.filter((party) => !known.includes(party));
  if (strange.length > 0) {
    const faults = strange.map((id) =>
      fault('analysis/unknown-party', ['parties'], `There is no party called '${id}'. ${didYouMean(id, known)}`, {
        id,
        known,
      }),
    );
    throw new FaultError('These are not parties of the scenario.', faults);
  }
  return { sets: [known.filter((party) => parties.includes(party))], complete: true };
}

/** The numbers of the claims that these parties make. */
export function claimsOfParties(claims: readonly Claim[], parties: readonly string[]): readonly number[] {
  return claims.flatMap((claim, i) => (parties.includes(claim.party) ? [i] : []));
}
