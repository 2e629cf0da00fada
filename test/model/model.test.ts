import fc from 'fast-check';
import type { Scenario, TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { few, runs } from '../laws/runs.js';
import { eventsIn } from '../support/events.js';
import { difference, modelCourses, type Tally } from './compare.js';
import { openings, randomScenarios, WRITTEN } from './scenarios.js';
import { told } from './shorten.js';

const LONG = 300_000; // milliseconds, where the machine is busy

/** Courses of which one event in so many may be any event at all, malformed ones among them. */
function coursesIn(scenarios: fc.Arbitrary<Scenario>) {
  return scenarios.chain((scenario) => {
    const events = fc.tuple(modelCourses(scenario), fc.array(fc.tuple(fc.nat(), eventsIn(scenario)), { maxLength: 4 }));
    return fc.record({
      scenario: fc.constant(scenario),
      options: openings,
      // What is malformed has no type: it is tried as if it had.
      events: events.map(([course, strange]) =>
        strange.reduce<readonly TalksEvent[]>(
          (among, [at, event]) => among.toSpliced(at % (among.length + 1), 0, event as TalksEvent),
          course,
        ),
      ),
    });
  });
}

/** Compares so many courses, and throws with the shortest one found where talks and model part. */
function compare(scenarios: fc.Arbitrary<Scenario>, numRuns: number, seed: number): Tally {
  const tally: Tally = { compared: 0, left: 0, states: new Map() };
  const property = fc.property(coursesIn(scenarios), ({ scenario, options, events }) => {
    if (difference(scenario, options, events, { tally })) throw new Error(told(scenario, options, events));
  });
  // Courses are shortened by leaving events out, which takes far less time than to draw others.
  fc.assert(property, { numRuns, seed, endOnFailure: true });
  return tally;
}

const STATES = [
  'betweenRounds',
  'talks.open',
  'talks.considering',
  'talks.blocked',
  'talks.agreedInPrinciple',
  'suspended',
  'ratifying.voting',
  'ratifying.objectionWindow',
  'carryingOut.awaitingStart',
  'carryingOut.phase1',
  'carryingOut.phase2',
  'carryingOut.inDispute',
  'fulfilled',
  'superseded',
  'lapsed',
  'collapsed',
  'next phase: none',
  'next phase: toBegin',
  'next phase: underWay',
  'next phase: settled',
  'next phase: failed',
];

/** Of what was tried, most was compared, and no state was left out. */
function expectCovered({ compared, left, states }: Tally, times: number): void {
  expect(compared / (compared + left)).toBeGreaterThan(0.8);
  expect(STATES.filter((state) => (states.get(state) ?? 0) < few(times))).toEqual([]);
}

describe('talks and a model of them that was written apart', () => {
  it(
    'go the same way on random scenarios',
    () => {
      const tally = compare(randomScenarios, runs(800).numRuns, 20_300_113);
      expectCovered(tally, 5);
      expect(tally.states.get('carryingOut.phase3') ?? 0).toBeGreaterThanOrEqual(few(1));
    },
    LONG,
  );

  it(
    'go the same way on scenarios that were written',
    () => {
      expectCovered(compare(fc.constantFrom(...WRITTEN), runs(500).numRuns, 20_300_111), 4);
    },
    LONG,
  );
});
