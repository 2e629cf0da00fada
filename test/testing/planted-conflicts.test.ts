import fc from 'fast-check';
import { draw, settingOf, type Region, type Scenario } from 'sticking-points';
import { findConflicts } from 'sticking-points/analysis';
import { isEmptyRegion, plantedConflicts, scenarios } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { runs } from '../laws/runs.js';

/** Whether some offer meets all of these. */
function goTogether(scenario: Scenario, ids: readonly string[]): boolean {
  const of = ids.flatMap((id) =>
    (scenario.positions[id]?.readings ?? []).map(({ condition }): Region =>
      draw(condition, { ...settingOf(scenario), want: 'met' }),
    ),
  );
  return !isEmptyRegion(scenario, { kind: 'both', of });
}

describe('planted conflicts', () => {
  it.each([true, false])('exclude each other, and no part of one does (bounded: %s)', (bounded) => {
    const sizes = new Map<number, number>();
    fc.assert(
      fc.property(scenarios({ conflicts: 2, bounded }), (scenario) => {
        const planted = plantedConflicts(scenario);
        expect(planted.length).toBe(2);
        for (const set of planted) {
          sizes.set(set.length, (sizes.get(set.length) ?? 0) + 1);
          expect(goTogether(scenario, set)).toBe(false);
          expect(Object.keys(scenario.invariants)).toEqual([]);
          for (const left of set) {
            const rest = set.filter((id) => id !== left);
            expect(goTogether(scenario, rest), rest.join(' and ')).toBe(true);
          }
        }
      }),
      runs(150),
    );
    expect(sizes.get(2) ?? 0).toBeGreaterThan(20);
    expect(sizes.get(3) ?? 0).toBeGreaterThan(0);
  });

  it('are among the conflicts that are found', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios({ conflicts: 2 }), async (scenario) => {
        const { conflicts } = await findConflicts(scenario);
        const found = conflicts.map(({ positions }) => [...positions].sort());
        expect(found).toEqual(expect.arrayContaining(plantedConflicts(scenario).map((set) => [...set].sort())));
      }),
      runs(40),
    );
  });

  it('are planted on request only', () => {
    fc.assert(fc.property(scenarios(), (scenario) => plantedConflicts(scenario).length === 0));
  });
});
