import type { Bounds, Support, Tie } from '../base/tighten.js';
import type { Basis } from '../evidence/basis.js';
import type { Citation } from '../evidence/citation.js';
import type { Amount } from '../terms/amount.js';
import type { Length } from '../terms/length.js';
import type { Surface } from '../terms/surface.js';
import type { Value } from '../terms/value.js';

/** Something a verdict may rest on: what an offer says, a bound of the offer space, a count, or a term's plain absence. */
export interface Fact {
  readonly kind: 'offer' | 'space' | 'count' | 'absence' | 'line';
  /** Where it stands: `prisoners`, `phases.1.hostages/women`, `length`, `phaseCount`, `space.prisoners`. */
  readonly path: string;
  readonly value: Value | Length;
  readonly basis: Basis;
  readonly because?: string;
  readonly citations: readonly Citation[];
}

/** An amount of an offer that is a share of something else: `outOf × scale × variable = parts × base − rest`. */
export interface KnownShare {
  /** The place of what it is a share of. */
  readonly base: number;
  /** The whole number the variable is multiplied by. */
  readonly times: number;
  /** The whole number its base is multiplied by. */
  readonly baseTimes: number;
  /** The most that rounding down can leave over. */
  readonly rest: number;
  readonly support: Support;
}

/** A variable's unit as worded, where the wording says more than its days: calendar months. */
export interface WordedLength {
  readonly amount: Amount;
  readonly support: Support;
}

/**
 * An offer laid over the offer space: for each variable what is known of it, and on which facts that rests.
 * What `judge` reads. Not for keeping: it is made anew from the offer.
 *
 * @example
 * const deal: Deal = readDeal(settingOf(scenario), first);
 * deal.facts.map((fact) => `${fact.kind} ${fact.path}`);
 * // ['space space.phases', 'space space.catch', 'offer catch', 'offer observer']
 */
export interface Deal extends Surface {
  readonly bounds: Bounds;
  /** The layout's ties, and those that shares add. */
  readonly ties: readonly Tie[];
  readonly facts: readonly Fact[];
  /** By a variable's place. */
  readonly shares: ReadonlyMap<number, KnownShare>;
  /** Lengths worded in calendar months, by a variable's place. */
  readonly months: ReadonlyMap<number, WordedLength>;
  /** The facts that mention a variable without settling it, by its place. */
  readonly unsettled: ReadonlyMap<number, number>;
  /** The facts that are figures given as "about", by their number. */
  readonly about: ReadonlySet<number>;
  /** What the offer says anything of, settled or not: path ids, and `prisoners@1` where it does so in a phase. */
  readonly said: ReadonlySet<string>;
  /** Facts that exclude each other, where the offer contradicts itself. */
  readonly contradiction?: Support;
}
