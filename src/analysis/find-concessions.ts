import { coalitionsOf } from '../scenario/coalitions.js';
import type { Offer } from '../offers/offer.js';
import type { Scenario } from '../scenario/scenario.js';
import { caseOf, type AnalysisOptions, type Case } from './case.js';
import { conflictOf, inDeclaredOrder, type Conflict } from './find-conflicts.js';
import { dualise } from './dualise.js';
import { offerAt } from './offer-at.js';
import { rejudge } from './rejudge.js';
import { checkWeights } from './weights.js';
import { checkedMost, type Stopped } from './watch.js';

/**
 * What may be given up, and how many ways to do so are enough.
 *
 * @example
 * const options: ConcessionsOptions = { most: 10 };
 */
export interface ConcessionsOptions extends AnalysisOptions {
  /** How many sets are enough, for each set of parties whose acceptance makes an agreement; without it, all are found. */
  readonly most?: number;
  /** Whether red lines may be given up as well. @defaultValue `false` */
  readonly redLines?: boolean;
  /**
   * What giving up each position weighs, above zero, by its id; all that may be given up have to be named. Sets are then
   * listed lightest first. Without it none weighs more than another, and the fewest come first.
   */
  readonly weights?: Readonly<Record<string, number>>;
}

/** A smallest set of claims whose giving up leaves an offer that meets all others. */
export interface Concession {
  /** The positions given up, by their ids, and `score of north`, in the declared order. */
  readonly positions: readonly string[];
  /** The same by party: only those that give something up. */
  readonly byParty: Readonly<Record<string, readonly string[]>>;
  /** What they weigh together; only where weights are given. */
  readonly weight?: number;
  /** A deal that meets everything else: one of many, and nobody's proposal. */
  readonly deal: Offer;
}

/** What the parties of one smallest set whose acceptance makes an agreement could give up. */
export interface CoalitionConcessions {
  readonly parties: readonly string[];
  /** Fewest first, or lightest first where weights are given; then in the declared order. The empty set, where nothing has to be given up. */
  readonly concessions: readonly Concession[];
  /** Claims that exclude each other and of which none may be given up: there is no concession set then. */
  readonly firm?: Conflict;
  /** Whether it is proved that there are no others. */
  readonly complete: boolean;
}

/** The concession sets of a scenario. Plain JSON. */
export interface ConcessionsFound {
  readonly scenario: string;
  readonly asOf?: string;
  readonly coalitions: readonly CoalitionConcessions[];
  readonly complete: boolean;
  /** Why it is not. */
  readonly stopped?: Stopped;
}

/**
 * Finds the smallest sets of demands whose giving up leaves an offer that meets everything else, for each smallest set of
 * parties whose acceptance makes an agreement. None is better than another: fewest first is an order of display.
 *
 * Smallest means that without giving up any one of them the rest cannot be met (a minimal correction set: Reiter, "A theory
 * of diagnosis from first principles", 1987).
 *
 * @throws a `FaultError` with what `findConflicts` throws, `analysis/bad-weight` or `analysis/missing-weight`
 * @example
 * const { coalitions } = await findConcessions(gaza2024(), { most: 2 });
 * coalitions[0]?.concessions.map((concession) => concession.positions.length); // [3, 3]
 */
export async function findConcessions(scenario: Scenario, options: ConcessionsOptions = {}): Promise<ConcessionsFound> {
  checkedMost(options.most);
  return concessionsIn(await caseOf(scenario, options), options);
}

/** The same, of a scenario that has been made ready. */
export async function concessionsIn(whole: Case, options: ConcessionsOptions): Promise<ConcessionsFound> {
  const most = checkedMost(options.most);
  const { scenario, claims, watch, feasibility } = whole;
  const { redLines = false, weights } = options;
  const mayGive = (claim: number) => redLines || claims[claim]?.rigidity === 'demand';
  if (weights) {
    checkWeights(
      weights,
      claims.filter((_, i) => mayGive(i)).map((claim) => claim.id),
    );
  }
  const weightOf = (numbers: readonly number[]) =>
    numbers.reduce((sum, i) => sum + ((weights ?? {})[claims[i]?.id ?? ''] ?? 0), 0);
  const coalitions: CoalitionConcessions[] = [];
  const { sets, complete } = coalitionsOf(scenario.agreement);
  let stopped: Stopped | undefined = complete ? undefined : 'most';
  for (const parties of sets) {
    const dual = await dualise({
      claims: claims.flatMap((claim, i) => (parties.includes(claim.party) ? [i] : [])),
      mayGive,
      check: (asked) => feasibility.check(asked),
      watch,
      // Which are lightest is known when all are.
      enough: (_, concessions) => !weights && concessions >= most,
    });
    const inOrder = [...dual.concessions].sort(
      (a, b) => weightOf(a.claims) - weightOf(b.claims) || inDeclaredOrder(a.claims, b.claims),
    );
    const shown = inOrder.slice(0, most);
    coalitions.push({
      parties,
      concessions: shown.map((given): Concession => {
        const ids = given.claims.map((i) => claims[i]?.id ?? '');
        const deal = offerAt(scenario, given.values, `without ${ids.join(', ') || 'concessions'}`);
        const kept = claims.filter((claim, i) => parties.includes(claim.party) && !given.claims.includes(i));
        rejudge(scenario, deal, kept);
        const givers = parties.filter((party) => given.claims.some((i) => claims[i]?.party === party));
        return {
          positions: ids,
          byParty: Object.fromEntries(
            givers.map((party) => [party, ids.filter((_, i) => claims[given.claims[i] ?? -1]?.party === party)]),
          ),
          ...(weights && { weight: weightOf(given.claims) }),
          deal,
        };
      }),
      ...(dual.firm && { firm: await conflictOf(whole, dual.firm) }),
      complete: dual.stopped === undefined && shown.length === inOrder.length,
    });
    stopped ??= dual.stopped ?? (shown.length < inOrder.length ? 'most' : undefined);
    if (dual.stopped && dual.stopped !== 'most') break;
  }
  return {
    scenario: scenario.id,
    ...(options.asOf !== undefined && { asOf: options.asOf }),
    coalitions,
    complete: stopped === undefined,
    ...(stopped && { stopped }),
  };
}
