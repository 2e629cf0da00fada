import { about, assess, checkScenario } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { draftWith } from '../support/draft.js';
import { rivers } from '../support/rivers.js';

describe('exchanges', () => {
  const rate = (...changes: [string, unknown][]) => {
    const result = checkScenario(draftWith(...changes));
    if (!result.ok) throw new Error(result.faults[0]?.message);
    return assess(result.value, 'first').exchanges[0];
  };
  const terms = (catchOf: unknown, boats: unknown): [string, unknown] => [
    'offers.first.terms',
    { catch: catchOf, boats },
  ];

  it('an interval, whichever ends belong together, and always derived', () => {
    const between = (from: number, to: number) => ({ wording: 'between', from, to });
    expect(rate(['basis', 'reported'], terms(between(30, 60), between(3, 5)))).toMatchObject({
      least: 6,
      most: 20,
      basis: 'inferred',
    });
    expect(rate(terms(about(30), 3))).toMatchObject({ least: 10, most: 10, basis: 'assumed' });
    expect(rate(terms({ wording: 'at least', n: 30 }, 3))).toMatchObject({ least: 10 });
    expect(rate(terms({ wording: 'at least', n: 30 }, 3))).not.toHaveProperty('most'); // the bound of the term is no report
  });

  it.each([
    ['a side is not reported', [['offers.first.terms', { boats: 3 }]], { undefined: 'not reported', of: 'catch' }],
    ['a side is not settled', [terms(30, { unsettled: 'on the agenda' })], { undefined: 'not reported', of: 'boats' }],
    ['the other may be none', [terms(30, { wording: 'up to', n: 3 })], { undefined: 'over zero', of: 'boats' }],
    ['the other is none', [terms(30, 0)], { undefined: 'over zero', of: 'boats' }],
    [
      'the facts bar it',
      [terms(30, 3), ['offers.first.barred', { rate: 'They are not given for each other.' }]],
      { undefined: 'barred', because: 'They are not given for each other.' },
    ],
  ] as [string, [string, unknown][], object][])('none where %s', (_, changes, expected) => {
    const found = rate(...changes);
    expect(found).toMatchObject(expected);
    expect(found).not.toHaveProperty('least');
  });
});

it('invariants are judged and belong to no party', () => {
  const { invariants, verdicts: held } = assess(rivers, 'second');
  expect(invariants).toMatchObject([{ invariant: 'shares', title: 'no more water than flows in', verdict: 'met' }]);
  expect(assess(rivers, 'first').invariants[0]?.verdict).toBe('open');
  expect(held.map((v) => v.position)).not.toContain('shares');
});

it('what sources name stands beside: of this offer or of the talks at large, as far as it was reported', () => {
  const cite = [{ source: 'wire', attribution: 'narrator' }];
  const named = [
    { title: 'the boats', offer: 'first', citations: cite },
    { title: 'the rest', offer: 'second', citations: cite },
    { title: 'trust', positions: ['enough'], citations: cite },
  ];
  const result = checkScenario(draftWith(['named', named], ['offers.second', {}]));
  const titles = (asOf: string) => result.ok && assess(result.value, 'first', { asOf }).named.map((n) => n.title);
  expect(titles('2030-01-10')).toEqual(['the boats', 'trust']);
  expect(titles('2030-01-09')).toEqual([]);
});

it('a line that is a share of another quantity stands opposite positions on that quantity', () => {
  const share = { kind: 'compare', of: 'catch', op: '>=', line: { wording: 'half of', of: { quantity: 'boats' } } };
  const few = { kind: 'compare', of: 'boats', op: '<=', line: 4 };
  const result = checkScenario(
    draftWith(
      ['positions.enough.condition', share],
      ['positions.few', { party: 'south', rigidity: 'demand', condition: few }],
    ),
  );
  expect(result.ok && assess(result.value, 'first').verdicts.map((v) => v.opposite)).toEqual([['few'], ['enough']]);
});
