/** Random choices that a seed determines. */
export interface Random {
  /** A whole number from 0, less than `n`. */
  below(n: number): number;
  one<T>(of: readonly T[]): T;
}

/** The same choices from the same seed, on every machine (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    below,
    one: <T>(of: readonly T[]): T => {
      if (of.length === 0) throw new RangeError('There is nothing to choose from.');
      return of[below(of.length)] as T; // there is one at every place below the length
    },
  };
}

/** One of several words, as the narrow type of them all. */
export function drawn<const W extends string>(random: Random, words: readonly W[]): W {
  return random.one(words);
}
