import { checkScenario } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { MOST_SECONDS, withWork } from '../support/work.js';

/** So many entries of a record: `a0`, `a1` … */
function many<T>(n: number, prefix: string, make: (i: number) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Array.from({ length: n }, (_, i) => [`${prefix}${i}`, make(i)]));
}

const FLAG = { kind: 'flag' };
const flags = (n: number) => many(n, 'flag-', () => FLAG);
const base = {
  id: 'large',
  parties: { north: {} },
  terms: { catch: { kind: 'quantity', unit: 'tonnes' } },
  positions: {},
};
const condition = { kind: 'compare', of: 'catch', op: '>=', line: 1 };
const unmet = (n: number) => many(n, 'met-', (i) => ({ title: `met ${i}` }));
const offers = (n: number) => many(n, 'offer-', () => ({}));

/** Large files, each within the bounds, and the code of what is wrong with it. */
const SHAPES: readonly (readonly [what: string, draft: unknown, code: string | undefined])[] = [
  [
    'flags, and as many misspelt clauses of one offer',
    { ...base, terms: flags(16_000), offers: { one: { terms: many(16_000, 'falg-', () => true) } } },
    'scenario/unknown-term',
  ],
  [
    'half as many flags and misspelt clauses',
    { ...base, terms: flags(8_000), offers: { one: { terms: many(8_000, 'falg-', () => true) } } },
    'scenario/unknown-term',
  ],
  [
    'flags, and offers of one clause each',
    {
      ...base,
      terms: flags(5_000),
      offers: many(6_000, 'offer-', (i) => ({ terms: { [`flag-${i % 5_000}`]: true } })),
    },
    undefined,
  ],
  [
    'flags, and misspelt ids in one condition',
    {
      ...base,
      terms: flags(5_000),
      positions: {
        all: {
          party: 'north',
          rigidity: 'demand',
          condition: {
            kind: 'all',
            of: Array.from({ length: 8_000 }, (_, i) => ({ kind: 'flag', of: `falg-${i}`, is: true })),
          },
        },
      },
    },
    'scenario/unknown-term',
  ],
  [
    'preconditions, and rounds with misspelt needs',
    {
      ...base,
      process: { preconditions: unmet(9_000), rounds: many(9_000, 'round-', (i) => ({ needs: [`mat-${i}`] })) },
    },
    'scenario/unknown-precondition',
  ],
  [
    'parties, and positions of misspelt ones',
    {
      ...base,
      parties: many(5_000, 'party-', () => ({})),
      positions: many(5_000, 'position-', (i) => ({ party: `praty-${i}`, rigidity: 'demand', condition })),
    },
    'scenario/unknown-party',
  ],
  [
    'categories, and misspelt paths',
    {
      ...base,
      terms: { catch: { kind: 'quantity', unit: 'tonnes', categories: many(5_000, 'fish-', (i) => `fish ${i}`) } },
      offers: { one: { terms: many(5_000, 'catch/fihs-', () => 1) } },
    },
    'scenario/unknown-category',
  ],
  [
    'offers, each of which amends the next',
    {
      ...base,
      offers: many(6_000, 'offer-', (i) => ({ related: [{ how: 'amendment of', offer: `offer-${(i + 1) % 6_000}` }] })),
    },
    undefined,
  ],
  [
    'offers and answers',
    {
      ...base,
      offers: offers(4_000),
      answers: Array.from({ length: 9_000 }, (_, i) => ({
        party: 'north',
        offer: `offer-${i % 4_000}`,
        answer: 'accepts',
      })),
    },
    undefined,
  ],
];

describe('large scenarios within the bounds', () => {
  it.each(SHAPES)('%s are not checked pair by pair', { timeout: 120_000 }, (_, draft, code) => {
    const { result, seconds } = withWork(() => checkScenario(draft));
    const codes = result.ok ? [] : result.faults.map((fault) => fault.code);
    expect([...new Set(codes)]).toEqual(code === undefined ? [] : [code]);
    expect(seconds).toBeLessThan(MOST_SECONDS);
  });
});
