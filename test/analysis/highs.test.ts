import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSolver, type Solver } from '../../src/analysis/highs.js';
import type { Solved, Unknown } from '../../src/analysis/program.js';
import { holds, type Formula } from '../../src/positions/formula.js';
import { few, runs } from '../laws/runs.js';
import { distances, leastByDistances } from './distances.js';
import { hardProgram } from './hard.js';
import { leastByTrying, questions, worth, type Question } from './programs.js';

const solver = await loadSolver();

/** Solves with and without the goal, and holds both against the least that there is. */
function agree({ program, goal }: Question, least: number | undefined): readonly Solved[] {
  const best = solver.solve(program, goal);
  const some = solver.solve(program);
  for (const solved of [best, some]) {
    if (solved.found === 'unknown') continue;
    expect(solved.found).toBe(least === undefined ? 'nothing' : 'values');
    if (solved.found !== 'values') continue;
    expect(Object.keys(solved.values).sort()).toEqual(program.unknowns.map((u) => u.name).sort());
    for (const formula of program.must) expect(holds(formula, solved.values)).toBe(true);
  }
  if (best.found === 'values') expect(worth(goal, best.values)).toBe((least ?? NaN) + 0);
  return [best, some];
}

function atLeast(least: number, ...sum: readonly (readonly [of: string, times: number])[]): Formula {
  return { kind: 'linear', sum: sum.map(([of, times]) => ({ of, times })), least };
}

function upTo(most: number, ...names: readonly string[]): readonly Unknown[] {
  return names.map((name) => ({ name, least: 0, most }));
}

describe('the solver', () => {
  it('finds values, and the least of a goal, just where trying every value does', () => {
    const met = { values: 0, nothing: 0 };
    fc.assert(
      fc.property(questions(), (question) => {
        for (const { found } of agree(question, leastByTrying(question))) {
          expect(found).not.toBe('unknown');
          if (found !== 'unknown') met[found]++;
        }
      }),
      runs(300),
    );
    expect(Math.min(met.values, met.nothing)).toBeGreaterThan(few(60));
  });

  it('does so with large multiples, or says that they are too large', () => {
    const met = { values: 0, nothing: 0, unknown: 0 };
    fc.assert(
      fc.property(fc.constantFrom(1e3, 3e4, 1e5), fc.nat(), (times, seed) => {
        const [question] = fc.sample(questions({ times, line: 5 * times }), { numRuns: 1, seed });
        if (question === undefined) return;
        for (const solved of agree(question, leastByTrying(question))) {
          if (solved.found === 'unknown') expect(solved.why).toBe('range');
          met[solved.found]++;
        }
      }),
      runs(300),
    );
    expect(Math.min(met.values, met.nothing)).toBeGreaterThan(few(60));
  });

  it.each([1e3, 5e4, 9e4])('finds the same as shortest ways do, of unknowns up to %d', (range) => {
    const met = { values: 0, nothing: 0, unknown: 0 };
    fc.assert(
      fc.property(distances(range, 7), (question) => {
        for (const { found } of agree(question, leastByDistances(question))) met[found]++;
      }),
      runs(60),
    );
    expect(met.unknown).toBe(0);
    expect(Math.min(met.values, met.nothing)).toBeGreaterThan(few(12));
  });

  it.each([1e6, 1e7, 1e8, 1e9])('refuses what it could get wrong of unknowns up to %d', (range) => {
    const met = { values: 0, nothing: 0, unknown: 0 };
    fc.assert(
      fc.property(distances(range, 7), (question) => {
        for (const solved of agree(question, leastByDistances(question))) {
          if (solved.found === 'unknown') expect(solved.why).toBe('range');
          met[solved.found]++;
        }
      }),
      runs(100),
    );
    expect(met.unknown).toBeGreaterThan(few(20));
  });

  it.each([1e7, 1e8, 1e9])(
    'is exact about ranges of %d where one unknown alone decides, or a common divisor',
    (range) => {
      const third = Math.ceil(range / 3);
      expect(
        solver.solve({ unknowns: upTo(range, 'a'), must: [atLeast(range, ['a', 3])] }, [{ of: 'a', times: 1 }]),
      ).toEqual({ found: 'values', values: { a: third } });
      const by = range / 100;
      const shares = upTo(60, 'a', 'b');
      const must = [atLeast(70 * by + 1, ['a', by], ['b', by]), atLeast(-50 * by - 1, ['b', -by])];
      const goal = [
        { of: 'a', times: 3 * by },
        { of: 'b', times: by },
      ];
      // 70 × by + 1 takes 71 of the two, and of those at most 50 of the second.
      expect(solver.solve({ unknowns: shares, must }, goal)).toEqual({ found: 'values', values: { a: 21, b: 50 } });
      expect(solver.solve({ unknowns: shares, must: [...must, atLeast(-20 * by - by + 1, ['a', -by])] })).toEqual({
        found: 'nothing',
      });
    },
  );

  it('says so where sums are too large to be told apart', () => {
    const refused = { found: 'unknown', why: 'range' };
    const huge = upTo(Number.MAX_SAFE_INTEGER, 'a', 'b');
    expect(solver.solve({ unknowns: huge, must: [atLeast(1, ['a', 1], ['b', -1])] })).toEqual(refused);
    expect(solver.solve({ unknowns: [{ name: 'a', least: 0, most: Infinity }], must: [] })).toEqual(refused);
    expect(solver.solve({ unknowns: upTo(3, 'a'), must: [atLeast(1, ['a', 0.5])] })).toEqual(refused);
    expect(solver.solve({ unknowns: upTo(3, 'a'), must: [] }, [{ of: 'a', times: 1e9 + 1 }])).toMatchObject({
      found: 'values',
    });
  });

  it('knows that a choice of nothing is none, and that nothing to hold holds', () => {
    const unknowns = upTo(3, 'a');
    expect(solver.solve({ unknowns, must: [{ kind: 'or', of: [] }] })).toEqual({ found: 'nothing' });
    expect(solver.solve({ unknowns, must: [{ kind: 'and', of: [] }] })).toMatchObject({ found: 'values' });
    expect(solver.solve({ unknowns: [{ name: 'a', least: 1, most: 0 }], must: [] })).toEqual({ found: 'nothing' });
    expect(solver.solve({ unknowns: [], must: [] })).toEqual({ found: 'values', values: {} });
  });

  it('finds the least where highs 1.15.3, left to simplify, finds another', () => {
    const within = { unknowns: upTo(10, 'a', 'b', 'c') };
    const must: readonly Formula[] = [
      { kind: 'or', of: [atLeast(-1, ['a', -1]), atLeast(1, ['b', 1])] },
      atLeast(0, ['c', 1], ['a', -1]),
      atLeast(0, ['c', 1], ['a', -1]), // twice: rows that are alike are among what it takes together
      atLeast(-1, ['b', 1], ['c', -1]),
      atLeast(0, ['a', 1], ['b', -1]),
    ];
    const solved = solver.solve({ ...within, must }, [{ of: 'b', times: 1 }]);
    expect(solved).toMatchObject({ found: 'values', values: { b: 0 } });
  });

  it('takes a limit for a limit, not for an answer', () => {
    const started = performance.now();
    expect(solver.solve(hardProgram(), undefined, { seconds: 0.2 })).toEqual({ found: 'unknown', why: 'time' });
    expect(performance.now() - started).toBeLessThan(20_000);
    // The clock starts anew with every question.
    expect(
      solver.solve({ unknowns: upTo(9, 'a', 'b'), must: [atLeast(7, ['a', 2], ['b', 3])] }, [], { seconds: 20 }),
    ).toMatchObject({
      found: 'values',
    });
  });

  it('is one for all who load it', async () => {
    const again: Solver = await loadSolver();
    expect(again.solve({ unknowns: upTo(1, 'a'), must: [] })).toEqual({ found: 'values', values: { a: 0 } });
  });
});
