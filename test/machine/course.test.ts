import { openTalks, type Scenario, type Talks } from 'sticking-points';
import { fishingQuota, labourContract } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { comesHome } from '../support/course.js';
import { anyEvent, eased, futureOf, successors, walkEased, type Walked } from '../support/eased.js';
import { randomFrom } from '../support/random.js';
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

/** States that random events lead to from those walked: anything may stand in the way there. */
function strays(scenario: Scenario, { states }: Walked, seed: number, many = 150): readonly Talks[] {
  const random = randomFrom(seed);
  const going = [...states.values()].flatMap(({ talks }) => (talks.snapshot.status === 'active' ? [talks] : []));
  return Array.from({ length: many }, () => {
    const talks = random.one(going).fork();
    const before = talks.log.length;
    const most = 1 + random.below(8);
    for (let tries = 0; tries < 60 && talks.log.length < before + most; tries++) talks.do(anyEvent(scenario, random));
    return talks;
  });
}

/** In how many of some states the future is another than their name says, or they were never walked. */
function misnamed({ states }: Walked, astray: readonly Talks[], nameOf = futureOf): number {
  const isSo = (talks: Talks) => {
    const known = states.get(nameOf(talks));
    if (!known) return false;
    const next = new Set(successors(talks).map(nameOf));
    return next.size === known.next.size && [...next].every((name) => known.next.has(name));
  };
  return astray.map(eased).filter((talks) => !isSo(talks)).length;
}

describe('from every state that is not final there is a course to a final one, without anybody ending the deal from outside', () => {
  it.each(SMALL.map((scenario) => [scenario.id, scenario] as const))('%s', (_, scenario) => {
    const walked = walkEased(scenario);
    expect(walked.stuck).toEqual([]);
    // It says something of every part of the talks that they have.
    const parts = new Set([...walked.states.values()].map(({ talks }) => talks.state.split('.')[0]));
    const { rounds, ratification } = scenario.process;
    const wanted = [
      ...(Object.keys(rounds).length > 0 ? ['betweenRounds'] : []),
      'talks',
      'suspended',
      ...(ratification.length > 0 ? ['ratifying'] : []),
      'carryingOut',
    ];
    expect([...parts]).toEqual(expect.arrayContaining(wanted));

    // The states walked stand for all: what their names leave out makes no difference to what can happen.
    const found = strays(scenario, walked, 7);
    expect(misnamed(walked, found)).toBe(0);
    // Easing is itself such a course.
    const added = found.flatMap((talks) => eased(talks).log.slice(talks.log.length));
    const types = new Set(added.map(({ event }) => event.type));
    expect([...types].filter((type) => type === 'deal.ended' || type === 'deal.superseded')).toEqual([]);
    expect(found.filter((talks) => eased(talks).log.length > talks.log.length).length).toBeGreaterThan(
      found.length / 3,
    );
  });

  it('names that forgot something that matters would be found out', () => {
    const scenario = SMALL.at(-1)!;
    const found = strays(scenario, walkEased(scenario), 7);
    const forgetful = (talks: Talks) => JSON.stringify([talks.snapshot.value, talks.offer?.id, talks.deal?.offer]);
    expect(misnamed(walkEased(scenario, forgetful), found, forgetful)).toBeGreaterThan(0);
  });

  it('a law that talks without a way into their only round would break', () => {
    const scenario = bridge({ process: { preconditions: calm, rounds: { never: { needs: ['calm'] } } } });
    const { rounds } = scenario.process;
    const never = { ...rounds['never']!, needs: ['what could never be met'] };
    const closed = { ...scenario, process: { ...scenario.process, rounds: { never } } };
    expect(comesHome(openTalks(scenario))).toBe(true);
    expect(comesHome(openTalks(closed))).toBe(false);
    expect(walkEased(scenario).stuck).toEqual([]);
    expect(walkEased(closed).stuck).not.toEqual([]);
  });
});
