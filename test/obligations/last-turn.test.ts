import fc from 'fast-check';
import {
  days,
  defineScenario,
  months,
  onDate,
  onDay,
  progress,
  schedule,
  uponCompletion,
  uponEvent,
  weeks,
  type ObligationDraft,
  type TriggerDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { addDays } from '../../src/base/day.js';
import { runs } from '../laws/runs.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const FIRST = '2030-03-01';
const day = (n: number) => addDays(FIRST, n) ?? '';

/** Three phases at the most, the last of which may wait for a thaw, and works that begin when the visits are over. */
function pact(visits: Partial<ObligationDraft>, lengths: readonly number[] = [10, 10], thirdBegins?: TriggerDraft) {
  return defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: {},
    space: { phases: { least: 1, most: 3 } },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phaseCount: lengths.length,
        phases: lengths.map((n) => ({ length: days(n) })),
        text: wide({
          events: { thaw: {} },
          phases: thirdBegins ? { 3: { begins: thirdBegins } } : {},
          obligations: {
            visits: { kind: 'recurring', owedBy: ['north'], to: ['south'], begins: onDay(0), ...visits },
            works: { owedBy: ['north'], to: ['south'], begins: uponCompletion('visits'), within: days(4) },
          },
        }),
      },
    },
  });
}

type Pact = ReturnType<typeof pact>;

const laidOut = (scenario: Pact) => schedule(scenario, 'deal', { anchors: { start: FIRST } }).duties;
/** The days of the turns, and that on which what waits for all of them opens. */
function turnsAndEnd(scenario: Pact) {
  const duties = laidOut(scenario);
  return {
    turns: duties.filter(({ obligation }) => obligation === 'visits').map(({ due }) => due?.day),
    end: duties.find(({ obligation }) => obligation === 'works')?.opens?.day,
  };
}

describe('what comes round until a day that falls within a turn', () => {
  it('has the day of its last turn for its last day', () => {
    expect(turnsAndEnd(pact({ every: days(7), until: onDay(17) }))).toEqual({ turns: [7, 14], end: 14 });
    expect(turnsAndEnd(pact({ begins: onDay(3), every: days(7), until: onDay(17) }))).toEqual({
      turns: [10, 17],
      end: 17,
    });
    expect(turnsAndEnd(pact({ every: days(7), within: weeks(3) }))).toEqual({ turns: [7, 14, 21], end: 21 });
    expect(turnsAndEnd(pact({ every: days(6), within: weeks(3) }))).toEqual({ turns: [6, 12, 18], end: 18 });
    expect(turnsAndEnd(pact({ every: months(1), until: onDay(70) }))).toEqual({ turns: [31, 61], end: 61 });
    expect(turnsAndEnd(pact({ perPhase: true, until: onDay(17) }))).toEqual({ turns: [10], end: 10 });
  });

  it('is due by that day still where no turn is over by then', () => {
    expect(turnsAndEnd(pact({ every: days(7), until: onDay(5) }))).toEqual({ turns: [5], end: 5 });
    expect(turnsAndEnd(pact({ perPhase: true, until: onDay(5) }))).toEqual({ turns: [5], end: 5 });
  });

  it('is over with the last turn in a run, though the day be known only after that', () => {
    const talks = inForce(pact({ every: days(7), until: uponEvent('thaw') }), 'deal');
    const visits = () => progress(talks)?.duties.find(({ obligation }) => obligation === 'visits');
    for (const amount of [1, 2]) {
      go(talks, { type: 'days.passed', days: 7 });
      go(talks, { type: 'performance.reported', obligation: 'visits', amount });
    }
    go(talks, { type: 'days.passed', days: 3 });
    expect(visits()?.due).toBeUndefined();
    go(talks, { type: 'event.happened', event: 'thaw' });
    expect(visits()).toMatchObject({ due: { day: 14 }, planned: { day: 14 }, standing: 'done', when: 'in time' });
  });

  it('waits for a phase that may still end by then', () => {
    const talks = inForce(pact({ perPhase: true, until: onDay(50) }, [10, 10, 10], uponEvent('thaw')), 'deal');
    const due = () => progress(talks)?.duties.find(({ obligation }) => obligation === 'visits')?.due?.day;
    expect(due()).toBe(50);
    go(talks, { type: 'days.passed', days: 25 });
    go(talks, { type: 'event.happened', event: 'thaw' });
    expect(due()).toBe(35);
  });
});

it('the last day of what comes round is that of its last turn in the schedule', () => {
  const until = fc.oneof(
    fc.nat(40).map((n) => onDay(n)),
    fc.nat(40).map((n) => onDate(day(n))),
    fc
      .record({ n: fc.nat(9), phase: fc.constantFrom('phase1', 'phase2', 'phase1.end', 'phase2.end', 'phase3.end') })
      .map(({ n, phase }) => uponEvent(phase, days(n))),
  );
  const begins = fc.oneof(
    fc.nat(12).map((n) => onDay(n)),
    fc.nat(12).map((n) => uponEvent('phase2', days(n))),
  );
  const ends: fc.Arbitrary<Partial<ObligationDraft>> = fc.oneof(
    until.map((end) => ({ until: end })),
    fc.integer({ min: 1, max: 40 }).map((n) => ({ within: days(n) })),
    fc.constantFrom(1, 2, 3).map((phase) => ({ phase })),
  );
  const every = fc.oneof(
    fc.integer({ min: 1, max: 9 }).map((n) => ({ every: days(n) })),
    fc.constantFrom({ every: months(1) }, { every: weeks(1) }),
  );
  const often = fc.oneof(every, fc.constant({ perPhase: true }));
  const visits = fc.tuple(begins, ends, often).map(([from, to, rate]) => ({
    begins: from,
    ...('perPhase' in rate && !('until' in to) ? {} : to),
    ...rate,
  }));
  const lengths = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 3 });
  const third = fc.option(
    fc.nat(12).map((n) => uponEvent('phase1', days(n))),
    { nil: undefined },
  );
  let within = 0;
  fc.assert(
    fc.property(visits, lengths, third, (drawn, all, begun) => {
      const scenario = pact(drawn, all, all.length === 3 ? begun : undefined);
      const { turns, end } = turnsAndEnd(scenario);
      const isDated = turns.every((turn) => turn !== undefined);
      expect(end).toBe(isDated ? Math.max(...turns.map((turn) => turn ?? 0)) : undefined);
      if (isDated && turns.length > 0) within++;
    }),
    runs(300),
  );
  expect(within).toBeGreaterThan(50);
});
