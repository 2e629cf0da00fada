import type { Bounds, Multiple } from '../base/tighten.js';

/** A sum of multiples that comes to so much, neither more nor less. */
export interface Equation {
  readonly sum: readonly Multiple[];
  readonly is: number;
}

/** An equation on the way, with only what is not settled yet in it. */
interface Row {
  readonly times: Map<number, bigint>;
  is: bigint;
}

/**
 * Whether whole numbers, of whatever size, solve all of these equations at once, what has only one value within the bounds having that.
 * Six figures that add up to 100 cannot come to 7 where every other is taken away, nor can evens come to something odd.
 *
 * Elimination by least remainders, in exact whole numbers (Bradley, "Algorithms for Hermite and Smith normal matrices and
 * linear Diophantine equations", 1971). Where an equation holds a figure too great to be exact, it is left out.
 */
export function haveWholeSolution(equations: readonly Equation[], { least, most }: Bounds): boolean {
  const rows = entangled(equations.filter(isExact), ({ of }) => least[of] !== most[of]).map(({ sum, is }): Row => {
    const row: Row = { times: new Map(), is: BigInt(is) };
    for (const { of, times } of sum) {
      const fixed = least[of] === most[of] ? least[of] : undefined;
      if (fixed === undefined) add(row, of, BigInt(times));
      else row.is -= BigInt(times) * BigInt(fixed);
    }
    return row;
  });
  for (let row = rows.pop(); row; row = rows.pop()) {
    if (!isSolved(row, rows)) return false;
  }
  return true;
}

/** Equations without those that one of their own variables solves, whatever the others are: what counts once, and stands nowhere else. */
function entangled(equations: readonly Equation[], isFree: (one: Multiple) => boolean): readonly Equation[] {
  const often = new Map<number, number>();
  for (const { of } of equations.flatMap(({ sum }) => sum)) often.set(of, (often.get(of) ?? 0) + 1);
  const isOwn = (one: Multiple) => Math.abs(one.times) === 1 && often.get(one.of) === 1 && isFree(one);
  const left = equations.filter(({ sum }) => !sum.some(isOwn));
  return left.length === equations.length ? left : entangled(left, isFree);
}

/** Solves one equation for a variable of it, and puts that into the others; whether whole numbers can. */
function isSolved(row: Row, others: readonly Row[]): boolean {
  for (;;) {
    const [first, ...rest] = row.times;
    if (!first) return row.is === 0n;
    const [of, times] = rest.reduce((a, b) => (sizeOf(b[1]) < sizeOf(a[1]) ? b : a), first);
    if (rest.length === 0 && row.is % times !== 0n) return false;
    // Its multiples are taken out of all other members, here and wherever it stands: whole numbers stay whole numbers, both ways.
    const parts = [...row.times].filter(([one]) => one !== of).map(([one, n]) => [one, n / times] as const);
    const isLast = rest.length === 0 || sizeOf(times) === 1n;
    for (const other of isLast ? others : [row, ...others]) {
      const n = other.times.get(of) ?? 0n;
      for (const [one, often] of n === 0n ? [] : parts) add(other, one, -n * often);
      if (!isLast || n === 0n) continue;
      other.times.delete(of);
      other.is -= n * (row.is / times);
    }
    if (isLast) return true;
  }
}

function add({ times }: Row, of: number, n: bigint): void {
  const sum = (times.get(of) ?? 0n) + n;
  if (sum === 0n) times.delete(of);
  else times.set(of, sum);
}

function sizeOf(n: bigint): bigint {
  return n < 0n ? -n : n;
}

function isExact({ sum, is }: Equation): boolean {
  return Number.isSafeInteger(is) && sum.every(({ times }) => Number.isSafeInteger(times));
}
