import fc from 'fast-check';
import { openTalks, refusalsOf, type Talks } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { bridge } from '../support/bridge.js';
import { conclude, pass, play, resume, start, suspend, table, withdraw } from '../support/play.js';

const scenario = bridge();
const EVENTS = [table('plan'), table('dear'), withdraw('dear'), suspend, resume, conclude, start, pass(3)];
const told = (talks: Talks) => JSON.stringify([talks.snapshot, talks.log, talks.nextEvents]);

/** Talks after as many of these events as are accepted, and what they were before each of those. */
function courseOf(picks: readonly number[]) {
  const talks = openTalks(scenario);
  const before: string[] = [];
  for (const pick of picks) {
    const was = told(talks);
    if (talks.do(EVENTS[pick] ?? suspend).accepted) before.push(was);
  }
  return { talks, before };
}

const picks = fc.array(fc.nat(EVENTS.length - 1), { maxLength: 8 });

describe('what has happened', () => {
  it('can be taken back down to the first, and done again up to the last, and all is as it was', () => {
    fc.assert(
      fc.property(picks, (chosen) => {
        const { talks, before } = courseOf(chosen);
        const states = [...before, told(talks)];
        expect(talks.redo()).toBe(false);
        for (const was of before.toReversed()) {
          expect(talks.undo()).toBe(true);
          expect(told(talks)).toBe(was);
        }
        expect([talks.undo(), told(talks)]).toEqual([false, states[0]]);
        for (const was of states.slice(1)) {
          expect(talks.redo()).toBe(true);
          expect(told(talks)).toBe(was);
        }
        expect([talks.redo(), told(talks)]).toEqual([false, states.at(-1)]);
      }),
    );
  });

  it('cannot be done again once something else has happened, though a refused event leaves it', () => {
    const talks = play(scenario, [table('plan'), suspend]);
    talks.undo();
    expect(talks.do(withdraw('dear')).accepted).toBe(false);
    expect([talks.redo(), talks.state]).toEqual([true, 'suspended']);
    talks.undo();
    talks.do(pass(1));
    expect([talks.redo(), talks.state]).toEqual([false, 'talks.agreedInPrinciple']);
  });

  it('and was taken back is there for a fork to do again, each going its own way', () => {
    const talks = play(scenario, [table('plan'), conclude]);
    talks.undo();
    const fork = talks.fork();
    expect([fork.redo(), fork.state]).toEqual([true, 'carryingOut.awaitingStart']);
    expect(talks.state).toBe('talks.agreedInPrinciple');
    expect([talks.redo(), talks.state]).toEqual([true, 'carryingOut.awaitingStart']);
  });
});

it('talks with an empty table have no offer, whatever offers are called, no assessment, no points and no answers', () => {
  const { offer, assessment, stickingPoints, openPoints, answers } = openTalks(bridge({ offers: { null: {} } }));
  expect({ offer, assessment, stickingPoints, openPoints, answers }).toEqual({
    offer: undefined,
    assessment: undefined,
    stickingPoints: [],
    openPoints: [],
    answers: {},
  });
});

it('what is wrong with an event in any state is said before whether it has a place in this one', () => {
  const { snapshot } = openTalks(scenario);
  const event = { type: 'answer.declared', party: 'nobody', answer: 'accepts' } as const;
  expect(refusalsOf(scenario, snapshot, event).map(({ code }) => code)).toEqual(['talks/unknown-party']);
  const known = { ...event, party: 'east' };
  expect(refusalsOf(scenario, snapshot, known).map(({ code }) => code)).toEqual(['talks/no-place']);
});

it('after an event nothing can be written on the snapshot, which forks share', () => {
  const { context, value } = play(scenario, [table('dear')]).snapshot;
  expect([context, context.declared, value].map(Object.isFrozen)).toEqual([true, true, true]);
});
