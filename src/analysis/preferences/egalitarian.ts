import type { Gains } from './gains.js';
import { greatestLeast } from './maximin.js';

/**
 * The egalitarian solution of a finite set: the least gain over a reservation value is made greatest, then the next least,
 * and so on, for any number of parties (Kalai, "Proportional solutions to bargaining situations", 1977; lexicographically,
 * Chun and Peters, "The lexicographic egalitarian solution", 1988).
 *
 * It holds one party's points against another's, and means something only as far as the modeller made them comparable.
 */
export function egalitarian(gains: Gains): readonly number[] {
  return greatestLeast(gains, gains.per);
}
