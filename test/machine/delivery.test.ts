import { createTalksMachine, days } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { bridge } from '../support/bridge.js';
import { against, allege, conclude, cure, go, pass, play, start, states, table } from '../support/play.js';
import { started, two } from '../support/started.js';

describe('a deal without anybody to ratify it', () => {
  it('awaits its start, runs phase after phase, and is fulfilled by the end of the last', () => {
    const talks = play(bridge({ phases: two }), [table('plan')]);
    expect(states(talks, conclude, start, pass(9), pass(1), pass(4), pass(1))).toEqual([
      'carryingOut.awaitingStart',
      'carryingOut.phase1',
      'carryingOut.phase1',
      'carryingOut.phase2',
      'carryingOut.phase2',
      'fulfilled',
    ]);
    expect(talks.nextEvents).toEqual([]);
    expect(against(talks, pass(1))).toEqual(['talks/no-place']);
  });

  it('begins on the day it is started, and each phase the day after the last day of the one before', () => {
    const talks = started({ phases: two }, '2030-02-20');
    expect(talks.deal).toMatchObject({ phase: 1, day: 0, began: '2030-02-20' });
    go(talks, pass(12));
    expect(talks.deal).toMatchObject({ phase: 2, day: 2, began: '2030-03-02' });
    expect(talks.clock.today).toBe('2030-03-04');
  });

  it('days that pass before it starts are no part of it', () => {
    const talks = play(bridge({ phases: two }), [table('plan'), conclude, pass(30), start]);
    expect([talks.state, talks.deal?.day]).toEqual(['carryingOut.phase1', 0]);
  });

  it('crosses several phases at once', () => {
    const talks = started({ phases: [...two, { length: days(3) }] }, '2030-01-01');
    go(talks, pass(16));
    expect(talks.state).toBe('carryingOut.phase3');
    expect(talks.deal).toMatchObject({ phase: 3, day: 1, began: '2030-01-16' });
    talks.undo();
    go(talks, pass(100));
    expect(talks.state).toBe('fulfilled');
  });

  it('crosses a phase of no days with the day that ends the one before', () => {
    const talks = started({ phases: [{ length: days(2) }, { length: days(0) }, { length: days(4) }] });
    expect(states(talks, pass(1), pass(1), pass(4))).toEqual(['carryingOut.phase1', 'carryingOut.phase3', 'fulfilled']);
  });
});

describe('the end of a deal before its time', () => {
  const citation = { source: 'post', attribution: 'on-record' } as const;

  it('is never taken on trust: it needs a citation', () => {
    const talks = started({ phases: two });
    expect(talks.do({ type: 'deal.ended', by: ['east'] }).reasons).toMatchObject([
      { code: 'talks/uncited-end', path: ['citation'] },
    ]);
    expect(states(talks, { type: 'deal.ended', by: ['east'], citation })).toEqual(['collapsed']);
  });

  it('can come before its start and in dispute', () => {
    const ended = { type: 'deal.ended', citation } as const;
    expect(states(play(bridge(), [table('plan'), conclude]), ended)).toEqual(['collapsed']);
    expect(states(started({}), allege(), ended)).toEqual(['carryingOut.inDispute', 'collapsed']);
  });

  it('by another deal, known or not, but not by itself', () => {
    const talks = started({ phases: two });
    const by = (offer: string) => ({ type: 'deal.superseded', offer }) as const;
    expect(talks.do(by('plan')).reasons).toMatchObject([{ code: 'talks/supersedes-itself', path: ['offer'] }]);
    expect(talks.do(by('plam')).reasons).toMatchObject([{ code: 'talks/unknown-offer', path: ['offer'] }]);
    expect(states(talks.fork(), by('dear'))).toEqual(['superseded']);
    expect(states(talks, { type: 'deal.superseded' })).toEqual(['superseded']);
  });

  it('not by one that had not been reported by then', () => {
    const later = { terms: { cost: 45 }, citations: [{ source: 'post', attribution: 'on-record' }] } as const;
    const talks = play(bridge({ offers: { later } }), [table('plan'), conclude, start], { asOf: '2030-01-31' });
    const event = { type: 'deal.superseded', offer: 'later' } as const;
    expect(against(talks, event)).toEqual(['talks/not-yet-reported']);
    expect(against(talks, { ...event, reportedOn: '2030-03-02' })).toEqual([]);
  });
});

it('days are counted: what happens later than the present day waits until they have passed', () => {
  const talks = started({ phases: two }, '2030-01-01');
  expect(talks.do({ ...allege(), on: '2030-01-04' }).reasons).toMatchObject([
    { code: 'talks/days-not-passed', path: ['on'], facts: { today: '2030-01-01', on: '2030-01-04', days: 3 } },
  ]);
  expect(against(talks, { ...pass(2), on: '2030-01-04' })).toEqual(['talks/days-not-passed']);
  go(talks, { ...pass(3), on: '2030-01-04' }, { ...allege(), on: '2030-01-04' });
  expect(talks.clock.today).toBe('2030-01-04');
  // What happened earlier may well become known later.
  expect(against(talks, { ...cure(), on: '2030-01-02' })).toEqual([]);
});

it('the machine tells of each phase that is under way when days have passed', () => {
  const told: unknown[] = [];
  const actor = createActor(createTalksMachine(bridge({ phases: [...two, { length: days(3) }] }))).start();
  actor.on('phase.began', (event) => told.push(event));
  for (const event of [table('plan'), conclude, start, pass(9), pass(1), allege(), cure(), pass(5)]) actor.send(event);
  expect(told).toEqual([1, 2, 3].map((phase) => ({ type: 'phase.began', offer: 'plan', phase })));
});
