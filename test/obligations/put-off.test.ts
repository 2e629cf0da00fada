import fc from 'fast-check';
import {
  days,
  defineScenario,
  onDay,
  progress,
  uponCompletion,
  type ObligationDraft,
  type Talks,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';
import { addDays } from '../../src/base/day.js';
import { wide } from '../support/wide-text.js';

const both = ['north', 'south'];

/** Two phases of ten days, with one obligation that recurs beside others. */
function pact(recurring: Partial<ObligationDraft>) {
  const duty: ObligationDraft = { kind: 'recurring', owedBy: ['north'], to: ['south'], begins: onDay(0), ...recurring };
  return defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: {},
    space: { phases: { least: 1, most: 2 } },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phaseCount: 2,
        phases: [{ length: days(10) }, { length: days(10) }],
        text: wide({
          bodies: { board: { members: ['north', 'south'], reports: { to: ['south'], every: days(4) } } },
          obligations: {
            visit: duty,
            survey: { owedBy: ['north'], to: ['south'], begins: onDay(5), within: days(5) },
            works: { owedBy: ['north'], to: ['south'], begins: uponCompletion('survey'), within: days(4) },
          },
        }),
      },
    },
  });
}

const perPhase = pact({ perPhase: true });
const duty = (talks: Talks, id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id);
const day = (n: number) => addDays('2030-03-01', n) ?? '';
const putOff = (talks: Talks, obligation: string, to: number) =>
  talks.do({ type: 'performance.postponed', obligation, to: day(to), by: both }).reasons.map(({ code }) => code);

describe('what has no day by what has happened', () => {
  it('is not put off to a day before the one that it has by plan', () => {
    const talks = inForce(perPhase, 'deal');
    expect(duty(talks, 'visit')?.owed.least).toBe(2);
    expect(putOff(talks, 'visit', 5)).toEqual(['talks/not-later']);
    expect(putOff(talks, 'visit', 19)).toEqual(['talks/not-later']);
    expect(putOff(talks, 'works', 13)).toEqual(['talks/not-later']);
    expect(putOff(talks, 'board.reports', 12)).toEqual(['talks/not-later']);
    for (const [id, n] of [
      ['visit', 20],
      ['works', 14],
      ['board.reports', 21],
    ] as const) {
      expect([id, putOff(talks, id, n)]).toEqual([id, []]);
    }
    expect(duty(talks, 'visit')?.owed.least).toBe(2);
  });
});

describe('something that recurs and is put off', () => {
  it('loses no turn where a phase is made longer after that', () => {
    const talks = inForce(perPhase, 'deal');
    expect(putOff(talks, 'visit', 21)).toEqual([]);
    go(talks, { type: 'phase.extended', days: 7 });
    expect(duty(talks, 'visit')?.owed.least).toBe(2);
    go(talks, { type: 'days.passed', days: 18 });
    expect(duty(talks, 'visit')?.due?.on).toBe(day(27));
    expect(putOff(talks, 'visit', 26)).toEqual(['talks/not-later']);
    expect(putOff(talks, 'visit', 30)).toEqual([]);
    expect(duty(talks, 'visit')?.due?.on).toBe(day(30));
  });

  it('is never owed less by that', () => {
    const scenarios = [perPhase, pact({ every: days(3), phase: 1 }), pact({ every: days(6), times: 3 })];
    const step = fc.oneof(
      fc.record({ putOff: fc.constantFrom('visit', 'board.reports'), to: fc.integer({ min: 0, max: 40 }) }),
      fc.record({ pass: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ longer: fc.integer({ min: 1, max: 6 }) }),
    );
    let putOffs = 0;
    fc.assert(
      fc.property(fc.constantFrom(...scenarios), fc.array(step, { minLength: 1, maxLength: 8 }), (scenario, steps) => {
        const [talks, plain] = [inForce(scenario, 'deal'), inForce(scenario, 'deal')];
        for (const one of steps) {
          if ('putOff' in one) {
            if (putOff(talks, one.putOff, one.to).length === 0) putOffs++;
          } else {
            for (const each of [talks, plain]) {
              each.do(
                'pass' in one ? { type: 'days.passed', days: one.pass } : { type: 'phase.extended', days: one.longer },
              );
            }
          }
          for (const id of ['visit', 'board.reports']) {
            const owed = (each: Talks) => duty(each, id)?.owed.least ?? 0;
            expect(owed(talks)).toBeGreaterThanOrEqual(owed(plain));
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(putOffs).toBeGreaterThan(5);
  });
});
