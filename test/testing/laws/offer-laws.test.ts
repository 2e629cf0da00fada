import {
  about,
  all,
  ambiguous,
  atLeast,
  atMost,
  between,
  days,
  deferred,
  isFaultError,
  months,
  moreThan,
  onTheAgenda,
  some,
  undisclosed,
  weeks,
  type ObligationDraft,
  type OfferDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import {
  FINDINGS,
  type ConditionInvariant,
  type Finding,
  type OfferInvariant,
} from '../../../src/testing/invariant.js';
import { everyDeferralSaysWhatOtherwise } from '../../../src/testing/laws/every-deferral-says-what-otherwise.js';
import { everyNegotiatedPhaseHasAFallback } from '../../../src/testing/laws/every-negotiated-phase-has-a-fallback.js';
import { inOrder } from '../../../src/testing/laws/in-order.js';
import { neitherGivesAlone } from '../../../src/testing/laws/neither-gives-alone.js';
import { neverMoreThanHeld } from '../../../src/testing/laws/never-more-than-held.js';
import { ratioWithin } from '../../../src/testing/laws/ratio-within.js';
import { somethingDueWithin } from '../../../src/testing/laws/something-due-within.js';
import { weakerNeverAddsSticking } from '../../../src/testing/laws/weaker-never-adds-sticking.js';
import { ask } from './ask.js';
import { camps, offer } from './camps.js';

/** A law, an offer and what that comes to. */
type Row = readonly [why: string, law: ConditionInvariant | OfferInvariant, of: OfferDraft, finding: Finding];

const held = neverMoreThanHeld(camps, 'captives', 'held');
const rate = ratioWithin(camps, 'detainees', 'captives', { least: 2, most: 4 });
const atOnce = ratioWithin(camps, 'detainees', 'captives', { least: 2, in: 1 });
const order = inOrder('captives/women', 'detainees');
const mutual = neitherGivesAlone(camps, 'captives', 'detainees');
const fallback = everyNegotiatedPhaseHasAFallback('ifNoAgreement');
const grain = everyNegotiatedPhaseHasAFallback('grain');
const otherwise = everyDeferralSaysWhatOtherwise();
const monthly = somethingDueWithin(30);
const FULL = { known: 'full', terms: {} } as const;

const people = (captives: number, detainees = 0) => ({ captives, detainees });
const fallsBack = { ifNoAgreement: 'extend' } as const;
const open = { toBeNegotiated: true } as const;
const owing = (amount: NonNullable<ObligationDraft['amount']>) => ({
  obligations: { gives: { owedBy: ['hill'], of: 'grain', amount } },
});

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  neverMoreThanHeld: [
    ['by either report', held, { terms: { captives: between(10, 30) } }, 'held'],
    ['the same by phases', held, { ...FULL, phases: [{ terms: people(20) }, { terms: people(10) }] }, 'held'],
    ['all of them, however many', held, { terms: { captives: all({ count: 'held' }) } }, 'held'],
    ['by neither report', held, { terms: { captives: 36 } }, 'broken'],
    ['more by phases', held, { ...FULL, phases: [{ terms: people(20) }, { terms: people(16) }] }, 'broken'],
    ['by one report and not by the other', held, { terms: { captives: 31 } }, 'undetermined'],
    ['just as many as the higher report', held, { terms: { captives: 35 } }, 'undetermined'],
    ['silent', held, {}, 'undetermined'],
    ['nobody counts', neverMoreThanHeld(camps, 'captives/wounded', 'wounded'), { terms: { 'captives/wounded': 1 } }, 'undetermined'], // prettier-ignore
    ['none of what nobody counts', neverMoreThanHeld(camps, 'captives/wounded', 'wounded'), { terms: { 'captives/wounded': 0 } }, 'held'], // prettier-ignore
    ['made up for too late', neverMoreThanHeld(camps, 'debt', 'owed'), { ...FULL, phases: [{ terms: { debt: 6 } }, { terms: { debt: -6 } }] }, 'broken'], // prettier-ignore
    ['never too much', neverMoreThanHeld(camps, 'debt', 'owed'), { ...FULL, phases: [{ terms: { debt: -6 } }, { terms: { debt: 6 } }] }, 'held'], // prettier-ignore
  ],
  ratioWithin: [
    ['inside', rate, { terms: { captives: 10, detainees: between(20, 40) } }, 'held'],
    ['over zero', rate, { terms: { captives: 0, detainees: 40 } }, 'held'],
    ['whether there is any or not', rate, { terms: { captives: atMost(10), detainees: 40 } }, 'undetermined'],
    ['at most one, if any', rate, { terms: { captives: atMost(1), detainees: 3 } }, 'held'],
    ['too few', rate, { terms: { captives: 10, detainees: 19 } }, 'broken'],
    ['too many', rate, { terms: { captives: 10, detainees: 41 } }, 'broken'],
    ['either', rate, { terms: { captives: 10, detainees: between(19, 20) } }, 'undetermined'],
    ['none at first', atOnce, { ...FULL, phases: [{ terms: people(0, 0) }, { terms: people(10, 5) }] }, 'held'],
    ['too few at first', atOnce, { ...FULL, phases: [{ terms: people(10, 5) }, { terms: people(0, 50) }] }, 'broken'],
    ['only the total is told', atOnce, { terms: { captives: 10, detainees: 30 } }, 'undetermined'],
  ],
  inOrder: [
    ['one after the other', order, { ...FULL, phases: [{ terms: { captives: 5, 'captives/women': 5, 'captives/wounded': 0 } }, { terms: { detainees: 3 } }] }, 'held'], // prettier-ignore
    ['both at once', order, { phases: [{ terms: { 'captives/women': 5, detainees: 3 } }] }, 'broken'],
    ['the other never', order, { terms: { detainees: 0 } }, 'held'],
    ['when is not told', order, { terms: { detainees: 3 } }, 'undetermined'],
  ],
  neitherGivesAlone: [
    ['both in each', mutual, { ...FULL, phases: [{ terms: people(5, 9) }, { terms: people(1, 1) }] }, 'held'],
    ['neither at all', mutual, { ...FULL }, 'held'],
    [
      'one first, then the other',
      mutual,
      { ...FULL, phases: [{ terms: people(5) }, { terms: people(0, 9) }] },
      'broken',
    ],
    ['only totals', mutual, { terms: { captives: 5, detainees: 9 } }, 'undetermined'],
    ['of the whole deal', neitherGivesAlone(camps, 'grain', 'flour'), { terms: { grain: 1, flour: 0 } }, 'broken'],
    ['and both', neitherGivesAlone(camps, 'grain', 'flour'), { terms: { grain: 1, flour: some() } }, 'held'],
  ],
  everyNegotiatedPhaseHasAFallback: [
    ['in the phase before', fallback, { phases: [{ terms: fallsBack }, open] }, 'held'],
    ['in a full text', fallback, { ...FULL, phases: [{ terms: fallsBack }, { ...open, terms: fallsBack }] }, 'held'],
    ['only in the phase itself', fallback, { ...FULL, phases: [{ terms: { ifNoAgreement: onTheAgenda() } }, { ...open, terms: fallsBack }] }, 'broken'], // prettier-ignore
    ['for the first of two only', fallback, { phases: [{ terms: fallsBack }, { ...open, terms: { ifNoAgreement: deferred() } }, open] }, 'broken'], // prettier-ignore
    ['nothing is to be negotiated', fallback, { phases: [{}, { toBeNegotiated: false }] }, 'held'],
    ['a full text is silent', grain, { ...FULL, phases: [{}, open] }, 'broken'],
    ['and of what its absence means', fallback, { ...FULL, phases: [{}, open] }, 'broken'],
    ['left open as a whole', grain, { terms: { grain: onTheAgenda() }, phases: [{}, open] }, 'broken'],
    ['for the whole deal', grain, { terms: { grain: moreThan(3) }, phases: [{}, open] }, 'held'],
    ['the first phase, with nothing before it', grain, { terms: { grain: 3 }, phases: [open] }, 'held'],
    ['each reads it its own way', grain, { terms: { grain: ambiguous({ party: 'hill', reading: 'much' }, { party: 'shore', reading: 'little' }) }, phases: [{}, open] }, 'broken'], // prettier-ignore
    ['an offer known in part is silent', fallback, { phases: [{}, open] }, 'undetermined'],
    ['the first phase, of which nothing is told', fallback, { phases: [open] }, 'undetermined'],
    ['settled out of sight', grain, { terms: { grain: undisclosed() }, phases: [{}, open] }, 'undetermined'],
    ['deferred, and otherwise as worded', grain, { terms: { grain: deferred({ otherwise: 'none' }) }, phases: [{}, open] }, 'undetermined'], // prettier-ignore
    ['reports differ', grain, { terms: { grain: { readings: [3, deferred()] } }, phases: [{}, open] }, 'undetermined'],
  ],
  everyDeferralSaysWhatOtherwise: [
    ['it does', otherwise, { ...FULL, terms: { grain: deferred({ otherwise: 'none' }) } }, 'held'],
    ['nothing is deferred', otherwise, { terms: { grain: onTheAgenda() } }, 'held'],
    ['a full text does not', otherwise, { ...FULL, phases: [{ terms: { captives: deferred() } }] }, 'broken'],
    ['a report does not', otherwise, { terms: { grain: deferred({ until: 'spring' }) } }, 'undetermined'],
    ['of an amount it does', otherwise, { ...FULL, text: owing(deferred({ otherwise: 'none' })) }, 'held'],
    ['of an amount a full text does not', otherwise, { ...FULL, text: owing(deferred()) }, 'broken'],
    ['of an amount a report does not', otherwise, { text: owing(deferred()) }, 'undetermined'],
    ['an amount is no deferral', otherwise, { ...FULL, text: owing(3) }, 'held'],
    ['one of two reports', otherwise, { ...FULL, terms: { grain: { readings: [deferred(), 3] } } }, 'undetermined'],
  ],
  somethingDueWithin: [
    ['one short phase', monthly, { length: days(30), phases: [{}] }, 'held'],
    ['one long phase', monthly, { phases: [{ length: days(31), terms: people(5) }] }, 'broken'],
    ['two short ones, something in both', monthly, { ...FULL, phases: [{ length: days(20), terms: people(5) }, { length: days(30), terms: people(1) }] }, 'held'], // prettier-ignore
    ['nothing in the first', monthly, { ...FULL, phases: [{ length: days(20) }, { length: days(11), terms: people(1) }] }, 'broken'], // prettier-ignore
    ['nothing after the first', monthly, { ...FULL, phases: [{ length: days(20), terms: people(1) }, { length: days(20) }, { length: days(11) }] }, 'broken'], // prettier-ignore
    ['what is due the other way round', monthly, { ...FULL, phases: [{ length: days(20), terms: { debt: -1 } }, { length: days(20) }] }, 'held'], // prettier-ignore
    ['only what is due in the end', monthly, { ...FULL, terms: { grain: 40 }, phases: [{ length: days(20) }, { length: days(20) }] }, 'broken'], // prettier-ignore
    ['some, whatever it is', monthly, { phaseCount: 2, phases: [{ length: weeks(4), terms: { detainees: some() } }, { length: days(between(3, 30)) }] }, 'held'], // prettier-ignore
    ['a month may be too long', monthly, { phaseCount: 1, phases: [{ length: months(1), terms: { captives: 5 } }] }, 'undetermined'], // prettier-ignore
    ['two months are', monthly, { phaseCount: 1, phases: [{ length: months(2), terms: { captives: 5 } }] }, 'broken'],
    ['perhaps nothing in the first', monthly, { phaseCount: 2, phases: [{ length: days(20) }, { length: days(20) }] }, 'undetermined'], // prettier-ignore
    ['no length', monthly, { terms: { captives: 5 } }, 'undetermined'],
    ['no length, but a short deal', monthly, { length: days(atMost(30)) }, 'held'],
    ['still to be negotiated', monthly, { ...FULL, phases: [{ length: days(20), terms: people(1) }, { length: days(20), ...open }, { length: days(20) }] }, 'undetermined'], // prettier-ignore
    ['no phase of so many is short', monthly, { length: days(atLeast(91)) }, 'undetermined'],
    ['the sum is too long, and nothing in between', monthly, { length: days(40), phaseCount: 2, phases: [{ terms: { captives: 0, detainees: 0, debt: 0 } }, { terms: { captives: 3 } }] }, 'broken'], // prettier-ignore
  ],
  weakerNeverAddsSticking: [
    ['less of it', weakerNeverAddsSticking('most', { kind: 'compare', of: 'captives', op: '>=', line: 15 }), { terms: { captives: 10, watch: false } }, 'held'], // prettier-ignore
    ['given up', weakerNeverAddsSticking('watched', null), { terms: { watch: false } }, 'held'],
    ['more of it', weakerNeverAddsSticking('most', { kind: 'compare', of: 'captives', op: '>=', line: 25 }), { terms: { captives: about(22) } }, 'broken'], // prettier-ignore
    ['what was open before', weakerNeverAddsSticking('watched', { kind: 'compare', of: 'captives', op: '>=', line: 15 }), { terms: { captives: 10 } }, 'undetermined'], // prettier-ignore
    ['something else', weakerNeverAddsSticking('watched', { kind: 'flag', of: 'watch', is: false }), { terms: { watch: true } }, 'broken'], // prettier-ignore
  ],
};

/** The rows of a table that do not come out as they should. */
const wrong = (rows: readonly Row[], find: (row: Row) => Finding) =>
  rows.filter((row) => find(row) !== row[3]).map((row) => `${row[0]}: ${find(row)}, and not ${row[3]}`);

describe.each(Object.entries(TABLES))('%s', (_, rows) => {
  it.each(rows)('%s', (__, law, draft, finding) => {
    expect(ask(law, offer(draft), camps)).toBe(finding);
  });

  it('is held, is broken and cannot be told somewhere, so that no one answer to all would pass', () => {
    expect(new Set(rows.map((row) => row[3]))).toEqual(new Set(FINDINGS));
    for (const always of FINDINGS) expect(wrong(rows, () => always)).not.toEqual([]);
    expect(wrong(rows, ([, law, draft]) => ask(law, offer(draft), camps))).toEqual([]);
  });

  it('would be told if what cannot be told counted as held', () => {
    const careless = ([, law, draft]: Row) => (ask(law, offer(draft), camps) === 'broken' ? 'broken' : 'held');
    expect(wrong(rows, careless)).not.toEqual([]);
  });
});

describe('a law that does not fit', () => {
  const codesOf = (lay: () => unknown): readonly string[] => {
    try {
      lay();
      return [];
    } catch (error) {
      if (!isFaultError(error)) throw error;
      return error.faults.map((fault) => fault.code);
    }
  };
  const partial = offer({ phases: [{}, open] });

  it.each([
    ['scenario/unknown-term', () => neverMoreThanHeld(camps, 'captive', 'held')],
    ['scenario/unknown-count', () => neverMoreThanHeld(camps, 'captives', 'heeld')],
    ['testing/bad-bound', () => ratioWithin(camps, 'detainees', 'captives', {})],
    ['testing/bad-bound', () => ratioWithin(camps, 'detainees', 'captives', { least: 3, most: 2 })],
    ['testing/bad-bound', () => ratioWithin(camps, 'detainees', 'captives', { most: Infinity })],
    ['testing/bad-bound', () => ratioWithin(camps, 'detainees', 'captives', { least: NaN })],
    ['scenario/unknown-phase', () => ratioWithin(camps, 'detainees', 'captives', { most: 3, in: 4 })],
    ['scenario/scope-of-deal-term', () => neitherGivesAlone(camps, 'captives', 'grain')],
    ['testing/bad-bound', () => somethingDueWithin(0)],
    ['testing/bad-bound', () => somethingDueWithin(1.5)],
    ['scenario/unknown-term', () => everyNegotiatedPhaseHasAFallback('constructor').offer(partial, camps)],
    ['scenario/unknown-term', () => everyNegotiatedPhaseHasAFallback('captives/men').offer(partial, camps)],
    ['scenario/unknown-position', () => weakerNeverAddsSticking('constructor', null).offer(partial, camps)],
    ['scenario/unknown-term', () => weakerNeverAddsSticking('most', { kind: 'flag', of: 'w', is: true }).offer(partial, camps)], // prettier-ignore
  ] as const)('%s', (code, lay) => {
    expect(codesOf(lay)).toContain(code);
  });
});
