import fc from 'fast-check';
import {
  days,
  defineScenario,
  onDay,
  review,
  schedule,
  type KeyRow,
  type ObligationDraft,
  type Scenario,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { wide } from '../support/wide-text.js';

interface Answered {
  readonly rows: readonly KeyRow[];
  readonly loads: readonly number[];
  /** Which of the loads each answer is for, and the day on which it falls due. */
  readonly answers: readonly (readonly [loads: readonly number[], day: number])[];
  readonly series?: boolean;
  readonly total?: number;
  /** How much grain the deal gives: as much as the loads come to, unless it says more. */
  readonly grain?: number;
}

/** Fish for grain: loads that are answered one by one, or together. */
function pact({ rows, loads, answers, series = false, total, grain: all = sum(loads) }: Answered): Scenario {
  const grain = loads.map((amount, i): [string, ObligationDraft] => [
    `load${i}`,
    { owedBy: ['north'], to: ['south'], verifier: 'board', of: 'grain', amount, begins: onDay(i) },
  ]);
  const fish = answers.map(([of, day], i): [string, ObligationDraft] => [
    `answer${i}`,
    {
      owedBy: ['south'],
      to: ['north'],
      verifier: 'board',
      of: 'fish',
      byKey: { key: 'rate', of: of.map((n) => `load${n}`) },
      begins: onDay(day),
      ...(series && { series: { series: 'fish', counted: 'increment' } }),
    },
  ]);
  return defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { grain: { kind: 'quantity', unit: 'tonnes' }, fish: { kind: 'quantity', unit: 'crates' } },
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        terms: { grain: all },
        phases: [{ length: days(60) }],
        text: wide({
          bodies: { board: { members: ['north', 'south'] } },
          keys: { rate: { rows, ...(total !== undefined && { totals: { fish: total } }) } },
          obligations: Object.fromEntries([...grain, ...fish]),
        }),
      },
    },
  });
}

const owed = (scenario: Scenario) =>
  Object.fromEntries(
    schedule(scenario, 'deal').duties.flatMap(({ obligation, amount }) =>
      obligation.startsWith('answer') ? [[obligation, amount?.least ?? 0]] : [],
    ),
  );
const sum = (figures: Readonly<Record<string, number>> | readonly number[]) =>
  Object.values(figures).reduce((all, n) => all + n, 0);
const found = (scenario: Scenario) => review(scenario, 'deal').filter(({ code }) => code.startsWith('review/key'));

const figures = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant('all' as const));
const rows = fc.array(
  fc.record(
    {
      for: fc.record({ n: figures, of: fc.constant(['grain']) }),
      give: fc.tuple(fc.record({ n: fc.integer({ min: 1, max: 9 }), of: fc.constant('fish') })),
    },
    { requiredKeys: ['give'] },
  ),
  { minLength: 1, maxLength: 3 },
);

describe('what several owe by one key', () => {
  it('comes to what one would owe who answered all of it, where no more is rounded than what it comes to', () => {
    fc.assert(
      fc.property(
        rows,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        fc.uniqueArray(fc.integer({ min: 10, max: 50 }), { minLength: 4, maxLength: 4 }),
        (lines, loads, on) => {
          const at = loads.map((_, i) => i);
          const one = sum(owed(pact({ rows: lines, loads, answers: [[at, 10]] })));
          const apart = { rows: lines, loads, answers: at.map((n) => [[n], on[n] ?? 0] as const) };
          expect(sum(owed(pact({ ...apart, series: true })))).toBe(one);
          // And that is what a total has to say, which a review holds to what the schedule comes to.
          expect(found(pact({ ...apart, series: true, total: one }))).toEqual([]);
          const rounded = sum(owed(pact(apart)));
          expect(found(pact({ ...apart, total: one })).length).toBe(rounded === one ? 0 : 1);
          expect(found(pact({ ...apart, total: rounded }))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is owed once where it is tied to nothing, by whoever answers first', () => {
    const lines: readonly KeyRow[] = [
      { give: [{ n: 47, of: 'fish' }] },
      { for: { n: 1, of: ['grain'] }, give: [{ n: 3, of: 'fish' }] },
    ];
    const given = { rows: lines, loads: [5, 5] };
    const by = (first: number, second: number) =>
      owed(
        pact({
          ...given,
          answers: [
            [[0], first],
            [[1], second],
          ],
        }),
      );
    expect(by(20, 30)).toEqual({ answer0: 62, answer1: 15 });
    expect(by(30, 20)).toEqual({ answer0: 15, answer1: 62 });
    expect(by(20, 20)).toEqual({ answer0: 62, answer1: 15 });
    const two = [
      [[0], 20],
      [[1], 30],
    ] as const;
    expect(found(pact({ ...given, answers: two, total: 77 }))).toEqual([]);
    expect(found(pact({ ...given, answers: two, total: 124 })).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^What “answer0” and “answer1” owe by “rate” comes to 77 of fish, and its total/),
    ]);
  });

  it('is owed by whoever answers the last of it where it is for all there is', () => {
    const lines: readonly KeyRow[] = [
      { for: { n: 'all', of: ['grain'] }, give: [{ n: 47, of: 'fish' }] },
      { for: { n: 1, of: ['grain'] }, give: [{ n: 3, of: 'fish' }] },
    ];
    const given = { rows: lines, loads: [5, 5] };
    const by = (first: readonly number[], on: number, second: readonly number[], then: number, grain = 10) =>
      owed(
        pact({
          ...given,
          grain,
          answers: [
            [first, on],
            [second, then],
          ],
        }),
      );
    expect(by([0], 20, [1], 30)).toEqual({ answer0: 15, answer1: 62 });
    expect(by([0], 30, [1], 20)).toEqual({ answer0: 62, answer1: 15 });
    expect(by([0], 20, [0, 1], 30)).toEqual({ answer0: 15, answer1: 77 });
    expect(by([0, 1], 20, [1], 30)).toEqual({ answer0: 77, answer1: 15 });
    expect(by([0], 20, [1], 30, 11)).toEqual({ answer0: 15, answer1: 15 });
    const answers = [
      [[0], 20],
      [[1], 30],
    ] as const;
    expect(found(pact({ ...given, answers, total: 77 }))).toEqual([]);
    expect(found(pact({ ...given, answers, grain: 11, total: 77 })).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^What “answer0” and “answer1” owe by “rate” comes to 30 of fish, and its total/),
    ]);
  });

  it('says of what is lost by rounding each by itself that one series would keep it', () => {
    const lines: readonly KeyRow[] = [{ for: { n: 2, of: ['grain'] }, give: [{ n: 3, of: 'fish' }] }];
    const given = {
      rows: lines,
      loads: [5, 5],
      answers: [
        [[0], 20],
        [[1], 30],
      ],
      total: 15,
    } as const;
    const [finding] = found(pact(given));
    expect(finding?.message).toMatch(
      /comes to 14 of fish, each rounded by itself, .* Put what is owed by it in one series/,
    );
    expect(finding?.clauses.map(({ id }) => id)).toEqual(['keys.rate', 'obligations.answer0', 'obligations.answer1']);
    expect(found(pact({ ...given, series: true }))).toEqual([]);
  });
});
