import fc from 'fast-check';
import { days, defineScenario, onDay, progress, type ObligationDraft } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

/** Boats in all by day 10, 20 and so on: so many more each time. */
const pact = (more: readonly number[]) => {
  let total = 0;
  const steps = more.map((n, i): [string, ObligationDraft] => {
    total += n;
    const series = { series: 'all', counted: 'running total' } as const;
    return [
      `s${i}`,
      { owedBy: ['north'], to: ['south'], of: 'boats', amount: total, series, begins: onDay(10 * (i + 1)) },
    ];
  });
  return defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { boats: { kind: 'quantity', unit: 'boats' } },
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phases: [{ length: days(100) }],
        text: wide({ obligations: Object.fromEntries(steps) }),
      },
    },
  });
};

describe('a running total of which too little was done by its day', () => {
  it('is done late, on the day on which it was reached by what was done of a later one', () => {
    const talks = inForce(pact([3, 5]), 'deal');
    go(talks, { type: 'days.passed', days: 10 });
    go(talks, { type: 'performance.reported', obligation: 's0', amount: 2 });
    go(talks, { type: 'days.passed', days: 10 });
    go(talks, { type: 'performance.reported', obligation: 's1', amount: 5 });
    const first = () => progress(talks)?.duties[0];
    // Seven in all, and so one too few.
    expect(first()).toMatchObject({ standing: 'late', done: 2, settled: false });
    go(talks, { type: 'performance.reported', obligation: 's1', amount: 6 });
    expect(first()).toMatchObject({ standing: 'done', when: 'late', completed: { day: 20 }, settled: true, scale: 3 });
    expect(progress(talks)?.duties[1]).toMatchObject({ standing: 'done', owed: { least: 6, most: 6 } });
    go(talks, { type: 'days.passed', days: 80 });
    expect(talks.state).toBe('fulfilled');
  });

  it('is fulfilled with the others only once all of the last total is done, however that falls on them', () => {
    let [over, open] = [0, 0];
    const drawn = fc.array(fc.record({ more: fc.integer({ min: 1, max: 4 }), done: fc.nat(7) }), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(drawn, (all) => {
        const talks = inForce(pact(all.map(({ more }) => more)), 'deal');
        for (const [i, { done }] of all.entries()) {
          go(talks, { type: 'days.passed', days: 10 });
          if (done > 0) go(talks, { type: 'performance.reported', obligation: `s${i}`, amount: done });
        }
        go(talks, { type: 'days.passed', days: 100 - 10 * all.length });
        const sum = (key: 'more' | 'done') => all.reduce((n, one) => n + one[key], 0);
        const isAll = sum('done') >= sum('more');
        if (isAll) over++;
        else open++;
        expect(talks.state).toBe(isAll ? 'fulfilled' : 'carryingOut.phase1');
      }),
      { numRuns: 60 },
    );
    expect(Math.min(over, open)).toBeGreaterThan(5);
  });
});
