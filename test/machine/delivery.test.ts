import { between, days, months, type Talks } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge, type BridgeChanges } from '../support/bridge.js';
import { against, allege, conclude, cure, go, pass, play, start, states, table } from '../support/play.js';

/** Talks whose deal has just started, on a day where one is given. */
const started = (changes: BridgeChanges, on?: string): Talks =>
  play(bridge(changes), [table('plan'), conclude, { ...start, ...(on !== undefined && { on }) }]);

const end = (phase: number) => ({ type: 'phase.ended', phase }) as const;
const extend = (more: number, rule?: string) =>
  ({ type: 'phase.extended', days: more, ...(rule !== undefined && { rule }) }) as const;
const two = [{ length: days(10) }, { length: days(5) }];

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

describe('how long a phase lasts', () => {
  it('of a range, it may end from its least days on, and ends by itself with its most', () => {
    const talks = started({ phases: [{ length: days(between(5, 8)) }, { length: days(5) }] });
    go(talks, pass(4));
    expect(talks.do(end(1)).reasons).toMatchObject([
      { code: 'talks/phase-not-over', path: ['phase'], facts: { phase: 1, least: 5, day: 4, left: 1 } },
    ]);
    go(talks, pass(1));
    expect(talks.state).toBe('carryingOut.phase1');
    expect(states(talks.fork(), end(1))).toEqual(['carryingOut.phase2']);
    expect(states(talks, pass(2), pass(1))).toEqual(['carryingOut.phase1', 'carryingOut.phase2']);
  });

  it('left open, it lasts until it is said to have ended', () => {
    const talks = started({ phases: [{}, { length: days(5) }] }, '2030-01-01');
    expect(states(talks, pass(1000))).toEqual(['carryingOut.phase1']);
    expect(talks.do(end(2)).reasons).toMatchObject([{ code: 'talks/another-phase', facts: { phase: 2, underWay: 1 } }]);
    go(talks, end(1));
    expect(talks.deal).toMatchObject({ phase: 2, day: 0, began: '2032-09-27' });
  });

  it.each([
    ['2030-02-01', 28],
    ['2032-02-01', 29],
    ['2030-03-01', 31],
    ['2030-01-31', 28],
  ])('of a calendar month from %s, it lasts %d days', (on, length) => {
    const talks = started({ phases: [{ length: months(1) }, { length: days(5) }] }, on);
    expect(states(talks, pass(length - 1))).toEqual(['carryingOut.phase1']);
    expect(against(talks, end(1))).toEqual(['talks/phase-not-over']);
    expect(states(talks, pass(1))).toEqual(['carryingOut.phase2']);
  });

  it('of a calendar month from a day unknown, it is over for certain when the longest is, and may be with the shortest', () => {
    const talks = started({ phases: [{ length: months(1) }, { length: days(5) }] });
    go(talks, pass(27));
    expect(against(talks, end(1))).toEqual(['talks/phase-not-over']);
    go(talks, pass(1));
    expect(against(talks, end(1))).toEqual([]);
    expect(states(talks, pass(2), pass(1))).toEqual(['carryingOut.phase1', 'carryingOut.phase2']);
  });

  it('a second month counts from the day on which it begins', () => {
    const talks = started({ phases: [{ length: months(1) }, { length: months(1) }] }, '2030-01-01');
    expect(states(talks, pass(31), pass(27), pass(1))).toEqual([
      'carryingOut.phase2',
      'carryingOut.phase2',
      'fulfilled',
    ]);
  });
});

describe('an extension', () => {
  const rules = { extensions: { winter: { title: 'for the winter', days: 7, times: 2 } } };

  it('by consent makes a phase longer by any number of days, and only that phase', () => {
    const talks = started({ phases: two });
    go(talks, extend(20), extend(3));
    expect(states(talks, pass(32), pass(1), pass(4), pass(1))).toEqual([
      'carryingOut.phase1',
      'carryingOut.phase2',
      'carryingOut.phase2',
      'fulfilled',
    ]);
  });

  it('by a rule adds no more days, and happens no more often, than the rule says; in the next phase it counts anew', () => {
    const talks = started({ phases: [{ length: days(10) }, { length: days(50) }], process: rules });
    expect(talks.do(extend(8, 'winter')).reasons).toMatchObject([
      { code: 'talks/extension-too-long', path: ['days'], facts: { rule: 'winter', most: 7, days: 8 } },
    ]);
    go(talks, extend(7, 'winter'), extend(1, 'winter'));
    expect(talks.do(extend(1, 'winter')).reasons).toMatchObject([
      { code: 'talks/extended-already', path: ['rule'], facts: { rule: 'winter', times: 2, before: 2 } },
    ]);
    expect(against(talks, extend(30))).toEqual([]);
    go(talks, pass(18));
    expect([talks.state, against(talks, extend(7, 'winter'))]).toEqual(['carryingOut.phase2', []]);
  });

  it('moves the day from which a phase may be ended', () => {
    const talks = started({ phases: [{ length: days(between(5, 8)) }] });
    go(talks, extend(2), pass(6));
    expect(against(talks, end(1))).toEqual(['talks/phase-not-over']);
    expect(states(talks, pass(3), pass(1))).toEqual(['carryingOut.phase1', 'fulfilled']);
  });

  it('does not reach beyond the calendar', () => {
    const talks = started({ phases: two }, '9999-12-01');
    expect(talks.do(extend(31)).reasons).toMatchObject([{ code: 'talks/too-far', path: ['days'] }]);
    expect(talks.do(pass(31)).reasons).toMatchObject([{ code: 'talks/too-far', path: ['days'] }]);
  });
});

describe('a dispute', () => {
  it.each([
    [1, 3],
    [2, 12],
  ])('in phase %d, cured, leads back to it', (phase, after) => {
    const talks = started({ phases: two });
    go(talks, pass(after));
    expect(states(talks, allege(), cure())).toEqual(['carryingOut.inDispute', `carryingOut.phase${phase}`]);
  });

  it('goes on until all that was alleged is cured', () => {
    const talks = started({ phases: two });
    expect(states(talks, allege('east'), allege('west'), cure('east'), cure('west'))).toEqual([
      'carryingOut.inDispute',
      'carryingOut.inDispute',
      'carryingOut.inDispute',
      'carryingOut.phase1',
    ]);
  });

  it('is alleged once by each, and cured only of what was alleged', () => {
    const talks = started({ phases: two });
    go(talks, allege('east'));
    expect(talks.do(allege('east')).reasons).toMatchObject([{ code: 'talks/so-already', path: ['obligation'] }]);
    expect(talks.do(cure('west')).reasons).toMatchObject([
      { code: 'talks/so-already', facts: { obligation: 'stones', by: 'west', open: false } },
    ]);
    expect(talks.deal?.disputes).toEqual([{ obligation: 'stones', by: 'east' }]);
  });

  it('stops no day, yet no phase ends in it: once cured, the days that have passed count', () => {
    const talks = started({ phases: two }, '2030-01-01');
    expect(states(talks, pass(8), allege(), pass(4), cure())).toEqual([
      'carryingOut.phase1',
      'carryingOut.inDispute',
      'carryingOut.inDispute',
      'carryingOut.phase2',
    ]);
    expect(talks.deal).toMatchObject({ phase: 2, day: 2, began: '2030-01-11' });
  });

  it('cured after all days are over leaves the deal fulfilled', () => {
    expect(states(started({ phases: two }), allege(), pass(15), cure())).toEqual([
      'carryingOut.inDispute',
      'carryingOut.inDispute',
      'fulfilled',
    ]);
  });

  it('lets a phase be extended, and no phase be ended', () => {
    const talks = started({ phases: [{ length: days(between(0, 5)) }] });
    go(talks, allege(), extend(5), pass(7));
    expect(against(talks, end(1))).toEqual(['talks/no-place']);
    expect(states(talks, cure())).toEqual(['carryingOut.phase1']);
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
