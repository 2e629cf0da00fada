import {
  atLeast,
  between,
  checkOffer,
  defineScenario,
  halfOf,
  judge,
  readDeal,
  settingOf,
  shareOf,
  type Condition,
  type Op,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';

const MOST = 8;

const scenario = defineScenario({
  id: 'shares',
  parties: { north: {} },
  terms: {
    q: { kind: 'quantity', unit: 'tonnes', bounds: { most: MOST } },
    part: { kind: 'quantity', unit: 'tonnes', bounds: { most: MOST } },
    each: { kind: 'quantity', unit: 'tonnes', scope: 'phase', bounds: { most: MOST } },
    per: { kind: 'quantity', unit: 'tonnes', scope: 'phase', bounds: { most: MOST } },
  },
  space: { phases: 2 },
  positions: {},
});

type Clauses = NonNullable<Parameters<typeof checkOffer>[2]['terms']>;

function dealOf(terms: Clauses, phases: readonly Clauses[] = []) {
  const offer = checkOffer(scenario, 'offer', { terms, phases: phases.map((one) => ({ terms: one })) });
  if (!offer.ok) throw new Error('The offer does not fit.');
  return readDeal(settingOf(scenario), offer.value);
}

type Pair = readonly [number, number];

const RANGES = Array.from({ length: MOST + 1 }, (_, from) =>
  Array.from({ length: MOST + 1 - from }, (_, more) => [from, from + more] as const),
).flat();

/** What a quantity and so many times its share, rounded down, come to at each figure of a range. */
function sums([from, to]: Pair, [parts, outOf]: Pair, [a, b]: Pair) {
  return Array.from({ length: to - from + 1 }, (_, i) => a * (from + i) + b * Math.floor(((from + i) * parts) / outOf));
}

/** The figures that a sum can come to by the verdicts on lines from below its least to above its most. */
function judgedReach(range: Pair, share: Pair, times: Pair) {
  const deal = dealOf({ q: between(...range), part: shareOf(...share, { quantity: 'q' }) });
  const verdict = (op: Op, line: number) =>
    judge({ kind: 'compare', of: 'q', times: times[0], plus: [{ of: 'part', times: times[1] }], op, line }, deal)
      .verdict;
  const lines = Array.from({ length: 8 * MOST + 1 }, (_, i) => i - 4 * MOST);
  return {
    least: Math.max(...lines.filter((line) => verdict('>=', line) === 'met')),
    most: Math.min(...lines.filter((line) => verdict('<=', line) === 'met')),
  };
}

describe('a sum of a quantity and its share', () => {
  const shares = [
    [1, 2],
    [1, 3],
    [2, 3],
  ] as const;
  const few = RANGES.filter(([from, to]) => (from + to) % 4 === 0);

  it('reaches just as far as listing finds, where the one is taken away from the other', () => {
    for (const share of shares.slice(0, 2)) {
      for (const range of few) {
        for (const times of [
          [1, -1],
          [-1, 1],
          [2, -1],
        ] as const) {
          const all = sums(range, share, times);
          const message = `${share.join(' of ')}, ${range.join(' to ')}, ${times.join(' and ')} times`;
          expect(judgedReach(range, share, times), message).toEqual({
            least: Math.min(...all),
            most: Math.max(...all),
          });
        }
      }
    }
  });

  it('reaches no less far than listing finds, however often each counts', () => {
    for (const share of shares) {
      for (const range of [
        [0, MOST],
        [2, 3],
        [4, 7],
      ] as const) {
        for (const times of [
          [1, -3],
          [-1, 2],
          [-2, 3],
          [1, 1],
        ] as const) {
          const all = sums(range, share, times);
          const { least, most } = judgedReach(range, share, times);
          expect(least, `${share.join()} ${range.join()} ${times.join()}`).toBeLessThanOrEqual(Math.min(...all));
          expect(most, `${share.join()} ${range.join()} ${times.join()}`).toBeGreaterThanOrEqual(Math.max(...all));
        }
      }
    }
  });
});

describe('a ratio', () => {
  const ratio = (op: Op, line: number, more: object = {}): Condition => ({
    kind: 'ratio',
    of: 'part',
    per: 'q',
    op,
    line,
    ...more,
  });

  it('of a share to its base is judged by the share, with as much of the base as there is', () => {
    const deal = dealOf({ q: between(6, 8), part: halfOf({ quantity: 'q' }) });
    expect([0.4, 0.6].map((line) => judge(ratio('>=', line), deal).verdict)).toEqual(['met', 'unmet']);
  });

  it('over several phases takes for granted that one of them has some, and not which', () => {
    const inPhases = (op: Op, line: number) => ratio(op, line, { of: 'each', per: 'per', in: { upTo: 2 } });
    const deal = dealOf({}, [
      { each: 0, per: between(0, 1) },
      { each: 6, per: 6 },
    ]);
    // Six for six, or six for seven.
    expect(judge(inPhases('<', 1), deal).verdict).toBe('open');
    expect(judge(inPhases('<=', 1), deal).verdict).toBe('met');
    expect(judge(inPhases('<', 1), dealOf({ per: atLeast(7) }, [{ each: 0 }, { each: 6 }])).verdict).toBe('met');
  });
});
