import {
  days,
  defineScenario,
  onDay,
  progress,
  review,
  schedule,
  upTo,
  whenTotal,
  type AmountDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

/** Nets once half of the boats have come. */
const lake = (boats: AmountDraft, more: AmountDraft = 0) =>
  defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { boats: { kind: 'quantity', unit: 'boats' } },
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phases: [{ length: days(30) }],
        text: wide({
          obligations: {
            fleet: {
              owedBy: ['north'],
              to: ['south'],
              verifier: 'south',
              of: 'boats',
              amount: boats,
              begins: onDay(1),
            },
            barges: {
              owedBy: ['north'],
              to: ['south'],
              verifier: 'south',
              of: 'boats',
              amount: more,
              begins: onDay(1),
            },
            nets: {
              owedBy: ['south'],
              to: ['north'],
              verifier: 'north',
              begins: whenTotal(['fleet', 'barges'], { parts: 1, outOf: 2 }),
            },
          },
        }),
      },
    },
  });

const opensAfter = (scenario: ReturnType<typeof lake>, boats: number) => {
  const talks = inForce(scenario, 'deal');
  go(talks, { type: 'days.passed', days: 1 });
  go(talks, { type: 'performance.reported', obligation: 'fleet', amount: boats });
  return progress(talks)?.duties.find(({ obligation }) => obligation === 'nets')?.standing;
};

describe('a share of a total', () => {
  it('is one of the most that may be done, where nothing is owed for certain', () => {
    const scenario = lake(upTo(10));
    expect([4, 5].map((boats) => opensAfter(scenario, boats))).toEqual(['waiting', 'open']);
    const [finding] = review(scenario, 'deal');
    expect([finding?.code, ...(finding?.clauses ?? []).map(({ id }) => id)]).toEqual([
      'review/trigger-at-will',
      'obligations.nets',
      'obligations.fleet',
      'obligations.barges',
    ]);
    expect(schedule(scenario, 'deal').duties.find(({ obligation }) => obligation === 'nets')?.waitsFor).toEqual([
      { for: 'total', of: ['fleet', 'barges'] },
    ]);
  });

  it('is never reached of what has no most, and is one of what is owed for certain where anything is', () => {
    expect(opensAfter(lake({ wording: 'all' }), 1_000)).toBe('waiting');
    expect([1, 2].map((boats) => opensAfter(lake(upTo(10), 4), boats))).toEqual(['waiting', 'open']);
  });
});
