import type { Arbitrary, Random } from 'fast-check';

/** Chance, as fast-check hands it on: from a seed, and the same from the same one. */
export interface Dice {
  /** A whole number from `least` to `most`. */
  readonly from: (least: number, most: number) => number;
  readonly one: <T>(items: readonly T[]) => T | undefined;
  /** Whether something happens that does so once in so many times. */
  readonly onceIn: (times: number) => boolean;
  /** One of these, the likelier the greater its weight. */
  readonly weighed: <T extends { readonly weight: number }>(items: readonly T[]) => T | undefined;
  /** One value of an arbitrary. */
  readonly draw: <T>(arbitrary: Arbitrary<T>) => T;
}

/** Dice that roll as fast-check's chance has it. */
export function diceOf(random: Random): Dice {
  const from = (least: number, most: number) => random.nextInt(least, Math.max(least, most));
  return {
    from,
    one: (items) => items[items.length === 0 ? 0 : from(0, items.length - 1)],
    onceIn: (times) => from(1, times) === 1,
    draw: (arbitrary) => arbitrary.generate(random, undefined).value,
    weighed: (items) => {
      let left = from(1, Math.max(1, Math.round(items.reduce((sum, { weight }) => sum + weight, 0))));
      return items.find(({ weight }) => (left -= weight) <= 0) ?? items.at(-1);
    },
  };
}
