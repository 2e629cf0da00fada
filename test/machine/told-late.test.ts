import { days, onDate, onDay, progress, schedule, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { against, conclude, go, pass, play, states, table } from '../support/play.js';

const act = { owedBy: ['east'], to: ['west'], begins: onDay(0), within: days(5) } as const;
const still = { owedBy: ['east'], to: ['west'], kind: 'refrain', phase: 1 } as const;

const signed = (length: number, more: object = {}) => ({
  by: ['east', 'west'],
  terms: { cost: 40, toll: false },
  phases: [{ length: days(length) }, { length: days(30) }],
  text: { obligations: { act, still }, ...more },
});
const voted = { type: 'ratification.voted', step: 'diet', outcome: 'approved' } as const;

/** With an approval that may be objected to for ten days, and a deal in force on a day of its own, or by report. */
const approved = (more: object = {}, length = 30) =>
  bridge({
    offers: { signed: signed(length, more) },
    process: { ratification: [{ id: 'diet', body: 'the diet', rule: { kind: 'as reported' }, objectionDays: 10 }] },
  });
const tabled: TalksEvent = { ...table('signed'), on: '2030-01-01' };
const byDate = { events: { start: { trigger: onDate('2030-01-20') } } };

describe('days that go beyond a window of objection', () => {
  const leaps = [[100], [10, 90], [9, 91], [11, 89], Array<number>(100).fill(1)];

  it.each([
    ['with a day of its own', approved(byDate)],
    [
      'with a day that has come before the window is over',
      approved({ events: { start: { trigger: onDate('2030-01-05') } } }),
    ],
    ['that comes to an end meanwhile', approved(byDate, 7)],
    ['that only a report brings into force', approved()],
  ])('bring a deal %s to the same, however they are told of', (_, scenario) => {
    const [one, ...others] = leaps.map((leap) => {
      const talks = play(scenario, [tabled, conclude, voted, ...leap.map((n) => pass(n))]);
      return { state: talks.state, deal: talks.deal, progress: progress(talks) };
    });
    expect(one?.state).not.toBe('ratifying.objectionWindow');
    for (const other of others) expect(other).toEqual(one);
  });

  it('count as those of a vote that is told of later', () => {
    const late = play(approved(byDate), [tabled, conclude, { type: 'talks.suspended', on: '2030-01-31' }]);
    expect(late.do({ type: 'talks.resumed' }).accepted).toBe(true);
    expect(late.do({ ...voted, on: '2030-01-02' }).accepted).toBe(true);
    const told = play(approved(byDate), [tabled, conclude, { ...voted, on: '2030-01-02' }, pass(29)]);
    expect([late.state, late.deal?.began]).toEqual([told.state, '2030-01-20']);
    expect(progress(late)).toEqual(progress(told));
  });

  it('leave what is left of it, where the vote is told of before it is over', () => {
    const talks = play(approved(), [
      tabled,
      conclude,
      { type: 'talks.suspended', on: '2030-01-06' },
      { type: 'talks.resumed' },
    ]);
    go(talks, { ...voted, on: '2030-01-02' });
    expect(talks.state).toBe('ratifying.objectionWindow');
    expect(states(talks, pass(5), pass(1))).toEqual(['ratifying.objectionWindow', 'carryingOut.awaitingStart']);
  });
});

describe('a deal whose entry into force came before it was agreed on', () => {
  it('is in its first phase as soon as it is', () => {
    const scenario = bridge({
      offers: { signed: signed(30, { events: { start: { trigger: onDate('2029-12-20') } } }) },
    });
    const talks = play(scenario, [tabled, conclude]);
    expect([talks.state, talks.deal?.began]).toEqual(['carryingOut.phase1', '2030-01-01']);
  });
});

describe('what is told later than it happened', () => {
  const plain = bridge({ offers: { signed: signed(30) } });

  it('began on the day on which it did: the deal, and all that counts from there', () => {
    const talks = play(plain, [tabled, conclude, pass(20), { type: 'deal.started', on: '2030-01-12' }]);
    expect([talks.deal?.began, talks.deal?.day]).toEqual(['2030-01-12', 9]);
    const planned = schedule(plain, 'signed', { anchors: { start: '2030-01-12' } });
    const told = progress(talks);
    for (const duty of planned.duties) {
      expect(told?.duties.find(({ obligation }) => obligation === duty.obligation)?.planned).toEqual(duty.due);
    }
    // A phase that would be over by now is.
    const over = play(plain, [tabled, conclude, pass(40), { type: 'deal.started', on: '2030-01-03' }]);
    expect([over.state, over.deal?.phase, over.deal?.day]).toEqual(['carryingOut.phase2', 2, 8]);
  });

  it('did not begin before it was agreed on', () => {
    const talks = play(plain, [tabled, conclude, pass(20)]);
    expect(against(talks, { type: 'deal.started', on: '2029-12-31' })).toEqual(['talks/too-early']);
    expect(against(talks, { type: 'deal.started', on: '2030-01-01' })).toEqual([]);
  });

  it('ended on the day on which it did: a phase whose days are not known', () => {
    const open = { ...signed(30), phases: [{}, { length: days(30) }] };
    const talks = play(bridge({ offers: { signed: open } }), [tabled, conclude, { type: 'deal.started' }, pass(50)]);
    expect(talks.do({ type: 'phase.ended', phase: 1, on: '2030-02-05' }).accepted).toBe(true);
    expect([talks.state, talks.deal?.began, talks.deal?.day]).toEqual(['carryingOut.phase2', '2030-02-05', 15]);
  });

  it('ends no phase on a day on which it still had to last', () => {
    const atLeast = {
      ...signed(30),
      phases: [{ length: { length: { wording: 'at least', n: 40 }, unit: 'days' } }, { length: days(30) }],
    };
    const talks = play(bridge({ offers: { signed: atLeast } }), [tabled, conclude, { type: 'deal.started' }, pass(50)]);
    expect(talks.do({ type: 'phase.ended', phase: 1, on: '2030-02-05' }).reasons.map(({ code }) => code)).toEqual([
      'talks/phase-not-over',
    ]);
  });
});
