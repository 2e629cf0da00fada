import type { Offer } from '../../offers/offer.js';
import type { Rows } from './listed-space.js';
import { offerAt } from '../offer-at.js';
import type { ScoredSpace } from './scored-space.js';

/** A figure for each party, by id. */
export type PerParty = Readonly<Record<string, number>>;

/**
 * A deal and what it is worth to each party that has a score. Of deals worth the same to all of them it is one: in what no
 * score speaks of it is as good as any other.
 */
export interface ScoredDeal {
  /** A full offer, every figure exact, assumed. */
  readonly offer: Offer;
  /** As the modeller counts. */
  readonly scores: PerParty;
}

/** Who the figures speak of. */
export interface Spoken {
  /** The parties that have a score, in the scenario's order. */
  readonly parties: readonly string[];
  /** Those that have none: nothing is said of what a deal is worth to them. */
  readonly leftOut: readonly string[];
}

/** Who the figures of a scored space speak of. */
export function spokenIn({ scenario, scores }: ScoredSpace): Spoken {
  const scored = new Set(scores.map(({ party }) => party));
  const all = Object.keys(scenario.parties);
  return { parties: all.filter((p) => scored.has(p)), leftOut: all.filter((p) => !scored.has(p)) };
}

/** What rows are worth, party by party, as the modeller counts. */
function scoresAt({ scores }: ScoredSpace, { worth, parties }: Pick<Rows, 'worth' | 'parties'>, row: number): PerParty {
  return Object.fromEntries(scores.map(({ party, per }, p) => [party, (worth[row * parties + p] ?? 0) / per]));
}

/** The outcome of a row. */
export function outcomeAt(space: ScoredSpace, rows: Rows, row: number): ScoredDeal {
  return { offer: offerAt(space.scenario, rows.valuesAt(row), 'outcome'), scores: scoresAt(space, rows, row) };
}

/** The numbers of rows, what is worth most to the first party first, then to the second, and so on. */
export function inOrder({ worth, parties }: Rows, rows: readonly number[]): readonly number[] {
  return [...rows].sort((a, b) => {
    for (let p = 0; p < parties; p++) {
      const more = (worth[b * parties + p] ?? 0) - (worth[a * parties + p] ?? 0);
      if (more !== 0) return more;
    }
    return a - b;
  });
}

/** The numbers of all rows. */
export function allRows({ size }: Rows): readonly number[] {
  return Array.from({ length: size }, (_, row) => row);
}
