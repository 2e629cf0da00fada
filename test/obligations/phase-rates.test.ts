import fc from 'fast-check';
import {
  days,
  defineScenario,
  onDay,
  progress,
  review,
  schedule,
  type ObligationDraft,
  type TextDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce, isGoing } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

/** A deal of phases of so many days, with so many boats a phase. */
function pact(
  lengths: readonly (number | undefined)[],
  boats: number,
  more: Partial<ObligationDraft> = {},
  besides: TextDraft = {},
) {
  return defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 500 } } },
    space: { phases: { least: 1, most: 5 } },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phaseCount: lengths.length,
        phases: lengths.map((n) => (n === undefined ? {} : { length: days(n) })),
        text: wide({
          ...besides,
          obligations: {
            fleet: {
              kind: 'recurring',
              perPhase: true,
              owedBy: ['north'],
              to: ['south'],
              of: 'boats',
              amount: boats,
              begins: onDay(0),
              ...more,
            },
          },
        }),
      },
    },
  });
}

const laidOut = (scenario: ReturnType<typeof pact>) =>
  schedule(scenario, 'deal', { anchors: { start: '2030-03-01' } }).duties;

describe('so much a phase', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

  it('falls due at the end of each phase that the deal has, and comes to so much for each', () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 60 }), (phases, boats, from) => {
        const scenario = pact(phases, boats, { begins: onDay(from) });
        const ends = phases.map((_, i) => phases.slice(0, i + 1).reduce((a, b) => a + b, 0));
        const expected = ends.filter((end) => end >= from);
        const duties = laidOut(scenario).filter(({ due }) => due);
        expect(duties.map(({ due }) => due?.day)).toEqual(expected);
        expect(duties.map(({ phase }) => phase)).toEqual(expected.map((end) => ends.indexOf(end) + 1));
        expect(duties.map(({ occurrence }) => occurrence)).toEqual(expected.map((_, i) => i + 1));
        for (const { amount, opens, due, endless } of duties) {
          expect([amount, endless]).toEqual([{ least: boats, most: boats }, false]);
          expect(opens?.day).toBeLessThanOrEqual(due?.day ?? -1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a deal from being fulfilled until it is done for all of them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }), (phases) => {
        const talks = inForce(pact(phases, 3), 'deal');
        const owed = 3 * phases.length;
        go(talks, { type: 'days.passed', days: 60 });
        expect([isGoing(talks), progress(talks)?.duties[0]?.owed]).toEqual([true, { least: owed, most: owed }]);
        go(talks, { type: 'performance.reported', obligation: 'fleet', amount: owed - 1 });
        expect(isGoing(talks)).toBe(true);
        go(talks, { type: 'performance.reported', obligation: 'fleet', amount: owed });
        expect(talks.state).toBe('fulfilled');
      }),
      { numRuns: 12 },
    );
  });

  it('is behind as soon as a phase is over without it, and ends where its text says', () => {
    const talks = inForce(pact([10, 20], 3), 'deal');
    go(talks, { type: 'days.passed', days: 11 });
    expect(progress(talks)?.duties[0]?.standing).toBe('late');
    go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 3 });
    expect(progress(talks)?.duties[0]?.standing).toBe('partly done');
    expect(laidOut(pact([10, 20, 30], 3, { until: onDay(40) })).map(({ due }) => due?.day)).toEqual([10, 30]);
  });

  it('is owed for a phase too that goes on beside the last to begin, and for longer', () => {
    const beside = {
      phases: { 2: { begins: onDay(3) } },
      bodies: { board: { reports: { to: ['north'], every: days(8) } } },
    };
    const scenario = pact([20, 5], 3, {}, beside);
    expect(laidOut(scenario).map(({ obligation, phase, due }) => [obligation, phase, due?.day])).toEqual([
      ['fleet', 2, 8],
      ['board.reports', undefined, 8],
      ['board.reports', undefined, 16],
      ['fleet', 1, 20],
    ]);
    const talks = inForce(scenario, 'deal');
    go(talks, { type: 'performance.reported', obligation: 'board.reports', amount: 2 });
    go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 3 });
    go(talks, { type: 'days.passed', days: 20 });
    expect([isGoing(talks), progress(talks)?.duties[0]?.due?.day]).toEqual([true, 20]);
    go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 6 });
    expect(talks.state).toBe('fulfilled');
  });

  it('waits for what is not known of a phase, and is no finding for want of an end', () => {
    const scenario = pact([10, undefined], 3);
    expect(
      laidOut(scenario).map(({ phase, due, waitsFor }) => [phase, due?.day, waitsFor.map((wait) => wait.for)]),
    ).toEqual([
      [1, 10, []],
      [2, undefined, ['length']],
    ]);
    expect(review(pact([10, 20], 3), 'deal').map(({ code }) => code)).toEqual(['review/no-verifier']);
  });
});
