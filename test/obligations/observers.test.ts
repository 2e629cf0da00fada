import fc from 'fast-check';
import {
  days,
  defineScenario,
  onDay,
  progress,
  uponCompletion,
  uponStart,
  whenTotal,
  type ObligationDraft,
  type Talks,
  type TalksEvent,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const GIVES = { owedBy: ['north'], to: ['south'], of: 'boats', begins: onDay(0) } as const;

const boats = (amount: number, more: Partial<ObligationDraft> = {}): ObligationDraft => ({
  ...GIVES,
  amount,
  within: days(4),
  ...more,
});

/** A deal in which much hangs on what was seen done, and one thing is never reported, so that it goes on. */
const scenario = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {}, east: {} },
  terms: {
    boats: { kind: 'quantity', unit: 'boats', bounds: { most: 90 } },
    nets: { kind: 'quantity', unit: 'nets', bounds: { most: 500 } },
  },
  space: { phases: 1 },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    deal: {
      by: ['north', 'south'],
      phases: [{ length: days(30) }],
      text: wide({
        bodies: { board: { members: ['north', 'south'] } },
        keys: { rate: { rows: [{ for: { n: 1, of: ['boats'] }, give: [{ n: 2, of: 'nets' }] }] } },
        obligations: {
          a: boats(6, { verifier: 'board', series: { series: 'all', counted: 'increment' } }),
          b: boats(9, { series: { series: 'all', counted: 'running total' }, begins: onDay(2) }),
          c: { ...GIVES, amount: 4, kind: 'recurring', every: days(3), times: 3 },
          answer: { owedBy: ['south'], of: 'nets', byKey: { key: 'rate', of: ['a', 'c'] }, begins: onDay(5) },
          after: { owedBy: ['south'], begins: uponCompletion('a'), within: days(2) },
          beside: { owedBy: ['south'], begins: uponStart('b', days(1)), within: days(2) },
          half: { owedBy: ['south'], begins: whenTotal(['a', 'b', 'c'], 10), within: days(2) },
          never: { owedBy: ['east'], begins: onDay(0) },
        },
      }),
    },
  },
});

const WITH_VERIFIER = 'a';
const observers = ['north', 'south', 'board', undefined] as const;

/** What somebody saw done of an obligation, and the days that then pass. */
interface Report {
  readonly obligation: string;
  readonly amount: number;
  readonly observer: (typeof observers)[number];
  readonly then: number;
}

const reports: fc.Arbitrary<readonly Report[]> = fc.array(
  fc.record<Report>({
    obligation: fc.constantFrom('a', 'b', 'c', 'answer', 'after'),
    amount: fc.integer({ min: 0, max: 12 }),
    observer: fc.constantFrom(...observers),
    then: fc.constantFrom(0, 0, 1, 3),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Talks in which what some saw is reported, and what the others saw is not; and whether each was accepted. */
function told(all: readonly Report[], isTold: (report: Report) => boolean) {
  const talks = inForce(scenario, 'deal');
  const accepted = all.map((report) => {
    const { obligation, amount, observer, then } = report;
    const event: TalksEvent = {
      type: 'performance.reported',
      obligation,
      amount,
      ...(observer !== undefined && { observer }),
    };
    const isAccepted = isTold(report) ? talks.do(event).accepted : undefined;
    if (then > 0) talks.do({ type: 'days.passed', days: then });
    return isAccepted;
  });
  return { talks, accepted };
}

const viewOf = (talks: Talks, observer: string) =>
  progress(talks, { observer })?.duties.map(({ seen: _, ...duty }) => duty);

/** The last that each said of an obligation. */
function lastOf(all: readonly Report[], obligation: string): ReadonlyMap<string, number> {
  return new Map(all.filter((one) => one.obligation === obligation).map((one) => [one.observer ?? '', one.amount]));
}

describe('what several observers saw', () => {
  it('is shown to each as if nobody else had seen anything', () => {
    fc.assert(
      fc.property(reports, fc.constantFrom('north', 'south', 'board'), (all, observer) => {
        fc.pre(all.some((report) => report.observer === observer));
        const together = told(all, () => true);
        const alone = told(all, (report) => report.observer === observer);
        expect(viewOf(together.talks, observer)).toEqual(viewOf(alone.talks, observer));
        for (const [i, isAccepted] of alone.accepted.entries()) {
          if (isAccepted !== undefined) expect(together.accepted[i]).toBe(isAccepted);
        }
      }),
      { numRuns: 16 },
    );
  });

  it('stands side by side, and counts by the word of the verifier, or else by the lowest, and never by a sum', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const { talks, accepted } = told(all, () => true);
        const taken = all.filter((_, i) => accepted[i] === true);
        const duties = progress(talks)?.duties ?? [];
        for (const { obligation, seen, done } of duties) {
          const last = lastOf(taken, obligation);
          expect(seen).toEqual(Object.fromEntries(last));
          const official = obligation === WITH_VERIFIER ? last.get('board') : undefined;
          expect(done).toBe(official ?? (last.size === 0 ? 0 : Math.min(...last.values())));
        }
      }),
      { numRuns: 25 },
    );
  });
});
