import { onDate, uponEvent, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { accept, against, allege, conclude, go, pass, play, start, suspend, table } from '../support/play.js';
import { started } from '../support/started.js';
import { bridgeBy } from '../support/written.js';

const dated = <T extends TalksEvent>(event: T, on: string) => ({ ...event, on });

describe('after a hard deadline', () => {
  const direct = { deadlines: { flood: { title: 'the flood', by: '2030-01-10', kind: 'hard' } } } as const;
  const process = { ...direct, ratification: [{ id: 'chamber', body: 'the chamber', objectionDays: 5 }] };
  const voted = { type: 'ratification.voted', step: 'chamber', outcome: 'approved' } as const;
  const recorded = { type: 'offer.recorded', offer: { id: 'late', terms: { cost: 45 } } } as const;
  const after = '2030-01-11';

  it('nothing can be agreed on any more, but an offer can still be put on record', () => {
    const talks = play(bridge({ process }), [table('plan')]);
    expect(against(talks, dated(conclude, '2030-01-10'))).toEqual([]);
    expect(talks.do(dated(conclude, after)).reasons).toMatchObject([
      { code: 'talks/after-deadline', path: ['on'], facts: { deadlines: ['flood'] } },
    ]);
    go(talks, dated(recorded, after));
    expect(talks.state).toBe('talks.agreedInPrinciple');
    expect(against(talks, conclude)).toEqual(['talks/after-deadline']);
  });

  it('talks lapse with the days that lead past it, and with nothing else', () => {
    const talks = play(bridge({ process }), [dated(table('plan'), '2030-01-09')]);
    go(talks, pass(1));
    expect(talks.state).toBe('talks.agreedInPrinciple');
    go(talks, pass(1));
    expect(talks.state).toBe('lapsed');
  });

  it('talks in which nothing has a day yet are not held to one, whatever had been reported by then', () => {
    const talks = play(bridge({ process }), [table('plan')], { asOf: '2030-02-01' });
    expect(talks.state).toBe('talks.agreedInPrinciple');
    go(talks, conclude);
    expect(talks.state).toBe('ratifying.voting');
  });

  it('what was agreed on before goes its way: approvals, and the deal itself', () => {
    const talks = play(bridge({ process }), [table('plan'), dated(conclude, '2030-01-10'), dated(voted, after)]);
    expect(talks.state).toBe('ratifying.objectionWindow');
    const deal = play(bridge({ process: direct }), [table('plan'), dated(conclude, '2030-01-10'), dated(start, after)]);
    expect(deal.state).toBe('carryingOut.phase1');
  });
});

const ON_A_DATE = { events: { start: { trigger: onDate('2030-03-10') } } };

describe('what happens later than the talks have come to', () => {
  const window = bridge({ process: { ratification: [{ id: 'chamber', body: 'the chamber', objectionDays: 5 }] } });
  const voted = { type: 'ratification.voted', step: 'chamber', outcome: 'approved' } as const;

  it('waits while days are counted: in a window of objection, and in a phase, but not in a vote', () => {
    const talks = play(window, [table('plan'), dated(conclude, '2030-03-01')]);
    expect(against(talks, dated(suspend, '2030-03-04'))).toEqual([]);
    go(talks, voted);
    expect(talks.do(dated(suspend, '2030-03-04')).reasons).toMatchObject([
      { code: 'talks/days-not-passed', path: ['on'], facts: { today: '2030-03-01', on: '2030-03-04', days: 3 } },
    ]);
    expect(against(talks, dated(suspend, '2030-03-01'))).toEqual([]);
    const deal = started({}, '2030-03-01');
    expect(against(deal, dated(allege(), '2030-03-02'))).toEqual(['talks/days-not-passed']);
  });

  it('is brought by the days that pass up to it, and by no other days', () => {
    const talks = started({}, '2030-03-01');
    expect(against(talks, dated(pass(3), '2030-03-04'))).toEqual([]);
    expect(against(talks, dated(pass(2), '2030-03-04'))).toEqual(['talks/days-not-passed']);
    // Days by which a phase is made longer do not pass.
    expect(against(talks, { type: 'phase.extended', days: 3, on: '2030-03-04' })).toEqual(['talks/days-not-passed']);
  });

  it.each<readonly [string, Parameters<typeof bridgeBy>[0], string, readonly string[]]>([
    ['the day before the deal comes into force', ON_A_DATE, '2030-03-09', []],
    ['the day on which the deal comes into force', ON_A_DATE, '2030-03-10', ['talks/days-not-passed']],
    ['any day after that', ON_A_DATE, '2030-04-01', ['talks/days-not-passed']],
    [
      'a day while the entry into force waits for an event',
      { events: { start: { trigger: uponEvent('thaw') }, thaw: {} } },
      '2030-04-01',
      [],
    ],
    ['a day while the entry into force waits for a report', {}, '2030-04-01', []],
  ])('waits where the deal is in force by then: %s', (_, text, on, codes) => {
    const talks = play(bridgeBy(text), [dated(table('plan'), '2030-03-01'), conclude]);
    expect(talks.state).toBe('carryingOut.awaitingStart');
    expect(against(talks, { type: 'mandate.given', party: 'east', mandate: 'listen', on })).toEqual(codes);
  });

  it('need not wait for a deal that has no text', () => {
    const talks = play(bridge(), [dated(table('plan'), '2030-03-01'), conclude]);
    expect(against(talks, { type: 'mandate.given', party: 'east', mandate: 'listen', on: '2031-01-01' })).toEqual([]);
  });
});

describe('the day on which a deal starts', () => {
  it('is not known where only its month is', () => {
    const talks = play(bridge(), [dated(table('plan'), '2030-02-20'), conclude]);
    expect(against(talks.fork(), dated(start, '2030-03'))).toEqual([]);
    const [month, day] = [talks.fork(), talks.fork()];
    go(month, dated(start, '2030-03'));
    go(day, dated(start, '2030-03-01'));
    expect([month.deal?.began, day.deal?.began]).toEqual([null, '2030-03-01']);
    go(talks, start);
    expect(talks.deal?.began).toBe('2030-02-20');
  });

  it('has come with the agreement, where the text names no later one', () => {
    const began = (on: string) => {
      const text = { events: { start: { trigger: onDate(on) } } };
      const { state, deal } = play(bridgeBy(text), [dated(table('plan'), '2030-03-01'), dated(conclude, '2030-03-04')]);
      return [state, deal?.text?.started];
    };
    expect(began('2030-03-05')).toEqual(['carryingOut.awaitingStart', null]);
    expect([began('2030-03-04')[1], began('2030-02-01')[1]]).toEqual([0, 0]);
  });
});

it('an event that is malformed is told that, and nothing of what stands against it besides', () => {
  const talks = play(bridge(), [table('dear')]);
  const codes = (event: object) => talks.do(event as TalksEvent).reasons.map(({ code }) => code); // as JavaScript may hand it in
  expect(codes({ ...table('dear'), colour: 'red' })).toEqual(['talks/unknown-key']);
  expect(codes(table('dear'))).toEqual(['talks/already-on-the-table']);
  expect(codes({ ...accept('wets'), concedes: ['cheap'] })).toEqual(['talks/unknown-party']);
});
