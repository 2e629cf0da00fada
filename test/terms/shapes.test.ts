import { describe, expect, it } from 'vitest';
import { amountShape, lengthShape, scopeShape, valueShape } from '../../src/terms/shapes.js';

const AMOUNTS: readonly unknown[] = [
  3,
  ...['exactly', 'at least', 'more than', 'at most', 'up to', 'less than', 'about'].map((wording) => ({
    wording,
    n: 3,
  })),
  { wording: 'exactly', n: 3, words: 'three' },
  { wording: 'about', n: 3, words: 'three or so' },
  { wording: 'about', n: 3, give: { n: 0, basis: 'assumed' } },
  { wording: 'between', from: 2, to: 3 },
  { wording: 'between', from: 2, to: 3, words: 'two or three' },
  { wording: 'some' },
  { wording: 'some', words: 'a few' },
  ...['all', 'remaining', 'half of'].flatMap((wording) => [
    { wording },
    { wording, of: { count: 'held' }, words: 'every one' },
    { wording, of: { quantity: 'q' } },
    { wording, of: { quantity: 'q', in: 1 } },
  ]),
  { wording: 'share of', parts: 1, outOf: 3 },
  { wording: 'share of', parts: 1, outOf: 3, of: { quantity: 'q', in: { upTo: 2 } }, words: 'a third' },
];

const NO_AMOUNTS: readonly unknown[] = [
  undefined,
  {},
  [],
  { wording: 'exactly' },
  { wording: 'exactly', n: '3' },
  { wording: 'exactly', n: 3, words: 3 },
  { wording: 'exactly', n: 3, m: 3 },
  { wording: 'about', n: 3, give: 1 },
  { wording: 'about', n: 3, give: { n: -1, basis: 'assumed' } },
  { wording: 'about', n: 3, give: { n: 1, basis: 'reported' } },
  { wording: 'about', n: 3, give: { n: 1 } },
  { wording: 'between', from: 2 },
  { wording: 'between', from: 2, to: '3' },
  { wording: 'some', n: 3 },
  { wording: 'all', of: 'held' },
  { wording: 'all', of: {} },
  { wording: 'all', of: { count: 'held', in: 1 } },
  { wording: 'all', of: { quantity: 'q', in: 0 } },
  { wording: 'share of', parts: 1 },
  { wording: 'share of', parts: 0, outOf: 3 },
  { wording: 'share of', parts: 1, outOf: 0 },
  { wording: 'share of', parts: 0.5, outOf: 3 },
  { wording: 'dozens' },
];

const VALUES: readonly unknown[] = [
  ...AMOUNTS,
  true,
  'option',
  { oneOf: ['a'] },
  { oneOf: ['a', 'b'] },
  { unsettled: 'deferred' },
  { unsettled: 'deferred', between: ['north'], until: 'June', otherwise: 'nothing' },
  { unsettled: 'on the agenda' },
  { unsettled: 'undisclosed' },
  { unsettled: 'ambiguous', readings: [{ party: 'north', reading: 'on board' }] },
];

const NO_VALUES: readonly unknown[] = [
  ...NO_AMOUNTS,
  null,
  { oneOf: [] },
  { oneOf: 'a' },
  { oneOf: ['a'], most: 1 },
  { unsettled: 'unknown' },
  { unsettled: 'deferred', between: 'north' },
  { unsettled: 'deferred', until: 3 },
  { unsettled: 'on the agenda', until: 'June' },
  { unsettled: 'undisclosed', readings: [] },
  { unsettled: 'ambiguous' },
  { unsettled: 'ambiguous', readings: [{ party: 'north' }] },
  { unsettled: 'ambiguous', readings: [{ party: 'north', reading: 'on board', note: '' }] },
];

const SCOPES: readonly unknown[] = [1, 12, 'total', { upTo: 1 }];
const NO_SCOPES: readonly unknown[] = [0, -1, 1.5, 'all', { upTo: 0 }, { upTo: 1.5 }, { upTo: 1, from: 1 }, {}, null];

const LENGTHS: readonly unknown[] = ['days', 'weeks', 'months'].flatMap((unit) => [
  { length: 3, unit },
  { length: { wording: 'at least', n: 3 }, unit },
]);
const NO_LENGTHS: readonly unknown[] = [
  3,
  { length: 3 },
  { unit: 'days' },
  { length: 3, unit: 'years' },
  { length: 3, unit: 'days', from: 1 },
];

describe.each([
  ['an amount', amountShape, AMOUNTS, NO_AMOUNTS],
  ['a value', valueShape, VALUES, NO_VALUES],
  ['a scope', scopeShape, SCOPES, NO_SCOPES],
  ['a length', lengthShape, LENGTHS, NO_LENGTHS],
] as const)('the shape of %s', (_, shape, fits, others) => {
  it.each(fits.map((value) => [value]))('is that of %j, which it leaves as it is', (value) => {
    expect(shape().safeParse(value)).toEqual({ success: true, data: value });
  });

  it.each(others.map((value) => [value]))('is not that of %j', (value) => {
    expect(shape().safeParse(value).success).toBe(false);
  });
});

describe('what fits no shape', () => {
  it('is told which wordings there are', () => {
    const told = JSON.stringify(amountShape().safeParse({ wording: 'dozens' }).error);
    for (const wording of ["'exactly'", "'share of'"]) expect(told).toContain(wording);
    expect(told).toContain("'exactly', 'about', 'between'");
  });
});
