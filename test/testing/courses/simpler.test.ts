import fc from 'fast-check';
import type { TalksEvent } from 'sticking-points';
import { conditions, isSimpler } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { conditionComplexity } from '../../../src/testing/condition-complexity.js';
import { withDaysAtOnce, withFewerEvents } from '../../../src/testing/courses/fewer-events.js';
import { simplerConditions } from '../../../src/testing/courses/simpler-conditions.js';
import { runs } from '../../laws/runs.js';
import { anyScenario } from '../../support/steps.js';

/** So many events that differ. */
const someEvents = (many: number): readonly TalksEvent[] =>
  Array.from({ length: many }, (_, i) => ({ type: 'days.passed', days: i + 1 }));

const asText = (events: readonly TalksEvent[]) => JSON.stringify(events);

describe('courses with fewer events', () => {
  it('are all those with one or two left out, and each has fewer', () => {
    for (const many of [0, 1, 2, 3, 7, 30]) {
      const events = someEvents(many);
      const fewer = [...withFewerEvents(events)];
      for (const one of fewer) expect(one.length).toBeLessThan(many);
      const tried = new Set(fewer.map(asText));
      for (let i = 0; i < many; i++) {
        for (let j = i; j < many; j++) expect(tried).toContain(asText(events.filter((_, k) => k !== i && k !== j)));
      }
    }
  });

  it('are not too many to be tried, however long the course is', () => {
    for (const many of [30, 100, 999, 2000]) {
      let tried = 0;
      for (const _ of withFewerEvents(someEvents(many))) tried++;
      expect(tried).toBeLessThan(4 * many + 1000);
    }
  });

  it('let days pass at once that passed in two parts, whatever came between', () => {
    const [first, between, last] = [
      { type: 'days.passed', days: 2 },
      { type: 'talks.suspended' },
      { type: 'days.passed', days: 3 },
    ] as const;
    const atOnce = { type: 'days.passed', days: 5 };
    expect([...withDaysAtOnce([first, between, last])]).toEqual([
      [atOnce, between],
      [between, atOnce],
    ]);
    expect([...withDaysAtOnce([first, { type: 'days.passed', until: '2030-01-02' }])]).toEqual([]);
  });
});

describe('simpler conditions', () => {
  it('come to less, and to every part of one', () => {
    fc.assert(
      fc.property(
        anyScenario.chain((scenario) => conditions(scenario)),
        (condition) => {
          const simpler = [...simplerConditions(condition)];
          for (const one of simpler) {
            expect(isSimpler(conditionComplexity(one), conditionComplexity(condition))).toBe(true);
          }
          if (condition.kind === 'not') expect(simpler).toContainEqual(condition.of);
          if (condition.kind === 'all' || condition.kind === 'any')
            expect(simpler).toEqual(expect.arrayContaining([...condition.of]));
        },
      ),
      runs(200),
    );
  });
});
