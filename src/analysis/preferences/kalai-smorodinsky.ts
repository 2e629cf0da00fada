import type { Gains } from './gains.js';
import { greatestLeast } from './maximin.js';

/**
 * The Kalai–Smorodinsky solution of a finite set: each gain over the reservation value is counted as a share of the most
 * that its party gains by any deal below nobody's reservation value, and the least share is made greatest, then the next
 * least, and so on (Kalai and Smorodinsky, "Other solutions to Nash's bargaining problem", 1975; lexicographically, for three
 * and more parties, Imai, "Individual monotonicity and lexicographic maxmin solution", 1983).
 *
 * In a finite set no deal may lie on the line from the reservation values to the ideal point: this one is nearest to it from
 * below in the party that fares worst. A party that can gain nothing has no share, and is left aside.
 */
export function kalaiSmorodinsky(gains: Gains): readonly number[] {
  return greatestLeast(gains, gains.most);
}
