import fc from 'fast-check';
import { defineScenario, days, openTalks, restoreTalks, type Talks, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go } from '../support/carry-out.js';

const scenario = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: { open: { kind: 'flag' } },
  space: { phases: { least: 1, most: 2 } },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  process: { ratification: [{ id: 'assembly', body: 'the assembly', objectionDays: 9 }] },
  offers: {
    deal: {
      by: ['north', 'south'],
      terms: { open: true },
      phaseCount: 2,
      phases: [{ length: days(20) }, { length: days(15) }],
    },
  },
});

/** Talks that have come to the first of March, in the days in which an approval may be objected to. */
function approved(): Talks {
  const talks = openTalks(scenario);
  go(talks, { type: 'offer.tabled', offer: 'deal', on: '2030-03-01' });
  go(talks, { type: 'agreement.concluded' });
  go(talks, { type: 'ratification.voted', step: 'assembly', outcome: 'approved' });
  return talks;
}

const codes = (talks: Talks, event: TalksEvent) => talks.do(event).reasons.map(({ code }) => code);
const until = (day: string): TalksEvent => ({ type: 'days.passed', until: day });
const dayOf = (n: number) => new Date(Date.UTC(2030, 2, 1 + n)).toISOString().slice(0, 10);

describe('days that pass up to a date', () => {
  it('come to the same as so many days', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 5 }), (steps) => {
        const [counted, dated] = [approved(), approved()];
        let day = 0;
        for (const step of steps) {
          if (counted.state === 'fulfilled') break;
          day += step;
          go(counted, { type: 'days.passed', days: step });
          go(dated, until(dayOf(day)));
          if (counted.state === 'carryingOut.awaitingStart') {
            for (const talks of [counted, dated]) go(talks, { type: 'deal.started' });
          }
          expect([dated.state, dated.deal, dated.clock]).toEqual([counted.state, counted.deal, counted.clock]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are refused where the day is not ahead, is a month, or cannot be counted to; and one of the two is needed', () => {
    const talks = approved();
    expect(codes(talks, until('2030-03-01'))).toEqual(['talks/bad-date']);
    expect(codes(talks, until('2030-02-10'))).toEqual(['talks/bad-date']);
    expect(codes(talks, until('2030-04'))).toEqual(['talks/bad-date']);
    expect(codes(talks, until('2030-04-31'))).toEqual(['talks/shape']);
    expect(codes(openTalks(scenario), until('2030-04-01'))).toEqual(['talks/no-calendar']);
    const both = { type: 'days.passed', days: 3, until: '2030-04-01' } as unknown as TalksEvent;
    expect(codes(talks, both)).toEqual(['talks/shape']);
    expect(codes(talks, { type: 'days.passed' } as unknown as TalksEvent)).toEqual(['talks/shape']);
  });

  it('are kept as they were written, saved and restored', () => {
    const talks = approved();
    go(talks, until('2030-03-07'));
    expect(talks.log.at(-1)?.event).toEqual(until('2030-03-07'));
    const again = restoreTalks(scenario, JSON.parse(JSON.stringify(talks.save())));
    expect(again.ok && again.value.clock).toEqual(talks.clock);
  });
});
