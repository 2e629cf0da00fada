/** Sets as bits of a whole number without limit. */
type Bits = bigint;

/** The set of these numbers, as bits. */
export function bitsOf(numbers: Iterable<number>): Bits {
  let bits = 0n;
  for (const n of numbers) bits |= 1n << BigInt(n);
  return bits;
}

/** What hitting sets are looked for among. */
export interface Hitting {
  /** Each has to be hit; of each, only the members that may be chosen. */
  readonly sets: readonly (readonly number[])[];
  /** None of these may lie within what is found. */
  readonly found: readonly Bits[];
}

/**
 * The smallest set that has a member of each of some sets and holds none of those found before; the first in the order of
 * the numbers where there are several; nothing where there is none. Found one after another, these are all minimal hitting
 * sets, the smallest first (Reiter, "A theory of diagnosis from first principles", 1987).
 *
 * @param from - a size that it is known to have at least
 */
export function smallestHittingSet({ sets, found }: Hitting, from: number): readonly number[] | undefined {
  const members = sets.map((set) => ({ set, bits: bitsOf(set) }));
  for (let size = from; ; size++) {
    let cut = false;
    const chosen: number[] = [];
    const hit = (bits: Bits, barred: Bits, left: readonly (typeof members)[number][]): boolean => {
      const open = left.filter((one) => (one.bits & bits) === 0n);
      if (open.length === 0) return true;
      if (disjoint(open) > size - chosen.length) {
        cut = true;
        return false;
      }
      const next = open.reduce((a, b) => (a.set.length <= b.set.length ? a : b));
      let tried = barred;
      for (const member of next.set) {
        const bit = 1n << BigInt(member);
        if ((tried & bit) !== 0n) continue;
        const more = bits | bit;
        if (!found.some((one) => (one & more) === one)) {
          chosen.push(member);
          if (hit(more, tried, open)) return true;
          chosen.pop();
        }
        // What holds this member has been looked through.
        tried |= bit;
      }
      return false;
    };
    // Where nothing has to be hit, the empty set does.
    if (!found.includes(0n) && hit(0n, 0n, members)) return chosen.sort((a, b) => a - b);
    if (!cut) return undefined;
  }
}

/** How many of these sets have no member in common with each other, at the least. */
function disjoint(sets: readonly { readonly bits: Bits }[]): number {
  let [taken, count] = [0n, 0];
  for (const { bits } of sets) {
    if ((bits & taken) !== 0n) continue;
    taken |= bits;
    count++;
  }
  return count;
}
