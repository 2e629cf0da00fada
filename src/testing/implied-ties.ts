import { addedUp, type Tie } from '../base/tighten.js';
import { inLowestTerms } from './same-sum.js';

// A memo, not state: in one offer space many points are looked for, and its ties stay as they are.
const known = /* @__PURE__ */ new WeakMap<readonly Tie[], readonly Tie[]>();

/**
 * What follows from two sums that share parts, where it has fewer of them: of a total in twelve categories, and a group of three
 * of these, that the total is the group and the other nine. Narrowing by one after the other does not see that.
 */
export function impliedTies(ties: readonly Tie[]): readonly Tie[] {
  const found = known.get(ties) ?? impliedBy(ties);
  known.set(ties, found);
  return found;
}

function impliedBy(ties: readonly Tie[]): readonly Tie[] {
  const equal = ties.filter(isEqual);
  const sumsOf = new Map<number, Tie[]>();
  for (const tie of equal) for (const { of } of tie.sum) sumsOf.set(of, [...(sumsOf.get(of) ?? []), tie]);
  return equal.flatMap((whole) => {
    const others = new Set(whole.sum.flatMap(({ of }) => sumsOf.get(of) ?? []));
    const parts = [...others].filter((part) => part.sum.length < whole.sum.length);
    const found = parts.flatMap((part) => without(whole, part) ?? []);
    // Of several groups beside each other each is taken away in turn.
    let left = found[0];
    for (const part of parts) {
      const less = left && without(left, part);
      if (less) found.push((left = less));
    }
    return found;
  });
}

/** What follows from a band of which two parts or more stand in one of these sums: the same without each of these parts. */
export function impliedBands(band: Tie, ties: readonly Tie[]): readonly Tie[] {
  const isIn = ({ sum }: Tie, of: number) => sum.some((one) => one.of === of);
  return ties.filter(isEqual).flatMap((tie) => {
    const shared = band.sum.filter(({ of }) => isIn(tie, of));
    return shared.length < 2 ? [] : shared.flatMap(({ of }) => takenAway(band, tie, of) ?? []);
  });
}

function isEqual({ least, most }: Tie): boolean {
  return least !== undefined && least === most;
}

/** A sum of which another is taken away, as often as their first common part asks; nothing where that leaves no fewer parts. */
function without(whole: Tie, part: Tie): Tie | undefined {
  const first = part.sum.find(({ of }) => whole.sum.some((one) => one.of === of));
  const tie = first && takenAway(whole, part, first.of);
  return tie && tie.sum.length > 0 && tie.sum.length < whole.sum.length ? tie : undefined;
}

/** A tie in which a variable no longer stands, since an equal sum is taken away as often as that asks; nothing where that is no whole number. */
function takenAway(from: Tie, equal: Tie, variable: number): Tie | undefined {
  const timesIn = ({ sum }: Tie) => sum.find(({ of }) => of === variable)?.times ?? 0;
  const often = timesIn(from) / timesIn(equal);
  if (!Number.isInteger(often)) return undefined;
  const sum = addedUp([...from.sum, ...equal.sum.map(({ of, times }) => ({ of, times: -often * times }))]);
  const less = often * (equal.least ?? 0);
  return inLowestTerms({
    sum,
    ...(from.least !== undefined && { least: from.least - less }),
    ...(from.most !== undefined && { most: from.most - less }),
  });
}
