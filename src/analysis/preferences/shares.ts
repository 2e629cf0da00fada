/** Beyond this share of themselves two figures differ for certain, whatever was lost in dividing them. */
const SURELY = 1e-9;

/** Compares `a / of` with `b / outOf`, exactly: whole numbers, those below the line 1 or more. */
export function compareShares(a: number, of: number, b: number, outOf: number): number {
  const [x, y] = [a / of, b / outOf];
  if (Math.abs(x - y) > SURELY * Math.max(Math.abs(x), Math.abs(y))) return x - y;
  const difference = BigInt(a) * BigInt(outOf) - BigInt(b) * BigInt(of);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

/** The greatest of several, all of them where they are equal. */
export function greatest<T>(items: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  let best: T[] = [];
  for (const item of items) {
    const against = best[0] === undefined ? 0 : compare(item, best[0]);
    if (against > 0) best = [item];
    else if (against === 0) best.push(item);
  }
  return best;
}
