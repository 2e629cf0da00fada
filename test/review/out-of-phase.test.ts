import fc from 'fast-check';
import {
  applyPatches,
  checkOffer,
  days,
  latestOf,
  onDay,
  review,
  schedule,
  uponCompletion,
  uponEvent,
  upTo,
  weeks,
  type ObligationDraft,
  type Offer,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { market, sound, withText } from '../support/texts.js';

/** The day on which the second phase begins: so long is the first. */
const BEGINS = 42;

const found = (offer: Offer) => review(market, offer).filter(({ code }) => code === 'review/deadline-before');
const offerOf = (x: Partial<ObligationDraft>, toBeNegotiated = false) =>
  withText(
    { obligations: { x: sound({ phase: 2, ...x }) } },
    { phases: [{ length: weeks(6) }, { length: days(30), toBeNegotiated }] },
  );

const kinds: Readonly<Record<string, Partial<ObligationDraft>>> = {
  once: {},
  recurring: { kind: 'recurring', every: days(5) },
  refrain: { kind: 'refrain' },
  'at most so much': { kind: 'level', of: 'money', amount: upTo(3) },
  'so much': { kind: 'level', of: 'money', amount: 3 },
};

const ends = fc.oneof(
  fc.integer({ min: 0, max: 20 }).map((n): Partial<ObligationDraft> => ({ within: days(n) })),
  fc.integer({ min: 61, max: 70 }).map((n): Partial<ObligationDraft> => ({ until: onDay(n) })),
  fc.constant<Partial<ObligationDraft>>({}),
);

describe('what belongs to a phase, and asks for something before that begins', () => {
  it('is told of, by the day on which it is due, comes round or binds, and by its mend keeps its days', () => {
    const told = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(kinds)), fc.nat(60), ends, fc.boolean(), (kind, day, end, isOpen) => {
        const offer = offerOf({ ...kinds[kind], begins: onDay(day), ...end }, isOpen);
        const { duties } = schedule(market, offer);
        const [first] = duties;
        const bindsAtOnce = kind === 'refrain' || kind === 'at most so much';
        const asked = bindsAtOnce ? first?.opens?.day : first?.due?.day;
        // What comes round in so short a time that no turn is over has its last day for its only one.
        const isShort = kind === 'recurring' && (first?.due?.day ?? 0) < day + 5;
        const isEarly = asked !== undefined && asked < BEGINS && !isShort;
        const [finding, ...others] = found(offer);
        if (isShort) return;
        expect([kind, day, finding !== undefined, others]).toEqual([kind, day, isEarly, []]);
        told.add(`${kind} ${isEarly ? 'early' : 'in its phase'}`);
        if (!finding) return;
        expect(finding.severity).toBe('unclear');
        expect(finding.message.includes('still to be negotiated')).toBe(isOpen);
        const mended = applyPatches(offer, finding.mend.patches ?? []);
        expect(checkOffer(market, 'mended', mended).ok).toBe(true);
        expect(found(mended)).toEqual([]);
        const dated = (all: Offer) =>
          schedule(market, all).duties.map(({ occurrence, opens, due }) => [occurrence, opens, due]);
        expect(dated(mended)).toEqual(dated(offer));
      }),
      { numRuns: 120 },
    );
    expect(told.size).toBe(2 * Object.keys(kinds).length);
  });

  it('is told in words, with what would let it wait', () => {
    const [now] = found(offerOf({ begins: onDay(5), within: days(5) }, true));
    expect(now?.message).toBe(
      '“x” belongs to phase 2, which is still to be negotiated, and is due before that begins; the text does not say whether it holds by then. Let it wait for its phase, or say that it belongs to none.',
    );
    expect(now?.clauses.map(({ id }) => id)).toEqual(['obligations.x', 'phases.2']);
    expect(found(offerOf({ begins: latestOf(onDay(5), uponEvent('phase2')), within: days(5) }))).toEqual([]);
    const moved = withText({
      obligations: {
        first: sound({ within: days(50) }),
        x: sound({ phase: 2, begins: uponCompletion('first'), within: days(5) }),
        y: sound({ phase: 2, begins: uponCompletion('x'), until: onDay(60) }),
      },
    });
    expect(found(moved)).toEqual([]);
  });

  it('of a first phase that begins later than the deal likewise, and before the deal only as that', () => {
    const late = (begins: number) =>
      withText({
        phases: { 1: { begins: onDay(20) } },
        obligations: { x: sound({ phase: 1, begins: onDay(begins) }) },
      });
    expect(found(late(10)).map(({ clauses }) => clauses.map(({ id }) => id))).toEqual([['obligations.x', 'phases.1']]);
    expect(found(late(20))).toEqual([]);
    expect(found(late(-1)).map(({ clauses }) => clauses.map(({ id }) => id))).toEqual([['obligations.x']]);
  });
});
