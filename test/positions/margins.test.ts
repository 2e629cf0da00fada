import {
  about,
  atLeast,
  checkOffer,
  defineScenario,
  halfOf,
  judge,
  readDeal,
  settingOf,
  type Condition,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';

const scenario = defineScenario({
  id: 'margins',
  parties: { north: {} },
  terms: {
    q: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } },
    r: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } },
    none: { kind: 'quantity', unit: 'tonnes', bounds: { most: 0 } },
    endless: { kind: 'quantity', unit: 'tonnes', bounds: {} },
  },
  positions: { any: { party: 'north', rigidity: 'demand', condition: { kind: 'all', of: [] } } },
});

type Clauses = NonNullable<Parameters<typeof checkOffer>[2]['terms']>;

/** The verdict and the slack of each margin. */
function judged(condition: Condition, terms: Clauses) {
  const { verdict, margins } = judge(condition, dealOf(terms));
  return [verdict, ...margins.map((m) => m.slack)];
}

function dealOf(terms: Clauses) {
  const offer = checkOffer(scenario, 'offer', { terms });
  if (!offer.ok) throw new Error('The offer does not fit.');
  return readDeal(settingOf(scenario), offer.value);
}

const q = (op: '>=' | '<=' | '=', line: number) => ({ kind: 'compare', of: 'q', op, line }) as const;
const between = (from: number, to: number) => ({ wording: 'between', from, to }) as const;

describe('the margin of an exact figure', () => {
  it('is what is short to either side, and nothing at the line', () => {
    expect(judged(q('=', 5), { q: 5 })).toEqual(['met', { least: 0, most: 0 }]);
    expect(judged(q('=', 5), { q: 8 })).toEqual(['unmet', { least: -3, most: -3 }]);
    expect(judged(q('=', 5), { q: 1 })).toEqual(['unmet', { least: -4, most: -4 }]);
    expect(judged(q('=', 5), { q: between(7, 9) })).toEqual(['unmet', { least: -4, most: -2 }]);
    expect(judged(q('=', 5), { q: between(4, 9) })).toEqual(['open', { least: -4, most: 0 }]);
    expect(judged(q('=', 5), {})).toEqual(['open', {}]);
    // How far over it may be is not known, but that it is over by three.
    expect(judged({ ...q('=', 5), of: 'endless' }, { endless: atLeast(8) })).toEqual(['unmet', { most: -3 }]);
  });

  it.each([
    ['>=', 0],
    ['>=', 60],
    ['>=', 100],
    ['<=', 0],
    ['<=', 60],
    ['=', 60],
  ] as const)('has both its ends wherever the figure lies, on a bound of its quantity too: %s %i', (op, line) => {
    for (const figure of [0, 1, 50, 99, 100]) {
      const short = op === '=' ? -Math.abs(figure - line) : op === '>=' ? figure - line : line - figure;
      const [, slack] = judged(q(op, line), { q: figure });
      expect([figure, slack]).toEqual([figure, { least: short + 0, most: short + 0 }]);
    }
    // An upper bound alone is no news about the offer.
    expect(judged(q(op, line), {})[1]).not.toHaveProperty(op === '<=' ? 'least' : 'most');
    expect(judged({ ...q(op, line), of: 'none' }, {})[1]).not.toHaveProperty(op === '<=' ? 'least' : 'most');
  });

  it('of a ratio too', () => {
    const ratio = { kind: 'ratio', of: 'q', per: 'r', op: '=', line: 2 } as const;
    expect(judged(ratio, { q: 6, r: 2 })).toEqual(['unmet', { least: -1, most: -1 }]);
    expect(judged(ratio, { q: 4, r: 2 })).toEqual(['met', { least: 0, most: 0 }]);
    expect(judged({ ...ratio, op: '>', line: 0 }, { q: 4, r: 3 })).toEqual([
      'met',
      { least: 1.333333, most: 1.333333 },
    ]);
  });

  it('rests on what its ends do, which nothing does without end', () => {
    const endless = { ...q('>=', 5), of: 'endless' };
    const facts = (terms: Clauses) => {
      const deal = dealOf(terms);
      return judge(endless, deal).margins[0]?.support.map((f) => deal.facts[f]?.path);
    };
    expect([facts({}), facts({ endless: atLeast(8) }), facts({ q: 8 })]).toEqual([[], ['endless'], []]);
  });
});

describe('the margin at a line', () => {
  it('is nothing, and never minus nothing', () => {
    expect(judged(q('<=', -0), { q: 0 })).toEqual(['met', { least: 0, most: 0 }]);
    // A third lies over it by less than can be said.
    const third = { kind: 'ratio', of: 'q', per: 'r', op: '<=', line: 0.333_333 } as const;
    expect(judged(third, { q: 1, r: 3 })).toEqual(['unmet', { least: 0, most: 0 }]);
  });
});

describe('the margin under not', () => {
  it('is short where the part had room, and the other way round', () => {
    expect(judged({ kind: 'not', of: q('>=', 5) }, { q: 8 })).toEqual(['unmet', { least: -3, most: -3 }]);
    expect(judged({ kind: 'not', of: q('>=', 5) }, { q: between(1, 2) })).toEqual(['met', { least: 3, most: 4 }]);
    expect(judged({ kind: 'ifThen', if: q('>=', 5), then: q('<=', 2) }, { q: 1 })).toEqual([
      'met',
      { least: 4, most: 4 },
      { least: 1, most: 1 },
    ]);
  });
});

describe('the margins of several conditions', () => {
  const both: Condition = { kind: 'all', of: [q('>=', 5), { ...q('>=', 5), of: 'r' }] };
  const either: Condition = { ...both, kind: 'any' };

  it('are those of the parts that decide', () => {
    expect(judged(both, { q: 8, r: 4 })).toEqual(['unmet', { least: -1, most: -1 }]);
    expect(judged(either, { q: 8, r: 4 })).toEqual(['met', { least: 3, most: 3 }]);
    expect(judged(both, { q: 8, r: 5 })).toEqual(['met', { least: 3, most: 3 }, { least: 0, most: 0 }]);
    expect(judged(either, { q: 3, r: 4 })).toEqual(['unmet', { least: -2, most: -2 }, { least: -1, most: -1 }]);
  });

  it('are those of the open parts where it is open', () => {
    expect(judged(both, { q: 8, r: between(4, 6) })).toEqual(['open', { least: -1, most: 1 }]);
    expect(judged(either, { q: 1, r: between(4, 6) })).toEqual(['open', { least: -1, most: 1 }]);
  });

  it('are approximate where the line of any part is', () => {
    const [exact, rough] = [q('>=', 5), { ...q('>=', 5), line: about(5) }];
    const kinds = ['all', 'any'] as const;
    const approximate = [[exact, exact], [exact, rough], [rough]].map((of) =>
      kinds.map((kind) => judge({ kind, of }, dealOf({ q: 8 })).approximate),
    );
    expect(approximate).toEqual([
      [false, false],
      [true, true],
      [true, true],
    ]);
  });
});

describe('a line between the steps', () => {
  it('is reached by the next step alone, however near it lies, and hit by none', () => {
    expect(judged(q('>=', 1.000_001), { q: 1 })).toEqual(['unmet', { least: -0.000_001, most: -0.000_001 }]);
    expect(judged(q('>=', 1.000_001), { q: 2 })[0]).toBe('met');
    expect(judged(q('<=', 2.5), { q: 3 })[0]).toBe('unmet');
    const never = judge(q('=', 2.5), dealOf({ q: between(2, 3) }));
    expect([never.verdict, never.support]).toEqual(['unmet', []]);
  });
});

describe('the margin of a share', () => {
  const half = (op: '>=' | '<=' | '=') =>
    ({ kind: 'compare', of: 'r', op, line: halfOf({ quantity: 'q' }) }) as const satisfies Condition;

  it('is taken from the share rounded down to the step', () => {
    expect(judged(half('>='), { q: 7, r: 2 })).toEqual(['unmet', { least: -1, most: -1 }]);
    expect(judged(half('>='), { q: 7, r: 3 })).toEqual(['met', { least: 0, most: 0 }]);
    expect(judged(half('>='), { q: 7, r: 4 })).toEqual(['met', { least: 1, most: 1 }]);
    expect(judged(half('<='), { q: 7, r: 4 })).toEqual(['unmet', { least: -1, most: -1 }]);
    expect(judged(half('='), { q: 7, r: 3 })).toEqual(['met', { least: 0, most: 0 }]);
  });
});
