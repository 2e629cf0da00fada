import fc from 'fast-check';
import { days, months, onDay, schedule, uponEvent, type CalendarDate, type ObligationDraft } from 'sticking-points';
import { expect, describe, it } from 'vitest';
import '../support/seed.js';
import { addDays } from '../../src/base/day.js';
import { anyOffer, market, withText } from '../support/texts.js';

const DAY = '2031-01-15';
const after = (n: number) => addDays(DAY, n) ?? DAY;
const LENGTH = 42; // days of the first phase

describe('a text of which it is told when a phase begins, or ends, and not when it comes into force', () => {
  it('is laid out as from the day of its start, where phases follow each other from that', () => {
    const following = anyOffer.filter(
      ({ text }) => !text?.events['start']?.trigger && [1, 2].every((n) => !text?.phases[n]?.begins),
    );
    const told = fc.constantFrom<[string, number][]>(['phase1', 0], ['phase1.end', LENGTH], ['phase2', LENGTH]);
    fc.assert(
      fc.property(following, told, (offer, [event, n]) => {
        const lay = (anchors: Record<string, CalendarDate>) => schedule(market, offer, { anchors });
        expect(lay({ [event]: after(n) })).toEqual(lay({ start: DAY }));
      }),
      { numRuns: 25 },
    );
  });

  it('has what hangs on the phase dated, and the rest counted from the start, where the phase does not follow from that', () => {
    const owed = (begins: ObligationDraft['begins']) => ({ owedBy: ['hills'], begins }) as ObligationDraft;
    const obligations = { early: owed(onDay(3)), first: owed(uponEvent('phase2', days(1))) };
    const apart = withText({ obligations, phases: { 2: { begins: onDay(70) } } });
    const uncounted = withText({ obligations }, { phases: [{ length: months(1) }, { length: days(9) }] });
    for (const offer of [apart, uncounted]) {
      const dues = schedule(market, offer, { anchors: { phase2: DAY } }).duties.map(({ due }) => due);
      expect(dues).toEqual([{ day: 3 }, { on: after(1) }]);
    }
  });
});
