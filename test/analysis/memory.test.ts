import { expect, it } from 'vitest';
import { loadSolver } from '../../src/analysis/highs.js';
import type { Program } from '../../src/analysis/program.js';
import { randomFrom } from '../support/random.js';

/** `SOLVES=10000` for as many as it takes to be sure. */
const SOLVES = Number(process.env['SOLVES'] ?? 400);

/** Sixty unknowns, and as many ways to choose between two distances. */
function typical(seed: number): Program {
  const random = randomFrom(seed);
  const name = (): string => `x${random.below(60)}`;
  const distance = () =>
    ({
      kind: 'linear',
      sum: [
        { of: name(), times: 2 },
        { of: name(), times: -1 },
      ],
      least: random.below(60) - 30,
    }) as const;
  return {
    unknowns: Array.from({ length: 60 }, (_, i) => ({ name: `x${i}`, least: 0, most: 100 })),
    must: Array.from({ length: 60 }, () => ({ kind: 'or', of: [distance(), distance()] })),
  };
}

it('solves without end in the same memory', async () => {
  const start = performance.now();
  const solver = await loadSolver();
  const cold = performance.now() - start;
  const times: number[] = [];
  const solve = (from: number, to: number): number => {
    for (let i = from; i < to; i++) {
      const before = performance.now();
      const goal = i % 4 === 0 ? [{ of: 'x1', times: 1 }] : undefined;
      expect(solver.solve(typical(i % 50), goal).found).not.toBe('unknown');
      times.push(performance.now() - before);
    }
    return process.memoryUsage().rss;
  };
  const warm = solve(0, SOLVES / 5);
  const after = solve(SOLVES / 5, SOLVES);
  const grown = (after - warm) / 1e6;
  if (process.env['SOLVES'] !== undefined) {
    const median = times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;
    console.log(
      `cold ${cold.toFixed()} ms, median ${median.toFixed(2)} ms, ${grown.toFixed(1)} MB more after ${SOLVES} solves`,
    );
  }
  // A model that is left behind takes some 30 kB and more: what garbage waits to be collected is far less than those would be.
  expect(grown).toBeLessThan(SOLVES / 50 + 40);
}, 600_000);
