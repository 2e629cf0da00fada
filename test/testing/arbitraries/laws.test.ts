import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { Scenario } from 'sticking-points';
import { isSimpler, scenarios } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { runs } from '../../laws/runs.js';
import { textedScenarios } from '../../support/texted.js';
import { OF_AMENDMENTS, OF_CONDITIONS, OF_COURSES, OF_OFFERS, OF_SCENARIOS, WRITTEN, type Drawn } from './drawn.js';

/** A scenario that was written, or one that is drawn. */
const anyScenario = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...WRITTEN) },
  { weight: 4, arbitrary: scenarios({ bounded: false }) },
  { weight: 1, arbitrary: textedScenarios({ bounded: false }) },
);

/** Of one value: that it is valid, and that so is each of its shrinks, and of theirs, which come to less. */
function followed<T>({ arbitrary, isValid, measure }: Drawn<T>, scenario: Scenario, seed: number): number {
  const drawn = arbitrary(scenario);
  const [value] = fc.sample(fc.noShrink(drawn), { seed, numRuns: 1 });
  expect(isValid(value!, scenario)).toBe(true);
  let tried = 0;
  // What breaks everything is shrunk step by step: each step is one of the tree's first branches.
  const path: T[] = [];
  fc.check(
    fc.property(drawn, (candidate) => {
      path.push(candidate);
      return false;
    }),
    { seed, numRuns: 1 },
  );
  for (const [i, candidate] of path.entries()) {
    expect(isValid(candidate, scenario)).toBe(true);
    const before = path[i - 1];
    if (before === undefined) continue;
    tried++;
    expect(isSimpler(measure(candidate, scenario), measure(before, scenario))).toBe(true);
  }
  return tried;
}

/** How many shrinks of one value are looked at. */
const MOST_BRANCHES = 40;

/** Of one value, the first shrinks beside each other: each is valid and comes to less. */
function branches<T>({ arbitrary, isValid, measure }: Drawn<T>, scenario: Scenario, seed: number): number {
  const tried: T[] = [];
  // Only the first one breaks it, so that its shrinks are tried and none is taken; to try them all would take too long.
  fc.check(
    fc.property(arbitrary(scenario), (candidate) => {
      if (tried.length > MOST_BRANCHES) throw new fc.PreconditionFailure(true);
      tried.push(candidate);
      return tried.length > 1;
    }),
    { seed, numRuns: 1 },
  );
  const [first, ...shrinks] = tried;
  for (const shrink of shrinks) {
    expect(isValid(shrink, scenario)).toBe(true);
    expect(isSimpler(measure(shrink, scenario), measure(first!, scenario))).toBe(true);
  }
  return shrinks.length;
}

function lawsOf<T>(title: string, drawn: Drawn<T>): void {
  describe(title, () => {
    it('are the same from the same seed', () => {
      fc.assert(
        fc.property(anyScenario, fc.integer(), (scenario, seed) => {
          const [once, again] = [1, 2].map(() => fc.sample(drawn.arbitrary(scenario), { seed, numRuns: 3 }));
          expect(once).toEqual(again);
        }),
        runs(15 * (drawn.share ?? 1)),
      );
    });

    it('are valid, and so is what they shrink to, step by step, which comes to less each time', () => {
      let steps = 0;
      fc.assert(
        fc.property(anyScenario, fc.integer(), (scenario, seed) => {
          steps += followed(drawn, scenario, seed);
        }),
        runs(40 * (drawn.share ?? 1)),
      );
      expect(steps).toBeGreaterThan(10);
    });

    it('have shrinks each of which is valid and comes to less', () => {
      let shrinks = 0;
      fc.assert(
        fc.property(anyScenario, fc.integer(), (scenario, seed) => {
          shrinks += branches(drawn, scenario, seed);
        }),
        runs(40 * (drawn.share ?? 1)),
      );
      expect(shrinks).toBeGreaterThan(40);
    });
  });
}

for (const [title, drawn] of Object.entries(OF_OFFERS)) lawsOf(title, drawn);
for (const [title, drawn] of Object.entries(OF_COURSES)) lawsOf(title, drawn);
for (const [title, drawn] of Object.entries(OF_CONDITIONS)) lawsOf(title, drawn);
for (const [title, drawn] of Object.entries(OF_AMENDMENTS)) lawsOf(title, drawn);
for (const [title, drawn] of Object.entries(OF_SCENARIOS)) lawsOf(title, drawn);

/** What stands under the door's heading of what to draw and draws nothing. */
const DRAW_NOTHING = ['complexityOf', 'isSimpler', 'courseComplexity', 'isEmptyRegion', 'plantedConflicts'];

it('are asked of every arbitrary that the door has', () => {
  const door = readFileSync(new URL('../../../src/testing.ts', import.meta.url), 'utf8');
  const section = door.split(/^(?=\/\/ )/m).find((part) => part.startsWith('// What to draw')) ?? '';
  const exported = [...section.matchAll(/^export \{ (.+) \}/gm)].flatMap(([, names = '']) => names.split(', '));
  const all = [OF_OFFERS, OF_COURSES, OF_CONDITIONS, OF_AMENDMENTS, OF_SCENARIOS].flatMap((some) =>
    Object.values<{ readonly by: string }>(some).map(({ by }) => by),
  );
  expect([...new Set([...all, ...DRAW_NOTHING])].sort()).toEqual(exported.sort());
});

describe('the laws themselves', () => {
  const [offers] = Object.values(OF_OFFERS);
  const [scenario] = WRITTEN;

  it.each<readonly [string, Partial<Drawn<never>>]>([
    ['nothing is valid', { isValid: () => false }],
    ['nothing comes to less', { measure: () => [0] }],
  ])('fail where %s', (_, wrong) => {
    const broken = { ...offers!, ...wrong } as NonNullable<typeof offers>; // of the same kind but for what is wrong
    expect(() => {
      followed(broken, scenario!, 1);
      branches(broken, scenario!, 1);
    }).toThrow();
  });
});
