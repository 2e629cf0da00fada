import fc from 'fast-check';
import {
  days,
  defineScenario,
  onDay,
  openTalks,
  progress,
  uponEvent,
  type Talks,
  type TalksEvent,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go } from '../support/carry-out.js';

const both = ['north', 'south'] as const;

/** A pact whose thaw comes by itself on a day, unless it is reported before, or moved. */
const lake = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 10 } } },
  space: { phases: { least: 1, most: 1 } },
  positions: {},
  agreement: { rule: 'unanimity', of: both },
  offers: {
    deal: {
      by: both,
      phaseCount: 1,
      phases: [{ length: days(90) }],
      text: {
        events: { thaw: { trigger: onDay(5), movedBy: both } },
        obligations: { sails: { owedBy: ['north'], begins: uponEvent('thaw', days(2)), within: days(3) } },
      },
    },
  },
});

const dayOf = (n: number) => new Date(Date.UTC(2030, 2, 1 + n)).toISOString().slice(0, 10);

/** The pact in force since so many days. */
function after(n: number): Talks {
  const talks = openTalks(lake);
  go(talks, { type: 'offer.tabled', offer: 'deal', on: dayOf(0) });
  go(talks, { type: 'agreement.concluded' });
  go(talks, { type: 'deal.started' });
  if (n > 0) go(talks, { type: 'days.passed', days: n });
  return talks;
}

const moved = (n: number): TalksEvent => ({ type: 'event.moved', event: 'thaw', to: dayOf(n), by: both });
const happened: TalksEvent = { type: 'event.happened', event: 'thaw' };
const opens = (talks: Talks) => progress(talks)?.duties[0]?.opens?.day;

describe('an event with a trigger of its own', () => {
  it('has happened once that has fired, and can neither be reported nor moved then', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(30), (n, to) => {
        for (const event of [happened, moved(n + to)]) {
          const talks = after(n);
          const { accepted, reasons } = talks.do(event);
          expect(accepted).toBe(n < 5);
          if (n >= 5) expect(reasons.map(({ code }) => code)).toEqual(['talks/so-already']);
          const comes = n >= 5 ? 5 : event === happened ? n : n + to;
          expect(opens(talks)).toBe(comes + 2);
        }
      }),
    );
  });

  it('comes on the day to which it was moved, and not on its own', () => {
    const talks = after(4);
    go(talks, moved(9));
    go(talks, { type: 'days.passed', days: 3 });
    go(talks, moved(8));
    expect(opens(talks)).toBe(10);
    go(talks, { type: 'days.passed', days: 1 });
    expect(talks.do(happened).accepted).toBe(false);
  });
});
