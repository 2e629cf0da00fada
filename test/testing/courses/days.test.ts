import fc from 'fast-check';
import { defineScenario, openTalks, type Scenario, type TalksEvent, type TalksOptions } from 'sticking-points';
import { fishingQuota } from 'sticking-points/scenarios';
import { checkDeal, courseComplexity, courses, isSimpler, type TalksInvariant } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { daysThatMatter } from '../../../src/testing/courses/days-that-matter.js';
import { oneFlag } from '../../machine/tiny/one-flag.js';
import { bridge } from '../../support/bridge.js';

const fishing = fishingQuota();
const month = bridge({ process: { deadlines: { fair: { title: 'the fair', by: '2030-02', kind: 'hard' } } } });

const cases: readonly (readonly [string, Scenario, TalksOptions])[] = [
  ['a season', fishing, {}],
  ['a season, and reports up to a day', fishing, { asOf: '2031-03-01' }],
  ['a month', month, {}],
  ['a month, and reports up to one', month, { asOf: '2030-01' }],
];

const drawn = (scenario: Scenario, talks: TalksOptions, numRuns = 120) =>
  fc.sample(courses(scenario, { talks, events: 20 }), { seed: 1, numRuns });
const daysIn = (events: readonly TalksEvent[]) => events.flatMap(({ on }) => on ?? []);

describe('courses where days matter', () => {
  it.each(cases)('bear the days before, on and after a deadline, and never one gone by: %s', (_, scenario, options) => {
    const around = daysThatMatter(scenario, options)?.ofDeadlines ?? [];
    const met = new Map(around.map((day) => [day, 0]));
    let [lapsed, without] = [0, 0];
    for (const events of drawn(scenario, options)) {
      const talks = openTalks(scenario, options);
      for (const event of events) {
        const { today, asOf } = talks.clock;
        expect(talks.do(event).reasons).toEqual([]);
        if (event.on === undefined) continue;
        expect(event.on >= (today ?? asOf ?? '')).toBe(true);
        if (met.has(event.on)) met.set(event.on, (met.get(event.on) ?? 0) + 1);
      }
      if (talks.state === 'lapsed') lapsed++;
      if (daysIn(events).length === 0) without++;
    }
    expect([...met].filter(([, times]) => times === 0)).toEqual([]);
    expect(lapsed).toBeGreaterThan(0);
    expect(without).toBeGreaterThan(60); // days bring talks to an end before much has happened
  });

  it.each(cases)('are the same from the same seed, and shrink to fewer days and to none: %s', (_, scenario, talks) => {
    expect(drawn(scenario, talks, 20)).toEqual(drawn(scenario, talks, 20));
    const isShort = (events: readonly TalksEvent[]) => events.length < 3;
    const asked = (seed: number) => fc.check(fc.property(courses(scenario, { talks }), isShort), { seed });
    for (let seed = 0; seed < 3; seed++) expect(daysIn(asked(seed).counterexample?.[0] ?? [])).toEqual([]);
    let simpler = 0;
    const dated = fc.check(
      fc.property(courses(scenario, { talks }), (events) => daysIn(events).length < 2),
      { seed: 3, verbose: fc.VerbosityLevel.VeryVerbose },
    );
    const least = dated.counterexample?.[0] ?? [];
    expect(daysIn(least)).toHaveLength(2);
    for (const { value } of dated.executionSummary.flatMap(({ children }) => children)) {
      const opened = openTalks(scenario, talks);
      for (const event of value[0]) expect(opened.do(event).accepted).toBe(true);
      simpler++;
    }
    expect(simpler).toBeGreaterThan(0);
    const begun = dated.executionSummary.find(({ children }) => children.length > 0)?.value[0] ?? [];
    expect(isSimpler(courseComplexity(least, scenario), courseComplexity(begun, scenario))).toBe(true);
  });

  it('come to a hard deadline, which no law passes over', () => {
    const never: TalksInvariant = {
      title: 'the talks never lapse before there is a deal',
      talks: ({ state, deal }) => state !== 'lapsed' || deal !== undefined,
    };
    for (const [, scenario, talks] of cases) {
      const [found] = checkDeal(scenario, { invariants: [never], talks });
      expect(found?.finding).toBe('broken');
      const events = found?.counterexample as readonly TalksEvent[]; // a law of talks is broken by a course
      expect(events.length).toBeLessThan(4);
      expect(events.at(-1)?.type).toBe('days.passed');
    }
  });

  it('are those that they were where a scenario speaks of no day', () => {
    expect(daysThatMatter(oneFlag.scenario)).toBeUndefined();
    const plain = defineScenario({ id: 'plain', parties: { a: {} }, terms: { calm: { kind: 'flag' } }, positions: {} });
    expect(drawn(plain, {}, 40).flatMap(daysIn)).toEqual([]);
    expect(drawn(plain, { asOf: '2030-01-01' }, 40).flatMap(daysIn).length).toBeGreaterThan(0);
  });
});
