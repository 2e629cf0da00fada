import { checkScenario, type Condition } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../support/golden.js';
import { CONDITIONS, everyKind } from './every-kind.js';

const draft = {
  id: 'faults',
  parties: { north: {} },
  terms: {
    crew: { kind: 'quantity', unit: 'persons', scope: 'phase', bounds: { most: 30 }, categories: { cooks: 'cooks' } },
    boats: { kind: 'quantity', unit: 'boats', bounds: { least: -20, most: 12 } },
    endless: { kind: 'quantity', unit: 'crowns', step: 0.000_001, bounds: {} },
    vast: { kind: 'quantity', unit: 'crowns', step: 0.000_001, scope: 'phase', bounds: {} },
    calm: { kind: 'flag' },
    patrol: { kind: 'flag', scope: 'phase' },
    zone: { kind: 'choice', ordered: true, options: { coast: 'the coast', sea: 'the sea' } },
    gear: { kind: 'choice', scope: 'phase', options: { nets: 'nets', lines: 'lines' } },
  },
  counts: { held: { figure: 10 } },
  space: { phases: 2 },
};

/** Where each fault lies, with its code and sentence. */
function faultsOf(condition: unknown): readonly string[] {
  const result = checkScenario({ ...draft, positions: { p: { party: 'north', rigidity: 'demand', condition } } });
  return result.ok
    ? []
    : result.faults.map((f) => `${f.path.slice(3).join('.')}: ${f.code}: ${f.message} ${JSON.stringify(f.facts)}`);
}

const compare = (line: unknown, more: object = {}) => ({ kind: 'compare', of: 'crew', op: '>=', line, ...more });
const length = (line: unknown, unit = 'weeks', more: object = {}) => ({
  kind: 'length',
  op: '>=',
  line,
  unit,
  ...more,
});
const ratio = (line: number, more: object = {}) => ({
  kind: 'ratio',
  of: 'crew',
  per: 'boats',
  op: '>=',
  line,
  ...more,
});
const share = (parts: number, outOf: number, of?: object) => ({ wording: 'share of', parts, outOf, ...(of && { of }) });

const CASES: readonly (readonly [unknown, readonly string[]])[] = [
  // Terms, kinds and categories.
  [compare(3, { of: 'crwe' }), ['of: scenario/unknown-term']],
  [compare(3, { of: 'x'.repeat(100) }), ['of: scenario/unknown-term']],
  [compare(3, { of: 'constructor' }), ['of: scenario/unknown-term']],
  [compare(3, { of: 'calm' }), ['of: scenario/wrong-kind-of-term']],
  [compare(3, { of: 'crew/cook' }), ['of: scenario/unknown-category']],
  [compare(3, { of: 'crew/constructor' }), ['of: scenario/unknown-category']],
  [compare(3, { plus: [{ of: 'crwe' }] }), ['plus.0.of: scenario/unknown-term']],
  [{ kind: 'flag', of: 'calm/cooks', is: true }, ['of: scenario/unknown-category']],
  [{ kind: 'flag', of: 'crew', is: true }, ['of: scenario/wrong-kind-of-term']],
  [{ kind: 'choice', of: 'calm', is: ['coast'] }, ['of: scenario/wrong-kind-of-term']],
  [{ kind: 'choice', of: 'zone', is: ['coast', 'cost'] }, ['is.1: scenario/unknown-option']],
  [{ kind: 'rank', of: 'calm', op: '>=', option: 'coast' }, ['of: scenario/wrong-kind-of-term']],
  [{ kind: 'rank', of: 'zone', op: '>=', option: 'constructor' }, ['option: scenario/unknown-option']],
  [{ kind: 'rank', of: 'gear', in: 1, op: '>=', option: 'nets' }, [': scenario/unordered-choice']],
  [{ kind: 'begins', of: 'calm', noLaterThan: 1 }, ['of: scenario/no-phases']],
  [{ kind: 'begins', of: 'zone', noLaterThan: 1 }, ['of: scenario/wrong-kind-of-term']],
  [{ kind: 'begins', of: 'nothing', noLaterThan: 1 }, ['of: scenario/unknown-term']],
  [{ kind: 'begins', of: 'patrol', noLaterThan: 3 }, ['noLaterThan: scenario/unknown-phase']],
  [{ kind: 'before', first: 'boats', then: 'calm' }, ['first: scenario/no-phases', 'then: scenario/no-phases']],
  [ratio(3, { of: 'calm', per: 'zone' }), ['of: scenario/wrong-kind-of-term', 'per: scenario/wrong-kind-of-term']],
  // Scopes.
  [compare(3, { in: 2 }), []],
  [compare(3, { in: 3 }), ['in: scenario/unknown-phase']],
  [compare(3, { in: { upTo: 3 } }), ['in: scenario/unknown-phase']],
  [compare(3, { in: 'total' }), []],
  [compare(3, { of: 'boats', in: 'total' }), []],
  [compare(3, { of: 'boats', in: 1 }), ['in: scenario/scope-of-deal-term']],
  [compare(3, { plus: [{ of: 'boats', in: { upTo: 1 } }] }), ['plus.0.in: scenario/scope-of-deal-term']],
  [{ kind: 'flag', of: 'patrol', is: true }, ['in: scenario/scope-missing']],
  [{ kind: 'flag', of: 'patrol', in: 3, is: true }, ['in: scenario/unknown-phase']],
  [{ kind: 'flag', of: 'calm', in: 1, is: true }, ['in: scenario/scope-of-deal-term']],
  [{ kind: 'choice', of: 'gear', is: ['nets'] }, ['in: scenario/scope-missing']],
  [{ kind: 'rank', of: 'zone', in: 1, op: '>=', option: 'coast' }, ['in: scenario/scope-of-deal-term']],
  [
    { kind: 'rank', of: 'gear', op: '>=', option: 'nets' },
    ['in: scenario/scope-missing', ': scenario/unordered-choice'],
  ],
  [length(3, 'weeks', { in: 3 }), ['in: scenario/unknown-phase']],
  [length(3, 'weeks', { in: { upTo: 3 } }), ['in: scenario/unknown-phase']],
  [length(3, 'weeks', { in: 'total' }), []],
  // Amounts.
  [compare(0.5), []],
  [compare({ wording: 'between', from: 4, to: 3 }), ['line: amount/reversed']],
  [compare({ wording: 'between', from: 4, to: 4 }), []],
  [compare(1e-7), ['line: amount/too-fine']],
  [compare(0.000_001), []],
  [compare(2e12), ['line: amount/out-of-range']],
  [compare({ wording: 'about', n: 3, give: { n: 1e-7, basis: 'assumed' } }), ['line: amount/too-fine']],
  [compare({ wording: 'about', n: 1e-7, give: { n: 1, basis: 'assumed' } }), ['line: amount/too-fine']],
  [compare(share(3, 2, { count: 'held' })), ['line: amount/share-over-whole']],
  [compare(share(2, 2, { count: 'held' })), []],
  [compare(share(1, 1e6, { count: 'held' })), []],
  [compare(share(1, 1e6 + 1, { count: 'held' })), ['line: amount/out-of-range']],
  [compare(share(1, 2, { count: 'hled' })), ['line.of.count: scenario/unknown-count']],
  [compare(share(9008, 9008, { count: 'hled' })), ['line.of.count: scenario/unknown-count']],
  [compare(share(1e6 + 1, 1e6 + 1, { count: 'held' })), ['line: amount/out-of-range', 'line: amount/out-of-range']],
  [compare(share(1, 2, { count: 'constructor' })), ['line.of.count: scenario/unknown-count']],
  [compare(share(1, 2, { quantity: 'calm' })), ['line.of.quantity: scenario/wrong-kind-of-term']],
  [compare(share(1, 2, { quantity: 'crew', in: 3 })), ['line.of.in: scenario/unknown-phase']],
  [compare(share(1, 2)), []],
  // What is added up, how often, and how large it gets.
  [compare(3, { times: 1e6 }), []],
  [compare(3, { times: -1e6 - 1 }), ['times: condition/out-of-range']],
  [compare(3, { plus: [{ of: 'boats', times: 1e6 + 1 }] }), ['plus.0.times: condition/out-of-range']],
  [compare(3, { of: 'endless', times: 1e6 + 1 }), ['times: condition/out-of-range']],
  [compare(3, { of: 'endless', times: 9007 }), []],
  [compare(3, { of: 'endless', times: 9008 }), [': condition/out-of-range']],
  [compare(3, { of: 'endless', times: 9007, plus: [{ of: 'boats', times: 9 }] }), []],
  [compare(3, { of: 'endless', times: 9007, plus: [{ of: 'boats', times: 1e6 }] }), [': condition/out-of-range']],
  [compare(199_254.740_991, { of: 'endless', times: 9007 }), []],
  [compare(199_254.740_992, { of: 'endless', times: 9007 }), [': condition/out-of-range']],
  [compare(3, { of: 'vast', times: 3500, in: { upTo: 3 } }), ['in: scenario/unknown-phase']],
  [compare(3, { of: 'vast', times: 5000, plus: [{ of: 'endless', times: -5000 }] }), [': condition/out-of-range']],
  [
    compare(3, { of: 'endless', in: 'total', times: 5000, plus: [{ of: 'endless', times: -5000 }] }),
    [': condition/out-of-range'],
  ],
  [compare({ wording: 'half of', of: { quantity: 'endless' } }, { of: 'endless', times: 4503 }), []],
  [
    compare({ wording: 'half of', of: { quantity: 'endless' } }, { of: 'endless', times: 4504 }),
    [': condition/out-of-range'],
  ],
  [compare(share(9006, 9006, { quantity: 'endless' })), []],
  [compare(share(9008, 9008, { quantity: 'endless' })), [': condition/out-of-range']],
  [compare(share(4600, 4600, { quantity: 'vast' })), []],
  [compare(share(4600, 4600, { quantity: 'vast', in: { upTo: 2 } })), [': condition/out-of-range']],
  [compare(1e9, { plus: [{ of: 'endless' }] }), []],
  [compare(1e10, { plus: [{ of: 'endless' }] }), [': condition/out-of-range']],
  [compare(-1e10, { plus: [{ of: 'endless' }] }), [': condition/out-of-range']],
  [ratio(3), []],
  [ratio(4600, { of: 'vast', per: 'vast' }), []],
  [ratio(4600, { of: 'vast', per: 'vast', in: { upTo: 2 } }), [': condition/out-of-range']],
  [ratio(1e-7), ['line: amount/too-fine']],
  [ratio(900, { of: 'endless', per: 'endless' }), []],
  [ratio(9007.5, { of: 'endless', per: 'endless' }), [': condition/out-of-range']],
  [ratio(-9007.5, { of: 'endless', per: 'endless' }), [': condition/out-of-range']],
  // Lengths.
  [length(share(1, 2)), ['line: length/share']],
  [length({ wording: 'less than', n: 0 }), ['line: length/negative']],
  [length({ wording: 'less than', n: 1 }), []],
  [length({ wording: 'at most', n: 0 }), []],
  [length(-1), ['line: length/negative']],
  [length(0), []],
  [length(1.5), ['line: length/not-whole']],
  [length({ wording: 'between', from: 4, to: 3 }), ['line: amount/reversed']],
  [length(1e12, 'days'), []],
  [length(1e12 + 1, 'days'), ['line: amount/out-of-range']],
  [length(142_857_142_857, 'weeks'), []],
  [length(142_857_142_858, 'weeks'), ['line: amount/out-of-range']],
  [length(32_258_064_516, 'months'), []],
  [length(32_258_064_517, 'months'), ['line: amount/out-of-range']],
  [length({ wording: 'about', n: 4, give: { n: 1e-7, basis: 'assumed' } }), ['line: amount/too-fine']],
  [length({ wording: 'about', n: 4, give: { n: 0.5, basis: 'assumed' } }), []],
  // Wherever it stands.
  [{ kind: 'all', of: [compare(3), compare(3, { of: 'x' })] }, ['of.1.of: scenario/unknown-term']],
  [{ kind: 'any', of: [compare(3), compare(3, { of: 'x' })] }, ['of.1.of: scenario/unknown-term']],
  [{ kind: 'not', of: compare(3, { of: 'x' }) }, ['of.of: scenario/unknown-term']],
  [
    { kind: 'ifThen', if: compare(3, { of: 'x' }), then: compare(3, { of: 'y' }) },
    ['if.of: scenario/unknown-term', 'then.of: scenario/unknown-term'],
  ],
];

describe('a condition that speaks of what there is not, or cannot be', () => {
  it.each(CASES)('%j', (condition, expected) => {
    expect(faultsOf(condition).map((f) => f.split(': ').slice(0, 2).join(': '))).toEqual(expected);
  });

  it('is told what is wrong with it, and the way out', () => {
    const lines = CASES.flatMap(([condition]) => faultsOf(condition));
    expectGolden(`${lines.join('\n')}\n`, 'condition-faults.txt');
  });
});

describe('what there is is listed', () => {
  /** The sentence on a condition in a scenario of so many quantities. */
  function messageOf(quantities: number, of: string): string | undefined {
    const ids = Array.from({ length: quantities }, (_, i) => `q${i + 1}`);
    const terms = {
      ...Object.fromEntries(ids.map((id) => [id, { kind: 'quantity', unit: 'boats', label: id }])),
      calm: { kind: 'flag' },
    };
    const positions = { p: { party: 'north', rigidity: 'demand', condition: compare(3, { of }) } };
    const result = checkScenario({ id: 'many', parties: { north: {} }, terms, positions });
    return result.ok ? undefined : result.faults[0]?.message;
  }

  it('up to a dozen, and how many more there are', () => {
    const sentence = (known: string) => `'calm' is a flag, and this needs a quantity: ${known}.`;
    expect([0, 1, 12, 14].map((n) => messageOf(n, 'calm'))).toEqual([
      sentence('none is declared'),
      sentence('q1'),
      sentence('q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12'),
      sentence('q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12 and 2 more'),
    ]);
  });
});

describe('a figure of an offer', () => {
  it('lies on the step of its term, where it is countable at all', () => {
    const faults = (fish: number) => {
      const terms = { fish: { kind: 'quantity', unit: 'tonnes', step: 0.5 } };
      const result = checkScenario({
        id: 'step',
        parties: { north: {} },
        terms,
        positions: {},
        offers: { o: { terms: { fish } } },
      });
      return result.ok ? [] : result.faults.map(({ code, facts }) => [code, facts]);
    };
    expect([1.5, 1.7, 1e-7].map(faults)).toEqual([
      [],
      [['amount/off-step', { n: 1.7, step: 0.5 }]],
      [['amount/too-fine', { n: 1e-7 }]],
    ]);
  });
});

/** Each record of a condition with one key gone, one of a wrong kind, and one too many. */
function damaged(condition: Condition): readonly unknown[] {
  const at = (value: unknown): readonly unknown[] => {
    if (Array.isArray(value)) {
      const items: readonly unknown[] = value;
      return items.flatMap((item, i) => at(item).map((other) => items.map((one, j) => (i === j ? other : one))));
    }
    if (typeof value !== 'object' || value === null) return [{}];
    return [
      { ...value, extra: 1 },
      ...Object.entries(value).flatMap(([key, of]) => at(of).map((other) => ({ ...value, [key]: other }))),
    ];
  };
  return at(condition);
}

describe('a condition of no shape', () => {
  const wanted = { ...draft, terms: everyKind.terms };

  it('is refused wherever a value of another kind stands in it, or a key too many', () => {
    for (const condition of CONDITIONS) {
      for (const broken of damaged(condition)) {
        const result = checkScenario({
          ...wanted,
          positions: { p: { party: 'north', rigidity: 'demand', condition: broken } },
        });
        const codes = result.ok ? [] : result.faults.map((f) => f.code);
        expect(codes.filter((code) => /shape|unknown-key/.test(code)).length, JSON.stringify(broken)).toBeGreaterThan(
          0,
        );
      }
    }
  });
});
