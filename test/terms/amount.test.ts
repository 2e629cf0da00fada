import { describe, expect, it } from 'vitest';
import {
  about,
  all,
  atLeast,
  atMost,
  between,
  exactly,
  halfOf,
  lessThan,
  moreThan,
  normaliseAmount,
  remaining,
  shareIn,
  shareOf,
  some,
  upTo,
  worded,
  type Amount,
} from '../../src/terms/amount.js';
import { figuresIn, isApproximate, reachOf } from '../../src/terms/amount-span.js';
import { sayAmount, showAmount, tolerated } from '../../src/terms/amount-words.js';
import type { Terms } from '../../src/terms/term.js';

const terms: Terms = {
  catch: {
    kind: 'quantity',
    label: 'catch',
    scope: 'phase',
    unit: { one: 'tonne', many: 'tonnes' },
    step: 5,
    bounds: { least: 0, basis: 'assumed' },
    categories: {},
    overlap: false,
    complete: false,
    absent: 0,
  },
};
const namers = { terms, counts: { held: { label: 'those held' } } };
const held = { count: 'held' } as const;
const caught = { quantity: 'catch', in: 1 } as const;

/** Every wording: what it may be in steps of 5, the figures in it, the share it is, as said and as shown. */
const TABLE: readonly (readonly [Amount, readonly [number, number], readonly number[], unknown, string, string])[] = [
  [exactly(40), [40, 40], [40], undefined, '40', '40'],
  [about(40), [40, 40], [40], undefined, 'about 40', 'about 40'],
  [about(40, 0.5), [39.5, 40.5], [40], undefined, 'about 40 give or take 0.5', 'about 40 give or take 0.5'],
  [between(20, 30), [20, 30], [20, 30], undefined, 'between 20 and 30', '20–30'],
  [atLeast(40), [40, Infinity], [40], undefined, 'at least 40', 'at least 40'],
  [moreThan(40), [45, Infinity], [40], undefined, 'more than 40', 'more than 40'],
  [atMost(40), [-Infinity, 40], [40], undefined, 'at most 40', 'at most 40'],
  [upTo(40), [-Infinity, 40], [40], undefined, 'up to 40', 'up to 40'],
  [lessThan(40), [-Infinity, 35], [40], undefined, 'less than 40', 'less than 40'],
  [some(), [5, Infinity], [], undefined, 'some', 'some'],
  [all(), [-Infinity, Infinity], [], { parts: 1, outOf: 1 }, 'all', 'all'],
  [all(held), [-Infinity, Infinity], [], { parts: 1, outOf: 1, of: held }, 'all of those held', 'all of those held'],
  [remaining(), [-Infinity, Infinity], [], { parts: 1, outOf: 1 }, 'remaining', 'all remaining'],
  [
    remaining(held),
    [-Infinity, Infinity],
    [],
    { parts: 1, outOf: 1, of: held },
    'remaining of those held',
    'all remaining',
  ],
  [halfOf(), [-Infinity, Infinity], [], { parts: 1, outOf: 2 }, 'half', 'half'],
  [
    halfOf(caught),
    [-Infinity, Infinity],
    [],
    { parts: 1, outOf: 2, of: caught },
    'half of catch in phase 1',
    'half of catch in phase 1',
  ],
  [shareOf(2, 3), [-Infinity, Infinity], [], { parts: 2, outOf: 3 }, '2 out of 3', '2 out of 3'],
  [
    shareOf(2, 3, { quantity: 'catch' }),
    [-Infinity, Infinity],
    [],
    { parts: 2, outOf: 3, of: { quantity: 'catch' } },
    '2 out of 3 of catch',
    '2 out of 3 of catch',
  ],
];

describe.each(TABLE)('%j', (amount, [least, most], figures, share, said, shown) => {
  it('may be these figures', () => {
    expect(reachOf(amount, 5)).toEqual({ least, most });
    expect(figuresIn(amount)).toEqual(figures);
  });

  it('is this share', () => {
    expect(shareIn(amount)).toEqual(share);
  });

  it('is said and shown so', () => {
    expect(sayAmount(amount, namers)).toBe(said);
    expect(showAmount(amount, namers)).toBe(shown);
    expect(showAmount(worded('a word', amount), namers)).toBe('a word');
  });

  it('is approximate only where it is about', () => {
    expect(isApproximate(amount)).toBe(amount.wording === 'about');
  });
});

describe('an amount', () => {
  it('has no key that nobody gave', () => {
    expect([all(), remaining(), halfOf(), shareOf(1, 4), about(3)]).toStrictEqual([
      { wording: 'all' },
      { wording: 'remaining' },
      { wording: 'half of' },
      { wording: 'share of', parts: 1, outOf: 4 },
      { wording: 'about', n: 3 },
    ]);
    expect([all(), remaining(), halfOf(), shareOf(1, 4)].map((a) => Object.keys(shareIn(a) ?? {}))).toEqual(
      Array.from({ length: 4 }, () => ['parts', 'outOf']),
    );
    expect(about(3, 0)).toStrictEqual({ wording: 'about', n: 3, give: { n: 0, basis: 'assumed' } });
  });

  it('may be written as a bare number', () => {
    expect(normaliseAmount(7)).toEqual(exactly(7));
    expect(normaliseAmount(some())).toEqual(some());
  });

  it('keeps the word of the source beside its wording', () => {
    expect(worded('dozens', atLeast(24))).toEqual({ wording: 'at least', n: 24, words: 'dozens' });
  });

  it('says what is supposed of it only where it has a tolerance', () => {
    expect(tolerated(about(40, 5))).toBe("How far 'about' reaches is supposed: 40, give or take 5.");
    expect(tolerated(about(40))).toBeUndefined();
    expect(tolerated(exactly(40))).toBeUndefined();
  });

  it('names a count that nobody labelled by its id', () => {
    expect(sayAmount(all({ count: 'unknown' }), namers)).toBe('all of unknown');
  });
});
