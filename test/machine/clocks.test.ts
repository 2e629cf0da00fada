import { openTalks, reported } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { fishery } from '../support/fishery.js';
import { accept, against, conclude, go, pass, play, start, states, table } from '../support/play.js';

const given = { type: 'mandate.given', party: 'guild', mandate: 'conclude' } as const;
const known = {
  free: { party: 'east', rigidity: 'red line', condition: { kind: 'flag', of: 'toll', is: false } },
  cheap: { party: 'west', rigidity: 'demand', condition: { kind: 'compare', of: 'cost', op: '<=', line: 50 } },
};
const post = { source: 'post', attribution: 'on-record' } as const; // of 1 March

describe('the day that talks have come to', () => {
  it('is unknown until an event carries one, and days without one lead nowhere', () => {
    const talks = play(bridge(), [pass(5)]);
    expect(talks.clock).toEqual({ today: null, asOf: null });
    go(talks, { ...given, on: '2030-01-03' });
    expect(talks.clock).toEqual({ today: '2030-01-03', asOf: null });
  });

  it('moves on with days and with what happens, and never back', () => {
    const talks = play(bridge(), [{ ...given, on: '2030-02-27' }, pass(3)]);
    expect(talks.clock.today).toBe('2030-03-02');
    go(talks, { ...given, on: '2030-01-01' });
    expect(talks.clock.today).toBe('2030-03-02');
    go(talks, { ...given, on: '2030-04' }); // some day of April: its first at the least
    expect(talks.clock.today).toBe('2030-04-01');
    go(talks, { ...pass(2), on: '2030-04-03' }); // the days that pass lead there
    expect(talks.clock.today).toBe('2030-04-03');
  });

  it('ends with the calendar', () => {
    const talks = play(bridge(), [{ ...given, on: '9999-12-31' }]);
    expect(talks.do(pass(1)).reasons).toMatchObject([{ code: 'talks/too-far', path: ['days'] }]);
    const asOf = openTalks(bridge(), { asOf: '9999-12' });
    expect(asOf.do(pass(1)).reasons).toMatchObject([{ code: 'talks/too-far', path: ['days'] }]);
  });
});

describe('the day up to which reports count', () => {
  const asOf = '2030-01-10';

  it.each([
    ['the day of its report', { on: '2030-01-12', reportedOn: '2030-01-20', citation: post }, '2030-01-20'],
    ['else the date of its source', { on: '2030-01-12', citation: post }, '2030-03-01'],
    ['else the day it happened', { on: '2030-01-12' }, '2030-01-12'],
    ['else none', {}, '2030-01-10'],
    ['never one that is past', { on: '2030-01-01', reportedOn: '2030-01-02' }, '2030-01-10'],
  ])('moves on with an event to %s', (_, details, day) => {
    const talks = play(bridge(), [{ ...given, ...details }], { asOf });
    expect(talks.clock.asOf).toBe(day);
  });

  it('moves on with days, and not where all that is known counts', () => {
    expect(play(bridge(), [pass(30)], { asOf }).clock).toEqual({ today: null, asOf: '2030-02-09' });
    expect(play(bridge(), [pass(1)], { asOf: '2030-02' }).clock.asOf).toBe('2030-03-01');
    expect(play(bridge(), [{ ...given, reportedOn: '2030-05-05' }]).clock.asOf).toBeNull();
  });

  it('what is said to be reported before it happened is refused; of a month, only what cannot be', () => {
    const talks = openTalks(bridge());
    expect(talks.do({ ...given, on: '2030-02-02', reportedOn: '2030-02-01' }).reasons).toMatchObject([
      { code: 'talks/reported-before', path: ['reportedOn'] },
    ]);
    expect(against(talks, { ...given, on: '2030-02', reportedOn: '2030-02-01' })).toEqual([]);
    expect(against(talks, { ...given, on: '2030-02-20', reportedOn: '2030-02' })).toEqual([]);
    expect(against(talks, { ...given, on: '2030-02', reportedOn: '2030-01' })).toEqual(['talks/reported-before']);
  });
});

describe('a report that becomes known while an offer lies on the table', () => {
  it('changes its verdicts, and with them where the talks stand', () => {
    const talks = play(fishery, [table('low')], { asOf: '2030-01-31' });
    expect(talks.stickingPoints.map((v) => v.position)).toEqual(['enough']);
    go(talks, pass(20)); // to the day of the Courier
    expect(talks.stickingPoints.map((v) => v.position)).toEqual(['enough', 'noObservers']);
    expect(against(talks, table('late'))).toEqual([]);
  });

  it.each([
    ['days that pass', pass(60)],
    ['an event reported then', { ...given, reportedOn: '2030-03-01' }],
    ['an event that cites it', { ...given, citation: post }],
  ])('such as a demand, by %s', (_, event) => {
    const short = {
      party: 'west',
      rigidity: 'demand',
      condition: { kind: 'compare', of: 'cost', op: '<=', line: 30 },
      citations: [post],
    };
    const talks = play(bridge({ positions: { ...known, short } }), [table('plan')], { asOf: '2030-01-10' });
    expect(talks.state).toBe('talks.agreedInPrinciple');
    go(talks, event);
    expect([talks.state, talks.stickingPoints.map((v) => v.position)]).toEqual(['talks.blocked', ['short']]);
  });

  it('an answer too', () => {
    const answers = [{ party: 'west', offer: 'plan', answer: 'rejects', citations: [post] }];
    const talks = play(bridge({ answers }), [table('plan')], { asOf: '2030-01-10' });
    expect(states(talks, pass(49), pass(1))).toEqual(['talks.agreedInPrinciple', 'talks.blocked']);
  });

  it('a red line makes an acceptance declared before it count no more: one of the two has to be revised', () => {
    const positions = {
      low: {
        party: 'west',
        rigidity: 'red line',
        condition: { kind: 'compare', of: 'cost', op: '<=', line: 30 },
        citations: [post],
      },
      free: known.free,
    };
    const talks = play(bridge({ positions }), [table('plan'), accept('west')], { asOf: '2030-01-10' });
    expect(states(talks, pass(60))).toEqual(['talks.blocked']);
    expect(talks.answers['west']?.declared).toMatchObject({ answer: 'accepts', despite: ['low'] });
    expect(states(talks, { type: 'position.revised', position: 'low', condition: null }, accept('west'))).toEqual([
      'talks.considering',
      'talks.agreedInPrinciple',
    ]);
  });
});

it('who put an offer forward is not known before it is reported, whatever has been declared', () => {
  const offers = { letter: { by: reported(['east'], post), terms: { cost: 40 } } };
  const talks = play(bridge({ offers }), [table('letter')], { asOf: '2030-01-10' });
  expect(talks.answers['east']).not.toHaveProperty('byAuthorship');
  go(talks, accept('west'));
  expect(talks.answers['east']).not.toHaveProperty('byAuthorship');
  go(talks, pass(60));
  expect(talks.answers['east']).toHaveProperty('byAuthorship');
});

it('an offer is refused before it is reported, unless the event says that it is by now', () => {
  const offers = { letter: { terms: { cost: 40 }, citations: [post] } };
  const talks = play(bridge({ offers }), [], { asOf: '2030-01-10' });
  expect(talks.do(table('letter')).reasons).toMatchObject([
    { code: 'talks/not-yet-reported', path: ['offer'], facts: { id: 'letter', asOf: '2030-01-10' } },
  ]);
  expect(against(talks, { ...table('letter'), reportedOn: '2030-03-01' })).toEqual([]);
  const whole = { id: 'other', reported: '2030-02' } as const;
  expect(against(talks, { type: 'offer.recorded', offer: whole })).toEqual(['talks/not-yet-reported']);
  expect(against(talks, { type: 'offer.recorded', offer: whole, reportedOn: '2030-02-28' })).toEqual([]);
});

it('the clocks run on while a deal is carried out', () => {
  const talks = play(bridge(), [table('plan'), conclude, { ...start, on: '2030-01-20' }, pass(4)], {
    asOf: '2030-01-10',
  });
  expect(talks.clock).toEqual({ today: '2030-01-24', asOf: '2030-01-24' });
});
