import fc from 'fast-check';
import { days, defineScenario, onDay, progress, schedule, type ObligationDraft } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce, isGoing } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

/** So many boats, time after time. */
function pact(amount: number, every: number, times: number, more: Partial<ObligationDraft> = { times }) {
  return defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 500 } } },
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phases: [{ length: days(100) }],
        text: wide({
          obligations: {
            fleet: {
              kind: 'recurring',
              owedBy: ['north'],
              to: ['south'],
              of: 'boats',
              amount,
              begins: onDay(0),
              every: days(every),
              ...more,
            },
          },
        }),
      },
    },
  });
}

const fleet = (talks: ReturnType<typeof inForce>) => progress(talks)?.duties[0];

describe('what comes round again', () => {
  const round = fc.record({
    amount: fc.integer({ min: 1, max: 5 }),
    every: fc.integer({ min: 2, max: 9 }),
    times: fc.integer({ min: 1, max: 4 }),
  });

  it('is done in time only if each time is done by its own last day, but for what was let go', () => {
    const behind = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(round, behind, fc.boolean(), ({ amount, every, times }, shifts, isWaived) => {
        const talks = inForce(pact(amount, every, times), 'deal');
        if (isWaived && times > 1) {
          go(talks, { type: 'performance.waived', obligation: 'fleet', amount, by: ['south'] });
        }
        const gone = isWaived && times > 1 ? 1 : 0;
        let isLate = false;
        let today = 0;
        for (let n = 1; n <= times - gone && isGoing(talks); n++) {
          const due = (n + gone) * every;
          const day = Math.max(today, due + (shifts[n - 1] ?? 0));
          isLate ||= day > due;
          if (day > today) go(talks, { type: 'days.passed', days: day - today });
          today = day;
          if (day > due) expect(fleet(talks)?.standing).toBe('late');
          go(talks, { type: 'performance.reported', obligation: 'fleet', amount: n * amount });
        }
        expect([fleet(talks)?.standing, fleet(talks)?.when]).toEqual(['done', isLate ? 'late' : 'in time']);
      }),
      { numRuns: 30 },
    );
  });

  it('comes round no more often when its last day is put off, and the last time is due then', () => {
    fc.assert(
      fc.property(round, fc.boolean(), fc.integer({ min: 1, max: 30 }), ({ amount, every, times }, bounded, later) => {
        const last = every * times;
        const scenario = pact(amount, every, times, bounded ? { until: onDay(last) } : { times });
        const planned = schedule(scenario, 'deal').duties.length;
        expect(planned).toBe(times);
        const talks = inForce(scenario, 'deal', '2031-01-01');
        const to = new Date(Date.UTC(2031, 0, 1 + last + later)).toISOString().slice(0, 10);
        go(talks, { type: 'performance.postponed', obligation: 'fleet', to, by: ['north', 'south'] });
        const all = { least: amount * times, most: amount * times };
        expect(fleet(talks)).toMatchObject({ owed: all, due: { day: last + later }, planned: { day: last + later } });
        if (times > 1) {
          go(talks, { type: 'performance.reported', obligation: 'fleet', amount: amount * (times - 1) });
        }
        go(talks, { type: 'days.passed', days: last + later });
        expect(fleet(talks)?.standing).toBe(times > 1 ? 'partly done' : 'open');
        go(talks, { type: 'days.passed', days: 1 });
        expect(fleet(talks)?.standing).toBe('late');
      }),
      { numRuns: 20 },
    );
  });
});
