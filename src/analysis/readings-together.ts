import type { Claim } from './claims.js';

/** How each position that was reported in several ways is read: its reading, by its id. */
export type Readings = Readonly<Record<string, string>>;

/** Combinations of readings, of how many. */
export interface ReadingsTogether {
  readonly combinations: readonly Readings[];
  readonly all: number;
}

/** Every combination of the readings of these claims, up to `most`; the last position changes first. One of none at all. */
export function readingsTogether(claims: readonly Claim[], most: number): ReadingsTogether {
  const disputed = claims.filter(({ readings }) => readings.length > 1);
  const all = disputed.reduce((product, { readings }) => product * readings.length, 1);
  const combinations = Array.from({ length: Math.min(all, most) }, (_, n): Readings => {
    let left = n;
    const chosen = [...disputed].reverse().map(({ id, readings }) => {
      const reading = readings[left % readings.length];
      left = Math.floor(left / readings.length);
      return [id, reading?.id ?? ''] as const;
    });
    return Object.fromEntries(chosen.reverse());
  });
  return { combinations, all };
}
