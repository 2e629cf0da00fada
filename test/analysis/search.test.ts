import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/analysis/search/compile.js';
import { Searcher } from '../../src/analysis/search/search.js';
import { holds } from '../../src/positions/formula.js';
import { outcomes, programs } from '../support/programs.js';

const PLENTY = 1_000_000;

describe('a search', () => {
  it('finds values wherever there are any, and names claims that exclude each other where there are none', () => {
    fc.assert(
      fc.property(programs(), fc.array(fc.nat({ max: 127 }), { minLength: 1, maxLength: 6 }), (drawn, choices) => {
        const { unknowns, formulas } = drawn;
        const always = formulas.map((_, i) => i).slice(0, drawn.always);
        const all = outcomes(drawn);
        const bitsOf = (numbers: Iterable<number>) => [...numbers].reduce((bits, i) => bits | (1 << i), 0);
        const isPossible = (bits: number) => all.some((held) => (held & bits) === bits);
        const searcher = new Searcher(compile(unknowns, formulas), always);
        // The same searcher over and over: nothing is left behind from one search to the next.
        for (const choice of choices) {
          const claims = formulas.map((_, i) => i).filter((i) => i >= always.length && (choice >> i) % 2 === 1);
          const searched = searcher.search(claims, PLENTY);
          expect(searched.found).toBe(isPossible(bitsOf([...always, ...claims])) ? 'point' : 'nothing');
          if (searched.found === 'point') {
            const values = Object.fromEntries(unknowns.map(({ name }, i) => [name, searched.point[i] ?? NaN]));
            for (const { name, least, most } of unknowns) {
              expect(values[name]).toBeGreaterThanOrEqual(least);
              expect(values[name]).toBeLessThanOrEqual(most);
            }
            for (const i of [...always, ...claims]) expect(holds(formulas[i]!, values), `formula ${i}`).toBe(true);
          } else if (searched.found === 'nothing') {
            for (const i of searched.blame) expect(claims).toContain(i);
            expect(isPossible(bitsOf([...always, ...searched.blame])), 'what is blamed').toBe(false);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('comes to a plain contradiction at once, whichever rows beside it creep towards theirs', () => {
    const unknowns = ['a', 'b', 'c', 'd'].map((name) => ({ name, least: 0, most: 1_000_000 }));
    const above = (one: string, other: string) =>
      ({
        kind: 'linear',
        sum: [
          { of: one, times: 1 },
          { of: other, times: -1 },
        ],
        least: 1,
      }) as const;
    const formulas = [
      above('a', 'b'),
      above('b', 'c'),
      above('c', 'a'),
      { kind: 'linear', sum: [{ of: 'd', times: 1 }], least: 5 } as const,
    ];
    const searcher = new Searcher(compile(unknowns, formulas), []);
    const within = [{ of: 3, least: 0, most: 4 }];
    for (const claims of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [1, 3, 0, 2],
    ]) {
      expect(searcher.search(claims, 50, within)).toEqual({ found: 'nothing', blame: new Set([3]) });
    }
  });
});
