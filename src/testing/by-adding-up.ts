import type { Bounds, Multiple, Tie } from '../base/tighten.js';

/** What a sum of multiples comes to at the most. */
interface Row {
  readonly times: ReadonlyMap<number, bigint>;
  readonly most: bigint;
}

/** More rows than that are not made: it is then not told that there is none. */
const MOST_ROWS = 600;

/**
 * Whether whole figures can meet all of these ties at once, as far as adding them up tells: `false` is a proof that none do.
 * Of three figures each cannot be above the next, the last above the first; narrowing their bounds would only creep.
 *
 * Elimination of one figure after another (Fourier, 1826; Motzkin, 1936), in exact whole numbers, each row rounded to what whole
 * figures can come to (Williams, "Fourier–Motzkin elimination extension to integer programming problems", 1976). Ends that `isProved`
 * does not vouch for are left out, and so is what holds a figure too great to be exact.
 */
export function mayBeMet(
  ties: readonly Tie[],
  bounds: Bounds,
  isProved: (place: number, end: End) => boolean,
): boolean {
  let rows = rowsOf(ties);
  const places = new Set(rows.flatMap(({ times }) => [...times.keys()]));
  for (const place of places) {
    const [least, most] = [bounds.least[place] ?? -Infinity, bounds.most[place] ?? Infinity];
    if (Number.isSafeInteger(most) && isProved(place, 'most')) rows.push(rowOf([{ of: place, times: 1 }], most));
    if (Number.isSafeInteger(least) && isProved(place, 'least')) rows.push(rowOf([{ of: place, times: -1 }], -least));
  }
  while (places.size > 0) {
    const place = cheapest(places, rows);
    places.delete(place);
    const next = without(place, rows);
    if (!next) return true;
    if (next.some(({ times, most }) => times.size === 0 && most < 0n)) return false;
    rows = next;
  }
  return true;
}

/** An end of what a figure may be. */
export type End = 'least' | 'most';

function rowsOf(ties: readonly Tie[]): Row[] {
  return ties.flatMap(({ sum, least, most }) => {
    if (!sum.every(({ times }) => Number.isSafeInteger(times))) return [];
    const against = sum.map(({ of, times }) => ({ of, times: -times }));
    return [
      ...(most !== undefined && Number.isSafeInteger(most) ? [rowOf(sum, most)] : []),
      ...(least !== undefined && Number.isSafeInteger(least) ? [rowOf(against, -least)] : []),
    ];
  });
}

function rowOf(sum: readonly Multiple[], most: number): Row {
  return { times: new Map(sum.map(({ of, times }) => [of, BigInt(times)])), most: BigInt(most) };
}

/** The figure by whose elimination fewest rows are made. */
function cheapest(places: ReadonlySet<number>, rows: readonly Row[]): number {
  let best = { place: -1, made: Infinity };
  for (const place of places) {
    let [above, below] = [0, 0];
    for (const { times } of rows) {
      const n = times.get(place) ?? 0n;
      if (n > 0n) above++;
      if (n < 0n) below++;
    }
    const made = above * below - above - below;
    if (made < best.made) best = { place, made };
  }
  return best.place;
}

/** What follows from the rows without a figure; nothing where that is too much. */
function without(place: number, rows: readonly Row[]): Row[] | undefined {
  const known = new Map<string, Row>();
  const add = (row: Row) => {
    const reduced = inLowest(row);
    const name = [...reduced.times].sort(([a], [b]) => a - b).join(' ');
    const before = known.get(name);
    if (!before || reduced.most < before.most) known.set(name, reduced);
  };
  const [above, below]: [Row[], Row[]] = [[], []];
  for (const row of rows) {
    const n = row.times.get(place) ?? 0n;
    if (n === 0n) add(row);
    else (n > 0n ? above : below).push(row);
  }
  for (const upper of above) {
    for (const lower of below) {
      if (known.size > MOST_ROWS) return undefined;
      add(addedUp(upper, -(lower.times.get(place) ?? 0n), lower, upper.times.get(place) ?? 0n));
    }
  }
  return [...known.values()];
}

/** One row so often, and another so often, what cancels out left out. */
function addedUp(a: Row, timesA: bigint, b: Row, timesB: bigint): Row {
  const times = new Map<number, bigint>();
  for (const [row, often] of [
    [a, timesA],
    [b, timesB],
  ] as const) {
    for (const [of, n] of row.times) {
      const sum = (times.get(of) ?? 0n) + n * often;
      if (sum === 0n) times.delete(of);
      else times.set(of, sum);
    }
  }
  return { times, most: a.most * timesA + b.most * timesB };
}

/** A row in its lowest terms: whole figures come to no more than that, rounded down. */
function inLowest({ times, most }: Row): Row {
  let divisor = 0n;
  for (const n of times.values()) divisor = divisorOf(divisor, n);
  if (divisor < 2n) return { times, most };
  const down = most / divisor - (most % divisor < 0n ? 1n : 0n);
  return { times: new Map([...times].map(([of, n]) => [of, n / divisor])), most: down };
}

function divisorOf(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
