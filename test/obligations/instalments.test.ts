import fc from 'fast-check';
import {
  days,
  defineScenario,
  onDay,
  progress,
  schedule,
  uponCompletion,
  uponEvent,
  type ObligationDraft,
  type TriggerDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { mapValues } from '../../src/base/records.js';
import { carryOut, go, inForce, isGoing } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

/** So many boats, time after time. */
function pact(
  amount: number,
  every: number,
  times: number,
  more: Partial<ObligationDraft> = { times },
  rounds: Readonly<Record<string, Partial<ObligationDraft>>> = {},
) {
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
          events: { flood: {} },
          obligations: {
            first: { owedBy: ['south'], to: ['north'], begins: onDay(0), within: days(4) },
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
            ...mapValues(
              rounds,
              (round) => ({ kind: 'recurring', owedBy: ['south'], to: ['north'], ...round }) as const,
            ),
          },
        }),
      },
    },
  });
}

const fleet = (talks: ReturnType<typeof inForce>) =>
  progress(talks)?.duties.find(({ obligation }) => obligation === 'fleet');

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
        const planned = schedule(scenario, 'deal').duties.filter(({ obligation }) => obligation === 'fleet').length;
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

  it('is fulfilled where each time is performed on its day, whatever sets it off, and late where all is left to the last', () => {
    const begins = fc.constantFrom<TriggerDraft[]>(onDay(2), uponCompletion('first', days(3)), uponEvent('flood'));
    const duty = fc.record({ begins, every: fc.integer({ min: 1, max: 9 }), times: fc.integer({ min: 2, max: 4 }) });
    fc.assert(
      fc.property(fc.array(duty, { minLength: 1, maxLength: 3 }), fc.nat(20), (drawn, flood) => {
        const rounds = drawn.map(({ every, ...rest }, i) => [`round-${i}`, { ...rest, every: days(every) }] as const);
        const scenario = pact(2, 5, 1, { times: 1 }, Object.fromEntries(rounds));
        const talks = inForce(scenario, 'deal');
        const reported = new Map<string, number>();
        carryOut(talks, { happening: { flood } });
        for (const { event } of talks.log) {
          if (event.type !== 'performance.reported') continue;
          reported.set(event.obligation, (reported.get(event.obligation) ?? 0) + 1);
        }
        expect(talks.state).toBe('fulfilled');
        expect(progress(talks)?.duties.map(({ when }) => when)).toEqual(
          drawn.map(() => 'in time').concat('in time', 'in time'),
        );
        expect(drawn.map((_, i) => reported.get(`round-${i}`))).toEqual(drawn.map(({ times }) => times));
        const slack = inForce(scenario, 'deal');
        carryOut(slack, { happening: { flood }, performs: (id) => id !== 'round-0' }, 90);
        go(slack, { type: 'performance.reported', obligation: 'round-0', amount: drawn[0]?.times ?? 0 });
        expect(progress(slack)?.duties.find(({ obligation }) => obligation === 'round-0')?.when).toBe('late');
      }),
      { numRuns: 8 },
    );
  });
});
