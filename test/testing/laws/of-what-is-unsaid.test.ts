import fc from 'fast-check';
import {
  checkOffer,
  days,
  deferred,
  defineScenario,
  type Offer,
  type OfferDraft,
  type Scenario,
} from 'sticking-points';
import {
  checkDeal,
  dueInOrder,
  everyDeferralSaysWhatOtherwise,
  everyNegotiatedPhaseHasAFallback,
  nothingDueBeforeItsTrigger,
  textHoldsTogether,
  type Among,
  type OfferInvariant,
} from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';

const pay = defineScenario({
  id: 'pay',
  parties: { union: {}, firm: {} },
  terms: { raise: { kind: 'quantity', unit: 'percent', bounds: { most: 9 } }, bonus: { kind: 'flag' } },
  space: { phases: { least: 1, most: 2 }, days: 100 },
  positions: {},
  offers: {},
});

/** Pay, settled in a draft as each case has it. */
function payWith(draft: OfferDraft): Scenario {
  return { ...pay, offers: { draft: offerOf(draft) } };
}

function offerOf(draft: OfferDraft): Offer {
  const checked = checkOffer(pay, 'draft', draft);
  if (!checked.ok) throw new RangeError('A draft of these cases fits.');
  return checked.value;
}

const phases = [{ length: days(40) }, { length: days(40), toBeNegotiated: true }];
const bare: OfferDraft = { known: 'full', terms: { raise: 3, bonus: deferred() }, phases };
const answered: OfferDraft = { known: 'full', terms: { raise: 3, bonus: deferred({ otherwise: 'none' }) }, phases };
const settled: OfferDraft = { known: 'full', terms: { raise: 3, bonus: true }, phases: [{ length: days(40) }] };

const later = everyDeferralSaysWhatOtherwise();
const fallback = everyNegotiatedPhaseHasAFallback('bonus');
const text = textHoldsTogether();

function found(draft: OfferDraft, law: OfferInvariant, among: Among = { completing: 'draft' }) {
  const [finding] = checkDeal(payWith(draft), { among, runs: 20, invariants: [law] });
  if (!finding) throw new RangeError('One law has one finding.');
  return finding;
}

describe('a law of what a draft leaves unsaid, asked of what completes it', () => {
  it.each([
    ['deferred, in a full text', later, bare, 'broken'],
    ['deferred, in a text known in part', later, { ...bare, known: 'partial' }, 'undetermined'],
    ['deferred with what happens otherwise', later, answered, 'held'],
    ['nothing deferred', later, settled, 'undetermined'],
    ['a phase to be negotiated, and the term deferred', fallback, bare, 'broken'],
    ['a phase to be negotiated, and the term settled', fallback, { ...settled, phases }, 'held'],
    [
      'a phase to be negotiated, in a draft silent on the term',
      fallback,
      { terms: { raise: 3 }, phases },
      'undetermined',
    ],
    ['no text, in a full offer', text, settled, 'undetermined'],
    ['no text, in one known in part', text, { ...settled, known: 'partial' }, 'undetermined'],
  ] as const)('is told by the draft itself: %s', (_, law, draft, finding) => {
    expect(found(draft, law).finding).toBe(finding);
  });

  it('is broken by the draft itself, which is found again by seed and path', () => {
    const draft = offerOf(bare);
    const { counterexample, replay, text: said } = found(bare, later);
    expect(counterexample).toEqual(draft);
    expect(said).toContain('So it is of the draft itself.');
    const [again] = checkDeal(payWith(bare), { among: { completing: 'draft' }, ...replay, invariants: [later] });
    expect(again).toMatchObject({ finding: 'broken', runs: 1, counterexample: draft });
  });

  it.each([
    ['nothing deferred', later, settled],
    ['nothing deferred, in a text known in part', later, { ...settled, known: 'partial' }],
    ['no phase to be negotiated', fallback, settled],
    ['no phase to be negotiated, in a text known in part', fallback, { ...settled, known: 'partial' }],
    ['no text', text, settled],
    ['no text, whatever falls due in it', nothingDueBeforeItsTrigger(), settled],
    ['no text, in whatever order', dueInOrder('survey', 'sale'), settled],
    [
      'whatever it says to speak of',
      { title: 'own', offer: () => true, speaksOf: () => false, asksDraft: () => true },
      answered,
    ],
  ] as const)('is not held of a draft that has nothing of which it speaks: %s', (_, law, draft) => {
    const finding = found(draft, law);
    expect(finding).toMatchObject({ finding: 'undetermined', runs: 21, asked: 0, undetermined: 0 });
    expect(finding.text).toContain('Neither the draft itself nor any of the 20 drawn bears on it');
  });

  it('is held of a draft that it has to be asked of, where it speaks of every offer', () => {
    const own: OfferInvariant = { title: 'own', offer: () => true, asksDraft: () => true };
    expect(found(settled, own)).toMatchObject({ finding: 'held', runs: 21, asked: 1 });
  });

  it('counts the draft beside what is drawn', () => {
    expect(found(answered, later)).toMatchObject({ runs: 21, asked: 1 });
    expect(found(answered, later).text).toBe(`Held: ${later.title} (of the draft itself)`);
  });

  it.each([
    ['offers', later],
    ['deals', later],
    ['offers', fallback],
    ['deals', fallback],
    ['offers', text],
    ['deals', text],
  ] as const)('of all %s cannot be told, since these leave nothing unsaid: %#', (among, law) => {
    const finding = found(bare, law, among);
    expect(finding).toMatchObject({ finding: 'undetermined', asked: 0, undetermined: 0 });
    expect(finding.text).toContain('None of the 20 drawn bears on it, so that it says nothing: ask it of a draft');
  });
});

describe('a law that says of which offers it speaks', () => {
  const over = (least: number): OfferInvariant => ({
    title: `with over ${least} there is a bonus`,
    offer: ({ terms }) => raiseIn(terms) <= least || true,
    speaksOf: ({ terms }) => raiseIn(terms) > least,
  });

  it('is held of those that are so, which are counted', () => {
    const { finding, runs, asked } = found(settled, over(5), 'offers');
    expect(finding).toBe('held');
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(runs);
  });

  it('cannot be told where none is', () => {
    expect(found(settled, over(9), 'offers')).toMatchObject({ finding: 'undetermined', asked: 0 });
    expect(found(settled, over(3), fc.constant(offerOf({ terms: { raise: 3 } })))).toMatchObject({
      finding: 'undetermined',
      asked: 0,
    });
  });

  it('is asked of each where it does not say so', () => {
    const { title, offer } = over(9);
    expect(found(settled, { title, offer }, 'offers')).toMatchObject({ finding: 'held', runs: 20, asked: 20 });
  });

  it('is broken by what breaks it, whatever it says to speak of', () => {
    const never = { ...over(9), offer: () => false };
    expect(found(settled, never, 'offers')).toMatchObject({ finding: 'broken', asked: 1 });
  });
});

function raiseIn(terms: Readonly<Record<string, unknown>>): number {
  const n = /"n":(\d+)/.exec(JSON.stringify(terms['raise']))?.[1];
  return n === undefined ? 0 : Number(n);
}
