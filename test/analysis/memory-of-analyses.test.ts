import { expect, it } from 'vitest';
import { findConcessions, findConflicts } from 'sticking-points/analysis';
import { familyMember } from '../support/families.js';

/** `ANALYSES=10000` for as many as it takes to be sure. */
const ANALYSES = Number(process.env['ANALYSES'] ?? 300);

it('analyses without end in the same memory', async () => {
  const scenarios = Array.from({ length: 20 }, (_, seed) =>
    familyMember({ parties: 3, positions: 16, terms: 10, apart: 30, seed }),
  );
  const analyse = async (from: number, to: number): Promise<number> => {
    for (let i = from; i < to; i++) {
      const scenario = scenarios[i % 20]!;
      const found = i % 2 === 0 ? await findConflicts(scenario) : await findConcessions(scenario);
      expect(found.complete).toBe(true);
    }
    return process.memoryUsage().rss;
  };
  const warm = await analyse(0, ANALYSES / 5);
  const grown = ((await analyse(ANALYSES / 5, ANALYSES)) - warm) / 1e6;
  if (process.env['ANALYSES'] !== undefined) console.log(`${grown.toFixed(1)} MB more after ${ANALYSES} analyses`);
  // What one analysis makes takes some 300 kB and more: what garbage waits to be collected is far less than all would be.
  expect(grown).toBeLessThan(ANALYSES / 20 + 60);
}, 600_000);
