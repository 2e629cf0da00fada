import fc from 'fast-check';
import {
  days,
  defineScenario,
  earliestOf,
  months,
  onDate,
  onDay,
  sayTrigger,
  sayWait,
  schedule,
  type ObligationDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { wide } from '../support/wide-text.js';

type Begins = NonNullable<ObligationDraft['begins']>;

const VOTE = 30;

const pact = (begins: Begins) =>
  defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: {},
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phases: [{ length: days(60) }],
        text: wide({
          events: { vote: { label: 'the vote', trigger: onDay(VOTE) } },
          obligations: { survey: { owedBy: ['north'], to: ['south'], begins } },
        }),
      },
    },
  });

/** How a clause says when it begins, on which day it is laid out, and what it waits for. */
function read(begins: Begins) {
  const scenario = pact(begins);
  const text = scenario.offers['deal']?.text;
  const own = text?.obligations['survey']?.begins?.value;
  const [duty] = schedule(scenario, 'deal').duties;
  if (!text || !own) throw new Error('It has one.');
  return {
    says: sayTrigger(own, text, scenario),
    day: duty?.due?.day,
    waits: duty?.waitsFor.map((w) => sayWait(w, text)),
  };
}

describe('a day in words', () => {
  it('is as many days before an event as the schedule has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: -1 }), fc.constantFrom(0 as const, 1 as const), (day, first) => {
        const { says, day: on } = read(onDay(day, { from: 'vote', first }));
        const [, n, unit] = /^(\d+) (days?) before the vote/.exec(says) ?? [];
        expect(on).toBe(VOTE - Number(n));
        expect(unit).toBe(n === '1' ? 'day' : 'days');
      }),
      { numRuns: 30 },
    );
  });

  it('tells from which day it is counted', () => {
    expect(read(onDay(-1, { from: 'vote' })).says).toBe('1 day before the vote');
    expect(read(onDay(-1, { from: 'vote', first: 1 })).says).toBe(
      '2 days before the vote, on day −1, the day itself being day 1',
    );
    expect(read(onDay(3, { from: 'vote', first: 1 })).says).toBe('day 3 from the vote, the day itself being day 1');
  });

  it('waits for the day of the start, whether it is months or a date that needs it', () => {
    expect(read(earliestOf(onDay(3), onDate('2031-01-01'))).waits).toEqual(['the calendar day of entry into force']);
    const upon = { kind: 'event', event: 'vote', after: months(2) } as const;
    expect(read(upon).waits).toEqual(['the calendar day of entry into force']);
  });
});
