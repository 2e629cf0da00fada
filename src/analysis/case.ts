import { fault, FaultError } from '../base/fault.js';
import { listed } from '../base/list.js';
import { once } from '../base/once.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import { claimsOf, perhaps, type Claim, type HeldOptions } from './claims.js';
import { countReadings, withRoomForCounts } from './completions.js';
import { Feasibility, type Fallback } from './feasibility.js';
import { loadSolver, type LoadOptions } from './highs.js';
import { withCountsBy } from './known-counts.js';
import { offerSpace, rowsOf } from './offer-space.js';
import type { Program, Unknown } from './program.js';
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
  /** Whether claims can be met together, by their numbers, where every line that is not known exactly lies where it suits. */
  readonly perhaps: () => Feasibility;
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
  given: Scenario,
  options: AnalysisOptions,
  preferences: readonly string[] = [],
  watch = new Watch(options),
): Promise<Case> {
  const scenario = withCountsBy(given, options.asOf);
  const claims = claimsOf(scenario, options, preferences);
  const formulas = claims.map((claim) => claim.formula);
  const space = offerSpace(scenario, formulas);
  const load = () => loadSolver(loadOptions(options));
  const feasibility = new Feasibility(space, formulas, watch, load);
  const any = await feasibility.check([]);
  if (any.found === 'nothing') refuseEmpty(scenario);
  const loosely = once(() => perhapsIn({ scenario, claims, watch }, space.unknowns, load));
  return { scenario, claims, space, watch, feasibility, perhaps: loosely };
}

/** What claims, and invariants, come to where every line that is not known exactly lies where it suits best. */
export function perhapsIn(
  { scenario, claims, watch }: Pick<Case, 'scenario' | 'claims' | 'watch'>,
  unknowns: readonly Unknown[],
  load: () => Promise<Fallback>,
): Feasibility {
  const formulas = claims.map((claim) => claim.perhaps);
  const { layout } = settingOf(scenario);
  const must = [
    ...layout.ties.flatMap((tie) => rowsOf(tie, layout)),
    ...Object.values(scenario.invariants).map(({ condition }) => perhaps(scenario, condition)),
    ...countReadings(scenario, undefined),
  ];
  return new Feasibility(
    { unknowns: withRoomForCounts(unknowns, [...must, ...formulas]), must },
    formulas,
    watch,
    load,
  );
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
