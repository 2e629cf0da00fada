import fc from 'fast-check';
import {
  days,
  defineScenario,
  onDay,
  progress,
  uponCompletion,
  uponStart,
  type ObligationDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { carryOut, go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const BOATS = 10;

/** A survey that comes after boats on the day that both have, thanks upon their completion, and a toast upon their start. */
const pact = (boats: Partial<ObligationDraft> = {}) =>
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
        phases: [{ length: days(60) }],
        text: wide({
          obligations: {
            fleet: { owedBy: ['north'], to: ['south'], of: 'boats', amount: BOATS, begins: onDay(3), ...boats },
            survey: { owedBy: ['south'], to: ['north'], begins: onDay(3), following: ['fleet'] },
            thanks: { owedBy: ['south'], to: ['north'], begins: uponCompletion('fleet') },
            toast: { owedBy: ['south'], to: ['north'], begins: uponStart('fleet') },
          },
        }),
      },
    },
  });

const opensOf = (talks: ReturnType<typeof inForce>, id: string) =>
  progress(talks)?.duties.find(({ obligation }) => obligation === id)?.opens?.day;

describe('what comes after another', () => {
  it('waits no more for what was let go in full, on whatever day and in whatever parts', () => {
    const parts = fc.array(
      fc.record({
        day: fc.nat(6),
        type: fc.constantFrom('performance.waived' as const, 'performance.excused' as const),
        amount: fc.option(fc.integer({ min: 1, max: BOATS }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    let [opened, waits] = [0, 0];
    fc.assert(
      fc.property(parts, (all) => {
        const talks = inForce(pact(), 'deal');
        let [left, today] = [BOATS, 0];
        let gone: number | undefined;
        for (const { day, type, amount } of [...all].sort((a, b) => a.day - b.day)) {
          if (left === 0 || (amount ?? 0) > left) continue;
          if (day > today) go(talks, { type: 'days.passed', days: day - today });
          today = Math.max(today, day);
          go(talks, { type, obligation: 'fleet', by: ['south'], ...(amount !== undefined && { amount }) });
          left -= amount ?? left;
          if (left === 0) gone ??= today;
        }
        if (gone === undefined) waits++;
        else opened++;
        expect(opensOf(talks, 'survey')).toBe(gone === undefined ? undefined : Math.max(3, gone));
        // What is let go whole is settled by that, for what its completion or its start sets off as well.
        expect(opensOf(talks, 'thanks')).toBe(gone);
        expect(opensOf(talks, 'toast')).toBe(gone);
      }),
      { numRuns: 40 },
    );
    expect(Math.min(opened, waits)).toBeGreaterThan(0);
  });

  it('is late once what it came after was waived and its own day is over', () => {
    const talks = inForce(pact(), 'deal');
    go(talks, { type: 'days.passed', days: 3 });
    go(talks, { type: 'performance.waived', obligation: 'fleet', by: ['south'] });
    go(talks, { type: 'days.passed', days: 1 });
    expect(progress(talks)?.duties.map(({ standing }) => standing)).toEqual(['waived', 'late', 'late', 'late']);
  });

  it('goes on waiting for a level of which so much is let go, and not for one that is let go whole', () => {
    const level: Partial<ObligationDraft> = { kind: 'level', until: onDay(20) };
    const talks = inForce(pact(level), 'deal');
    go(talks, { type: 'performance.waived', obligation: 'fleet', by: ['south'], amount: 4 });
    expect(opensOf(talks, 'survey')).toBeUndefined();
    go(talks, { type: 'performance.waived', obligation: 'fleet', by: ['south'] });
    expect(opensOf(talks, 'survey')).toBe(3);
    expect(opensOf(talks, 'thanks')).toBe(0);
  });

  it('begins by the start, where that was before the rest was let go', () => {
    const talks = inForce(pact(), 'deal');
    go(talks, { type: 'days.passed', days: 4 });
    go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 1 });
    go(talks, { type: 'days.passed', days: 2 });
    go(talks, { type: 'performance.waived', obligation: 'fleet', by: ['south'] });
    expect(['toast', 'thanks', 'survey'].map((id) => opensOf(talks, id))).toEqual([4, 6, 6]);
  });

  it('ends with the deal, though all that it came after was waived', () => {
    const talks = inForce(pact(), 'deal');
    go(talks, { type: 'days.passed', days: 1 });
    go(talks, { type: 'performance.waived', obligation: 'fleet', by: ['south'] });
    carryOut(talks);
    expect(talks.state).toBe('fulfilled');
  });
});
