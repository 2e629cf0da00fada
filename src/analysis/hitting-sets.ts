/** Sets as bits of a whole number without limit. */
type Bits = bigint;

/** The set of these numbers, as bits. */
export function bitsOf(numbers: Iterable<number>): Bits {
  let bits = 0n;
  for (const n of numbers) bits |= 1n << BigInt(n);
  return bits;
}

/**
 * All minimal hitting sets of so many members: each has a member of every set, and none could do without one of its own.
 * One after another, each once, while somebody asks; now and then nothing, so that whoever asks can stop. (Murakami and Uno, "Efficient algorithms for dualizing large-scale
 * hypergraphs", 2014: whatever is chosen has to be the only one to hit some set.)
 *
 * @returns at the end, whether there are any of more members
 */
export function* minimalHittingSets(
  sets: readonly (readonly number[])[],
  size: number,
): Generator<readonly number[] | undefined, boolean> {
  const search = new Search(sets, size);
  yield* search.from(bitsOf(sets.keys()), new Set(sets.flat()));
  return search.cut;
}

/** After so many steps of a search there is a rest. */
const REST = 1024;

class Search {
  cut = false;
  private steps = 0;
  private readonly chosen: number[] = [];
  /** For each that is chosen: the sets that only it hits. */
  private readonly alone: Bits[] = [];
  /** For each member, the sets that it hits. */
  private readonly hits = new Map<number, Bits>();
  /** For each set, itself and all that have a member in common with it. */
  private readonly near: readonly Bits[];

  constructor(
    private readonly sets: readonly (readonly number[])[],
    private readonly size: number,
  ) {
    sets.forEach((set, i) => {
      for (const member of set) this.hits.set(member, this.hitBy(member) | (1n << BigInt(i)));
    });
    this.near = sets.map((set) => set.reduce((bits, member) => bits | this.hitBy(member), 0n));
  }

  *from(open: Bits, free: Set<number>): Generator<readonly number[] | undefined, void> {
    const { chosen, size } = this;
    if (++this.steps % REST === 0) yield undefined;
    if (open === 0n) {
      if (chosen.length === size) yield [...chosen].sort((a, b) => a - b);
      return;
    }
    if (chosen.length + this.disjoint(open) > size) {
      this.cut = true;
      return;
    }
    const next = this.narrowest(open, free);
    // Who comes later may be chosen together with who came before; not the other way round, or sets would come twice.
    for (const member of next) free.delete(member);
    for (const member of next) {
      const own = this.hitBy(member);
      const before = [...this.alone];
      if (before.every((alone) => (alone & ~own) !== 0n)) {
        this.alone.forEach((alone, i) => (this.alone[i] = alone & ~own));
        this.alone.push(open & own);
        chosen.push(member);
        yield* this.from(open & ~own, free);
        chosen.pop();
        this.alone.splice(0, this.alone.length, ...before);
      }
      free.add(member);
    }
  }

  private hitBy(member: number): Bits {
    return this.hits.get(member) ?? 0n;
  }

  /** The members that may still be chosen of the open set that has fewest. */
  private narrowest(open: Bits, free: ReadonlySet<number>): readonly number[] {
    let best: readonly number[] | undefined;
    for (const [i, set] of this.sets.entries()) {
      if (((open >> BigInt(i)) & 1n) === 0n) continue;
      const left = set.filter((member) => free.has(member));
      if (!best || left.length < best.length) best = left;
    }
    return best ?? [];
  }

  /** How many of the open sets have no member in common with each other, at the least: so many more are needed. */
  private disjoint(open: Bits): number {
    let [left, count] = [open, 0];
    for (let i = 0; left !== 0n; i++) {
      if (((left >> BigInt(i)) & 1n) === 0n) continue;
      left &= ~this.near[i]!;
      count++;
    }
    return count;
  }
}
