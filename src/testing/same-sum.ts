import { addedUp, type Multiple, type Tie } from '../base/tighten.js';

/** A tie in lowest terms, its first variable counted positively: ties of one sum then have the same. */
export function inLowestTerms({ sum, least, most, ...rest }: Tie): Tie {
  const sorted = [...sum].sort((a, b) => a.of - b.of);
  const size = sorted.reduce((a, { times }) => greatestDivisor(a, Math.abs(times)), 0);
  if (size === 0) return { sum, least, most, ...rest };
  const by = (sorted[0]?.times ?? 1) < 0 ? -size : size;
  const [low, high] = by < 0 ? [most, least] : [least, most];
  return {
    ...rest,
    sum: sorted.map(({ of, times }) => ({ of, times: times / by })),
    ...(low !== undefined && { least: Math.ceil(low / by) }),
    ...(high !== undefined && { most: Math.floor(high / by) }),
  };
}

/** A sum in totals, where it counts all phases of something alike: what two sums come to is the same then, however they are put. */
export function inTotals(sum: readonly Multiple[], ties: readonly Tie[]): readonly Multiple[] {
  return ties.reduce((left, tie) => {
    const total =
      tie.least === 0 && tie.most === 0 && tie.sum.length > 1 ? tie.sum.find(({ times }) => times === -1) : undefined;
    if (!total || !tie.sum.every((one) => one === total || one.times === 1)) return left;
    const times = left.find(({ of }) => tie.sum[0]?.of === of)?.times ?? 0;
    const isAlike = tie.sum.every(
      (one) => one === total || left.some(({ of, times: n }) => of === one.of && n === times),
    );
    return isAlike ? addedUp([...left, ...tie.sum.map((one) => ({ of: one.of, times: -times * one.times }))]) : left;
  }, sum);
}

/** Whether two sums in lowest terms are the same. */
export function isSameSum(a: readonly Multiple[], b: readonly Multiple[]): boolean {
  return a.length === b.length && a.every(({ of, times }, i) => of === b[i]?.of && times === b[i].times);
}

/** Two ties of one sum as one: narrowing by one after the other would only creep where they exclude each other. */
export function asOne(a: Tie, b: Tie): Tie {
  const least = Math.max(a.least ?? -Infinity, b.least ?? -Infinity);
  const most = Math.min(a.most ?? Infinity, b.most ?? Infinity);
  return { sum: a.sum, ...(least > -Infinity && { least }), ...(most < Infinity && { most }) };
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
