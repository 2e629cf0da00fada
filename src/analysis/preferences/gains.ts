import { allRows } from './scored-deal.js';
import type { Rows } from './listed-space.js';
import type { WholeScore } from './whole-scores.js';

/** What deals give each party over its threshold, its reservation value; only deals that are below nobody's. */
export interface Gains {
  /** The rows of the frontier they are, by their numbers. */
  readonly rows: readonly number[];
  /** What a row of the frontier gives a party, in whole numbers, `per` of them a point. */
  readonly gain: (row: number, party: number) => number;
  /** For each party, how many make a point as the modeller counts. */
  readonly per: readonly number[];
  /** For each party, the most that any of these deals gives it. */
  readonly most: readonly number[];
}

/**
 * The gains of the deals on a frontier that reach every threshold. What such a deal is dominated by reaches them as well, so
 * these are the undominated ones of all deals that do, and each party's best is among them.
 */
export function gainsOn(rows: Rows, scores: readonly WholeScore[]): Gains {
  const { worth, parties } = rows;
  const gain = (row: number, party: number) => (worth[row * parties + party] ?? 0) - (scores[party]?.threshold ?? 0);
  const reaching = allRows(rows).filter((row) => scores.every((_, p) => gain(row, p) >= 0));
  return {
    rows: reaching,
    gain,
    per: scores.map((score) => score.per),
    most: scores.map((_, p) => reaching.reduce((most, row) => Math.max(most, gain(row, p)), 0)),
  };
}
