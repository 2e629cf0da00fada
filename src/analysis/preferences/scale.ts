import { gainsOn } from './gains.js';
import { allRows, type PerParty } from './scored-deal.js';
import type { Rows } from './listed-space.js';
import type { WholeScore } from './whole-scores.js';

/** The measure by which each party's gains are made comparable with its own possibilities. */
export interface Scale {
  /** `acceptable`: the best among deals below nobody's reservation value; `all`: among all deals, where there are none such. */
  readonly among: 'acceptable' | 'all';
  /** For each party, what its best is worth over its reservation value, in whole numbers; it has no measure unless above 0. */
  readonly spans: readonly number[];
}

/** The scale of a whole frontier. */
export function scaleOf(rows: Rows, scores: readonly WholeScore[]): Scale {
  const { rows: acceptable, gain, most } = gainsOn(rows, scores);
  if (acceptable.length > 0) return { among: 'acceptable', spans: most };
  const best = (party: number) => allRows(rows).reduce((top, row) => Math.max(top, gain(row, party)), -Infinity);
  return { among: 'all', spans: scores.map((_, p) => best(p)) };
}

/** Each party's gain over its reservation value as a share of the most it could gain; parties without a measure left out. */
export function normalised(worth: ArrayLike<number>, scores: readonly WholeScore[], { spans }: Scale): PerParty {
  return Object.fromEntries(
    scores.flatMap(({ party, threshold }, p) => {
      const span = spans[p] ?? 0;
      return span > 0 ? [[party, ((worth[p] ?? 0) - threshold) / span] as const] : [];
    }),
  );
}

/** The straight distance between two worths: the root of the sum of the squares of the differences of normalised gains. */
export function distanceBetween(a: ArrayLike<number>, b: ArrayLike<number>, { spans }: Scale): number {
  const squares = spans.map((span, p) => (span > 0 ? (((a[p] ?? 0) - (b[p] ?? 0)) / span) ** 2 : 0));
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
}
