import fc from 'fast-check';
import {
  days,
  defineScenario,
  months,
  onDay,
  progress,
  review,
  schedule,
  shareOf,
  whenTotal,
  type ObligationDraft,
  type Scenario,
  type ScheduleOptions,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const round = (amount: ObligationDraft['amount'], more: Partial<ObligationDraft>): ObligationDraft =>
  ({
    kind: 'recurring',
    owedBy: ['north'],
    to: ['south'],
    of: 'gas',
    amount,
    begins: onDay(0),
    ...more,
  }) as ObligationDraft;

/** Gas in several ways, and a repair that is due once so much of it has come. */
const pact = (
  gas: Readonly<Record<string, ObligationDraft>>,
  reaches: Parameters<typeof whenTotal>[1],
  more: Partial<ObligationDraft> = {},
  phases: readonly number[] = [800],
) =>
  defineScenario({
    id: 'gas',
    parties: { north: {}, south: {} },
    terms: { gas: { kind: 'quantity', unit: 'mcm', bounds: { most: 5000 } } },
    space: { phases: { least: 1, most: 4 }, days: 900 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        terms: { gas: 1200 },
        phaseCount: phases.length,
        phases: phases.map((n) => ({ length: days(n) })),
        text: wide({
          obligations: {
            ...gas,
            repair: { owedBy: ['south'], to: ['north'], begins: whenTotal(Object.keys(gas), reaches), ...more },
          },
        }),
      },
    },
  });

const repair = (scenario: Scenario, options?: ScheduleOptions) =>
  schedule(scenario, 'deal', options).duties.find(({ obligation }) => obligation === 'repair');
const half = { parts: 1, outOf: 2 };

describe('a total of what comes round', () => {
  it('is reached by plan with the time with which it is, and not with the last of them', () => {
    const scenario = pact({ deliver: round(100, { every: months(1), times: 12 }) }, half);
    expect(repair(scenario, { anchors: { start: '2030-01-31' } })).toMatchObject({
      due: { on: '2030-07-31' },
      provisional: true,
    });
  });

  it('is so on the first day by which so much is due, whatever comes round how often beside it', () => {
    const duty = fc.record({
      amount: fc.integer({ min: 1, max: 9 }),
      every: fc.integer({ min: 1, max: 9 }),
      times: fc.integer({ min: 1, max: 6 }),
      first: fc.nat(9),
      isOnce: fc.boolean(),
      isUntil: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(duty, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 4 }), (all, parts) => {
        const gas = all.map(({ amount, every, times, first, isOnce, isUntil }, i) => {
          const begins = onDay(first);
          const ends = isUntil ? { until: onDay(first + every * times) } : { times };
          const own = isOnce ? { kind: 'once', begins, within: days(every) } : { begins, every: days(every), ...ends };
          return [`gas${i}`, round(amount, own as Partial<ObligationDraft>)] as const;
        });
        const scenario = pact(Object.fromEntries(gas), { parts, outOf: 4 });
        const dated = schedule(scenario, 'deal').duties.filter(({ obligation }) => obligation !== 'repair');
        const steps = dated.map(({ due, amount }) => ({ day: due?.day ?? 0, n: amount?.least ?? 0 }));
        const whole = steps.reduce((sum, { n }) => sum + n, 0);
        const isReached = (day: number) =>
          steps.reduce((sum, step) => (step.day <= day ? sum + step.n : sum), 0) * 4 >= whole * parts;
        const day = Math.min(...steps.map((step) => step.day).filter(isReached));
        expect(repair(scenario)?.due?.day).toBe(day);
      }),
      { numRuns: 60 },
    );
  });

  it('is so by increments and by the phases with which it comes round', () => {
    const series = { series: 's', counted: 'increment' } as const;
    const thirds = { every: days(10), times: 3, series };
    // Thirds of ten on whole figures: three, three and four.
    const gas = { deliver: { ...round(shareOf(1, 3), thirds), of: 'gas' } };
    const dueAt = (n: number) => repair(pact(gas, n))?.due?.day;
    expect([400, 401, 800, 801].map(dueAt)).toEqual([10, 20, 20, 30]);
    const phased = pact({ deliver: round(5, { perPhase: true }) }, 10, {}, [30, 40, 50]);
    expect(repair(phased)?.due?.day).toBe(70);
  });

  it('counts what was done, ahead or behind, and what was put off', () => {
    const scenario = pact({ deliver: round(100, { every: days(30), times: 12 }) }, half);
    const talks = inForce(scenario, 'deal');
    const now = () => progress(talks)?.duties.find(({ obligation }) => obligation === 'repair');
    const by = () => [now()?.planned?.day, now()?.expected?.day];
    expect(by()).toEqual([180, 180]);
    go(talks, { type: 'days.passed', days: 95 });
    go(talks, { type: 'performance.reported', obligation: 'deliver', amount: 450 });
    // A sixth time of which half has come already, and is still due.
    expect(by()).toEqual([180, 180]);
    go(talks, { type: 'performance.reported', obligation: 'deliver', amount: 500 });
    expect(by()).toEqual([180, 180]);
    go(talks, {
      type: 'performance.postponed',
      obligation: 'deliver',
      occurrence: 6,
      to: '2030-09-05',
      by: ['north', 'south'],
    });
    expect(by()).toEqual([188, 188]);
    go(talks, { type: 'days.passed', days: 110 });
    // Late by now: by plan it stays, and is expected today, when the rest of what is late may be done.
    expect(by()).toEqual([188, 205]);
    go(talks, { type: 'performance.reported', obligation: 'deliver', amount: 600 });
    expect(now()).toMatchObject({ due: { day: 205 }, standing: 'open' });
  });

  it('closes no window before it opens that is open from that time on, as a review has it too', () => {
    const gas = { deliver: round(100, { every: days(30), times: 12 }) };
    const closing = (day: number) =>
      review(pact(gas, half, { until: onDay(day) }), 'deal').flatMap(({ code }) =>
        code === 'review/window-closes-first' ? [code] : [],
      );
    expect([closing(179).length, closing(180).length]).toEqual([1, 0]);
  });
});
