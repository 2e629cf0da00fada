import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findConflicts, type Proof } from 'sticking-points/analysis';
import { few, runs } from '../laws/runs.js';
import { disputes } from '../support/disputes.js';
import { familyMember } from '../support/families.js';
import { independent, marco, type Independent } from '../support/marco.js';
import { Reader, type Excludes } from '../support/proofs.js';

let solver: Independent;
beforeAll(async () => {
  solver = await independent();
});
afterAll(() => {
  solver.close();
});

const excludes: Excludes = (unknowns, formulas) => {
  const { conflicts, unfinished } = marco(solver, { unknowns, must: [] }, [{ kind: 'and', of: formulas }], 60);
  expect(unfinished).toBe(false);
  return conflicts.length > 0;
};

/** Every step of a proof, itself first. */
function stepsOf(proof: Proof): readonly Proof[] {
  return [proof, ...(proof.kind === 'cases' ? proof.cases.flatMap((one) => stepsOf(one.proof)) : [])];
}

function counted(met: Record<string, number>, proof: Proof): void {
  for (const { kind } of stepsOf(proof)) met[kind] = (met[kind] ?? 0) + 1;
}

describe('a reader who takes nothing on trust follows every proof', () => {
  it('of random scenarios', async () => {
    const met: Record<string, number> = { crossing: 0, 'none left': 0 }; // cases are rare among so few
    await fc.assert(
      fc.asyncProperty(disputes({ positions: 4 }), async ({ scenario, readings }) => {
        const found = await findConflicts(scenario, { readings }).catch(() => undefined); // no offer at all
        if (!found) return;
        const reader = new Reader(scenario, readings, excludes);
        for (const { proof } of found.conflicts) {
          expect(reader.faultIn(proof), JSON.stringify(proof)).toBeUndefined();
          counted(met, proof);
        }
      }),
      runs(50),
    );
    for (const [what, times] of ['crossing', 'none left'].map((kind) => [kind, met[kind] ?? 0] as const)) {
      expect(times, what).toBeGreaterThan(few(1));
    }
  });

  it('of larger ones, where it takes several positions', async () => {
    const met: Record<string, number> = { crossing: 0, 'none left': 0, cases: 0, searched: 0 };
    for (const seed of [1, 2, 3]) {
      const scenario = familyMember({ parties: 3, positions: 24, terms: 10, apart: 30, seed });
      const reader = new Reader(scenario, {}, excludes);
      for (const { proof } of (await findConflicts(scenario)).conflicts) {
        expect(reader.faultIn(proof), JSON.stringify(proof)).toBeUndefined();
        counted(met, proof);
      }
    }
    expect(met['cases']).toBeGreaterThan(3);
    expect(met['searched']).toBeLessThan(3);
  });

  it('and finds out those that leave a case or a reason out, or say too much', async () => {
    const missed = { case: 0, reason: 0, figure: 0 };
    for (const seed of [1, 2, 3]) {
      const scenario = familyMember({ parties: 3, positions: 24, terms: 10, apart: 30, seed });
      const reader = new Reader(scenario, {}, excludes);
      for (const { proof } of (await findConflicts(scenario)).conflicts) {
        if (proof.kind === 'cases') {
          for (const left of proof.cases.keys()) {
            const cases = proof.cases.filter((_, i) => i !== left);
            // What one case needs no more than the others is no loss.
            missed.case += Number(reader.faultIn({ ...proof, cases }) !== undefined);
          }
        }
        if (proof.kind !== 'crossing') continue;
        const { atLeast } = proof;
        const higher = { ...proof, atLeast: { ...atLeast, figure: atLeast.figure + 1 } };
        missed.figure += Number(reader.faultIn(higher) !== undefined);
        if (atLeast.from.length === 0) continue;
        expect(reader.faultIn({ ...proof, atLeast: { ...atLeast, from: [] } })).toBeDefined();
        missed.reason++;
      }
    }
    for (const [what, times] of Object.entries(missed)) expect(times, what).toBeGreaterThan(0);
  });
});
