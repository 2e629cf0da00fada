import {
  days,
  defineScenario,
  months,
  onDay,
  openTalks,
  progress,
  review,
  schedule,
  uponCompletion,
  type TalksEvent,
} from 'sticking-points';

import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const TIMES = 6;
const EACH = 2;

/** Two seats a month, six times, and for each seat ten crowns once all were given. */
const scenario = defineScenario({
  id: 'school',
  parties: { town: {}, school: {} },
  terms: { seats: { kind: 'quantity', unit: 'seats' }, crowns: { kind: 'quantity', unit: 'crowns' } },
  space: { phases: 1 },
  positions: {},
  agreement: { rule: 'unanimity', of: ['town', 'school'] },
  offers: {
    deal: {
      by: ['town', 'school'],
      terms: { seats: TIMES * EACH, crowns: 10 * TIMES * EACH },
      phases: [{ length: days(250) }],
      text: wide({
        bodies: { board: { members: ['town', 'school'], rule: { kind: 'unanimity' } } },
        keys: {
          rate: {
            rows: [{ for: { n: 1, of: ['seats'] }, give: [{ n: 10, of: 'crowns' }] }],
            totals: { crowns: 10 * TIMES * EACH },
          },
        },
        obligations: {
          give: {
            kind: 'recurring',
            owedBy: ['school'],
            to: ['town'],
            verifier: 'board',
            of: 'seats',
            amount: EACH,
            begins: onDay(0),
            every: months(1),
            times: TIMES,
          },
          pay: {
            owedBy: ['town'],
            to: ['school'],
            verifier: 'board',
            of: 'crowns',
            byKey: { key: 'rate', of: ['give'] },
            begins: uponCompletion('give'),
            within: days(30),
          },
        },
      }),
    },
  },
});

const given = (amount: number): TalksEvent => ({ type: 'performance.reported', obligation: 'give', amount });

describe('what comes round so many times, on days that nobody can tell yet', () => {
  it('is owed as often as that', () => {
    const sum = schedule(scenario, 'deal').duties.filter(({ obligation }) => obligation === 'give').length;
    expect(sum).toBe(TIMES);
    const talks = openTalks(scenario, { start: 'talks' });
    go(talks, { type: 'offer.tabled', offer: 'deal' });
    go(talks, { type: 'agreement.concluded' });
    go(talks, { type: 'deal.started' });
    go(talks, { type: 'days.passed', days: 40 });
    go(talks, given(EACH));
    const of = (id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id);
    expect(of('give')).toMatchObject({ standing: 'partly done', owed: { least: TIMES * EACH }, settled: false });
    expect(of('pay')?.standing).toBe('waiting');
    go(talks, { type: 'days.passed', days: 215 });
    expect(talks.state).toBe('carryingOut.phase1');
    go(talks, given(TIMES * EACH));
    expect(of('give')?.standing).toBe('done');
    expect(of('pay')).toMatchObject({ standing: 'open', owed: { least: 10 * TIMES * EACH } });
  });

  it('comes to what a key says in all', () => {
    expect(review(scenario, 'deal').filter(({ severity }) => severity === 'breaks')).toEqual([]);
  });
});
