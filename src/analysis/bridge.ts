import type { Offer } from '../offers/offer.js';
import { unique } from '../base/list.js';
import { describeChanges, type Change } from '../offers/changes.js';
import type { Scenario } from '../scenario/scenario.js';
import { buildBridge, type BridgingOffer } from './build-bridge.js';
import { bridgingFrom, type Bridging } from './bridging.js';
import { caseOf, type AnalysisOptions } from './case.js';
import { coalitionsAsked, claimsOfParties } from './coalitions-asked.js';
import { nearestDeals } from './distance.js';
import type { Conflict } from './find-conflicts.js';
import { firstConflict } from './first-conflict.js';
import { claimsCalled, keepFaults, keptByThen } from './kept-claims.js';
import { isKept } from './kept-met.js';
import { checkedMost, type Stopped } from './watch.js';

/**
 * What a bridge has to meet, and how nearness is measured.
 *
 * @example
 * const options: BridgeOptions = { keep: ['HA-prisoners'] };
 */
export interface BridgeOptions extends AnalysisOptions {
  /**
   * The positions to be met, preferences among them if wanted, by their ids, and `score of north`; without it every red
   * line and demand of each smallest set of parties whose acceptance makes an agreement.
   */
  readonly keep?: readonly string[];
  /** Whose red lines and demands are to be met, where `keep` is not given. */
  readonly parties?: readonly string[];
  /**
   * What moving each term by one of its units weighs, above zero, by term id, and `length` (a day) and `phases` where the
   * offer states these. A flag, or a choice without an order, moves by one; an ordered choice by levels.
   */
  readonly weights?: Readonly<Record<string, number>>;
  /** How many bridges of equal distance are wanted. @defaultValue `1` */
  readonly most?: number;
}

/** Something that an offer states and a bridge moves. */
export interface Moved {
  /** `prisoners`, `phases.1.hostages/women`, `length`, `phases`. */
  readonly path: string;
  /** The term's id, or `length`, or `phases`. */
  readonly term: string;
  /** By how much: in the term's unit, days or levels; 1 for a flag or a choice without an order. */
  readonly by: number;
}

/** An amendment of an offer that meets what is kept. */
export interface Bridge extends BridgingOffer {
  /** The changes in words. */
  readonly changes: readonly Change[];
  /** What the offer stated and had to change, in the declared order; nothing where no more had to be said. */
  readonly moved: readonly Moved[];
  /** What its movements weigh; only where weights are given. */
  readonly weight?: number;
}

/** The bridges to what one set of parties asks. */
export interface CoalitionBridges {
  readonly parties: readonly string[];
  readonly keep: readonly string[];
  /** All of the same distance, which is the least there is. */
  readonly bridges: readonly Bridge[];
  /** Where what is kept excludes each other: there is no bridge then. */
  readonly conflict?: Conflict;
}

/** Bridging proposals. Plain JSON. */
export interface Bridges {
  readonly scenario: string;
  readonly offer: string;
  readonly asOf?: string;
  readonly coalitions: readonly CoalitionBridges[];
  /** Whether the nearest were found, as many as were wanted and there are. */
  readonly complete: boolean;
  readonly stopped?: Stopped;
}

/**
 * Finds the nearest offer that meets a chosen set of positions, as an amendment of the offer given.
 *
 * Nearest is what contradicts the fewest things that the offer states; among these, what moves the first of them least,
 * then the second, and so on in the declared order (number of phases, lengths, terms as the scenario has them): no sum is
 * made of persons, days and choices. Only with `weights` of the user's is there one total, and the least is nearest.
 * What the offer leaves open is no distance. It is filled in only as far as needed for what is kept to be met whatever
 * else is filled in. In a text known in full, silence states what it means, and a term that is touched is written out.
 * What is filled in follows one nearest deal: of several equally near, others may need less or more, or another option;
 * so two bridges alike in what they keep may be filled differently.
 *
 * Of a position that has been reported in several ways any reading will do, unless `readings` says which to take. Where a
 * line turns on a count that is not known exactly, it is met at any figure that the count may have.
 *
 * @param offer - an offer of the scenario by its id, or a whole one that fits it
 * @throws a `FaultError` with what `findConflicts` throws, `analysis/unknown-offer`, `analysis/not-yet-reported`,
 *   `analysis/unfit-offer`, `analysis/unknown-party`, `analysis/bad-weight`, `analysis/unknown-weight` or
 *   `analysis/missing-weight`
 * @example
 * const { coalitions } = await bridge(gaza2024(), 'P5', { keep: ['HA-prisoners'] });
 * const [first] = coalitions[0]?.bridges ?? [];
 * first?.changes.map((change) => change.sentence);
 * // ['prisoners released: 200–300 persons became 1,500 persons']
 * first?.filled; // []
 */
export async function bridge(scenario: Scenario, offer: string | Offer, options: BridgeOptions = {}): Promise<Bridges> {
  const { asOf, keep, parties } = options;
  keepFaults(scenario, keep ?? []);
  checkedMost(options.most);
  const whole = await caseOf(scenario, options, keep);
  keptByThen(whole.claims, keep ?? [], asOf);
  const bridging = bridgingFrom(whole, offer, options);
  const { sets, complete } = keep
    ? { sets: [unique(claimsCalled(whole.claims, keep).flatMap((i) => whole.claims[i]?.party ?? []))], complete: true }
    : coalitionsAsked(scenario, parties);
  let stopped: Stopped | undefined = complete ? undefined : 'most';
  const coalitions: CoalitionBridges[] = [];
  for (const set of sets) {
    const numbers = keep ? claimsCalled(whole.claims, keep) : claimsOfParties(whole.claims, set);
    const found = await bridgesTo(bridging, numbers, options);
    stopped ??= found.stopped;
    const { bridges, conflict } = found;
    const ids = numbers.flatMap((i) => whole.claims[i]?.id ?? []);
    coalitions.push({ parties: set, keep: ids, bridges, ...(conflict && { conflict }) });
  }
  return {
    scenario: scenario.id,
    offer: bridging.completing.offer.id,
    ...(asOf !== undefined && { asOf }),
    coalitions,
    complete: stopped === undefined,
    ...(stopped && { stopped }),
  };
}

/** The bridges from an offer to what keeps some claims, or what among these excludes each other. */
export interface BridgesTo extends Pick<CoalitionBridges, 'bridges' | 'conflict'> {
  readonly stopped?: Stopped | undefined;
}

/**
 * Finds the bridges from an offer that has been made ready.
 *
 * @param numbers - the claims to be met, by their numbers
 */
export async function bridgesTo(
  bridging: Bridging,
  numbers: readonly number[],
  { weights, most = 1 }: Pick<BridgeOptions, 'weights' | 'most'> = {},
): Promise<BridgesTo> {
  const { whole, completing, stated, load } = bridging;
  const { offer, scenario } = completing;
  const kept = numbers.flatMap((i) => whole.claims[i] ?? []);
  const already = await isKept(offer, bridging.completions(), numbers);
  if (typeof already === 'object') return { bridges: [], stopped: already.why };
  if (already) {
    const weight = weights && { weight: 0 };
    return { bridges: [{ offer, patches: [], changes: [], moved: [], filled: [], narrowed: [], ...weight }] };
  }
  const { nearest, stopped } = await nearestDeals(bridging.distances(), numbers, most);
  if (nearest.length === 0 && !stopped) {
    const { conflict, why } = await firstConflict(whole, numbers);
    return { bridges: [], ...(conflict && { conflict }), stopped: why };
  }
  const bridges: Bridge[] = [];
  let why = stopped;
  for (const [i, { values, movements }] of nearest.entries()) {
    const id = `${offer.id}-bridged${i === 0 ? '' : `-${i + 1}`}`;
    const built = await buildBridge({ completing, kept, values, movements, stated, id, watch: whole.watch, load });
    if ('why' in built) {
      why ??= built.why;
      continue;
    }
    const moved = stated.flatMap(({ path, term, unit }, at): readonly Moved[] => {
      const by = movements[at] ?? 0;
      return by === 0 ? [] : [{ path, term, by: Number((by * unit).toFixed(6)) }];
    });
    const weight = weights && moved.reduce((sum, one) => sum + (weights[one.term] ?? 0) * one.by, 0);
    bridges.push({
      ...built,
      changes: describeChanges(scenario, offer, built.offer),
      moved,
      ...(weight !== undefined && { weight }),
    });
  }
  return { bridges, stopped: why };
}
