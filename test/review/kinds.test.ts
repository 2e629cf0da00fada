import {
  ambiguous,
  applyPatches,
  atLeast,
  beforeEvent,
  checkOffer,
  days,
  deferred,
  definedElsewhere,
  defineScenario,
  earliestOf,
  FINDING_CODES,
  halfOf,
  latestOf,
  months,
  onDate,
  onDay,
  onTheAgenda,
  review,
  schedule,
  shareOf,
  uponCompletion,
  uponEvent,
  uponStart,
  upTo,
  weeks,
  whenCertified,
  whenTotal,
  type AmountDraft,
  type FindingCode,
  type KeyFigure,
  type KeyRow,
  type ObligationDraft,
  type Offer,
  type OfferDraft,
  type TextDraft,
  type TextFinding,
  undisclosed,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';

/** A climate fund: rich states pay, a river basin plants and counts, a board certifies. Invented. */
const climate = defineScenario({
  id: 'basin-fund',
  sources: { bulletin: { outlet: 'The Bulletin', date: '2030-05-02' } },
  parties: {
    donors: { label: 'the donors' },
    basin: { label: 'the basin states' },
    bank: { label: 'the bank' },
  },
  terms: {
    pledge: { kind: 'quantity', unit: 'millions', bounds: { most: 900 } },
    hectares: {
      kind: 'quantity',
      unit: 'hectares',
      bounds: { most: 5_000 },
      categories: { forest: { label: 'forest' }, wetland: { label: 'wetland' } },
    },
    audit: { kind: 'flag' },
    seat: { kind: 'choice', options: { delta: 'the delta', source: 'the source' } },
  },
  counts: { gauges: { label: 'gauges' } },
  space: { phases: { least: 1, most: 3 } },
  agreement: { rule: 'unanimity', of: ['donors', 'basin'] },
  positions: {},
  process: {
    rounds: { delta: { participants: ['donors', 'basin'], mandates: { basin: 'explore' } } },
    ratification: [{ id: 'house', body: 'the House' }],
  },
  offers: { draft: {} },
  answers: [
    {
      party: 'basin',
      offer: 'draft',
      answer: 'accepts',
      citations: [{ source: 'bulletin', attribution: 'on-record' }],
    },
  ],
});

/** Approvals: one with a second way, one by two of three, one by all of two. */
const STEPS = [
  { id: 'house', body: 'the House', otherwise: 'voters' },
  { id: 'voters', body: 'the voters' },
  {
    id: 'benches',
    body: 'the benches',
    rule: { kind: 'bodies', needed: 1, of: ['the upper bench', 'the lower bench'] },
  },
  {
    id: 'councils',
    body: 'the councils',
    rule: { kind: 'bodies', needed: 2, of: ['the north council', 'the south council'] },
  },
] as const;

const board: TextDraft = { bodies: { board: { members: ['donors', 'basin'] } } };

function offerOf(text: TextDraft, rest: Partial<OfferDraft> = {}): Offer {
  const whole = { phaseCount: 2, phases: [{ length: weeks(10) }, { length: weeks(20) }], ...rest };
  const checked = checkOffer(climate, 'text', { ...whole, text: { ...board, ...text } });
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults, null, 1));
  return checked.value;
}

/** A duty that nothing is the matter with. */
const sound = (more: Partial<ObligationDraft> = {}): ObligationDraft => ({
  owedBy: ['donors'],
  to: Array.isArray(more.owedBy) && more.owedBy.includes('basin') ? ['donors'] : ['basin'],
  verifier: 'board',
  begins: onDay(0),
  // So many times are an end as well.
  ...(more.times === undefined && { within: days(5) }),
  ...more,
});

const duties = (obligations: Readonly<Record<string, ObligationDraft>>): TextDraft => ({ obligations });

/** What has to be found in each, of which clauses, and nothing else; `mended` where a mend can be given as data. */
interface Case {
  readonly offer: Offer;
  readonly clauses: readonly string[];
  readonly says: RegExp;
  readonly mended?: false;
}

const CASES: Readonly<Record<Exclude<FindingCode, 'review/mandate-too-narrow'>, Case>> = {
  'review/circular-sequence': {
    offer: offerOf(
      duties({
        pays: sound({ label: 'pays', begins: uponCompletion('counts') }),
        plants: sound({ label: 'plants', owedBy: ['basin'], begins: uponCompletion('pays', days(10)) }),
        counts: sound({ label: 'counts', owedBy: ['basin'], begins: latestOf(onDay(30), uponStart('plants')) }),
      }),
    ),
    clauses: ['obligations.counts', 'obligations.plants', 'obligations.pays'],
    says: /“counts” waits for “plants” to begin; “plants” waits for “pays” to be done; “pays” waits for “counts” to be done/,
  },
  'review/dead-trigger': {
    offer: offerOf(duties({ pays: sound({ begins: uponEvent('phase3') }) })),
    clauses: ['obligations.pays'],
    says: /which can never happen: the deal has no phase 3/,
  },
  'review/window-closes-first': {
    offer: offerOf(duties({ pays: { ...sound({ begins: onDay(30), until: onDay(20) }), within: undefined } as never })),
    clauses: ['obligations.pays'],
    says: /10 days before it begins/,
  },
  'review/deadline-before': {
    offer: offerOf(
      duties({
        counts: sound({ owedBy: ['basin'], within: days(40) }),
        pays: { ...sound({ until: onDay(20), following: ['counts'] }), within: undefined } as never,
      }),
    ),
    clauses: ['obligations.pays', 'obligations.counts'],
    says: /is to end on day 20 from entry into force, before “counts”/,
  },
  'review/more-owed-than-exists': {
    offer: offerOf(
      duties({
        first: sound({ of: 'pledge', amount: 400 }),
        second: sound({ of: 'pledge', amount: 300, begins: onDay(100) }),
      }),
      { terms: { pledge: 600 } },
    ),
    clauses: ['obligations.first', 'obligations.second'],
    says: /700 millions are owed by “first” and “second”, and there can be no more than 600/,
    mended: false,
  },
  'review/less-owed-than-given': {
    offer: offerOf(
      duties({
        first: sound({ of: 'pledge', amount: 400 }),
        second: sound({ of: 'pledge', amount: 100, begins: onDay(100) }),
      }),
      { terms: { pledge: 600 } },
    ),
    clauses: ['obligations.first', 'obligations.second'],
    says: /no more than 500 millions are owed by “first” and “second”, and the deal gives 600/,
    mended: false,
  },
  'review/levels-exclude': {
    offer: offerOf(
      duties({
        fill: sound({ kind: 'level', of: 'hectares', amount: atLeast(50) }),
        spare: sound({ kind: 'level', of: 'hectares', amount: upTo(30), begins: onDay(5) }),
      }),
    ),
    clauses: ['obligations.fill', 'obligations.spare'],
    says: /“fill” and “spare” ask for levels of the same stock on the same days that no figure lies within/,
    mended: false,
  },
  'review/total-adds-nothing': {
    offer: offerOf(
      duties({
        first: sound({ of: 'pledge', amount: 200, series: { series: 'payments', counted: 'running total' } }),
        second: sound({
          of: 'pledge',
          amount: 150,
          series: { series: 'payments', counted: 'running total' },
          begins: onDay(100),
        }),
      }),
    ),
    clauses: ['obligations.second', 'obligations.first'],
    says: /“second” asks for no more in all than “first”, by whose day 200 millions were to be done/,
    mended: false,
  },
  'review/key-totals': {
    offer: offerOf(
      {
        keys: {
          rate: {
            rows: [
              { for: { n: 100, of: ['hectares/forest'] }, give: [{ n: 10, of: 'pledge' }] },
              { give: [{ n: 50, of: 'pledge' }] },
            ],
            totals: { pledge: 200 },
          },
        },
      },
      { terms: { 'hectares/forest': 1_000 } },
    ),
    clauses: ['keys.rate'],
    says: /come to 150 of pledge, and its total is stated as 200/,
  },
  'review/key-circle': {
    offer: offerOf({
      keys: {
        rate: {
          rows: [
            { for: { n: 1, of: ['hectares'] }, give: [{ n: 2, of: 'pledge' }] },
            { for: { n: 1, of: ['pledge'] }, give: [{ n: 2, of: 'hectares' }] },
          ],
        },
      },
      obligations: {
        pays: sound({ of: 'pledge', byKey: { key: 'rate', of: ['plants'] } }),
        plants: sound({ owedBy: ['basin'], to: ['donors'], of: 'hectares', byKey: { key: 'rate', of: ['pays'] } }),
      },
    }),
    clauses: ['obligations.pays', 'obligations.plants'],
    says: /^How much “pays” owes follows from “plants”; how much “plants” owes follows from “pays”: nothing in the text/,
    mended: false,
  },
  'review/key-gives-nothing': {
    offer: offerOf({
      keys: { rate: { rows: [{ for: { n: 1, of: ['hectares'] }, give: [{ n: 2, of: 'hectares/forest' }] }] } },
      obligations: {
        pays: sound({ of: 'pledge', byKey: { key: 'rate', of: ['plants'] } }),
        plants: sound({ owedBy: ['basin'], to: ['donors'], of: 'hectares', amount: 4 }),
      },
    }),
    clauses: ['obligations.pays', 'keys.rate'],
    says: /“pays” owes pledge by “rate” for “plants”, and that key gives none of it for that: nothing is ever owed/,
    mended: false,
  },
  'review/body-cannot-decide': {
    offer: offerOf({ bodies: { board: { members: ['donors'], rule: { kind: 'quota', needed: 2 } } } }),
    clauses: ['bodies.board'],
    says: /needs 2 votes and has 1 member\./,
  },
  'review/chair-without-vote': {
    offer: offerOf({ bodies: { board: { members: ['donors', 'basin'], chair: 'bank' } } }),
    clauses: ['bodies.board'],
    says: /“board” is chaired by the bank, who is none of its members and has no vote in it/,
  },
  'review/precedence-circle': {
    offer: offerOf({ instruments: { accord: { over: ['annex'] }, annex: { over: ['accord'] } } }),
    clauses: ['instruments.accord', 'instruments.annex'],
    says: /to go before the next, and the last before the first/,
  },
  'review/out-of-instrument': {
    offer: offerOf({
      instruments: {
        accord: { parties: { donors: 'signs', basin: 'signs' }, unaffected: ['pays'] },
        annex: { parties: { donors: 'signs', basin: 'signs' } },
      },
      obligations: { pays: sound({ instrument: 'annex' }) },
    }),
    clauses: ['instruments.accord', 'obligations.pays'],
    says: /^“accord” is to leave “pays” unaffected, and that does not stand in it/,
  },
  'review/no-amount': {
    offer: offerOf(duties({ pays: sound({ of: 'pledge' }) })),
    clauses: ['obligations.pays'],
    says: /“pays” is about pledge, and the text does not say how much is owed of it: one act is counted as all/,
    mended: false,
  },
  'review/no-trigger': {
    offer: offerOf(duties({ pays: { owedBy: ['donors'], verifier: 'board', within: days(3) } })),
    clauses: ['obligations.pays'],
    says: /does not say when “pays” begins to bind/,
  },
  'review/trigger-at-will': {
    offer: offerOf(duties({ asks: sound({ strength: 'may' }), pays: sound({ begins: uponCompletion('asks') }) })),
    clauses: ['obligations.pays', 'obligations.asks'],
    says: /nobody is bound to do “asks”/,
  },
  'review/not-adhered': {
    offer: offerOf({
      instruments: { accord: { parties: { donors: 'signs', basin: 'dealt with' } } },
      obligations: { plants: sound({ owedBy: ['basin'] }) },
    }),
    clauses: ['obligations.plants'],
    says: /lays a duty on the basin states, which neither signs nor adheres to “accord”/,
  },
  'review/no-verifier': {
    offer: offerOf(duties({ pays: { owedBy: ['donors'], begins: onDay(0) } })),
    clauses: ['obligations.pays'],
    says: /does not say who verifies “pays”/,
  },
  'review/verifies-itself': {
    offer: offerOf(duties({ pays: sound({ verifier: 'donors' }) })),
    clauses: ['obligations.pays'],
    says: /is verified by the donors, who owes it/,
    mended: false,
  },
  'review/creditor-verifies': {
    offer: offerOf(duties({ pays: sound({ verifier: 'basin' }) })),
    clauses: ['obligations.pays'],
    says: /is verified by the basin states, to whom it is owed: the same word alleges a breach and finds it/,
    mended: false,
  },
  'review/talks-without-date': {
    offer: offerOf({ talks: { next: { on: 2, begin: onDay(16), otherwise: 'phase 1 goes on' } } }),
    clauses: ['talks.next'],
    says: /does not say by when they end/,
  },
  'review/talks-without-fallback': {
    offer: offerOf({ talks: { next: { on: 2, begin: onDay(16), end: onDay(35) } } }),
    clauses: ['talks.next'],
    says: /does not say what holds should “next”, on phase 2, come to nothing/,
    mended: false,
  },
  'review/talks-not-promised': {
    offer: offerOf({}, { phases: [{ length: weeks(10) }, { toBeNegotiated: true }] }),
    clauses: ['phases.2'],
    says: /still to be negotiated, and the text promises no talks on it/,
    mended: false,
  },
  'review/open-selection': {
    offer: offerOf({ selections: { sites: { of: 'hectares', namedBy: [] } } }),
    clauses: ['selections.sites'],
    says: /“sites” is a choice to be made, and the text does not say by whom, nor by when/,
    mended: false,
  },
  'review/phases-overlap': {
    offer: offerOf({ phases: { 2: { begins: onDay(60) } } }),
    clauses: ['phases.1', 'phases.2'],
    says: /10 days before phase 1 ends/,
  },
  'review/phase-gap': {
    offer: offerOf({ phases: { 2: { begins: onDay(80) } } }),
    clauses: ['phases.1', 'phases.2'],
    says: /comes after phase 1 has ended; for the 10 days between/,
  },
  'review/no-length': {
    offer: offerOf(duties({ pays: sound({ begins: uponEvent('phase1.end') }) }), {
      phases: [{ length: days(atLeast(7)) }, {}],
    }),
    clauses: ['phases.1'],
    says: /no one length for phase 1, and “pays” hangs on its end/,
    mended: false,
  },
  'review/held-at-end': {
    offer: offerOf({
      certifications: { counted: { label: 'the count', by: 'board' } },
      obligations: { pays: sound({ escrow: { holder: 'bank', released: whenCertified('counted') } }) },
    }),
    clauses: ['obligations.pays'],
    says: /can still be held when the last phase is over: it is set free when “the count” is certified, which may come later than that or never, and the text does not say when it goes back/,
    mended: false,
  },
  'review/recurring-without-end': {
    offer: offerOf(
      duties({
        tells: {
          ...sound({ kind: 'recurring', every: months(3), phase: 1, outlasts: true }),
          within: undefined,
        } as never,
      }),
    ),
    clauses: ['obligations.tells'],
    says: /recurs, and the text does not say until when/,
  },
  'review/too-many-times': {
    offer: offerOf(duties({ tells: sound({ kind: 'recurring', every: days(1), within: days(20_000) }) })),
    clauses: ['obligations.tells'],
    says: /comes round some 20000 times, and no more than 10000 of them are laid out/,
    mended: false,
  },
  'review/amount-untold': {
    offer: offerOf(duties({ pays: sound({ of: 'pledge', amount: halfOf() }) })),
    clauses: ['obligations.pays'],
    says: /asks for half of pledge, and nothing tells how much that is/,
    mended: false,
  },
  'review/share-of-nothing': {
    offer: offerOf(duties({ pays: sound({ of: 'pledge', amount: halfOf() }) }), { terms: { pledge: 0 } }),
    clauses: ['obligations.pays'],
    says: /asks for half of pledge, and of that there is none: nothing is ever owed/,
    mended: false,
  },
  'review/extension-without-end': {
    offer: offerOf({ phases: { 1: { extensions: [{ how: 'by unit', unit: weeks(1) }] } } }),
    clauses: ['phases.1'],
    says: /may be extended by unit, and the text sets no limit/,
  },
  'review/undefined-term': {
    offer: offerOf(
      duties({ pays: sound({ uses: ['new money'] }), plants: sound({ owedBy: ['basin'], uses: ['new money'] }) }),
    ),
    clauses: ['obligations.pays', 'obligations.plants'],
    says: /does not say what “new money” means, which “pays” and “plants” use/,
    mended: false,
  },
  'review/readings-contradict': {
    offer: offerOf({}, { terms: { pledge: { readings: [400, 600] } } }),
    clauses: ['terms.pledge'],
    says: /Of pledge there are readings that exclude each other: 400 millions; 600 millions/,
    mended: false,
  },
  'review/ambiguous': {
    offer: offerOf({
      definitions: {
        loss: {
          label: 'loss and damage',
          readings: [
            { party: 'donors', reading: 'help' },
            { party: 'basin', reading: 'redress' },
          ],
        },
      },
    }),
    clauses: ['definitions.loss'],
    says: /open to more than one reading: the donors reads it as “help”; the basin states reads it as “redress”/,
    mended: false,
  },
  'review/deferred-without-end': {
    offer: offerOf({}, { terms: { seat: deferred({ between: ['donors', 'basin'], until: 'the first year' }) } }),
    clauses: ['terms.seat'],
    says: /^Seat is left to be agreed, and the text does not say what holds if it is not/,
    mended: false,
  },
  'review/no-ratification': {
    offer: offerOf({ approvals: { donors: { by: 'the House' }, basin: { by: 'the assembly' } } }),
    clauses: ['approvals.basin'],
    says: /^The basin states needs the approval of “the assembly”/,
    mended: false,
  },
  'review/accepts-nothing': {
    offer: offerOf({ accepted: [{ code: 'review/ambiguous', clauses: ['definitions.loss'], reason: 'Meant.' }] }),
    clauses: ['accepted.0'],
    says: /there is no such finding/,
  },
};

const ids = ({ clauses }: TextFinding) => clauses.map(({ id }) => id);
const codesOf = (offer: Offer) => review(climate, offer).map(({ code }) => code);

describe('each kind of finding', () => {
  it.each(Object.entries(CASES))('%s is found, alone, and mended', (code, { offer, clauses, says, mended }) => {
    const found = review(climate, offer);
    expect(found.map((one) => [one.code, ids(one)])).toEqual([[code, clauses]]);
    const [finding] = found;
    expect(finding?.message).toMatch(says);
    expect(finding?.mend.patches === undefined).toBe(mended === false);
    const patches = finding?.mend.patches;
    if (patches) expect(codesOf(applyPatches(offer, patches))).not.toContain(code);
  });

  it('has a case here', () => {
    expect(Object.keys(CASES)).toEqual(FINDING_CODES.filter((code) => code !== 'review/mandate-too-narrow'));
  });
});

describe('levels of one stock', () => {
  it.each<readonly [string, Partial<ObligationDraft>]>([
    ['hold one after the other', { begins: onDay(90) }],
    ['may, as things turn out', { begins: uponEvent('thaw') }],
    ['allow a figure in common', { amount: upTo(50) }],
    ['are of different stocks', { of: 'hectares/forest' }],
    ['are held by others', { owedBy: ['bank'] }],
    ['bind nobody', { strength: 'aims to' }],
  ])('do not exclude each other where they %s', (_, more) => {
    const level = { kind: 'level', of: 'hectares' } as const;
    const spare = sound({ ...level, amount: upTo(30), ...more });
    const text = { events: { thaw: {} }, ...duties({ fill: sound({ ...level, amount: atLeast(50) }), spare }) };
    expect(codesOf(offerOf(text))).not.toContain('review/levels-exclude');
  });
});

type InstrumentDraft = NonNullable<TextDraft['instruments']>[string];

describe('levels of one stock in two instruments', () => {
  const level = { kind: 'level', of: 'hectares' } as const;
  const fill = sound({ ...level, label: 'fills it', amount: atLeast(50), instrument: 'charter' });
  const spare = sound({ ...level, label: 'spares it', amount: upTo(30), instrument: 'annex' });
  const instrument = (more: Partial<InstrumentDraft> = {}): InstrumentDraft => ({
    parties: { donors: 'signs', basin: 'signs', bank: 'signs' },
    ...more,
  });
  const found = (instruments: Readonly<Record<string, InstrumentDraft>>) => {
    const offer = offerOf({ ...duties({ fill, spare }), instruments });
    const levels = review(climate, offer).filter(({ code }) => code === 'review/levels-exclude');
    const [finding] = levels;
    const after = finding?.mend.patches && codesOf(applyPatches(offer, finding.mend.patches));
    return { facts: finding?.facts, message: finding?.message, after };
  };

  it('give way to that of the one that goes before', () => {
    const { facts, message, after } = found({ charter: instrument(), annex: instrument({ over: ['charter'] }) });
    expect(facts).toMatchObject({ first: 'annex', second: 'charter', yields: 'fill' });
    expect(message).toMatch(/Since “annex” goes before “charter” where they differ, let “fills it” give way/);
    expect(after).not.toContain('review/levels-exclude');
  });

  it.each<readonly [string, Readonly<Record<string, InstrumentDraft>>]>([
    ['by what lies between them', { charter: instrument({ over: ['rules'] }), rules: instrument({ over: ['annex'] }) }],
    ['as part of it', { charter: instrument(), pact: instrument({ incorporates: ['charter'], over: ['annex'] }) }],
    [
      'whose part the other is',
      { charter: instrument({ over: ['pact'] }), pact: instrument({ incorporates: ['annex'] }) },
    ],
  ])('or goes before it %s', (_, instruments) => {
    expect(found({ annex: instrument(), ...instruments }).facts).toMatchObject({ yields: 'spare' });
  });

  it('leave it open where neither does, or each', () => {
    for (const over of [[], ['charter']]) {
      const { facts, after } = found({
        charter: instrument({ over: over.map(() => 'annex') }),
        annex: instrument({ over }),
      });
      expect([facts?.['yields'], after]).toEqual([undefined, undefined]);
    }
  });
});

describe('who verifies', () => {
  it('is whoever owes it, where nobody else sits on the body that does', () => {
    const own = (members: readonly string[]) =>
      offerOf({ ...duties({ pays: sound({ verifier: 'desk' }) }), bodies: { desk: { members } } });
    const [finding] = review(climate, own(['donors']));
    expect(finding?.code).toBe('review/verifies-itself');
    expect(finding?.message).toMatch(/is verified by desk, on which nobody sits but who owes it/);
    expect(codesOf(own(['donors', 'basin']))).toEqual([]);
    expect(codesOf(own([]))).not.toContain('review/verifies-itself');
  });
});

describe('whoever it is owed to', () => {
  it('verifies it alone, as a party or as all who sit on the body that does', () => {
    const told = (members: readonly string[], more: Partial<ObligationDraft> = {}) =>
      codesOf(offerOf({ ...duties({ pays: sound({ verifier: 'desk', ...more }) }), bodies: { desk: { members } } }));
    expect(told(['basin'])).toEqual(['review/creditor-verifies']);
    expect(told(['donors', 'basin'])).toEqual([]);
    expect(told(['basin'], { strength: 'may' })).toEqual([]);
    expect(told(['donors', 'basin'], { to: ['desk'] })).toEqual([]);
  });
});

describe('what recurs, or is to be held, until an event', () => {
  it.each<readonly [string, NonNullable<TextDraft['events']>, NonNullable<ObligationDraft['until']>, boolean]>([
    ['that nothing in the text brings about', { thaw: {} }, uponEvent('thaw'), true],
    ['that nothing brings about, or another such', { thaw: {} }, earliestOf(uponEvent('thaw'), onDay(3, { from: 'thaw' })), true], // prettier-ignore
    ['that hangs on such an event', { thaw: {}, flood: { trigger: uponEvent('thaw') } }, uponEvent('flood'), true],
    ['that the text dates', { thaw: { trigger: onDay(60) } }, uponEvent('thaw'), false],
    ['or until a day', { thaw: {} }, earliestOf(uponEvent('thaw'), onDay(60)), false],
    ['and a day', { thaw: {} }, latestOf(uponEvent('thaw'), onDay(60)), true],
    ['which is the end of a phase', {}, uponEvent('phase1.end'), false],
    ['that waits for itself', { thaw: { trigger: earliestOf(uponEvent('thaw', days(1))) } }, uponEvent('thaw'), false],
    ['that waits for itself and another', { thaw: { trigger: latestOf(uponEvent('thaw'), uponEvent('flood')) }, flood: {} }, uponEvent('thaw'), true], // prettier-ignore
  ])('%s has an end by its text only where something does', (_, events, until, isFound) => {
    const tells = { ...sound({ kind: 'recurring', every: weeks(1), until }), within: undefined } as never;
    const codes = codesOf(offerOf({ events, ...duties({ tells }) }));
    expect(codes.includes('review/recurring-without-end')).toBe(isFound);
    const held = (more: Partial<ObligationDraft>) => {
      const holds = { ...sound({ kind: 'level', of: 'hectares', until, ...more }), within: undefined } as never;
      return review(climate, offerOf({ events, ...duties({ holds }) }))
        .filter(({ code }) => code === 'review/recurring-without-end')
        .map(({ message }) => /^(.*) until an event/.exec(message)?.[1]);
    };
    expect(held({ amount: atLeast(40) })).toEqual(isFound ? ['“holds” is to be held'] : []);
    // What asks for no act keeps no deal from its end.
    expect([...held({ amount: upTo(40) }), ...held({ kind: 'refrain', amount: 40 })]).toEqual([]);
  });
});

describe('mandates', () => {
  it('are too narrow where what is asked of a delegation is less than what it accepted takes', () => {
    const accepted = { ...offerOf({}), id: 'draft' };
    const [finding] = review(climate, accepted);
    expect([finding?.code, finding && ids(finding)]).toEqual(['review/mandate-too-narrow', ['parties.basin']]);
    expect(finding?.message).toMatch(/^The basin states is reported to accept this, on a mandate to explore/);
  });

  it('are wide enough to negotiate where approval at home follows, and when they were widened before', () => {
    const given = (mandate: 'negotiate' | 'conclude', when: string) => ({
      ...climate,
      timeline: [
        {
          text: 'A mandate.',
          when: { earliest: when, latest: when, basis: 'reported' as const },
          event: { type: 'mandate.given' as const, party: 'basin', mandate },
          basis: 'reported' as const,
          citations: [],
        },
      ],
    });
    const bare = { ...offerOf({}), id: 'draft' };
    const approved = { ...offerOf({ approvals: { basin: { by: 'the House' } } }), id: 'draft' };
    const codes = (scenario: typeof climate, offer: Offer) => review(scenario, offer).map(({ code }) => code);
    expect(codes(given('conclude', '2030-04-01'), bare)).toEqual([]);
    expect(codes(given('negotiate', '2030-04-01'), bare)).toEqual(['review/mandate-too-narrow']);
    expect(codes(given('negotiate', '2030-04-01'), approved)).toEqual([]);
    expect(codes(given('conclude', '2030-06-01'), bare)).toEqual(['review/mandate-too-narrow']);
  });
});

describe('what a third hand holds', () => {
  it('is told where the day on which it is to go back can never come', () => {
    const offer = offerOf({
      obligations: {
        rests: { kind: 'refrain', owedBy: ['donors'], to: ['basin'], verifier: 'board', begins: onDay(0) },
        pays: sound({ escrow: { holder: 'bank', released: onDay(9), returned: uponCompletion('rests') } }),
      },
    });
    const [finding, ...others] = review(climate, offer);
    expect([finding?.code, others]).toEqual(['review/dead-trigger', []]);
    expect(finding?.message).toMatch(/^“pays” is to go back when “?rests”? is done, which can never happen/);
    expect(review(climate, applyPatches(offer, finding?.mend.patches ?? []))).toEqual([]);
  });
});

describe('no finding', () => {
  it.each<readonly [string, TextDraft]>([
    [
      'a window between two events from outside',
      {
        events: { vote: {}, opening: {} },
        obligations: {
          pays: {
            owedBy: ['donors'],
            verifier: 'board',
            begins: uponEvent('opening'),
            until: beforeEvent('vote', days(5)),
          },
        },
      },
    ],
    [
      'a day before an event that may be late',
      {
        events: { vote: {} },
        obligations: {
          pays: { owedBy: ['donors'], verifier: 'board', begins: onDay(3), until: beforeEvent('vote', days(5)) },
        },
      },
    ],
    [
      'a calendar day beside a start that is not known',
      duties({ pays: { owedBy: ['donors'], verifier: 'board', begins: onDay(10), until: onDate('2031-01-01') } }),
    ],
    [
      'a way out of a circle',
      duties({
        pays: sound({ begins: earliestOf(onDay(30), uponCompletion('plants')) }),
        plants: sound({ owedBy: ['basin'], begins: uponCompletion('pays') }),
      }),
    ],
    [
      'money that is set free, or goes back, by the end of the last phase',
      {
        certifications: { counted: { by: 'board' } },
        obligations: {
          pays: sound({ escrow: { holder: 'bank', released: onDay(200) } }),
          adds: sound({
            escrow: { holder: 'bank', released: whenCertified('counted'), returned: uponEvent('phase2.end') },
          }),
        },
      },
    ],
    ['a duty that says only by when', duties({ pays: { owedBy: ['donors'], verifier: 'board', until: onDay(30) } })],
    [
      'one without a trigger done together with one that has one',
      duties({
        pays: sound({ concurrent: ['plants'] }),
        plants: { owedBy: ['basin'], verifier: 'board', concurrent: ['pays'] },
      }),
    ],
    [
      'what passes through several hands',
      duties({
        pays: sound({ of: 'pledge', amount: 900, to: ['board'] }),
        passes: sound({ owedBy: ['board'], verifier: 'bank', of: 'pledge', amount: 900 }),
      }),
    ],
    [
      'running totals of one series',
      duties({
        half: sound({ of: 'pledge', amount: 450, series: { series: 'pledge', counted: 'running total' } }),
        whole: sound({ of: 'pledge', amount: 900, series: { series: 'pledge', counted: 'running total' } }),
      }),
    ],
    [
      'a duty on a party that adheres to a text which incorporates its own',
      {
        instruments: { accord: { incorporates: ['annex'], parties: { donors: 'signs' } }, annex: {} },
        obligations: { pays: sound({ instrument: 'annex' }) },
      },
    ],
    [
      'a phase begun by an event, bridged by an extension',
      {
        events: { vote: {} },
        phases: {
          1: { extensions: [{ how: 'by consent', unit: weeks(1), times: 2 }] },
          2: { begins: uponEvent('vote') },
        },
      },
    ],
    [
      'a certification of a body that can decide',
      {
        certifications: { counted: { by: 'board' } },
        obligations: { pays: sound({ begins: whenCertified('counted', days(5)) }) },
      },
    ],
    [
      'a total that those bound by it come to',
      duties({
        first: sound({ of: 'pledge', amount: 100 }),
        second: sound({ begins: whenTotal(['first'], { parts: 1, outOf: 2 }) }),
      }),
    ],
    [
      'something to be refrained from without end',
      duties({ keeps: { owedBy: ['basin'], verifier: 'board', kind: 'refrain', begins: onDay(0) } }),
    ],
  ])('comes of %s', (_, text) => {
    // The bank and the board sign nothing here; what they do is not what is asked.
    expect(review(climate, offerOf(text))).toEqual([]);
  });
});

describe('further findings', () => {
  it('count what remains once, as what a series comes to with those before it', () => {
    const series = { series: 'all', counted: 'increment' } as const;
    const given = (amount: AmountDraft) => sound({ of: 'pledge', amount, series });
    const remains = { wording: 'remaining' } as const;
    const rest = (first: AmountDraft) => duties({ a: given(first), b: given(first), c: given(remains) });
    const most = offerOf(rest(1), { terms: { pledge: 10 } });
    expect(schedule(climate, most).duties.map(({ amount }) => amount?.least)).toEqual([1, 1, 8]);
    expect(codesOf(most)).toEqual([]);
    expect(codesOf(offerOf(rest(6), { terms: { pledge: 10 } }))).toEqual(['review/more-owed-than-exists']);
  });

  it('take for owed what a schedule lays out: shares of a series are rounded by what all come to', () => {
    const share = (parts: number, day: number, rounding: 'nearest' | 'up' | 'down') =>
      sound({
        of: 'hectares',
        amount: shareOf(parts, 100),
        begins: onDay(day),
        rounding,
        series: { series: 'all', counted: 'increment' },
      });
    for (const rounding of ['nearest', 'up', 'down'] as const) {
      const shares = (last: number) =>
        offerOf(duties({ a: share(30, 0, rounding), b: share(30, 20, rounding), c: share(last, 40, rounding) }), {
          terms: { hectares: 4_132 },
        });
      const laidOut = schedule(climate, shares(40)).duties.reduce((sum, { amount }) => sum + (amount?.least ?? 0), 0);
      expect([rounding, laidOut, codesOf(shares(40))]).toEqual([rounding, 4_132, []]);
      const [more] = review(climate, shares(50));
      const owed = schedule(climate, shares(50)).duties.reduce((sum, { amount }) => sum + (amount?.least ?? 0), 0);
      expect([more?.code, more?.facts['owed']]).toEqual(['review/more-owed-than-exists', owed]);
    }
  });

  it('take for bound to a share whoever is bound to all of what nobody has counted', () => {
    const of = (reaches: Parameters<typeof whenTotal>[1], amount: AmountDraft) =>
      review(
        climate,
        offerOf(duties({ a: sound({ of: 'hectares', amount }), b: sound({ begins: whenTotal(['a'], reaches) }) })),
      ).filter(({ code }) => code === 'review/trigger-at-will');
    const all = { wording: 'all', of: { count: 'gauges' } } as const;
    expect(of({ parts: 1, outOf: 2 }, all)).toEqual([]);
    expect(of(30, all)[0]?.message).toContain('30 of “a” is done, and nothing tells whether so much of “a” is owed');
    expect(of({ parts: 1, outOf: 2 }, upTo(9))[0]?.message).toContain('half of “a” is done, and nobody is bound to do');
  });

  it('hold the total of a key against what comes to all in parts, of the categories that the deal gives', () => {
    const given = (parts: readonly number[], total: number) =>
      codesOf(
        offerOf(
          {
            keys: {
              rate: {
                rows: [
                  { for: { n: 1, of: ['hectares/forest'] }, give: [{ n: 3, of: 'pledge' }] },
                  { for: { n: 1, of: ['hectares/wetland'] }, give: [{ n: 5, of: 'pledge' }] },
                ],
                totals: { pledge: total },
              },
            },
            obligations: {
              ...Object.fromEntries(
                parts.map((n, i) => [
                  `plants${i}`,
                  sound({ owedBy: ['basin'], of: 'hectares', amount: n, begins: onDay(i) }),
                ]),
              ),
              pays: sound({
                of: 'pledge',
                byKey: { key: 'rate', of: parts.map((_, i) => `plants${i}`) },
                begins: onDay(30),
              }),
            },
          },
          { terms: { hectares: 8, 'hectares/forest': 4, 'hectares/wetland': 4 } },
        ),
      );
    for (const parts of [[8], [4, 4], [1, 2, 5]]) {
      expect([parts, given(parts, 35)]).toEqual([parts, ['review/key-totals']]);
      expect([parts, given(parts, 32)]).toEqual([parts, []]);
    }
    // Of a part of it nobody knows of which category it is.
    expect(given([4, 3], 30)).toEqual(['review/less-owed-than-given']);
  });

  it('count every time that something comes round, and what someone owes beyond what comes to them', () => {
    const codes = (obligations: Readonly<Record<string, ObligationDraft>>) =>
      codesOf(offerOf(duties(obligations), { terms: { pledge: 10 } }));
    const more = ['review/more-owed-than-exists'];
    const weekly = (amount: number): ObligationDraft => ({
      owedBy: ['donors'],
      to: ['basin'],
      verifier: 'board',
      kind: 'recurring',
      every: weeks(1),
      of: 'pledge',
      amount,
      begins: onDay(0),
      until: onDay(28),
    });
    expect(codes({ a: weekly(2) })).toEqual(['review/less-owed-than-given']);
    expect(codes({ a: weekly(3) })).toEqual(more);
    const from = (owedBy: string, to: string, amount: number) =>
      sound({ owedBy: [owedBy], to: [to], of: 'pledge', amount });
    expect(codes({ a: from('donors', 'basin', 5), b: from('basin', 'donors', 50) })).toEqual(more);
    expect(codes({ a: from('donors', 'basin', 1), b: from('basin', 'board', 50) })).toEqual(more);
    expect(codes({ a: from('donors', 'basin', 10), b: from('basin', 'board', 10) })).toEqual([]);
  });

  it('are made of keys that give nothing for what they answer, and of amounts that follow from themselves', () => {
    const by = (of: string, rows: readonly KeyRow[], more: Partial<ObligationDraft> = {}) =>
      offerOf({
        keys: { rate: { rows } },
        obligations: {
          plants: sound({ owedBy: ['basin'], to: ['donors'], of, amount: 4 }),
          pays: sound({ of: 'pledge', byKey: { key: 'rate', of: ['plants'] }, ...more }),
        },
      });
    const line = (n: KeyFigure, of: string): KeyRow => ({ for: { n, of: [of] }, give: [{ n: 2, of: 'pledge' }] });
    const nothing = ['review/key-gives-nothing'];
    expect(codesOf(by('hectares', []))).toEqual(nothing);
    expect(codesOf(by('hectares', [line(0, 'hectares')]))).toEqual(nothing);
    expect(codesOf(by('hectares/forest', [line(1, 'hectares')]))).toEqual([]);
    expect(codesOf(by('hectares', [line(1, 'hectares/wetland')]))).toEqual([]);
    expect(codesOf(by('hectares', [line('all', 'hectares')]))).toEqual([]);
    expect(codesOf(by('hectares', [{ give: [{ n: 'all', of: 'pledge' }] }]))).toEqual([]);
    const itself = by('hectares', [line(1, 'pledge')], { byKey: { key: 'rate', of: ['pays'] } });
    expect(codesOf(itself)).toEqual(['review/key-circle']);
    const series = { series: 'all', counted: 'increment' } as const;
    const rest = offerOf({
      keys: { rate: { rows: [line(1, 'pledge')] } },
      obligations: {
        rest: sound({ of: 'pledge', amount: { wording: 'remaining' }, series }),
        answers: sound({ of: 'pledge', byKey: { key: 'rate', of: ['rest'] }, series }),
      },
    });
    expect(codesOf(rest)).toContain('review/key-circle');
  });

  it('are made of instruments that are part of each other, of what stands in none, of choices and talks of too few', () => {
    const messages = (text: TextDraft) => review(climate, offerOf(text)).map(({ message }) => message);
    expect(
      messages({ instruments: { accord: { incorporates: ['annex'] }, annex: { incorporates: ['accord'] } } }),
    ).toEqual([
      'Each of “accord” and “annex” takes the next in by reference, and the last the first. Say which of them is part of which.',
    ]);
    expect(messages({ instruments: { accord: { incorporates: ['annex'], over: ['annex'] }, annex: {} } })).toEqual([]);
    const both = { parties: { donors: 'signs', basin: 'signs' } } as const;
    const some = Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, sound()]));
    expect(messages({ instruments: { accord: both, annex: both }, obligations: some })).toEqual([
      'The deal is made up of several texts, and “a”, “b”, “c” and 1 more stand in none of them. Say in which of them each stands.',
    ]);
    expect(messages({ instruments: { accord: both }, obligations: some })).toEqual([]);
    const choice = { of: 'hectares', namedBy: ['basin'] } as const;
    expect(messages({ selections: { sites: choice } })).toEqual([
      '“sites” is a choice to be made, and the text does not say by when. Give a day by which it is made.',
    ]);
    expect(messages({ selections: { sites: { ...choice, deadline: onDay(4) } } })).toEqual([]);
    const talks = { begin: onDay(1), end: onDay(2), otherwise: 'nothing holds' };
    expect(messages({ talks: { alone: { ...talks, between: ['basin'] } } })).toEqual([
      '“alone” are talks of the basin states alone, with nobody to hold them with. Name another with whom it is to hold them.',
    ]);
    expect(messages({ talks: { all: talks, both: { ...talks, between: ['basin', 'donors'] } } })).toEqual([]);
  });

  it('give figures without the noise of binary fractions', () => {
    const depot = defineScenario({
      id: 'depot',
      parties: { north: {} },
      terms: { arms: { kind: 'quantity', unit: 'arms', step: 0.1, bounds: { most: 7132 } } },
      counts: { held: { figure: 7132 } },
      positions: {},
    });
    const owing = (amount: AmountDraft) => ({
      owedBy: ['north'],
      verifier: 'north',
      of: 'arms',
      amount,
      begins: onDay(1),
    });
    const share = (parts: number) => owing(shareOf(parts, 100, { count: 'held' }));
    const checked = checkOffer(depot, 'x', {
      text: { obligations: { a: share(30), b: owing(2500), c: share(40) } },
    });
    const found = checked.ok ? review(depot, checked.value) : [];
    const more = found.find(({ code }) => code === 'review/more-owed-than-exists');
    expect(more?.facts['owed']).toBe(7492.4);
    expect(more?.message).toContain('7,492.4 arms are owed');
  });

  it('count what is owed of categories that exclude each other together, of a group and of the whole', () => {
    const prison = (overlap: boolean, values: Readonly<Record<string, number>>) =>
      defineScenario({
        id: 'prison',
        parties: { north: {}, south: {} },
        terms: {
          held: {
            kind: 'quantity',
            unit: 'prisoners',
            bounds: { most: 100 },
            overlap,
            categories: { red: 'red', white: 'white', blue: 'blue', warm: { label: 'warm', of: ['red', 'white'] } },
          },
        },
        positions: {},
        offers: { deal: { by: ['north'], known: 'full', terms: values } },
      });
    const found = (owed: Readonly<Record<string, number>>, values = { held: 100 }, overlap = false) => {
      const scenario = prison(overlap, values);
      const obligations = Object.fromEntries(
        Object.entries(owed).map(([of, amount], i) => [
          `o${i}`,
          { owedBy: ['north'], to: ['south'], verifier: 'desk', of, amount, begins: onDay(1) },
        ]),
      );
      const bodies = { desk: { members: ['north', 'south'] } };
      const checked = checkOffer(scenario, 'x', { ...scenario.offers['deal'], text: { bodies, obligations } });
      if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
      return review(scenario, checked.value).map(({ message }) => message.replace(/,? and there can.*/, ''));
    };
    expect(found({ 'held/red': 60, 'held/blue': 70 })).toEqual(['Of held, 130 prisoners are owed by “o0” and “o1”']);
    expect(found({ 'held/red': 30, 'held/white': 70 })).toEqual([]);
    // What is owed of the whole may be the same again, and of a group is what its categories are.
    expect(found({ held: 80, 'held/red': 30, 'held/white': 70 })).toEqual([]);
    expect(found({ 'held/warm': 80, 'held/red': 30, 'held/white': 50 })).toEqual([]);
    expect(found({ 'held/warm': 80, 'held/blue': 30 })).toHaveLength(1);
    expect(found({ 'held/red': 60, 'held/white': 70 }, { held: 100 }, true)).toEqual([]);
    expect(found({ 'held/red': 30, 'held/white': 30 }, { held: 100, 'held/warm': 50 } as never)).toEqual([
      expect.stringMatching(/^Of held [(]warm[)], 60 prisoners are owed by “o0” and “o1”/),
    ]);
  });

  it('name only those who owe something of it, and the figures that are due', () => {
    const owed = (rounding: 'down' | 'up') =>
      offerOf(
        duties({
          all: sound({ of: 'pledge', amount: 10 }),
          more: sound({ of: 'pledge', amount: shareOf(14, 15), rounding }),
          none: sound({ of: 'pledge', amount: 0 }),
          maybe: sound({ of: 'pledge', amount: upTo(5) }),
        }),
        { terms: { pledge: 10 } },
      );
    const [finding] = review(climate, owed('down'));
    expect(finding && ids(finding)).toEqual(['obligations.all', 'obligations.more']);
    expect(finding?.message).toMatch(
      /^Of pledge, 19 millions are owed by “all” and “more”, and there can be no more than 10/,
    );
    expect(review(climate, owed('up'))[0]?.facts['owed']).toBe(20);
    const third = (rounding: 'down' | 'up') => sound({ of: 'pledge', amount: shareOf(1, 3), rounding });
    const thirds = (rounding: 'down' | 'up') =>
      offerOf(duties({ a: third(rounding), b: third(rounding), c: third(rounding) }), { terms: { pledge: 10 } });
    expect(codesOf(thirds('down'))).toEqual([]);
    expect(codesOf(thirds('up'))).toEqual(['review/more-owed-than-exists']);
  });

  it('let nobody adhere who is only named, and take no second way for the approval that is needed', () => {
    const named = offerOf({ others: { militia: 'a militia' }, obligations: { a: sound({ owedBy: ['militia'] }) } });
    expect(review(climate, named)[0]?.mend.words).toBe('Let a party undertake to bring it about.');
    const said = (by: string) => {
      const { process } = defineScenario({
        id: 'steps',
        parties: { basin: {} },
        terms: {},
        positions: {},
        process: { ratification: STEPS },
      });
      const scenario = { ...climate, process: { ...climate.process, ratification: process.ratification } };
      return review(scenario, offerOf({ approvals: { basin: { by } } })).map(({ message }) => message);
    };
    expect(said('the House')).toEqual([]);
    expect(said('the voters')).toEqual([
      expect.stringMatching(/needs the approval of “the voters”, which comes only where another approval has failed/),
    ]);
    expect(said('the upper bench')).toEqual([
      expect.stringMatching(/needs the approval of “the upper bench”, and a step of ratification can do without it/),
    ]);
    expect(said('the benches')).toEqual([]);
    expect(said('the north council')).toEqual([]);
    expect(said('the army')).toEqual([expect.stringMatching(/and no step of ratification provides for it/)]);
  });

  it('are made of what is said to be defined where the text has nothing', () => {
    const codes = (where: string) => codesOf(offerOf(ANNEXED, { terms: { pledge: definedElsewhere(where) } }));
    const ANNEXED: TextDraft = {
      instruments: { annexB: { label: 'Annex B' } },
      definitions: { year: { means: 'a budget year', clause: 'Article 1 (b)' } },
    };
    for (const where of ['Annex B', 'annex b, paragraph 2', 'annexB', 'Article 1', 'year'])
      expect(codes(where)).toEqual([]);
    for (const where of ['Annex Z', 'Annex', 'Annex Bis', 'Article 11', 'y']) {
      expect([where, codes(where)]).toEqual([where, where === 'Annex' ? [] : ['review/undefined-term']]);
    }
    const [finding] = review(climate, offerOf({}, { terms: { pledge: definedElsewhere('Annex Z') } }));
    expect([finding && ids(finding), finding?.severity]).toEqual([['terms.pledge'], 'unclear']);
    expect(finding?.message).toMatch(
      /^The text says that pledge is defined in “Annex Z”, and has nothing of that name/,
    );
  });

  it('are made of shares that come to more than all, of totals that are too high, of bodies nobody sits on', () => {
    const shares = offerOf(
      duties({ a: sound({ of: 'pledge', amount: halfOf() }), b: sound({ of: 'pledge', amount: shareOf(2, 3) }) }),
      { terms: { pledge: 600 } },
    );
    expect(codesOf(shares)).toEqual(['review/more-owed-than-exists']);
    const total = offerOf(
      duties({ a: sound({ of: 'pledge', amount: 10 }), b: sound({ begins: whenTotal(['a'], 11) }) }),
    );
    expect(codesOf(total)).toEqual(['review/dead-trigger']);
    const open = offerOf(
      duties({ a: sound({ of: 'pledge', amount: upTo(20) }), b: sound({ begins: whenTotal(['a'], 11) }) }),
    );
    expect(codesOf(open)).toEqual(['review/trigger-at-will']);
    const empty = offerOf({ bodies: { board: {} }, obligations: { a: sound() } });
    expect(review(climate, empty).map((one) => [one.code, one.severity])).toEqual([
      ['review/body-cannot-decide', 'unclear'],
    ]);
  });

  it('are made of totals that add nothing, and not of those that come in any other order', () => {
    const total = (amount: number, day: number, more: Partial<ObligationDraft> = {}) =>
      sound({
        of: 'pledge',
        amount,
        begins: onDay(day),
        series: { series: 'payments', counted: 'running total' },
        ...more,
      });
    const of = (obligations: Readonly<Record<string, ObligationDraft>>) =>
      review(climate, offerOf(duties(obligations))).map(({ code, clauses }) => [code, ...clauses.map(({ id }) => id)]);
    expect(of({ a: total(10, 0), b: total(20, 50), c: total(30, 100) })).toEqual([]);
    // Listed otherwise than they fall due.
    expect(of({ a: total(20, 50), b: total(10, 0) })).toEqual([]);
    expect(of({ a: total(20, 0), b: total(20, 50), c: total(30, 100), d: total(25, 150) })).toEqual([
      ['review/total-adds-nothing', 'obligations.b', 'obligations.a'],
      ['review/total-adds-nothing', 'obligations.d', 'obligations.c'],
    ]);
    const yearly = { kind: 'recurring', every: days(30), times: 3 } as const;
    expect(of({ a: total(20, 0, yearly) })).toEqual([['review/total-adds-nothing', 'obligations.a']]);
    expect(of({ a: total(20, 0, { ...yearly, series: { series: 'payments', counted: 'increment' } }) })).toEqual([]);
  });

  it('count what comes round all the times that it does', () => {
    const weekly = (more: Partial<ObligationDraft>) =>
      sound({
        kind: 'recurring',
        of: 'pledge',
        amount: 2,
        begins: onDay(1),
        ...(more.times === undefined && { within: days(27) }),
        every: weeks(1),
        ...more,
      });
    const upon = (reaches: number, more: Partial<ObligationDraft>) =>
      codesOf(offerOf(duties({ a: weekly(more), b: sound({ begins: whenTotal(['a'], reaches) }) })));
    expect(upon(6, { times: 3 })).toEqual([]);
    expect(upon(7, { times: 3 })).toEqual(['review/dead-trigger']);
    expect(upon(6, {})).toEqual([]);
    // However often it says so, in all it is one amount.
    const inAll = { times: 3, series: { series: 'payments', counted: 'running total' } } as const;
    expect(upon(3, inAll)).toEqual(['review/dead-trigger', 'review/total-adds-nothing']);

    const answered = (total: number, more: Partial<ObligationDraft>) =>
      offerOf({
        keys: {
          rate: {
            rows: [{ for: { n: 1, of: ['hectares'] }, give: [{ n: 2, of: 'pledge' }] }],
            totals: { pledge: total },
          },
        },
        obligations: {
          plants: weekly({ owedBy: ['basin'], to: ['donors'], of: 'hectares', amount: 10, ...more }),
          pays: sound({ of: 'pledge', byKey: { key: 'rate', of: ['plants'] }, begins: onDay(30) }),
        },
      });
    expect(codesOf(answered(60, { times: 3 }))).toEqual([]);
    expect(codesOf(answered(20, { times: 3 }))).toEqual(['review/key-totals']);
    // Three whole weeks in twenty-seven days.
    expect(codesOf(answered(60, {}))).toEqual([]);
    expect(codesOf(answered(80, {}))).toEqual(['review/key-totals']);
  });

  it('are made of ambiguous terms, of a reading beside a definition, of a gap that may open, of whoever is only named', () => {
    const words = offerOf(
      { definitions: { loss: { means: 'help', readings: [{ party: 'basin', reading: 'redress' }] } } },
      { terms: { audit: ambiguous({ party: 'donors', reading: 'yearly' }, { party: 'basin', reading: 'once' }) } },
    );
    expect(codesOf(words)).toEqual(['review/readings-contradict', 'review/ambiguous']);
    const gap = offerOf({ events: { vote: {} }, phases: { 2: { begins: uponEvent('vote') } } });
    expect(review(climate, gap).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Phase 2 begins upon “vote”, which may come after phase 1 has ended/),
    ]);
    const named = offerOf({
      others: { militia: 'an armed group' },
      obligations: { a: sound({ owedBy: ['militia'] }) },
    });
    expect(review(climate, named).map(({ message }) => message)).toEqual([
      expect.stringMatching(/lays a duty on an armed group, whom the text names and who is no party to it/),
    ]);
  });

  it('are made of talks that end too late, of a choice made too late, of what outruns its phase', () => {
    const talks = offerOf({ talks: { next: { on: 2, begin: onDay(16), end: onDay(90), otherwise: 'war' } } });
    const choice = offerOf({
      selections: { plots: { of: 'hectares', namedBy: ['basin'], deadline: onDay(40) } },
      obligations: { plants: sound({ owedBy: ['basin'], of: 'hectares', amount: 10 }) },
    });
    const outruns = offerOf(duties({ pays: { ...sound({ phase: 1, within: days(90) }), begins: undefined } as never }));
    for (const offer of [talks, choice, outruns]) expect(codesOf(offer)).toEqual(['review/deadline-before']);
  });

  it('use the days that are known', () => {
    const offer = offerOf(
      duties({ pays: { owedBy: ['donors'], verifier: 'board', begins: onDay(10), until: onDate('2031-01-01') } }),
    );
    const on = (start: string) => review(climate, offer, { anchors: { start } }).map(({ code }) => code);
    expect([on('2030-12-01'), on('2030-12-28')]).toEqual([[], ['review/window-closes-first']]);
  });
});

describe('what is left without an end', () => {
  /** A tariff whose second phase has a fee; its process lets phases be extended, once or without end. */
  const tariffOf = (times: number | undefined) =>
    defineScenario({
      id: 'tariff',
      parties: { coast: {}, hills: {} },
      terms: { fee: { kind: 'quantity', unit: 'marks', scope: 'phase', bounds: { most: 9 } } },
      space: { phases: { least: 1, most: 2 } },
      process: { extensions: { grace: { title: 'a period of grace', days: 7, ...(times && { times }) } } },
      positions: {},
    });
  const tariff = tariffOf(1);
  const drafted = (phases: OfferDraft['phases'], text: TextDraft): Offer => {
    const checked = checkOffer(tariff, 'draft', { phaseCount: phases?.length ?? 1, phases, text } as OfferDraft);
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    return checked.value;
  };

  it('is a term on the agenda, but for one of a phase on which dated talks are promised', () => {
    const codes = (more: Partial<OfferDraft>, text: TextDraft = {}) =>
      review(climate, offerOf(text, more)).map((one) => [one.code, ...ids(one)]);
    expect(codes({ terms: { seat: onTheAgenda() } })).toEqual([['review/deferred-without-end', 'terms.seat']]);
    const phases = [{ length: weeks(10) }, { length: weeks(10), terms: { fee: onTheAgenda() } }];
    const talks = { begin: onDay(20), end: onDay(60), on: 2, otherwise: 'the first phase goes on' } as const;
    const left = (text: TextDraft) => review(tariff, drafted(phases, text)).map((one) => [one.code, ...ids(one)]);
    expect(left({})).toEqual([['review/deferred-without-end', 'phases.2.fee']]);
    expect(left({ talks: { fees: talks } })).toEqual([]);
  });

  it('is made for an amount that an obligation leaves unsettled, as for a term', () => {
    const of = 'pledge';
    const told = (amount: NonNullable<ObligationDraft['amount']>, more: TextDraft = {}) => {
      const offer = offerOf({ ...more, obligations: { pays: sound({ of, amount }) } });
      return review(climate, offer).map(({ code, clauses, message }) => [code, clauses.map(({ id }) => id), message]);
    };
    const clauses = ['obligations.pays'];
    const readings = [
      { party: 'donors', reading: 'ten' } as const,
      { party: 'basin', reading: 'all' } as const,
    ] as const;
    expect(told(ambiguous(...readings))).toEqual([
      [
        'review/ambiguous',
        clauses,
        expect.stringMatching(/^The amount of “pays” is open to more than one reading: the donors/),
      ],
    ]);
    expect(told(deferred({ between: ['donors', 'basin'], until: 'May' }))).toEqual([
      [
        'review/deferred-without-end',
        clauses,
        expect.stringMatching(/^The amount of “pays” is left to be agreed, and the text/),
      ],
    ]);
    expect(told(deferred({ between: ['donors', 'basin'], until: 'May', otherwise: 'ten' }))).toEqual([]);
    expect(told(onTheAgenda())).toEqual([
      [
        'review/deferred-without-end',
        clauses,
        expect.stringMatching(/^The amount of “pays” is on the agenda, and the text/),
      ],
    ]);
    expect(told(undisclosed())).toEqual([
      ['review/amount-untold', clauses, expect.stringMatching(/^“pays” asks for an amount that is not made known/)],
    ]);
    expect(told(definedElsewhere('Annex B'))).toEqual([
      [
        'review/undefined-term',
        clauses,
        expect.stringMatching(/^The text says that the amount of “pays” is defined in “Annex B”/),
      ],
    ]);
    expect(told(definedElsewhere('Annex B'), { definitions: { b: { label: 'Annex B', means: 'ten' } } })).toEqual([]);
  });

  it('says of an amount that is left open between whom it is to be agreed, where only that is missing', () => {
    const amount = deferred({ until: 'May', otherwise: 'ten' });
    const offer = offerOf({ obligations: { pays: sound({ of: 'pledge', amount }) } });
    const [finding] = review(climate, offer);
    const mended = applyPatches(offer, finding?.mend.patches ?? []);
    expect(mended.text?.obligations['pays']?.amount?.value).toMatchObject({ between: climate.agreement.of });
    expect(codesOf(mended)).toEqual([]);
  });

  it('begins its sentence with a capital, whatever the clause is called', () => {
    const phases = [{ length: weeks(10) }, { length: weeks(10) }];
    const [finding] = review(tariff, drafted(phases, { phases: { 2: { begins: uponEvent('phase2.end') } } }));
    expect(finding?.message).toMatch(/^Phase 2 /);
  });

  it('is what is deferred without by whom, and those are named by its mend whose agreement the deal takes', () => {
    const offer = offerOf({}, { terms: { seat: deferred({ until: 'the first year', otherwise: 'it stays' }) } });
    const [finding, ...more] = review(climate, offer);
    expect([finding?.code, finding && ids(finding), more]).toEqual(['review/deferred-without-end', ['terms.seat'], []]);
    expect(finding?.message).toBe('Seat is left to be agreed, and the text does not say by whom. Say by whom.');
    const mended = applyPatches(offer, finding?.mend.patches ?? []);
    expect(mended.terms['seat']).toMatchObject({ value: { between: climate.agreement.of } });
    expect(codesOf(mended)).toEqual([]);
    const nobody = offerOf({}, { terms: { seat: deferred({ between: [], until: 'May', otherwise: 'it stays' }) } });
    expect(codesOf(nobody)).toEqual(['review/deferred-without-end']);
    const phases = [
      { length: weeks(10) },
      { length: weeks(10), terms: { fee: deferred({ until: 'May', otherwise: 'none' }) } },
    ];
    const [ofPhase] = review(tariff, drafted(phases, {}));
    expect(review(tariff, applyPatches(drafted(phases, {}), ofPhase?.mend.patches ?? []))).toEqual([]);
  });

  it('is a rule of the process that may be used again and again', () => {
    const [finding, ...more] = review(tariffOf(undefined), drafted([{ length: weeks(10) }], {}));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'review/extension-without-end', severity: 'unclear' });
    expect(finding?.clauses).toEqual([{ id: 'extensions.grace', label: 'a period of grace' }]);
  });
});

describe('what cannot be reviewed', () => {
  it.each([
    ['third', {}, 'review/unknown-offer'],
    ['draft', {}, 'review/no-text'],
    [offerOf({}), { anchors: { strat: '2030-01-01' } }, 'review/unknown-event'],
    [offerOf({}), { anchors: { start: '2030-02-30' } }, 'review/bad-date'],
    [null as never, {}, 'review/unknown-offer'],
  ] as const)('is told by a code', (offer, options, code) => {
    expect(() => review(climate, offer, options)).toThrow(
      expect.objectContaining({ faults: [expect.objectContaining({ code })] }),
    );
  });
});

describe('a schedule', () => {
  it('gives by a key for what each of a series adds, and not for what it comes to in all', () => {
    const third = (n: number, more: Partial<ObligationDraft> = {}) =>
      sound({
        owedBy: ['basin'],
        of: 'hectares',
        amount: shareOf(n, 3),
        series: { series: 'planting', counted: 'running total' },
        ...more,
      });
    const answer = (of: string) =>
      sound({ of: 'pledge', byKey: { key: 'rate', of: [of] }, begins: uponCompletion(of) });
    const offer = offerOf(
      {
        keys: {
          rate: {
            rows: [{ for: { n: 1, of: ['hectares'] }, give: [{ n: 2, of: 'pledge' }] }],
            totals: { pledge: 180 },
          },
        },
        obligations: {
          one: third(1),
          two: third(2, { begins: onDay(20) }),
          three: third(3, { begins: onDay(40) }),
          for1: answer('one'),
          for2: answer('two'),
          for3: answer('three'),
          half: sound({ begins: whenTotal(['one', 'two', 'three'], 46) }),
        },
      },
      { terms: { hectares: 90, pledge: 180 } },
    );
    expect(review(climate, offer)).toEqual([]);
    const duties = schedule(climate, offer).duties;
    expect(duties.filter(({ of }) => of === 'pledge').map(({ amount }) => amount?.least)).toEqual([60, 60, 60]);
    expect(duties.find(({ obligation }) => obligation === 'half')?.opens?.day).toBe(25);
  });

  it('says of what has a way out, and waits for something from outside, that it waits for that', () => {
    const offer = offerOf({
      certifications: { counted: { by: 'board' } },
      obligations: {
        pays: {
          owedBy: ['donors'],
          begins: whenCertified('counted'),
          until: earliestOf(uponCompletion('pays'), onDay(90)),
        },
        plants: {
          owedBy: ['basin'],
          begins: onDay(1),
          until: earliestOf(uponCompletion('plants'), whenCertified('counted')),
        },
      },
    });
    expect(schedule(climate, offer).duties.map(({ waitsFor }) => waitsFor)).toEqual([
      [{ for: 'certification', certification: 'counted' }],
      [
        { for: 'completion of', obligation: 'plants' },
        { for: 'certification', certification: 'counted' },
      ],
    ]);
  });

  it('dates what says only by when, and what is done together with something dated', () => {
    const offer = offerOf(
      duties({
        pays: { owedBy: ['donors'], until: onDay(30) },
        opens: { owedBy: ['basin'], begins: onDay(7), concurrent: ['closes'] },
        closes: { owedBy: ['donors'] },
      }),
    );
    expect(
      schedule(climate, offer).duties.map(({ obligation, opens, due }) => [obligation, opens?.day, due?.day]),
    ).toEqual([
      ['opens', 7, 7],
      ['closes', 7, 7],
      ['pays', 0, 30],
    ]);
  });

  it('takes no two that are done together to wait for each other to begin', () => {
    const together = (other: string): Partial<ObligationDraft> => ({ concurrent: [other], begins: uponStart(other) });
    const offer = offerOf(
      duties({
        a: sound({ concurrent: ['b'] }),
        b: sound(together('a')),
        c: sound(together('d')),
        d: sound(together('c')),
      }),
    );
    const waits = schedule(climate, offer).duties.map(({ obligation, waitsFor }) => [obligation, waitsFor]);
    expect(waits).toEqual([
      ['a', []],
      ['b', []],
      ['c', [{ for: 'trigger' }]],
      ['d', [{ for: 'trigger' }]],
    ]);
  });
});

describe('the reports that bodies owe', () => {
  const reporting = (
    reports: NonNullable<NonNullable<TextDraft['bodies']>[string]['reports']>,
    more: TextDraft = {},
    rest?: Partial<OfferDraft>,
  ) => offerOf({ bodies: { board: { members: ['donors', 'basin'], clause: 'Article 7', reports } }, ...more }, rest);
  const to = ['donors'];

  it.each<readonly [FindingCode, Offer, RegExp, readonly string[]]>([
    [
      'review/dead-trigger',
      reporting({ to, every: weeks(1), begins: uponEvent('phase3') }, duties({ pays: sound() })),
      /“reports to the donors” [(]Article 7[)] is to begin upon the start of phase 3, which can never happen: the deal has no phase 3/,
      ['bodies.board'],
    ],
    [
      'review/dead-trigger',
      reporting({ to, until: onDay(3, { from: 'phase3' }) }, duties({ pays: sound() })),
      /is to end on day 3 from the start of phase 3, which can never happen/,
      ['bodies.board'],
    ],
    [
      'review/window-closes-first',
      reporting({ to, begins: onDay(40), until: onDay(10) }, duties({ pays: sound() })),
      /“reports to the donors” [(]Article 7[)] is to end on day 10 from entry into force, 30 days before it begins/,
      ['bodies.board'],
    ],
    [
      'review/window-closes-first',
      reporting({ to, every: weeks(1), begins: onDay(400) }, duties({ pays: sound() })),
      /is to end upon the end of phase 2, 190 days before it begins/,
      ['bodies.board'],
    ],
    [
      'review/trigger-at-will',
      reporting({ to, begins: uponCompletion('plants') }, duties({ plants: sound({ strength: 'may' }) })),
      /“reports to the donors” [(]Article 7[)] is to begin when “?plants”? is done, and nobody is bound to do “plants”/,
      ['bodies.board', 'obligations.plants'],
    ],
    [
      'review/no-length',
      reporting({ to, every: weeks(1) }, duties({ pays: sound() }), { phases: [{ length: weeks(10) }, {}] }),
      /The text gives no one length for phase 2, and “reports to the donors” [(]Article 7[)] hangs on its end/,
      ['phases.2'],
    ],
  ])('are told by %s', (code, offer, says, clauses) => {
    const found = review(climate, offer);
    expect(found.map((one) => one.code)).toEqual([code]);
    const [{ message, mend, clauses: pointed } = found[0]!] = found;
    expect(message).toMatch(says);
    expect(pointed.map(({ id }) => id)).toEqual(clauses);
    if (code === 'review/no-length') return;
    const next = applyPatches(offer, mend.patches!);
    expect(checkOffer(climate, 'mended', next).ok).toBe(true);
    expect(review(climate, next)).toEqual([]);
  });

  it('are named with the clause of their body, and accepted under its id', () => {
    const draft = reporting(
      { to, begins: onDay(40), until: onDay(10) },
      {
        ...duties({ pays: sound() }),
        accepted: [
          { code: 'review/window-closes-first', clauses: ['bodies.board'], reason: 'It reports once, before.' },
        ],
      },
    );
    const [found, ...others] = review(climate, draft);
    expect(found?.clauses).toEqual([{ id: 'bodies.board', label: 'board', clause: 'Article 7' }]);
    expect([found?.accepted, others]).toEqual(['It reports once, before.', []]);
  });

  it('are not asked who verifies them, nor who is bound by them', () => {
    expect(review(climate, reporting({ to, every: weeks(1) }, duties({ pays: sound() })))).toEqual([]);
  });

  it('are told as one where both their days are dead, and mended as one', () => {
    const draft = reporting(
      { to, begins: uponEvent('phase3'), until: onDay(3, { from: 'phase3' }) },
      duties({ pays: sound() }),
    );
    const found = review(climate, draft);
    expect(found.map(({ code, clauses }) => [code, clauses.map(({ id }) => id)])).toEqual([
      ['review/dead-trigger', ['bodies.board']],
    ]);
    expect(review(climate, applyPatches(draft, found[0]!.mend.patches!))).toEqual([]);
  });
});
