import type { Gains } from './gains.js';
import { compareShares, greatest } from './shares.js';

/**
 * The rows in which the least share is greatest, among those the next least, and so on: lexicographic maximin (Sen,
 * "Collective choice and social welfare", 1970). A party's share is its gain over its measure; one without a measure is
 * left aside.
 */
export function greatestLeast({ rows, gain }: Gains, measures: readonly number[]): readonly number[] {
  const measured = measures.flatMap((measure, party) => (measure > 0 ? [{ measure, party }] : []));
  const shares = rows.map((row) => ({
    row,
    ascending: measured
      .map(({ measure, party }) => ({ gain: gain(row, party), measure }))
      .sort((a, b) => compareShares(a.gain, a.measure, b.gain, b.measure)),
  }));
  const best = greatest(shares, (a, b) => {
    for (const [i, x] of a.ascending.entries()) {
      const y = b.ascending[i];
      const difference = y ? compareShares(x.gain, x.measure, y.gain, y.measure) : 0;
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return best.map(({ row }) => row);
}
