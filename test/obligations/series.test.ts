import fc from 'fast-check';
import {
  atLeast,
  atMost,
  between,
  days,
  defineScenario,
  onDay,
  progress,
  remaining,
  schedule,
  upTo,
  whenTotal,
  type AmountDraft,
  type ObligationDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { normaliseAmount } from '../../src/terms/amount.js';
import { reachOf } from '../../src/terms/amount-span.js';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

type Counted = 'increment' | 'running total' | 'remaining';

/** One of a series: how much more, or how much in all, and what was done of it. */
interface Step {
  readonly counted: Counted;
  readonly figure: number;
  readonly done: number;
}

const WHOLE = 60;

const step = (amount: AmountDraft, counted: Counted, day: number): ObligationDraft => ({
  owedBy: ['north'],
  to: ['south'],
  of: 'boats',
  amount,
  series: { series: 'all', counted: counted === 'running total' ? counted : 'increment' },
  begins: onDay(day),
});

function pact(obligations: Readonly<Record<string, ObligationDraft>>) {
  return defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: {
      boats: { kind: 'quantity', unit: 'boats', bounds: { least: WHOLE, most: WHOLE } },
      nets: { kind: 'quantity', unit: 'nets', bounds: { most: 500 } },
    },
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phases: [{ length: { length: 40, unit: 'days' } }],
        text: wide({
          keys: { rate: { rows: [{ for: { n: 1, of: ['boats'] }, give: [{ n: 1, of: 'nets' }] }] } },
          obligations,
        }),
      },
    },
  });
}

/** Steps that come to no more than there is, the last of them whatever remains. */
const steps: fc.Arbitrary<readonly Step[]> = fc
  .array(
    fc.record({
      counted: fc.constantFrom<Counted[]>('increment', 'running total'),
      figure: fc.integer({ min: 1, max: 9 }),
      done: fc.integer({ min: 0, max: 20 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((drawn) => {
    let sum = 0;
    const all = drawn.map((one) => {
      sum += one.figure;
      return one.counted === 'increment' ? one : { ...one, figure: sum };
    });
    return [...all, { counted: 'remaining', figure: WHOLE, done: 0 }];
  });

describe('a series', () => {
  it('owes the less in all by a day, or of what remains, the more was done before', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const duties = all.map(
          ({ counted, figure }, i) =>
            [`s${i}`, step(counted === 'remaining' ? remaining() : figure, counted, i)] as const,
        );
        const talks = inForce(pact(Object.fromEntries(duties)), 'deal');
        for (const [i, { done }] of all.entries()) {
          if (done > 0) go(talks, { type: 'performance.reported', obligation: `s${i}`, amount: done });
        }
        let come = 0;
        const owed = all.map(({ counted, figure, done }) => {
          const own = counted === 'increment' ? figure : Math.max(0, figure - come);
          come += Math.max(own, done);
          return own;
        });
        expect(progress(talks)?.duties.map((duty) => duty.owed)).toEqual(owed.map((n) => ({ least: n, most: n })));
      }),
      { numRuns: 25 },
    );
  });

  it('leaves what was not performed of it, once what asked for nothing certain is over', () => {
    const wording = fc.constantFrom<((n: number) => AmountDraft)[]>(upTo, atLeast, atMost, (n) => between(1, n + 1));
    const drawn = fc.array(
      fc.record({ wording, n: fc.integer({ min: 1, max: 9 }), done: fc.nat(12), isTotal: fc.boolean() }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(drawn, (all) => {
        const own = all.map(({ wording: worded, n, isTotal }, i) =>
          step(worded(n), isTotal ? 'running total' : 'increment', i),
        );
        const answer: ObligationDraft = {
          owedBy: ['south'],
          of: 'nets',
          byKey: { key: 'rate', of: ['s0'] },
          begins: onDay(20),
        };
        const duties = [...own, step(remaining(), 'remaining', 10)].map((one, i) => [`s${i}`, one] as const);
        const talks = inForce(pact({ ...Object.fromEntries(duties), answer }), 'deal');
        for (const [i, { done }] of all.entries()) {
          if (done > 0) go(talks, { type: 'performance.reported', obligation: `s${i}`, amount: done });
        }
        go(talks, { type: 'days.passed', days: 9 });
        let come = 0;
        for (const { wording: worded, n, done, isTotal } of all) {
          const least = reachOf(normaliseAmount(worded(n)), 1).least;
          const owed = isTotal ? Math.max(0, least - come) : Math.max(0, least);
          come += Math.max(owed, done);
        }
        const owedNow = (id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id)?.owed;
        expect(owedNow(`s${all.length}`)).toEqual({ least: WHOLE - come, most: WHOLE - come });
        const [first] = all;
        const { done = 0 } = first ?? {};
        const from = first ? Math.max(0, reachOf(normaliseAmount(first.wording(first.n)), 1).least) : 0;
        // What is overdue and of which nobody reports anything may still come, and is answered only then.
        if (done === 0) expect(owedNow('answer')).toEqual({ least: 0, most: from });
      }),
      { numRuns: 40 },
    );
  });

  it('leaves an interval as long as what asks for nothing certain may still be done, its last day included', () => {
    const talks = inForce(
      pact({ x: { ...step(upTo(10), 'increment', 0), within: days(5) }, y: step(remaining(), 'remaining', 8) }),
      'deal',
    );
    const left = () => progress(talks)?.duties.find(({ obligation }) => obligation === 'y');
    go(talks, { type: 'performance.reported', obligation: 'x', amount: 4 });
    go(talks, { type: 'days.passed', days: 5 });
    expect(left()?.owed).toEqual({ least: WHOLE - 10, most: WHOLE - 4 });
    go(talks, { type: 'days.passed', days: 1 });
    expect(left()?.owed).toEqual({ least: WHOLE - 4, most: WHOLE - 4 });
    // What comes after its day has come all the same, and is not left.
    go(talks, { type: 'performance.reported', obligation: 'x', amount: 6 });
    expect(left()?.owed).toEqual({ least: WHOLE - 6, most: WHOLE - 6 });
  });

  it('is over once all of it is done, however much of it came early', () => {
    const talks = inForce(pact({ x: step(4, 'increment', 0), y: step(remaining(), 'remaining', 2) }), 'deal');
    go(talks, { type: 'performance.reported', obligation: 'x', amount: 5 });
    go(talks, { type: 'performance.reported', obligation: 'y', amount: WHOLE - 5 });
    expect(progress(talks)?.duties.map(({ standing }) => standing)).toEqual(['done', 'done']);
  });

  it('is answered by a key for what each of it adds, as the schedule has it, and turns no interval upside down', () => {
    const figure = fc.tuple(fc.nat(8), fc.nat(8), fc.boolean());
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 4 }), fc.boolean(), (drawn, hasRest) => {
        let [least, most] = [0, 0];
        const own = drawn.map(([from, more, isMore], i) => {
          [least, most] = [least + from, most + from + more];
          return isMore
            ? step(between(from, from + more), 'increment', i)
            : step(between(least, most), 'running total', i);
        });
        if (hasRest) own.push(step(remaining(), 'remaining', own.length));
        const answers = own.map((_, i): ObligationDraft => ({
          owedBy: ['south'],
          of: 'nets',
          byKey: { key: 'rate', of: [`s${i}`] },
          begins: onDay(i),
        }));
        const obligations = Object.fromEntries(
          own.flatMap((one, i) => [[`s${i}`, one] as const, [`a${i}`, answers[i] ?? one] as const]),
        );
        const { duties } = schedule(pact(obligations), 'deal');
        const amounts = new Map(duties.map(({ obligation, amount }) => [obligation, amount]));
        for (const i of own.keys()) {
          const { least: from = 0, most: to = 0 } = amounts.get(`s${i}`) ?? {};
          expect(from).toBeLessThanOrEqual(to);
          expect(amounts.get(`a${i}`)).toEqual({ least: from, most: to });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('adds nothing where it goes down, or comes round with the same running total, in a schedule and by a key', () => {
    const owed = (obligations: Record<string, ObligationDraft>) => {
      const answer = { owedBy: ['south'], of: 'nets', byKey: { key: 'rate', of: Object.keys(obligations) } };
      const { duties } = schedule(pact({ ...obligations, answer: { ...answer, begins: onDay(30) } }), 'deal');
      return duties.map(({ amount }) => amount?.least);
    };
    const down = { later: step(5, 'running total', 9), sooner: step(8, 'running total', 1) };
    expect(owed(down)).toEqual([8, 0, 8]);
    const round = { ...step(4, 'running total', 0), kind: 'recurring', every: days(2), times: 3 } as const;
    expect(owed({ round })).toEqual([4, 0, 0, 4]);
    // A running total that is set off by an order of days: the second owes nothing of its own.
    const last = { owedBy: ['south'], begins: whenTotal(['later', 'sooner'], 8) };
    expect(
      schedule(pact({ ...down, last }), 'deal').duties.find(({ obligation }) => obligation === 'last')?.due?.day,
    ).toBe(1);
  });

  it('is answered for all the times that one of it comes round', () => {
    const round = fc.record({
      amount: fc.integer({ min: 1, max: 4 }),
      every: fc.integer({ min: 1, max: 5 }),
      until: fc.integer({ min: 5, max: 20 }),
    });
    fc.assert(
      fc.property(round, fc.boolean(), fc.boolean(), ({ amount, every, until }, isSeries, isBounded) => {
        const times = Math.floor(until / every);
        const { series, ...alone } = step(amount, 'increment', 0);
        const fleet = {
          ...alone,
          ...(isSeries && series && { series }),
          kind: 'recurring',
          every: days(every),
          ...(isBounded ? { until: onDay(until) } : { times }),
        } as const;
        const answer = {
          owedBy: ['south'],
          of: 'nets',
          byKey: { key: 'rate', of: ['fleet'] },
          begins: onDay(30),
        } as const;
        const last = { owedBy: ['south'], begins: whenTotal(['fleet'], { parts: 1, outOf: 1 }) };
        const { duties } = schedule(pact({ fleet, answer, last }), 'deal');
        const find = (id: string) => duties.find(({ obligation }) => obligation === id);
        expect(find('answer')?.amount).toEqual({ least: amount * times, most: amount * times });
        expect(find('last')?.due?.day).toBe(times * every);
      }),
      { numRuns: 40 },
    );
  });
});
