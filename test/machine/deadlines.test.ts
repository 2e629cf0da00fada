import { describe, expect, it } from 'vitest';
import type { DeadlineDraft } from '../../src/scenario/process-draft.js';
import { bridge } from '../support/bridge.js';
import { against, conclude, go, pass, play, resume, start, states, suspend, table } from '../support/play.js';

const day = { title: 'the flood season begins', by: '2030-02-10', kind: 'hard' } as const;
const month = { title: 'the budget is voted', by: '2030-02', kind: 'hard' } as const;
const wish = { title: 'the fair', by: '2030-01-20', kind: 'soft', party: 'guild' } as const;
const on = (date: string) => ({ type: 'mandate.given', party: 'guild', mandate: 'conclude', on: date }) as const;
const by = (...deadlines: readonly DeadlineDraft<string, string>[]) =>
  bridge({ process: { deadlines: Object.fromEntries(deadlines.map((d, i) => [`d${i}`, d])) } });

describe('a deadline', () => {
  it('stands nowhere while no day is known', () => {
    const talks = play(by(day), [table('dear'), pass(1000)]);
    expect([talks.state, talks.deadlines['d0']?.standing]).toEqual(['talks.blocked', 'no day known']);
  });

  it.each([
    ['2030-02-10', 'ahead'],
    ['2030-02-11', 'passed'],
  ])('by a day, on %s, is %s', (today, standing) => {
    const talks = play(by({ ...wish, by: '2030-02-10' }), [on(today)]);
    expect(talks.deadlines['d0']).toMatchObject({ title: 'the fair', kind: 'soft', standing });
  });

  it.each([
    ['2030-02-01', 'ahead'],
    ['2030-02-02', 'may have passed'],
    ['2030-02-28', 'may have passed'],
    ['2030-03-01', 'passed'],
  ])('by a month, on %s, %s', (today, standing) => {
    expect(play(by({ ...wish, by: '2030-02' }), [on(today)]).deadlines['d0']?.standing).toBe(standing);
  });

  it('stands by the day of reports where no event carried a day', () => {
    const talks = play(by(wish), [], { asOf: '2030-01' });
    expect(talks.deadlines['d0']?.standing).toBe('may have passed');
    go(talks, pass(1));
    expect(talks.deadlines['d0']?.standing).toBe('passed');
  });
});

describe('a hard deadline', () => {
  it('lets talks lapse by the day after it, wherever they stand', () => {
    const before = [on('2030-02-05')];
    const rounds = bridge({ process: { deadlines: { day }, rounds: { idle: {} } } });
    for (const talks of [
      play(rounds, before),
      play(by(day), before),
      play(by(day), [...before, table('dear')]),
      play(by(day), [...before, table('plan')]),
      play(by(day), [...before, table('plan'), suspend]),
    ]) {
      const { state } = talks;
      expect(states(talks, pass(5), pass(1))).toEqual([state, 'lapsed']);
    }
  });

  it('of a month lets them lapse only when the month is over', () => {
    expect(states(play(by(month), [on('2030-02-05')]), pass(23), pass(1))).toEqual(['talks.open', 'lapsed']);
  });

  it('is passed only by days: nothing dated after it happens in talks before', () => {
    const talks = play(by(day), [on('2030-02-05'), table('plan')]);
    const { reasons } = talks.do({ ...conclude, on: '2030-02-11' });
    expect(reasons).toMatchObject([{ code: 'talks/after-deadline', path: ['on'], facts: { deadlines: ['d0'] } }]);
    expect(reasons[0]?.message).toContain('d0');
    expect(against(talks, { ...conclude, on: '2030-02-10' })).toEqual([]);
  });

  it('over by the day of the reports says nothing of what happened earlier; the next day that passes ends the talks', () => {
    const talks = play(by(day), [], { asOf: '2030-03-01' });
    expect(against(talks, table('plan'))).toEqual([]);
    expect(states(talks, pass(1))).toEqual(['lapsed']);
  });

  it('over for certain, leaves only days to pass, and offers to be recorded', () => {
    const talks = play(by(day), [{ type: 'offer.recorded', offer: { id: 'late' }, on: '2030-03-01' }]);
    expect(against(talks, table('plan'))).toEqual(['talks/after-deadline']);
    expect(talks.nextEvents.map((template) => template.type)).toEqual(['offer.recorded', 'days.passed']);
    expect(states(talks, pass(1))).toEqual(['lapsed']);
  });

  it('holds no longer once an agreement is concluded', () => {
    const ratification = [{ id: 'vote', body: 'the council' }] as const;
    const talks = play(bridge({ process: { deadlines: { day }, ratification } }), [on('2030-02-05'), table('plan')]);
    expect(states(talks, conclude, pass(20), suspend, pass(1), resume)).toEqual([
      'ratifying.voting',
      'ratifying.voting',
      'suspended',
      'suspended',
      'ratifying.voting',
    ]);
    const approved = talks.fork();
    go(approved, { type: 'ratification.voted', step: 'vote', outcome: 'approved' }, pass(9), start);
    expect(approved.state).toBe('carryingOut.phase1');
    // Rejected, the talks are open again, after the deadline: all they can do is lapse.
    go(talks, { type: 'ratification.voted', step: 'vote', outcome: 'rejected' });
    expect([talks.state, against(talks, table('plan'))]).toEqual(['talks.open', ['talks/after-deadline']]);
    expect(states(talks, pass(1))).toEqual(['lapsed']);
  });
});

it('a soft deadline is only told', () => {
  const talks = play(by(wish), [on('2030-01-21'), table('dear')]);
  expect(talks.deadlines['d0']?.standing).toBe('passed');
  expect(states(talks, pass(100))).toEqual(['talks.blocked']);
});
