import { between, days, months } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { against, go, pass, states } from '../support/play.js';
import { end, started, two } from '../support/started.js';

const extend = (more: number, rule?: string) =>
  ({ type: 'phase.extended', days: more, ...(rule !== undefined && { rule }) }) as const;

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

  it('of a calendar month, once an event tells what day it is, it counts from the day on which it must have begun', () => {
    const talks = started({ phases: [{ length: months(1) }, { length: months(1) }] });
    go(talks, pass(2), { ...pass(1), on: '2030-02-04' });
    expect(talks.deal).toMatchObject({ day: 3, began: '2030-02-01' });
    expect(states(talks, pass(24), pass(1))).toEqual(['carryingOut.phase1', 'carryingOut.phase2']);
    expect(talks.deal?.began).toBe('2030-03-01');
    const told = started({ phases: two });
    go(told, pass(4), { type: 'performance.reported', obligation: 'stones', amount: 3, on: '2030-03-05' });
    expect(told.deal?.began).toBe('2030-03-01');
  });

  it('before the first day of the calendar, no day is known', () => {
    const talks = started({ phases: two });
    go(talks, { ...pass(4), on: '0000-01-03' }, pass(7));
    expect([talks.state, talks.deal?.began]).toEqual(['carryingOut.phase2', null]);
    go(talks, pass(1));
    expect(talks.deal?.began).toBe('0000-01-09');
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

describe('who agreed to make a phase longer', () => {
  const by = (...parties: string[]) => ({ ...extend(3), by: parties });

  it('is all of them under unanimity, where any are named', () => {
    const talks = started({ phases: two });
    const [fault] = talks.do(by('west')).reasons;
    expect(fault).toMatchObject({ code: 'talks/no-consent', path: ['by'], facts: { missing: ['east'] } });
    expect(fault?.message).toBe("To extend phase 1 needs the consent of east: name them in 'by'.");
    expect(against(talks.fork(), by('east', 'west'))).toEqual([]);
    expect(against(talks, by())).toEqual([]);
  });

  it('is as many as make an agreement, where not all have to', () => {
    const agreement = { rule: 'quota', of: ['east', 'west', 'guild'], needed: 2, vetoes: ['guild'] } as const;
    const talks = started({ phases: two, agreement });
    const [fault] = talks.do(by('east', 'west')).reasons;
    expect(fault).toMatchObject({ code: 'talks/no-consent', facts: { missing: ['guild'] } });
    expect(fault?.message).toBe(
      "To extend phase 1 takes as many as make an agreement, and east and west are not enough: name all who agreed in 'by', or nobody.",
    );
    expect(against(talks.fork(), by('guild'))).toEqual(['talks/no-consent']);
    expect(against(talks, by('guild', 'west'))).toEqual([]);
  });

  it('is whoever made use of a rule, and each is a party', () => {
    const talks = started({ phases: two, process: { extensions: { winter: { title: 'winter' } } } });
    expect(against(talks, { ...by('west'), rule: 'winter' })).toEqual([]);
    expect(against(talks, by('wets', 'east'))).toEqual(['talks/unknown-party']);
  });
});
