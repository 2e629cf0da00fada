import type { Scope } from '../terms/scope.js';
import type { IdOf, QuantityPath, TermDrafts } from './ids.js';

/** What figures of a quantity are worth: straight lines between the points, level beyond the first and the last. */
export interface PointsPart<Q extends string = string> {
  readonly of: Q;
  readonly in?: Scope;
  /** At least one, their figures ascending. */
  readonly points: readonly { readonly at: number; readonly worth: number }[];
}

/** What each option of a choice is worth, or `yes` and `no` of a flag. */
export interface TablePart<F extends string = string> {
  readonly of: F;
  readonly in?: number;
  readonly table: Readonly<Record<string, number>>;
}

/** One addend of a score. */
export type ScorePart = PointsPart | TablePart;

/**
 * A party that accepts what is worth enough to it: the parts added up, held against a threshold. Nobody reports such a
 * thing of anyone: it is always assumed. An additive value function with a reservation value (Keeney and Raiffa,
 * "Decisions with multiple objectives", 1976).
 */
export interface Score {
  readonly threshold: number;
  readonly parts: readonly ScorePart[];
  readonly basis: 'assumed';
  readonly because: string;
}

/**
 * A score as a modeller writes it.
 *
 * @example
 * defineScenario({
 *   id: 'lake',
 *   parties: { north: {} },
 *   terms: { catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } }, observer: { kind: 'flag' } },
 *   positions: {},
 *   scores: {
 *     north: {
 *       because: 'To try the rule.',
 *       threshold: 50,
 *       parts: [
 *         { of: 'catch', points: [{ at: 0, worth: 0 }, { at: 100, worth: 80 }] },
 *         { of: 'observer', table: { yes: 0, no: 20 } },
 *       ],
 *     },
 *   },
 * });
 */
export interface ScoreDraft<T extends TermDrafts = TermDrafts> {
  readonly threshold: number;
  readonly parts: readonly (PointsPart<QuantityPath<T>> | TablePart<IdOf<T, 'flag'> | IdOf<T, 'choice'>>)[];
  readonly basis?: 'assumed';
  readonly because: string;
}
