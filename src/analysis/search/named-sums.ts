import type { Unknown } from '../program.js';

/** An unknown by its place, and how many times it counts. */
export type Member = readonly [v: number, times: number];

/** A sum that reaches `least`. */
export interface Row {
  readonly sum: readonly Member[];
  readonly least: number;
}

/** Rows that are alike but for their sign and their line. */
interface Alike {
  readonly sum: readonly Member[];
  readonly rows: readonly { readonly row: number; readonly sign: 1 | -1 }[];
}

/**
 * Makes an unknown of each sum that some rows would have above a line and others below it, and has those rows speak of it.
 * By the parts of such a sum alone, ends would only creep towards each other.
 *
 * @returns the rows in their order, and after them, by their numbers in `sums`, those that make the new unknowns what they are
 */
export function withNamedSums(given: readonly Unknown[], rows: readonly Row[]) {
  const unknowns = [...given];
  const all = [...rows];
  const sums: number[] = [];
  for (const { sum, rows: alike } of likeRows(rows)) {
    const highest = (sign: number) =>
      alike.reduce((most, one) => (one.sign === sign ? Math.max(most, rows[one.row]!.least) : most), -Infinity);
    if (highest(1) + highest(-1) <= 0) continue;
    const ends = sum.map(([v, n]) => [n * given[v]!.least, n * given[v]!.most] as const);
    const least = ends.reduce((total, [a, b]) => total + Math.min(a, b), 0);
    const most = ends.reduce((total, [a, b]) => total + Math.max(a, b), 0);
    // Beside its parts, too, it has to be counted exactly.
    if (2 * Math.max(Math.abs(least), Math.abs(most)) > Number.MAX_SAFE_INTEGER / 2) continue;
    const v = unknowns.push({ name: '', least, most }) - 1;
    for (const { row, sign } of alike) all[row] = { sum: [[v, sign]], least: rows[row]!.least };
    sums.push(all.push({ sum: [...sum, [v, -1]], least: 0 }) - 1);
    sums.push(all.push({ sum: [...sum.map(([of, n]): Member => [of, -n]), [v, 1]], least: 0 }) - 1);
  }
  return { unknowns, rows: all, sums };
}

function likeRows(rows: readonly Row[]): Iterable<Alike> {
  const found = new Map<string, { sum: readonly Member[]; rows: { row: number; sign: 1 | -1 }[] }>();
  for (const [row, { sum }] of rows.entries()) {
    if (sum.length < 2) continue;
    const sign = sum[0]![1] < 0 ? -1 : 1;
    const one = sum.map(([v, n]): Member => [v, sign * n]);
    const key = one.join(' ');
    const before = found.get(key);
    if (before) before.rows.push({ row, sign });
    else found.set(key, { sum: one, rows: [{ row, sign }] });
  }
  return found.values();
}
