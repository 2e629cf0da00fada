import fc from 'fast-check';
import { all, between, checkOffer, days, defineScenario, isFaultError, onDay, review, schedule } from 'sticking-points';
import {
  uponCompletion,
  uponEvent,
  weeks,
  type ObligationDraft,
  type Offer,
  type OfferDraft,
  type TextDraft,
} from 'sticking-points';
import {
  checkDeal,
  dealCode,
  dealText,
  dueInOrder,
  everyNegotiatedPhaseHasAFallback,
  FINDINGS,
  neverMoreOwedThanHeld,
  nothingDueBeforeItsTrigger,
  offers,
  somethingDueWithin,
  textHoldsTogether,
  type Finding,
  type OfferInvariant,
} from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import '../../support/seed.js';
import { offerDraftOf } from '../../../src/scenario/offer-draft-of.js';
import { ask } from './ask.js';
import { camps, offer } from './camps.js';

/** A law, a text and what that comes to; of an offer without one, the offer. */
type Row = readonly [why: string, law: OfferInvariant, of: TextDraft | undefined, finding: Finding, rest?: OfferDraft];

const hill = { owedBy: ['hill'] } as const;
const shore = { owedBy: ['shore'] } as const;
const lengths = { phases: [{ length: days(20) }, { length: days(20) }], phaseCount: 2 } as const;
const held = neverMoreOwedThanHeld(camps, 'captives', 'held');
const order = dueInOrder('list', 'release');
const monthly = somethingDueWithin(30);
const fallback = everyNegotiatedPhaseHasAFallback('ifNoAgreement');
const together = textHoldsTogether();
const inTime = nothingDueBeforeItsTrigger();
const free = (amount: number) => ({ ...hill, of: 'captives', amount, begins: onDay(0) }) as const;

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  neverMoreOwedThanHeld: [
    ['by either report', held, { obligations: { a: free(10), b: free(20) } }, 'held'],
    ['by neither', held, { obligations: { a: free(16), b: free(20) } }, 'broken'],
    ['by one report and not by the other', held, { obligations: { a: free(11), b: free(20) } }, 'undetermined'],
    ['all of them, however many', held, { obligations: { a: { ...free(1), amount: all({ count: 'held' }) } } }, 'held'],
    ['as often as it comes round', held, { obligations: { a: { ...free(12), kind: 'recurring', every: days(7), times: 3 } } }, 'broken'], // prettier-ignore
    ['what may be done may not', held, { obligations: { a: free(20), b: { ...free(20), strength: 'may' } } }, 'undetermined'], // prettier-ignore
    ['through two hands', held, { obligations: { a: { ...free(20), to: ['envoy'] }, b: { ...free(20), owedBy: ['envoy'], to: ['shore'] } } }, 'held'], // prettier-ignore
    ['in steps of one running total', held, { obligations: { a: { ...free(20), series: { series: 's', counted: 'running total' } }, b: { ...free(30), series: { series: 's', counted: 'running total' } } } }, 'held'], // prettier-ignore
    ['how many is not said', held, { obligations: { a: { ...hill, of: 'captives', begins: onDay(0) } } }, 'undetermined'], // prettier-ignore
    ['in categories that may overlap', held, { obligations: { a: { ...free(20), of: 'captives/women' }, b: { ...free(20), of: 'captives/wounded' } } }, 'undetermined'], // prettier-ignore
    ['in one category', held, { obligations: { a: { ...free(36), of: 'captives/women' } } }, 'broken'],
    ['few in categories', held, { obligations: { a: { ...free(10), of: 'captives/women' }, b: { ...free(20), of: 'captives/wounded' } } }, 'held'], // prettier-ignore
    ['a whole that may hold its category', held, { obligations: { a: free(30), b: { ...free(20), of: 'captives/women' } } }, 'undetermined'], // prettier-ignore
    ['of one category, by the whole', neverMoreOwedThanHeld(camps, 'captives/women', 'held'), { obligations: { a: free(40) } }, 'undetermined'], // prettier-ignore
    ['of one category, by another', neverMoreOwedThanHeld(camps, 'captives/women', 'held'), { obligations: { a: { ...free(30), of: 'captives/women' }, b: { ...free(5), of: 'captives/wounded' } } }, 'undetermined'], // prettier-ignore
    ['a category of what is handed on', held, { obligations: { a: { ...free(20), to: ['envoy'] }, b: { ...free(15), of: 'captives/women', owedBy: ['envoy'], to: ['shore'] } } }, 'held'], // prettier-ignore
    ['more handed on than was got', held, { obligations: { a: { ...free(20), to: ['envoy'] }, b: { ...free(36), owedBy: ['envoy'], to: ['shore'] } } }, 'broken'], // prettier-ignore
    ['round and round', held, { obligations: { a: { ...free(20), to: ['shore'] }, b: { ...free(20), ...shore, to: ['hill'] } } }, 'undetermined'], // prettier-ignore
    ['something else', held, { obligations: { a: { ...free(90), of: 'detainees' } } }, 'held'],
    ['no text in a full offer', held, undefined, 'held', { known: 'full', terms: {} }],
    ['no text at hand', held, undefined, 'undetermined'],
  ],
  dueInOrder: [
    ['one after the other', order, { obligations: { list: { ...hill, begins: onDay(1) }, release: { ...hill, begins: onDay(2) } } }, 'held'], // prettier-ignore
    ['upon it', order, { obligations: { list: { ...hill, begins: onDay(1) }, release: { ...hill, begins: uponCompletion('list') } } }, 'held'], // prettier-ignore
    ['the window is still open', order, { obligations: { list: { ...hill, begins: onDay(1), within: days(3) }, release: { ...hill, begins: onDay(2) } } }, 'broken'], // prettier-ignore
    ['the other way round', order, { obligations: { list: { ...hill, begins: uponCompletion('release') }, release: { ...hill, begins: onDay(2), within: days(1) } } }, 'broken'], // prettier-ignore
    ['the other alone', order, { obligations: { release: { ...hill, begins: onDay(2) } } }, 'broken'],
    ['no other', order, { obligations: { list: { ...hill, begins: onDay(2) } } }, 'held'],
    ['no day', order, { events: { vote: {} }, obligations: { list: { ...hill, begins: uponEvent('vote') }, release: { ...hill, begins: onDay(2) } } }, 'undetermined'], // prettier-ignore
    ['without end', order, { obligations: { list: { ...hill, kind: 'recurring', every: days(7), begins: onDay(0) }, release: { ...hill, begins: onDay(9) } } }, 'broken'], // prettier-ignore
  ],
  nothingDueBeforeItsTrigger: [
    ['in time', inTime, { obligations: { list: { ...hill, begins: onDay(1), until: onDay(1) } } }, 'held'],
    ['a day too early', inTime, { obligations: { list: { ...hill, begins: onDay(2), until: onDay(1) } } }, 'broken'],
    ['no day', inTime, { events: { vote: {} }, obligations: { list: { ...hill, begins: uponEvent('vote') } } }, 'undetermined'], // prettier-ignore
  ],
  textHoldsTogether: [
    ['it does', together, { obligations: { list: { ...hill, begins: onDay(1) } } }, 'held'],
    ['a circle', together, { obligations: { list: { ...hill, begins: uponCompletion('release') }, release: { ...hill, begins: uponCompletion('list') } } }, 'broken'], // prettier-ignore
    ['accepted', together, { obligations: { list: hill }, accepted: [{ code: 'review/no-trigger', clauses: ['obligations.list'], reason: 'It is known.' }] }, 'held'], // prettier-ignore
    ['not accepted', together, { obligations: { list: hill } }, 'broken'],
    ['what works unless it is left to the last day', together, { obligations: { list: { ...hill, begins: onDay(0), within: days(10) }, release: { ...shore, begins: uponCompletion('list'), until: onDay(8) } } }, 'held'], // prettier-ignore
    ['a kind that is asked for', textHoldsTogether(['review/no-verifier']), { obligations: { list: { ...hill, begins: onDay(1) } } }, 'broken'], // prettier-ignore
    ['no text at hand', together, undefined, 'undetermined'],
  ],
  somethingDueWithin: [
    ['a day in between', monthly, { obligations: { list: { ...hill, begins: onDay(20) } } }, 'held', { ...lengths }],
    ['only what is left undone', monthly, { obligations: { calm: { ...shore, kind: 'refrain', begins: onDay(20), until: onDay(25) } } }, 'broken', { known: 'full', terms: {}, ...lengths }], // prettier-ignore
    ['too early in the deal', monthly, { obligations: { list: { ...hill, begins: onDay(5) } } }, 'broken', { known: 'full', terms: {}, ...lengths }], // prettier-ignore
    ['after the deal', monthly, { obligations: { list: { ...hill, begins: onDay(20) }, later: { ...hill, begins: onDay(71) } } }, 'broken', { known: 'full', terms: {}, ...lengths }], // prettier-ignore
    ['no day', monthly, { events: { vote: {} }, obligations: { list: { ...hill, begins: uponEvent('vote') } } }, 'undetermined', { known: 'full', terms: {}, ...lengths }], // prettier-ignore
    ['with the end of a phase', monthly, { obligations: { list: { ...hill, begins: onDay(38) } } }, 'held', { ...lengths, phases: [{ length: days(20), terms: { captives: 3 } }, { length: days(20) }] }], // prettier-ignore
    ['a length that is no figure', monthly, { obligations: { list: { ...hill, begins: onDay(20) } } }, 'undetermined', { known: 'full', terms: {}, phases: [{ length: days(between(40, 60)) }] }], // prettier-ignore
  ],
  everyNegotiatedPhaseHasAFallback: [
    ['in the talks', fallback, { talks: { next: { on: 2, otherwise: 'the pause goes on' } } }, 'held', { known: 'full', terms: {}, phases: [{}, { toBeNegotiated: true }] }], // prettier-ignore
    [
      'talks without',
      fallback,
      { talks: { next: { on: 2 } } },
      'broken',
      { known: 'full', terms: {}, phases: [{}, {}] },
    ],
    ['in talks on another phase', fallback, { talks: { next: { on: 3, otherwise: 'the pause goes on' } } }, 'broken', { known: 'full', terms: {}, phases: [{}, { toBeNegotiated: true }, {}] }], // prettier-ignore
    ['in a term', fallback, { talks: { next: { on: 2 } } }, 'held', { phases: [{ terms: { ifNoAgreement: 'extend' } }, {}] }], // prettier-ignore
    ['reported in part', fallback, { talks: { next: { on: 2 } } }, 'undetermined', { phases: [{}, {}] }],
  ],
};

const drafted = ([, , text, , rest]: Row): Offer => offer({ ...rest, ...(text && { text }) });

describe.each(Object.entries(TABLES))('%s, of a text', (_, rows) => {
  it.each(rows.map((row) => [row[0], row] as const))('%s', (why, row) => {
    expect([why, ask(row[1], drafted(row), camps)]).toEqual([why, row[3]]);
  });

  it('is held, is broken and cannot be told somewhere', () => {
    expect(new Set(rows.map((row) => row[3]))).toEqual(new Set(FINDINGS));
  });
});

describe('laws of texts', () => {
  it('refuse what there is not', () => {
    const codes = (lay: () => unknown) => {
      try {
        lay();
      } catch (error) {
        if (isFaultError(error)) return error.faults.map(({ code }) => code);
        throw error;
      }
      return [];
    };
    expect(codes(() => textHoldsTogether(['review/circle' as never]))).toEqual(['testing/unknown-code']);
    expect(codes(() => neverMoreOwedThanHeld(camps, 'captive', 'held'))).toContain('scenario/unknown-term');
    expect(codes(() => neverMoreOwedThanHeld(camps, 'captives', 'heeld'))).toContain('scenario/unknown-count');
  });

  it.each<readonly [why: string, law: OfferInvariant, finding: Finding, asked: number]>([
    ['of what the text has', order, 'held', 20],
    ['of which the text has the first alone', dueInOrder('list', 'relaese'), 'undetermined', 0],
    ['of which the text has neither', dueInOrder('lists', 'relaese'), 'undetermined', 0],
    ['of what is owed', held, 'held', 20],
    ['of a category that may be owed', neverMoreOwedThanHeld(camps, 'captives/women', 'held'), 'held', 20],
    ['of what is not owed', neverMoreOwedThanHeld(camps, 'debt', 'owed'), 'undetermined', 0],
    ['of what is only to be left undone', neverMoreOwedThanHeld(camps, 'detainees', 'held'), 'undetermined', 0],
  ])('are held only of a text that has what they are about: %s', (_, law, finding, asked) => {
    const listed = { ...hill, begins: onDay(1) };
    const freed = { ...free(20), begins: uponCompletion('list') };
    const calm = { ...shore, of: 'detainees', kind: 'refrain', begins: onDay(0), until: onDay(9) } as const;
    const text = { obligations: { list: listed, release: freed, calm } };
    const draft = offer({ known: 'full', terms: {}, phases: [{}], text });
    const [found] = checkDeal(camps, { among: fc.constant(draft), runs: 20, invariants: [law] });
    expect(found).toMatchObject({ finding, asked, runs: 20 });
  });

  const drawn = offers(camps, { known: 'full', texts: true });

  it('are broken by something that is drawn, each, and by something simple', () => {
    const found = checkDeal(camps, {
      among: drawn,
      invariants: [
        together,
        fallback,
        neverMoreOwedThanHeld(camps, 'captives', 'held'),
        dueInOrder('duty-1', 'duty-2'),
      ],
    });
    const size = (deal: Offer) =>
      Object.keys(deal.text?.obligations ?? {}).length + Object.keys(deal.text?.talks ?? {}).length;
    expect(found.map(({ finding }) => finding)).toEqual(found.map(() => 'broken'));
    for (const { counterexample } of found) expect(size(counterexample as Offer)).toBeLessThanOrEqual(3);
  });

  it('take over the text of a draft whose completions are asked', () => {
    const draft = offer({ text: { obligations: { list: { ...hill, begins: onDay(9), until: onDay(7) } } } });
    const [circle, order] = checkDeal(camps, { among: { completing: draft }, invariants: [inTime, together], runs: 5 });
    expect([circle?.finding, order?.finding]).toEqual(['broken', 'broken']);
    expect(circle?.text).toContain('“list”: owed by hill');
  });

  it('agree with the schedule and the review that they rest on', () => {
    fc.assert(
      fc.property(drawn, (deal) => {
        const shut = schedule(camps, deal).duties.some(({ opens, due, waitsFor }) => {
          if (opens?.day !== undefined && due?.day !== undefined) expect(due.day).toBeGreaterThanOrEqual(opens.day);
          return waitsFor.some((wait) => wait.for === 'window');
        });
        expect(ask(inTime, deal, camps) === 'broken').toBe(shut);
        if (review(camps, deal).length === 0) expect(ask(together, deal, camps)).toBe('held');
      }),
      { numRuns: 200 },
    );
  });
});

describe('a deal with a text', () => {
  const deal = offer({
    by: ['hill'],
    text: {
      obligations: {
        list: { ...hill, label: 'hands over the list', to: ['shore'], begins: onDay(3), within: weeks(2) },
        release: { ...hill, of: 'captives', amount: 5, begins: uponCompletion('list', days(2)) },
      },
      phases: { 2: { begins: uponEvent('phase1', days(9)) } },
    },
  });

  it('reads clause by clause', () => {
    expect(dealText(camps, deal).split('\n')).toEqual([
      'drafted: proposal by hill, partly known',
      '  “hands over the list”: owed by hill, owed to shore, begins on day 3 from',
      '    entry into force, within 2 weeks',
      '  “release”: quantity captives, owed by hill, amount 5 persons, begins 2 days',
      '    after “hands over the list” is done',
      '  phase 2: begins 9 days after the start of phase 1',
    ]);
  });

  it('is written as code with triggers by their constructors', () => {
    const code = dealCode(deal, camps);
    expect(code).toContain("begins: uponCompletion('list', days(2))");
    expect(code).toContain("begins: uponEvent('phase1', days(9))");
    expect(code).toContain("owedBy: ['hill'],");
    expect(code).not.toMatch(/assumed|undefined|\[\]|exactly/);
  });

  it('is what the draft that its code is made of makes again, whatever is drawn', () => {
    fc.assert(
      fc.property(offers(camps, { texts: true }), (drawn) => {
        const checked = checkOffer(camps, drawn.id, offerDraftOf(drawn, camps));
        expect(checked.ok && checked.value.text).toEqual(drawn.text);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what is owed of categories that exclude each other', () => {
  const split = defineScenario({
    id: 'split',
    basis: 'assumed',
    parties: { hill: {}, shore: {} },
    terms: {
      people: {
        kind: 'quantity',
        unit: { one: 'person', many: 'persons' },
        bounds: { most: 90 },
        categories: {
          soldiers: 'soldiers',
          women: 'women',
          old: 'old',
          frail: { label: 'frail', of: ['women', 'old'] },
        },
        overlap: false,
        complete: true,
      },
    },
    counts: { held: { label: 'held', figure: 30 } },
    positions: {},
    offers: {},
  });
  const broken = (of: string, owed: Readonly<Record<string, number>>) => {
    const duties = Object.entries(owed).map(([path, amount], i): [string, ObligationDraft] => [
      `d${i}`,
      { ...hill, of: path, amount, begins: onDay(0) },
    ]);
    const checked = checkOffer(split, 'drafted', { text: { obligations: Object.fromEntries(duties) } });
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    return ask(neverMoreOwedThanHeld(split, of, 'held'), checked.value, split);
  };

  it.each<readonly [string, string, Readonly<Record<string, number>>, Finding]>([
    ['adds up', 'people', { 'people/soldiers': 20, 'people/women': 11 }, 'broken'],
    ['adds up to as many', 'people', { 'people/soldiers': 20, 'people/women': 10 }, 'held'],
    ['of a group beside another category', 'people', { 'people/soldiers': 20, 'people/frail': 11 }, 'broken'],
    ['of a group that may hold its category', 'people', { 'people/women': 20, 'people/frail': 11 }, 'undetermined'],
    ['of another category is nothing', 'people/women', { 'people/soldiers': 31, 'people/old': 31 }, 'held'],
    ['of categories counts in their group', 'people/frail', { 'people/women': 20, 'people/old': 11 }, 'broken'],
    ['of the group may be of none of the category', 'people/old', { 'people/frail': 31 }, 'undetermined'],
    ['of the whole may be of none of the group', 'people/frail', { people: 31 }, 'undetermined'],
  ])('%s', (_, of, owed, finding) => {
    expect(broken(of, owed)).toBe(finding);
  });
});
