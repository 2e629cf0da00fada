import {
  atLeast,
  between,
  days,
  defineScenario,
  halfOf,
  onDay,
  remaining,
  review,
  shareOf,
  upTo,
  weeks,
  checkOffer,
  type ObligationDraft,
  type OfferDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';

/** A harbour that is to be dredged, and its fees; invented. */
const harbour = defineScenario({
  id: 'harbour',
  parties: { city: { label: 'the city' }, port: { label: 'the port' } },
  terms: {
    sand: {
      kind: 'quantity',
      unit: 'tonnes',
      bounds: { most: 900 },
      categories: { clean: 'clean', foul: 'foul' },
      complete: true,
    },
    fee: { kind: 'quantity', unit: 'marks', scope: 'phase', bounds: { most: 90 } },
    boats: { kind: 'quantity', unit: 'boats', bounds: { most: 90 } },
  },
  space: { phases: { least: 1, most: 2 } },
  positions: {},
});

const duty = (more: Partial<ObligationDraft>): ObligationDraft => ({
  owedBy: ['city'],
  to: ['port'],
  verifier: 'board',
  of: 'sand',
  begins: onDay(0),
  ...(more.times === undefined && { within: days(5) }),
  ...more,
});

function told(
  obligations: Readonly<Record<string, Partial<ObligationDraft>>>,
  terms: OfferDraft['terms'] = { sand: 100 },
  rest: Partial<OfferDraft> = {},
): readonly string[] {
  const draft = {
    known: 'full',
    phaseCount: 2,
    phases: [{ length: weeks(4) }, { length: weeks(4) }],
    ...rest,
    terms,
    text: {
      bodies: { board: { members: ['city', 'port'] } },
      keys: { rate: { rows: [{ for: { n: 1, of: ['boats'] }, give: [{ n: 2, of: 'sand' }] }] } },
      obligations: Object.fromEntries(Object.entries(obligations).map(([id, one]) => [id, duty(one)])),
    },
  } as OfferDraft;
  const checked = checkOffer(harbour, 'draft', draft);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  const found = review(harbour, checked.value).filter(({ code }) => code === 'review/less-owed-than-given');
  return found.map(({ message }) => message);
}

type Owing = Readonly<Record<string, Partial<ObligationDraft>>>;
type Terms = NonNullable<OfferDraft['terms']>;

const SERIES = { series: 'sand', counted: 'increment' } as const;

function third(day: number): Partial<ObligationDraft> {
  return { amount: shareOf(1, 3), rounding: 'down', begins: onDay(day) };
}

describe('less owed than the deal gives', () => {
  it('is told with what is owed, by what, and what the deal gives', () => {
    expect(told({ x: { amount: 40 }, y: { amount: 30 } })).toEqual([
      'Of sand, no more than 70 tonnes are owed by “x” and “y”, and the deal gives 100. Say who owes the rest, and by when, or let the deal give less.',
    ]);
    expect(told({ x: { amount: 40 } }, { sand: atLeast(50) })).toEqual([
      expect.stringContaining('are owed by “x”, and the deal gives 50 at the least.'),
    ]);
    expect(told({ x: { amount: between(40, 49) } }, { sand: between(50, 60) })).toHaveLength(1);
    expect(told({ x: { kind: 'recurring', every: weeks(1), times: 3, amount: 33 } })).toHaveLength(1);
  });

  const NONE: readonly (readonly [string, Owing, Terms?])[] = [
    ['all of it is owed', { x: { amount: 40 }, y: { amount: 60 } }],
    ['the deal may give no more', { x: { amount: 40 } }, { sand: between(40, 60) }],
    ['it may be as much', { x: { amount: between(40, 100) } }],
    ['what remains is owed', { x: { amount: 40, series: SERIES }, y: { amount: remaining(), series: SERIES } }],
    ['shares of it are, whose roundings leave something', { x: third(0), y: third(6), z: third(12) }],
    ['the text says itself that it is a part', { x: { amount: halfOf() } }],
    ['it is owed by a key', { a: { of: 'boats', amount: 3 }, x: { byKey: { key: 'rate', of: ['a'] } } }, { sand: 100, boats: 3 }], // prettier-ignore
    ['the rest is aimed at, or may be done', { x: { amount: 40 }, y: { amount: upTo(60), strength: 'aims to' } }],
    ['none of it is owed', { x: { amount: 40, strength: 'may' } }],
    ['it is only held', { x: { amount: 40 }, y: { kind: 'level', amount: 60 } }],
    ['it comes round as often as may be', { x: { amount: 40, kind: 'recurring', every: weeks(1), within: undefined } as never }], // prettier-ignore
    ['as much goes to and fro', { x: { amount: 60 }, y: { amount: 60, owedBy: ['port'], to: ['city'] } }],
    ['categories make it up', { x: { of: 'sand/clean', amount: 40 }, y: { amount: 60 } }],
  ];
  for (const [where, obligations, terms] of NONE) {
    it(`is not told where ${where}`, () => {
      expect(told(obligations, terms)).toEqual([]);
    });
  }

  it('counts what is passed on where it comes from', () => {
    const passed = { owedBy: ['board'], to: ['port'] };
    expect(told({ x: { amount: 50, to: ['board'] }, y: { ...passed, amount: 50 } })).toEqual([
      expect.stringContaining('no more than 50 tonnes are owed by “x” and “y”'),
    ]);
    expect(told({ x: { amount: 50, to: ['board'] }, y: { ...passed, amount: 100 } })).toEqual([]);
  });

  it('holds for a category, and for a phase', () => {
    expect(told({ x: { of: 'sand/clean', amount: 30 } }, { sand: 100, 'sand/clean': 40 })).toEqual([
      expect.stringMatching(/^Of sand [(]clean[)], no more than 30 tonnes are owed by “x”, and the deal gives 40/),
    ]);
    const phases = [10, 20].map((fee) => ({ length: weeks(4), terms: { fee } }));
    const fees = (first: number, second: number) =>
      told(
        { x: { of: 'fee', amount: first, phase: 1 }, y: { of: 'fee', amount: second, phase: 2 } },
        {},
        {
          phases,
        },
      );
    expect(fees(10, 20)).toEqual([]);
    expect(fees(10, 15)).toHaveLength(1);
    // As much in all, and too little in one of them.
    expect(fees(15, 15)).toEqual([
      expect.stringMatching(/^Of fee, no more than 15 marks are owed by “y” in phase 2, and the deal gives 20/),
    ]);
  });
});
