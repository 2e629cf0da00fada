import { commonMultiple, fractionOf, over, times } from '../../base/fraction.js';
import type { Gains } from './gains.js';
import { greatest } from './shares.js';

/**
 * The utilitarian solution: the greatest sum of scores, each times its party's weight, for any number of parties (Harsanyi,
 * "Cardinal welfare, individualistic ethics, and interpersonal comparisons of utility", 1955). Among the deals below nobody's
 * reservation value.
 *
 * It adds up one party's points with another's, and means something only because, and as far as, the modeller supplied
 * scores that can be compared. Nothing else in this library is added up over parties.
 *
 * @param weights - one for each party, more than nothing
 */
export function utilitarian({ rows, gain, per }: Gains, weights: readonly number[]): readonly number[] {
  const worths = per.map((n, p) => over(fractionOf(weights[p] ?? 1), fractionOf(n)));
  const all = { upper: commonMultiple(worths.map((w) => w.lower)), lower: 1n };
  const factors = worths.map((w) => times(w, all).upper);
  const sums = rows.map((row) => ({ row, sum: factors.reduce((sum, n, p) => sum + n * BigInt(gain(row, p)), 0n) }));
  return greatest(sums, (a, b) => (a.sum > b.sum ? 1 : a.sum < b.sum ? -1 : 0)).map(({ row }) => row);
}
