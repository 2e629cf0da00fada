import fc from 'fast-check';
import { days, defineScenario, onDay, progress, type Scenario } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const RATE = 2;
const BATCH = 5;

/** Batches of boats, due ten days after each other; for each boat two nets. */
const pact = (batches: number): Scenario =>
  defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { boats: { kind: 'quantity', unit: 'boats' }, nets: { kind: 'quantity', unit: 'nets' } },
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phases: [{ length: days(90) }],
        text: wide({
          keys: { rate: { rows: [{ for: { n: 1, of: ['boats'] }, give: [{ n: RATE, of: 'nets' }] }] } },
          obligations: {
            ...Object.fromEntries(
              Array.from({ length: batches }, (_, i) => [
                `batch${i}`,
                { owedBy: ['north'], to: ['south'], of: 'boats', amount: BATCH, begins: onDay(10 * (i + 1)) },
              ]),
            ),
            answer: {
              owedBy: ['south'],
              to: ['north'],
              of: 'nets',
              byKey: { key: 'rate', of: Array.from({ length: batches }, (_, i) => `batch${i}`) },
              begins: onDay(10),
              within: days(60),
            },
          },
        }),
      },
    },
  });

describe('what is owed by a key while the deal is carried out', () => {
  it('follows from what was performed of what is overdue, and from what is still to come of the rest', () => {
    const drawn = fc.array(fc.option(fc.nat(BATCH), { nil: undefined }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(drawn, fc.integer({ min: 0, max: 49 }), (done, day) => {
        const talks = inForce(pact(done.length), 'deal');
        go(talks, { type: 'days.passed', days: Math.max(1, day) });
        for (const [i, amount] of done.entries()) {
          if (amount !== undefined) go(talks, { type: 'performance.reported', obligation: `batch${i}`, amount });
        }
        const isOver = (i: number) => 10 * (i + 1) < Math.max(1, day);
        const boats = done.reduce<number>((sum, n = 0, i) => sum + (isOver(i) ? n : BATCH), 0);
        const nets = progress(talks)?.duties.find(({ obligation }) => obligation === 'answer');
        expect(nets?.owed).toEqual({ least: RATE * boats, most: RATE * boats });
      }),
      { numRuns: 30 },
    );
  });

  it('is late with nothing that nobody performed', () => {
    const talks = inForce(pact(2), 'deal');
    go(talks, { type: 'days.passed', days: 10 });
    go(talks, { type: 'performance.reported', obligation: 'batch0', amount: BATCH });
    go(talks, { type: 'performance.reported', obligation: 'answer', amount: RATE * BATCH });
    go(talks, { type: 'days.passed', days: 70 });
    const standings = progress(talks)?.duties.map(({ obligation, standing }) => [obligation, standing]);
    expect(standings).toEqual([
      ['batch0', 'done'],
      ['batch1', 'late'],
      ['answer', 'done'],
    ]);
  });
});
