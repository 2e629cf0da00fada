import { describe, expect, it } from 'vitest';
import { chosen, faultsIn, MOST_SIZE, neededOf } from './judge-trials.js';
import { MUTATIONS } from './list.js';
import { tableOf } from './table.js';
import type { Trial } from './try-out.js';

const caught = { found: true, by: 'a law', size: 3, counterexample: 'one, two\nthree' } as const;
const all: readonly Trial[] = [undefined, ...MUTATIONS].map((mutation) => ({
  mutation,
  finding: mutation ? caught : { found: false },
}));
const but = (at: number, trial: Partial<Trial>) => all.map((t, i) => (i === at ? { ...t, ...trial } : t));

describe('a run of trials', () => {
  it('is in order where all are found, and the sources as they are are not', () => {
    expect(faultsIn(all)).toEqual([]);
  });

  it('is not where the sources as they are are found wrong, or could not be checked', () => {
    expect(faultsIn(but(0, { finding: caught }))).toEqual([expect.stringContaining('are found wrong by "a law"')]);
    expect(faultsIn(but(0, { broke: 'not done in time' }))).toEqual([expect.stringContaining('not done in time')]);
  });

  it('is not where fewer than nineteen of twenty are found', () => {
    const needed = neededOf(MUTATIONS.length);
    const first = (n: number) => all.map((t, i) => (i <= n ? t : { ...t, finding: { found: false } }));
    expect(neededOf(40)).toBe(38);
    expect(faultsIn(first(needed))).toEqual([]);
    expect(faultsIn(first(needed - 1))).toEqual([
      `${needed - 1} of ${MUTATIONS.length} flaws were found; ${needed} have to be.`,
    ]);
  });

  it('is not where one flaw could not be tried, which is told apart from what is not found', () => {
    const [id] = MUTATIONS.map((mutation) => mutation.id);
    const untried = but(1, { finding: { found: false }, broke: 'not done in time' });
    expect(faultsIn(untried)).toEqual([`'${id}' was not tried: not done in time.`]);
    expect(tableOf(untried).split('\n')[2]).toMatch(/ {2}not tried {2,}not done in time$/);
    expect(faultsIn(but(1, { finding: { found: false } }))).toEqual([]);
  });

  it('is not where a counterexample is too large, or an exception stands in for one', () => {
    expect(faultsIn(but(1, { finding: { ...caught, size: MOST_SIZE } }))).toEqual([]);
    expect(faultsIn(but(1, { finding: { ...caught, size: MOST_SIZE + 1 } }))).toHaveLength(1);
    expect(faultsIn(but(1, { finding: { found: true, by: 'a law', counterexample: 'threw' } }))).toHaveLength(1);
  });

  it('is printed a line each', () => {
    const lines = tableOf(all.slice(0, 3)).split('\n');
    expect(lines[0]).toMatch(/^planted flaw {2,}found by {2,}size {2,}counterexample$/);
    expect(lines[1]).toMatch(/^\(none\) {2,}-$/);
    expect(lines.slice(2)).toHaveLength(2);
    expect(lines[2]).toContain('one, two three');
  });

  it('is of the flaws that were named, or of all', () => {
    const [a, b] = MUTATIONS;
    expect(chosen([])).toBe(MUTATIONS);
    expect(chosen([b!.id, a!.id])).toEqual([a, b]);
    expect(() => chosen(['no-such-flaw'])).toThrow(/no-such-flaw/);
  });
});
