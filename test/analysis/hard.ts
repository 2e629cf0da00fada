import type { Program } from '../../src/analysis/program.js';
import { randomFrom } from '../support/random.js';

/** A program that takes long: several sums of 0 and 1 unknowns, each to come to exactly half of its multiples. */
export function hardProgram(rows = 5, count = 40): Program {
  const random = randomFrom(7);
  const must = Array.from({ length: rows }, () => {
    const sum = Array.from({ length: count }, (_, i) => ({ of: `x${i}`, times: random.below(100) }));
    const half = Math.floor(sum.reduce((total, m) => total + m.times, 0) / 2);
    const negated = sum.map(({ of, times }) => ({ of, times: -times }));
    return [{ kind: 'linear', sum, least: half } as const, { kind: 'linear', sum: negated, least: -half } as const];
  }).flat();
  return { unknowns: Array.from({ length: count }, (_, i) => ({ name: `x${i}`, least: 0, most: 1 })), must };
}
