import type { TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { datedRun, recordedInText } from '../../src/machine/record-text.js';
import { dealRun, withoutText } from '../support/deal-run.js';

const passed = (days: number): TalksEvent => ({ type: 'days.passed', days });
const until: TalksEvent = { type: 'days.passed', until: '2030-03-09' };
const other: TalksEvent = { type: 'talks.suspended' };
const at = (today: string | null) => ({ today, asOf: null });
const anchored = { day: 4, date: '2030-03-05' };

describe('the day that a text has come to', () => {
  it.each([
    ['moves on as days pass', null, passed(3), null, 7, null],
    ['stays where it is with anything else', null, other, null, 4, null],
    ['stays where it is as a phase is made longer', null, { type: 'phase.extended', days: 3 }, null, 4, null],
    ['is fixed to the calendar once its date is known', null, other, '2030-03-05', 4, anchored],
    ['is fixed after the days that pass with it', null, passed(2), '2030-03-07', 6, { day: 6, date: '2030-03-07' }],
    ['follows the calendar from then on', anchored, other, '2030-03-08', 7, anchored],
    ['follows the calendar over the days that pass', anchored, passed(2), '2030-03-11', 10, anchored],
    ['follows the days that pass where no day is known', anchored, passed(2), null, 6, anchored],
    ['never goes back', anchored, passed(2), '2030-03-01', 6, anchored],
    ['waits for days up to a date to be counted', null, until, null, 4, null],
  ] as const)('%s', (_, dated, event, today, day, fixed) => {
    const { text } = dealRun({}, { day: 4, dated });
    expect(datedRun(text, event, at(today))).toEqual({ ...text, day, dated: fixed });
  });

  it('leaves a text on which no day has passed the very same', () => {
    const { text } = dealRun({}, { day: 4, dated: anchored });
    expect(datedRun(text, other, at('2030-03-05'))).toBe(text);
    expect(datedRun(text, passed(0), at(null))).toBe(text);
  });
});

/** What is on record of a text on its tenth day, 11 March, after an event. */
const after = (event: TalksEvent, today: string | null = '2030-03-11', phase = 1) =>
  recordedInText(dealRun({ phase }, { day: 10, dated: { day: 10, date: '2030-03-11' } }), event, at(today));

describe('what happened', () => {
  it.each([
    ['today, where it does not say', undefined, '2030-03-11', 10],
    ['on an earlier day, where it says so', '2030-03-06', '2030-03-11', 5],
    ['today, where it only tells the month', '2030-03', '2030-03-11', 10],
    ['today, where no day is known', '2030-03-06', null, 10],
  ])('is on record %s', (_, on, today, day) => {
    const event: TalksEvent = { type: 'event.happened', event: 'thaw', ...(on !== undefined && { on }) };
    expect(after(event, today)?.events).toEqual({ thaw: day });
  });

  it('is on no record where the deal has no text', () => {
    expect(recordedInText(withoutText(dealRun()), { type: 'deal.started' }, at(null))).toBeUndefined();
  });

  it.each([
    [
      { type: 'performance.waived', obligation: 'dig' },
      { what: 'waived', day: 10 },
    ],
    [
      { type: 'performance.excused', obligation: 'dig', amount: 2, by: ['south'], because: 'It froze.' },
      { what: 'excused', day: 10, amount: { wording: 'exactly', n: 2 }, by: ['south'], because: 'It froze.' },
    ],
    [
      { type: 'performance.withheld', obligation: 'dig' },
      { what: 'withheld', day: 10 },
    ],
    [
      { type: 'performance.postponed', obligation: 'dig', to: '2030-03-21', by: ['north'] },
      { what: 'postponed', day: 10, by: ['north'], until: 20 },
    ],
    [
      { type: 'breach.alleged', obligation: 'dig' },
      { what: 'breach alleged', day: 10 },
    ],
    [
      { type: 'breach.cured', obligation: 'dig', by: 'south' },
      { what: 'breach cured', day: 10, by: ['south'] },
    ],
    [
      { type: 'breach.found', obligation: 'dig', by: 'board' },
      { what: 'breach found', day: 10, by: ['board'] },
    ],
    [
      { type: 'performance.suspended', obligations: ['dig'] },
      { what: 'suspended', day: 10 },
    ],
    [
      { type: 'performance.resumed', obligations: ['dig'] },
      { what: 'resumed', day: 10 },
    ],
  ] as const)('to an obligation is told of it as it was said, and no more: %j', (event, told) => {
    expect(after(event)?.duties).toStrictEqual({ dig: [told] });
  });

  it('with an instrument is told of those obligations that it touches, and of none where there are none', () => {
    const event = { type: 'instrument.suspended', instrument: 'pact', obligation: 'dig', by: ['south'] } as const;
    const told = { what: 'suspended', day: 0, by: ['south'], instrument: 'pact' };
    expect(recordedInText(dealRun(), event, at(null), ['rest', 'guard'])?.duties).toEqual({
      rest: [told],
      guard: [told],
    });
    expect(recordedInText(dealRun(), event, at(null))?.duties).toEqual({});
  });

  it('moves a named event to its day, where that can be told', () => {
    const event = { type: 'event.moved', event: 'thaw', to: '2030-03-21', by: ['north'] } as const;
    expect(after(event)).toMatchObject({ events: { thaw: 20 }, moved: { thaw: 20 } });
    const { text } = dealRun();
    expect(recordedInText(dealRun(), event, at(null))).toStrictEqual(text);
  });

  it.each([1, 2])('in the talks on the next phase is told of the phase after phase %i', (phase) => {
    const [opened, settled, failed] = (['opened', 'settled', 'failed'] as const).map((how) =>
      after({ type: `nextPhase.${how}` }, '2030-03-11', phase),
    );
    expect([opened?.talks, settled?.talks, failed?.talks]).toEqual([
      { [phase + 1]: { opened: 10 } },
      { [phase + 1]: { settled: 10 } },
      { [phase + 1]: { failed: 10 } },
    ]);
  });
});
