import {
  checkScenario,
  days,
  onDay,
  parseScenario,
  remaining,
  schedule,
  toJson,
  uponCompletion,
  uponEvent,
  whenCertified,
  whenTotal,
} from 'sticking-points';
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

type Shape = readonly [what: string, draft: unknown, code: string | undefined];

/** A scenario whose one offer has this text. */
const text = (of: object) => ({
  ...base,
  parties: { north: {}, south: {} },
  offers: {
    one: { phases: [{ length: days(30) }], phaseCount: 1, text: { bodies: { board: { members: ['north'] } }, ...of } },
  },
});
const duties = (n: number, more: (i: number) => object = () => ({})) => ({
  obligations: many(n, 'duty-', (i) => ({
    owedBy: ['north'],
    to: ['south'],
    of: 'catch',
    amount: 5,
    begins: onDay(i % 30),
    within: days(3),
    verifier: 'board',
    ...more(i),
  })),
});

/** Large texts, of which the same holds. */
const TEXTS: readonly Shape[] = [
  ['obligations', text(duties(10_000)), undefined],
  [
    'obligations, each upon the one before',
    text(duties(10_000, (i) => (i > 0 ? { begins: uponCompletion(`duty-${i - 1}`) } : {}))),
    undefined,
  ],
  [
    'events, each upon the next',
    text({
      events: {
        start: { trigger: uponEvent('event-0') },
        ...many(20_000, 'event-', (i) => (i < 19_999 ? { trigger: uponEvent(`event-${i + 1}`) } : {})),
      },
    }),
    undefined,
  ],
  [
    'instruments, and obligations that stand in others',
    text({ instruments: many(5_000, 'pact-', () => ({})), ...duties(8_000, (i) => ({ instrument: `pcat-${i}` })) }),
    'text/unknown-instrument',
  ],
  [
    'certifications, and obligations upon each',
    text({
      certifications: many(9_000, 'count-', () => ({ by: 'board' })),
      ...duties(8_000, (i) => ({ begins: whenCertified(`count-${i}`) })),
    }),
    undefined,
  ],
  [
    'what remains after nothing, of many',
    text(duties(8_000, () => ({ amount: remaining() }))),
    'text/remaining-after-what',
  ],
  [
    'a total of misspelt obligations',
    text({
      ...duties(5_000),
      events: {
        all: {
          trigger: whenTotal(
            Array.from({ length: 100_000 }, (_, i) => `dtuy-${i}`),
            5,
          ),
        },
      },
    }),
    'text/unknown-obligation',
  ],
  [
    'a body of misspelt members',
    text({ bodies: { board: { members: Array.from({ length: 150_000 }, (_, i) => `nroth-${i}`) } } }),
    'text/unknown-party-or-body',
  ],
  ['phases by name', text({ phases: many(50_000, 'phase-', () => ({})) }), 'text/unknown-phase'],
  [
    'more than a text may hold',
    text({ bodies: { board: { members: Array.from({ length: 260_000 }, () => 'north') } } }),
    'scenario/too-big',
  ],
];

/** Large files, each within the bounds, and the code of what is wrong with it. */
const SHAPES: readonly Shape[] = [
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
  it.each([...SHAPES, ...TEXTS])('%s are not checked pair by pair', { timeout: 120_000 }, (_, draft, code) => {
    const { result, seconds } = withWork(() => checkScenario(draft));
    const codes = result.ok ? [] : result.faults.map((fault) => fault.code);
    expect([...new Set(codes)]).toEqual(code === undefined ? [] : [code]);
    expect(seconds).toBeLessThan(MOST_SECONDS);
  });

  it('a text of ten thousand obligations is written down, read again and laid out', { timeout: 120_000 }, () => {
    const checked = checkScenario(text(duties(10_000)));
    if (!checked.ok) throw new Error('It does not hold together.');
    const { result: read, seconds } = withWork(() => parseScenario(toJson(checked.value)));
    // A matcher would compare them in more time than all the rest takes.
    expect(read.ok && JSON.stringify(read.value) === JSON.stringify(checked.value)).toBe(true);
    expect(seconds).toBeLessThan(MOST_SECONDS);
    expect(schedule(checked.value, checked.value.offers['one']!).duties).toHaveLength(10_000);
  });
});
