import { unique } from '../base/list.js';
import { mentions } from '../positions/mentions.js';
import { coalitionsOf } from '../scenario/coalitions.js';
import type { Scenario } from '../scenario/scenario.js';
import { splitPath } from '../terms/term.js';
import { caseOf, type AnalysisOptions, type Case } from './case.js';
import type { Claim } from './claims.js';
import { dualise } from './dualise.js';
import { met } from './offer-space.js';
import { phaseSumsOf } from './phase-sums.js';
import { prove, type Grounded, type Proof } from './proof.js';
import { checkedMost, type Stopped } from './watch.js';

/**
 * What to look for conflicts among.
 *
 * @example
 * const options: ConflictsOptions = { most: 10 };
 */
export interface ConflictsOptions extends AnalysisOptions {
  /** How many are enough; without it, all are found. */
  readonly most?: number;
}

/** A smallest set of claims that no offer of the offer space meets together: without any one of them there is one. */
export interface Conflict {
  /** The positions by their ids, and `score of north`, in the declared order. */
  readonly positions: readonly string[];
  readonly parties: readonly string[];
  /** The terms that these speak of, by their ids. */
  readonly terms: readonly string[];
  /**
   * Whether it is one even where every line that is not known exactly, and every count, is what suits best; absent where
   * that was not settled. Of one that is not certain, an offer that words a figure as a share of what nobody has
   * counted exactly may be judged to meet all.
   */
  readonly certain?: boolean;
  readonly proof: Proof;
}

/** What holds of the parties of one smallest set whose acceptance makes an agreement. */
export interface CoalitionConflicts {
  readonly parties: readonly string[];
  /** Those of the conflicts that lie among the claims of these parties, by their place in the list. */
  readonly conflicts: readonly number[];
  /** Whether there is an offer that meets all that these parties claim; absent where that was not settled. */
  readonly free?: boolean;
}

/** The conflicts of a scenario. Plain JSON. */
export interface ConflictsFound {
  readonly scenario: string;
  readonly asOf?: string;
  readonly conflicts: readonly Conflict[];
  readonly coalitions: readonly CoalitionConflicts[];
  /** Whether it is proved that there are no others. */
  readonly complete: boolean;
  /** Why it is not. */
  readonly stopped?: Stopped;
}

/**
 * Finds every smallest set of red lines and demands that no offer of the offer space meets together.
 *
 * Looked for among the claims of each smallest set of parties whose acceptance makes an agreement. Of a position that has
 * been reported in several ways any reading will do, unless `readings` says which to take.
 *
 * @throws a `FaultError` with `analysis/unbounded`, `analysis/no-offer`, `analysis/unknown-position`,
 *   `analysis/unknown-reading`, `analysis/bad-limit` or `analysis/too-many-coalitions`
 * @example
 * const { conflicts, complete } = await findConflicts(gaza2024());
 * conflicts.map((conflict) => conflict.positions.join(' and '));
 * // ['HA-ceasefire and IL-ceasefire', 'HA-endOfWar and IL-endTalks', 'HA-withdrawal and IL-withdrawal']
 * complete; // true
 */
export async function findConflicts(scenario: Scenario, options: ConflictsOptions = {}): Promise<ConflictsFound> {
  checkedMost(options.most);
  return conflictsIn(await caseOf(scenario, options), options);
}

/** The same, of a scenario that has been made ready. */
export async function conflictsIn(whole: Case, options: ConflictsOptions): Promise<ConflictsFound> {
  const most = checkedMost(options.most);
  const { scenario, claims, watch, feasibility } = whole;
  const found: (readonly number[])[] = [];
  const coalitions: CoalitionConflicts[] = [];
  const { sets, complete } = coalitionsOf(scenario.agreement);
  let stopped: Stopped | undefined = complete ? undefined : 'most';
  for (const parties of sets) {
    const own = claims.flatMap((claim, i) => (parties.includes(claim.party) ? [i] : []));
    const known = found.filter((conflict) => conflict.every((claim) => own.includes(claim)));
    const dual = await dualise({
      claims: own,
      mayGive: () => true,
      check: (asked) => feasibility.check(asked),
      watch,
      known,
      enough: (conflicts) => found.length - known.length + conflicts >= most,
    });
    found.push(...dual.conflicts.slice(known.length));
    const none = dual.conflicts.length === 0;
    const free = !none ? false : dual.stopped ? undefined : true;
    coalitions.push({
      parties,
      conflicts: dual.conflicts.map((conflict) => found.indexOf(conflict)),
      ...(free !== undefined && { free }),
    });
    stopped ??= dual.stopped;
    if (dual.stopped && dual.stopped !== 'most') break;
  }
  const order = found.map((_, i) => i).sort((a, b) => inDeclaredOrder(found[a]!, found[b]!));
  const conflicts: Conflict[] = [];
  for (const i of order) conflicts.push(await conflictOf(whole, found[i]!));
  return {
    scenario: scenario.id,
    ...(options.asOf !== undefined && { asOf: options.asOf }),
    conflicts,
    coalitions: coalitions.map((one) => ({
      ...one,
      conflicts: one.conflicts.map((i) => order.indexOf(i)).sort((a, b) => a - b),
    })),
    complete: stopped === undefined,
    ...(stopped && { stopped }),
  };
}

/** Fewest claims first, and then those declared first. */
export function inDeclaredOrder(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const differs = a.findIndex((claim, i) => claim !== b[i]);
  return differs < 0 ? 0 : a[differs]! - b[differs]!;
}

/** Writes a conflict out, with its proof. */
export async function conflictOf(whole: Case, numbers: readonly number[]): Promise<Conflict> {
  const { claims } = whole;
  const members = numbers.map((i) => claims[i]!);
  const perhaps = await whole.perhaps().check(numbers);
  return {
    positions: members.map((claim) => claim.id),
    parties: unique(members.map((claim) => claim.party)),
    terms: unique(members.flatMap((claim) => termsOf(whole.scenario, claim))),
    ...(perhaps.found !== 'unknown' && { certain: perhaps.found === 'nothing' }),
    proof: proofOf(whole, members),
  };
}

/** The terms that a claim speaks of. */
export function termsOf(scenario: Scenario, claim: Claim): readonly string[] {
  const score = claim.kind === 'score' ? scenario.scores[claim.party] : undefined;
  if (score) return unique(score.parts.map((part) => splitPath(part.of).term));
  return unique(claim.readings.flatMap((r) => mentions(r.condition, undefined).map((m) => splitPath(m.term).term)));
}

/** Why no offer of the offer space meets these together; its invariants stand at the end of what it asks. */
export function proofOf(
  { scenario, space }: Pick<Case, 'scenario' | 'space'>,
  members: readonly Pick<Claim, 'id' | 'formula'>[],
): Proof {
  const norms = Object.entries(scenario.invariants);
  const ofSpace = space.must.slice(0, space.must.length - norms.length);
  const grounded = [
    ...members.map(({ id, formula }): Grounded => ({ formula, ground: { claim: id } })),
    ...norms.map(([id, norm]): Grounded => ({ formula: met(scenario, norm.condition), ground: { invariant: id } })),
    ...ofSpace.map((formula): Grounded => ({ formula })),
  ];
  return prove(space.unknowns, grounded, phaseSumsOf(scenario));
}
