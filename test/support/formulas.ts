import type { Scenario } from 'sticking-points';
import { claimsOf } from '../../src/analysis/claims.js';
import { dualise, type Dual } from '../../src/analysis/dualise.js';
import { Feasibility } from '../../src/analysis/feasibility.js';
import { loadSolver } from '../../src/analysis/highs.js';
import { offerSpace } from '../../src/analysis/offer-space.js';
import type { Program } from '../../src/analysis/program.js';
import { Watch } from '../../src/analysis/watch.js';
import type { Formula } from '../../src/positions/formula.js';

/** What is asked of a solver: the offer space, and a formula for each claim. */
export interface Formulas {
  readonly space: Program;
  readonly claims: readonly Formula[];
}

export function formulasOf(scenario: Scenario): Formulas {
  const claims = claimsOf(scenario).map((claim) => claim.formula);
  return { space: offerSpace(scenario, claims), claims };
}

/** Finds all conflicts and concession sets among these claims, any of which may be given up; or so many of the latter. */
export async function dualised({ space, claims }: Formulas, seconds: number, most = Infinity): Promise<Dual> {
  const watch = new Watch({ seconds });
  const feasibility = new Feasibility(space, claims, watch, () => loadSolver());
  return dualise({
    claims: claims.map((_, i) => i),
    mayGive: () => true,
    check: (asked) => feasibility.check(asked),
    watch,
    enough: (_, concessions) => concessions >= most,
  });
}
