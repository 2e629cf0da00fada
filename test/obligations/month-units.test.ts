import fc from 'fast-check';
import { days, defineScenario, months, type PhaseExtensionDraft } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const pact = (length: number, extension: PhaseExtensionDraft) =>
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
        phases: [{ length: days(length) }],
        text: wide({ phases: { 1: { extensions: [extension] } } }),
      },
    },
  });

const DAY = 86_400_000;

/** Days from so many days after a date to the same day so many months later, or to the last there is. */
function daysOf(start: string, after: number, n: number): number {
  const from = new Date(Date.parse(start) + after * DAY);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + n];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return (Date.UTC(year, month, Math.min(from.getUTCDate(), last)) - from.getTime()) / DAY;
}

const dates = fc.constantFrom('2030-01-01', '2030-01-31', '2030-03-01', '2032-01-31', '2030-11-30');

describe('a phase that is made longer month by month', () => {
  it('is so by as many days as its months have from its end on, and by no other number', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 40 }), fc.nat(20), (start, length, today) => {
        const talks = inForce(pact(length, { how: 'by unit', unit: months(1) }), 'deal', start);
        const passed = Math.min(today, length - 1);
        if (passed > 0) go(talks, { type: 'days.passed', days: passed });
        const allowed = (from: number, to: number) =>
          Array.from({ length: to - from + 1 }, (_, i) => from + i).filter(
            (n) => talks.fork().do({ type: 'phase.extended', days: n, rule: 'by unit' }).accepted,
          );
        const once = daysOf(start, length, 1);
        expect(allowed(27, 32)).toEqual([once]);
        expect(allowed(58, 63)).toEqual([daysOf(start, length, 2)]);
        go(talks, { type: 'phase.extended', days: once, rule: 'by unit' });
        expect(allowed(27, 32)).toEqual([daysOf(start, length + once, 1)]);
      }),
      { numRuns: 6 },
    );
  });

  it('is bounded by as many days as a cap of months has from its end on, whichever day it is', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 40 }), fc.nat(9), (start, length, first) => {
        const talks = inForce(pact(length, { how: 'by consent', cap: months(1) }), 'deal', start);
        if (first > 0) go(talks, { type: 'phase.extended', days: first });
        const left = daysOf(start, length, 1) - first;
        const refused = talks.do({ type: 'phase.extended', days: left + 1 }).reasons;
        expect(refused).toMatchObject([{ code: 'talks/extension-too-long', facts: { most: left } }]);
        go(talks, { type: 'phase.extended', days: left });
      }),
      { numRuns: 15 },
    );
  });

  it('says how many days that is', () => {
    const talks = inForce(pact(28, { how: 'by unit', unit: months(1) }), 'deal', '2030-01-31');
    expect(talks.do({ type: 'phase.extended', days: 30, rule: 'by unit' }).reasons[0]?.message).toBe(
      "Phase 1 is extended 'by unit' by 1 month (28 days from its end on) each time, and not by 30 days.",
    );
  });
});
