import fc from 'fast-check';
import type { TalksEvent } from 'sticking-points';
import { conditions, courseComplexity, courses, isSimpler } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { conditionComplexity } from '../../../src/testing/condition-complexity.js';
import { withDaysAtOnce, withFewerEvents } from '../../../src/testing/courses/fewer-events.js';
import { idKindsOf } from '../../../src/testing/courses/ids.js';
import { withLess } from '../../../src/testing/courses/less.js';
import { withEarlierIds, withIdsThatNeedLess } from '../../../src/testing/courses/other-ids.js';
import { simplerConditions } from '../../../src/testing/courses/simpler-conditions.js';
import { runs } from '../../laws/runs.js';
import { fishery } from '../../support/fishery.js';
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

describe('events with less in them', () => {
  it('have fewer figures within them, smaller ones, or what the figures of a vote came to', () => {
    const voted: TalksEvent = {
      type: 'ratification.voted',
      step: 'board',
      votes: { for: 3, against: 1, abstained: 2 },
    };
    const { votes, ...rest } = voted;
    expect(withLess(voted)).toEqual(
      expect.arrayContaining([
        { ...rest, outcome: 'approved' },
        { ...rest, outcome: 'rejected' },
        { ...rest, votes: { for: 3, against: 1 } },
        { ...rest, votes: { ...votes, against: 0 } },
        { ...rest, votes: { ...votes, for: 2 } },
      ]),
    );
    const reported: TalksEvent = {
      type: 'performance.reported',
      obligation: 'a',
      amount: 2,
      parts: { 'a/b': 4, 'a/c': 1 },
    };
    expect(withLess(reported)).toEqual(
      expect.arrayContaining([
        { ...reported, parts: { 'a/b': 4 } },
        { ...reported, parts: { 'a/b': 2, 'a/c': 1 } },
      ]),
    );
  });

  it('come to less, each of them', () => {
    fc.assert(
      fc.property(
        anyScenario.chain((scenario) => courses(scenario, { events: 12 })),
        (events) => {
          for (const event of events) {
            for (const less of withLess(event)) {
              expect([event, less, isSimpler(courseComplexity([less]), courseComplexity([event]))]).toEqual([
                event,
                less,
                true,
              ]);
            }
          }
        },
      ),
      runs(40),
    );
  });
});

describe('courses that speak of other ids', () => {
  const scenario = fishery;
  const [first = '', second = ''] = Object.keys(scenario.parties);
  const answer = (party: string): TalksEvent => ({ type: 'answer.declared', party, answer: 'accepts' });

  it('come to less where what they speak of stands earlier', () => {
    const late = [answer(second), answer(second)];
    const earlier = [...withEarlierIds(late, idKindsOf(scenario))];
    expect(earlier).toEqual([
      [answer(first), answer(first)],
      [answer(first), answer(second)],
      [answer(second), answer(first)],
    ]);
    const measure = (events: readonly TalksEvent[]) => courseComplexity(events, scenario);
    for (const events of earlier) expect(isSimpler(measure(events), measure(late))).toBe(true);
    expect([...withEarlierIds([answer(first)], idKindsOf(scenario))]).toEqual([]);
  });

  it('have less in them too, where they can happen at all', () => {
    const events = [{ type: 'talks.suspended' }, answer(first)] as const;
    const other = [events[0], answer(second)];
    expect([...withIdsThatNeedLess(events, idKindsOf(scenario), () => true)]).toEqual(
      expect.arrayContaining([other, [other[1]], [other[0]]]),
    );
    const kept = [...withIdsThatNeedLess(events, idKindsOf(scenario), () => false)];
    expect(kept).toContainEqual(other);
    expect(kept.every(({ length }) => length === 2)).toBe(true);
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
