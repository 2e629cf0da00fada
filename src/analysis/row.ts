import type { Formula, NamedMultiple } from '../positions/formula.js';
import { greatestCommonDivisor } from '../terms/decimal.js';
import type { Unknown } from './program.js';

/** Unknowns by their names. As in `holds`, what has another name is 0. */
export type Unknowns = ReadonlyMap<string, Unknown>;

/** Whole numbers of up to this size are added, taken apart and divided without rounding. */
const EXACT = 2 ** 50;

/**
 * A linear formula counted from the lower ends of its unknowns: a sum over how far each is above its own reaches `least`.
 * The sum lies between `from` and `to`, `from` does not reach `least`, and `to` does.
 */
export interface Row {
  readonly kind: 'row';
  readonly sum: ReadonlyMap<string, number>;
  readonly least: number;
  readonly from: number;
  readonly to: number;
}

/**
 * A linear formula as a row in the smallest whole numbers, or whether it holds in any case; `range` where doubles would
 * round its sums.
 */
export function rowOf(
  { sum, least }: Extract<Formula, { kind: 'linear' }>,
  unknowns: Unknowns,
): boolean | Row | 'range' {
  const counted = countedFromEnds(sum, unknowns);
  if (counted === 'range') return 'range';
  const { above, start, divisor } = counted;
  // Multiples of the divisor reach a figure exactly where, divided, they reach the quotient rounded up.
  const asked = Math.ceil((least - start) / divisor);
  let from = 0;
  let to = 0;
  for (const [name, times] of above) {
    if (times < 0) from += times * widthOf(unknowns, name);
    else to += times * widthOf(unknowns, name);
  }
  if (asked <= from) return true;
  if (asked > to) return false;
  return { kind: 'row', sum: above, least: asked, from, to };
}

/** A sum as `start`, what it is where all unknowns are at their lower ends, and `divisor` times a sum over how far each is above. */
export interface Counted {
  readonly above: ReadonlyMap<string, number>;
  readonly start: number;
  readonly divisor: number;
}

/** A sum counted from the lower ends of its unknowns; `range` where doubles would round it. */
export function countedFromEnds(sum: readonly NamedMultiple[], unknowns: Unknowns): Counted | 'range' {
  const above = new Map<string, number>();
  let start = 0;
  let size = 0;
  for (const { of, times } of sum) {
    const unknown = unknowns.get(of);
    if (unknown === undefined || times === 0) continue;
    if (!Number.isInteger(times)) return 'range';
    size += Math.abs(times) * Math.max(Math.abs(unknown.least), Math.abs(unknown.most), 1);
    start += times * unknown.least;
    const together = (above.get(of) ?? 0) + times;
    if (together === 0 || unknown.least === unknown.most) above.delete(of);
    else above.set(of, together);
  }
  if (size > EXACT) return 'range';
  const divisor = [...above.values()].reduce(greatestCommonDivisor, 0) || 1;
  return { above: new Map([...above].map(([name, times]) => [name, times / divisor])), start, divisor };
}

/** How many steps an unknown has above its lower end. */
export function widthOf(unknowns: Unknowns, name: string): number {
  const unknown = unknowns.get(name);
  return unknown === undefined ? 0 : unknown.most - unknown.least;
}
