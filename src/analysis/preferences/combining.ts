import type { Allowance, Listing } from './listing.js';
import { TooMany } from './listing.js';
import { nonDominated } from './non-dominated.js';

/** Rows of worths, each made of one row of every listing. */
export interface Combined {
  readonly size: number;
  readonly worth: Float64Array;
  /** For each listing, which of its rows each row is made of. */
  readonly picks: readonly Int32Array[];
}

/** Which rows of what is combined are kept: all, or those that no other dominates. */
export type Keeping = 'all' | 'frontier';

/**
 * Every sum of one row from each listing, on top of what is worth something anyway.
 *
 * A sum that no other dominates is made of rows that no other of their listing dominates: what is dominated is left out
 * listing by listing, and the frontier of many outcomes is found without going through them.
 *
 * @throws {@link TooMany} where more rows would be held at once than allowed
 */
export function combine(
  anyway: Float64Array,
  listings: readonly Listing[],
  keep: Keeping,
  { rows }: Allowance,
): Combined {
  const parties = anyway.length;
  let sofar: Combined = { size: 1, worth: anyway, picks: [] };
  for (const listing of listings) {
    const own = keep === 'all' ? all(listing.size) : nonDominated(listing.worth, parties);
    if (sofar.size * own.length > rows) throw new TooMany();
    const sums = sumsOf(sofar, listing, own, parties);
    const kept = keep === 'all' ? all(sofar.size * own.length) : nonDominated(sums, parties);
    const { picks } = sofar;
    sofar = {
      size: kept.length,
      worth: keep === 'all' ? sums : rowsOf(sums, kept, parties),
      picks: [
        ...picks.map((pick) => kept.map((row) => pick[Math.floor(row / own.length)] ?? 0)),
        kept.map((row) => own[row % own.length] ?? 0),
      ],
    };
  }
  return sofar;
}

function all(size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, row) => row);
}

function sumsOf(left: Combined, right: Listing, rows: Int32Array, parties: number): Float64Array {
  const sums = new Float64Array(left.size * rows.length * parties);
  let at = 0;
  for (let l = 0; l < left.size; l++) {
    for (const row of rows) {
      for (let p = 0; p < parties; p++) {
        sums[at++] = (left.worth[l * parties + p] ?? 0) + (right.worth[row * parties + p] ?? 0);
      }
    }
  }
  return sums;
}

/** Some rows of many, one after another. */
export function rowsOf(worth: Float64Array, rows: Int32Array, parties: number): Float64Array {
  const found = new Float64Array(rows.length * parties);
  rows.forEach((row, i) => {
    found.set(worth.subarray(row * parties, (row + 1) * parties), i * parties);
  });
  return found;
}
