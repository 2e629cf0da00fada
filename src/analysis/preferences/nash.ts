import type { Gains } from './gains.js';
import { greatest } from './shares.js';

/**
 * The Nash solution of a finite set: the greatest product of gains over the reservation values (Nash, "The bargaining
 * problem", 1950; for finite sets Mariotti, "Nash bargaining theory when the number of alternatives can be finite", 1998).
 *
 * For three and more parties the product of all. A party that no acceptable deal gives more than its reservation value is
 * left out of the product. Where no deal gives something to all the others, those that do so to most of them, and among
 * these the greatest product of the gains there are, each as a share of the most that its party can gain (after Caragiannis
 * et al., "The unreasonable fairness of maximum Nash welfare", 2016): so the unit in which a score is counted changes nothing.
 */
export function nash({ rows, gain, most }: Gains): readonly number[] {
  const candidates = rows.map((row) => {
    const gainers = most.flatMap((_, party) => (gain(row, party) > 0 ? [party] : []));
    const product = gainers.reduce((all, party) => all * (gain(row, party) / (most[party] ?? 1)), 1);
    return { row, gainers, product };
  });
  const best = greatest(candidates, (a, b) => {
    if (a.gainers.length !== b.gainers.length) return a.gainers.length - b.gainers.length;
    if (Math.abs(a.product - b.product) > 1e-9 * Math.max(a.product, b.product)) return a.product - b.product;
    const exact = ({ row, gainers }: typeof a, other: typeof a) =>
      [...gainers.map((p) => gain(row, p)), ...other.gainers.map((p) => most[p] ?? 1)].reduce(
        (product, factor) => product * BigInt(factor),
        1n,
      );
    const [x, y] = [exact(a, b), exact(b, a)];
    return x > y ? 1 : x < y ? -1 : 0;
  });
  return best.map(({ row }) => row);
}
