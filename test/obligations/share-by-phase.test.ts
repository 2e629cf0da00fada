import fc from 'fast-check';
import { days, defineScenario, halfOf, onDay, schedule, type AmountDraft } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { wide } from '../support/wide-text.js';

/** So much of a quantity that is counted by phase, owed in the first of two. */
const owedInFirst = (amount: AmountDraft, [first, second]: readonly [number, number]) =>
  schedule(
    defineScenario({
      id: 'lake',
      parties: { north: {}, south: {} },
      terms: { boats: { kind: 'quantity', unit: 'boats', scope: 'phase' } },
      space: { phases: 2 },
      positions: {},
      offers: {
        deal: {
          known: 'full',
          phases: [
            { length: days(20), terms: { boats: first } },
            { length: days(20), terms: { boats: second } },
          ],
          text: wide({
            obligations: { fleet: { owedBy: ['north'], of: 'boats', amount, phase: 1, begins: onDay(0) } },
          }),
        },
      },
    }),
    'deal',
  ).duties[0]?.amount;

describe('a share of what is counted by phase', () => {
  it('is one of all phases, whichever it is owed in, unless its base names the phase', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (first, second) => {
        const figures = [first * 2, second * 2] as const;
        const exactly = (n: number) => ({ least: n, most: n });
        expect(owedInFirst(halfOf(), figures)).toEqual(exactly(first + second));
        expect(owedInFirst(halfOf({ quantity: 'boats' }), figures)).toEqual(exactly(first + second));
        expect(owedInFirst(halfOf({ quantity: 'boats', in: 1 }), figures)).toEqual(exactly(first));
      }),
      { numRuns: 10 },
    );
  });
});
