import { fault, FaultError } from '../base/fault.js';
import { listed } from '../base/list.js';
import type { Scenario } from '../scenario/scenario.js';
import { claimsOf, type Claim, type HeldOptions } from './claims.js';
import { Feasibility } from './feasibility.js';
import { loadSolver, type LoadOptions } from './highs.js';
import { offerSpace } from './offer-space.js';
import type { Program } from './program.js';
import { Watch, type Limits } from './watch.js';

/**
 * What an analysis looks at, and how long it may take.
 *
 * @example
 * const options: AnalysisOptions = { asOf: '2024-01-28', seconds: 10 };
 */
export interface AnalysisOptions extends HeldOptions, Limits {
  /** Says where a page has `highs.wasm`. */
  readonly locateFile?: (file: string) => string;
}

/** A scenario made ready to be analysed: what its parties claim, and the offers there are. */
export interface Case {
  readonly scenario: Scenario;
  readonly claims: readonly Claim[];
  readonly space: Program;
  readonly watch: Watch;
  readonly feasibility: Feasibility;
}

/**
 * Makes a scenario ready to be analysed.
 *
 * @param preferences - the ids of preferences that are to be met as well
 * @param watch - where the limits are those of something longer
 * @throws a `FaultError` with `analysis/unbounded`, `analysis/unknown-position`, `analysis/unknown-reading`,
 *   `analysis/bad-limit`, and `analysis/no-offer` where its invariants leave no offer at all
 */
export async function caseOf(
  scenario: Scenario,
  options: AnalysisOptions,
  preferences: readonly string[] = [],
  watch = new Watch(options),
): Promise<Case> {
  const claims = claimsOf(scenario, options, preferences);
  const formulas = [...claims.map((claim) => claim.formula), ...claims.map((claim) => claim.perhaps)];
  const space = offerSpace(scenario, formulas);
  const feasibility = new Feasibility(space, formulas, watch, () => loadSolver(loadOptions(options)));
  const any = await feasibility.check([]);
  if (any.found === 'nothing') refuseEmpty(scenario);
  return { scenario, claims, space, watch, feasibility };
}

/** What loading the solver takes. */
export function loadOptions({ locateFile }: AnalysisOptions): LoadOptions {
  return locateFile ? { locateFile } : {};
}

function refuseEmpty({ id, invariants }: Scenario): never {
  const titles = Object.values(invariants).map(({ title }) => `'${title}'`);
  const message =
    titles.length > 0
      ? `No offer of '${id}' meets ${listed(titles)} at once: change one of these invariants, or the bounds of the terms.`
      : `The bounds and categories of the terms of '${id}' leave no offer: change them.`;
  throw new FaultError('There is nothing to analyse.', [
    fault('analysis/no-offer', ['invariants'], message, { invariants: Object.keys(invariants) }),
  ]);
}
