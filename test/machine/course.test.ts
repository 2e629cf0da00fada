import { openTalks, type Scenario, type Talks } from 'sticking-points';
import { fishingQuota, labourContract } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { astray, comesHome, courseHome, homeward, nameOf } from '../support/course.js';
import { oneFlag } from './tiny/one-flag.js';
import { oneRound } from './tiny/one-round.js';
import { twoPhases } from './tiny/two-phases.js';

const calm = { calm: { title: 'calm' } };
const two = [{ length: { length: 10, unit: 'days' } }, { toBeNegotiated: true }];

/** Small scenarios from every state of which there is a course to an end. */
const SMALL: readonly Scenario[] = [
  oneFlag.scenario,
  oneRound.scenario,
  twoPhases.scenario,
  fishingQuota(),
  labourContract(),
  bridge({
    phases: two,
    agreement: { rule: 'quota', of: ['east', 'west'], needed: 2, vetoes: ['east'] },
    process: {
      preconditions: calm,
      rounds: { only: { needs: ['calm'], mandates: { east: 'negotiate' } } },
      ratification: [{ id: 'vote', body: 'the council', rule: { kind: 'majority' }, objectionDays: 3 }],
      deadlines: { flood: { title: 'the flood', by: '2030-05', kind: 'hard' } },
    },
  }),
];

/** The states within reach of some, those first that are found first; no more than `most`, where there are very many. */
function within(scenario: Scenario, from: readonly Talks[], most: number): readonly Talks[] {
  const events = [...homeward(scenario), ...astray(scenario)];
  const found = new Map<string, Talks>();
  const waiting = [...from];
  for (let talks = waiting.shift(); talks && found.size < most; talks = waiting.shift()) {
    const name = nameOf(talks);
    if (found.has(name)) continue;
    found.set(name, talks);
    for (const event of events) {
      const fork = talks.fork();
      if (fork.do(event).accepted) waiting.push(fork);
    }
  }
  return [...found.values()];
}

/** States all along a course from the first to the last, and around each of its steps. */
function alongTheWay(scenario: Scenario): readonly Talks[] {
  const course = courseHome(openTalks(scenario)) ?? [];
  return [...within(scenario, course, 80), ...course.flatMap((talks) => within(scenario, [talks], 12))];
}

describe('from every state that is not final there is a course to a final one, without anybody ending the deal from outside', () => {
  it.each(SMALL.map((scenario) => [scenario.id, scenario] as const))('%s', (_, scenario) => {
    const states = alongTheWay(scenario);
    expect(states.length).toBeGreaterThan(10);
    // It says something of every part of the talks that they have.
    const parts = new Set(states.map((talks) => talks.state.split('.')[0]));
    const wanted = [
      'talks',
      'suspended',
      'carryingOut',
      ...(scenario.process.ratification.length > 0 ? ['ratifying'] : []),
    ];
    expect([...parts]).toEqual(expect.arrayContaining(wanted));
    expect(states.filter((talks) => comesHome(talks) !== true).map((talks) => talks.state)).toEqual([]);
  });

  it('a law that talks without a way into their only round would break', () => {
    const scenario = bridge({ process: { preconditions: calm, rounds: { never: { needs: ['calm'] } } } });
    const { rounds } = scenario.process;
    const never = { ...rounds['never']!, needs: ['what could never be met'] };
    const closed = { ...scenario, process: { ...scenario.process, rounds: { never } } };
    expect(comesHome(openTalks(scenario))).toBe(true);
    expect(comesHome(openTalks(closed))).toBe(false);
  });
});
