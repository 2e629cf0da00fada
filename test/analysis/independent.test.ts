import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dualised, formulasOf } from '../support/formulas.js';
import { familyMember, type Family } from '../support/families.js';
import { independent, marco, type Independent } from '../support/marco.js';

const FAMILIES: readonly Family[] = [
  { parties: 3, positions: 16, terms: 10, apart: 30 },
  { parties: 3, positions: 30, terms: 30, apart: 30 },
  { parties: 6, positions: 40, terms: 20, apart: 15 },
];
const SEEDS = [1, 2, 3];

describe('z3 finds the same conflicts and concession sets', () => {
  let solver: Independent;
  beforeAll(async () => {
    solver = await independent();
  });
  afterAll(() => {
    solver.close();
  });

  it.each(FAMILIES)('of $parties parties, $positions positions and $terms terms', async (family) => {
    let conflicts = 0;
    for (const seed of SEEDS) {
      const formulas = formulasOf(familyMember({ ...family, seed }));
      const ours = await dualised(formulas, 60);
      const theirs = marco(solver, formulas.space, formulas.claims, 60);
      expect([ours.stopped, theirs.unfinished]).toEqual([undefined, false]);
      expect(inOrder(ours.conflicts)).toEqual(inOrder(theirs.conflicts));
      expect(inOrder(ours.concessions.map((given) => given.claims))).toEqual(inOrder(theirs.concessions));
      conflicts += ours.conflicts.length;
    }
    expect(conflicts).toBeGreaterThan(3);
  });
});

function inOrder(sets: readonly (readonly number[])[]): readonly string[] {
  return sets.map((set) => [...set].sort((a, b) => a - b).join(' ')).sort();
}
