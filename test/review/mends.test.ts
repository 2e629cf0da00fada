import {
  applyPatches,
  days,
  onDay,
  review,
  uponCompletion,
  uponEvent,
  type ObligationDraft,
  type Offer,
  type TextDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { market, withText } from '../support/texts.js';

const sound = (more: Partial<ObligationDraft> = {}): ObligationDraft => ({
  owedBy: ['hills'],
  to: ['coast'],
  verifier: 'fund',
  begins: onDay(1),
  ...more,
});

/** Two phases of ten days. */
const draft = (text: TextDraft): Offer => withText(text, { phases: [{ length: days(10) }, { length: days(10) }] });

const codes = (offer: Offer) => review(market, offer).map(({ code }) => code);

/** What is found of a text, and what is once the first of it is mended. */
function mended(text: TextDraft) {
  const offer = draft(text);
  const patches = review(market, offer)[0]?.mend.patches;
  return { before: codes(offer), after: patches && codes(applyPatches(offer, patches)) };
}

describe('a mend', () => {
  it('changes what the offer says, and not what follows for it from its phases', () => {
    const phases = { 2: { begins: uponCompletion('x') } };
    const found = mended({ phases, obligations: { x: sound({ kind: 'recurring', perPhase: true }) } });
    expect(found).toEqual({ before: ['review/circular-sequence'], after: [] });
  });

  it('lets talks that begin too late begin sooner, and not only end before they begin', () => {
    const talks = { between: ['hills', 'coast'], otherwise: 'nothing holds' };
    const of = (begin: number) => mended({ talks: { next: { ...talks, on: 2, begin: onDay(begin), end: onDay(15) } } });
    expect(of(12)).toEqual({ before: ['review/deadline-before'], after: [] });
    expect(of(8)).toEqual({ before: ['review/deadline-before'], after: [] });
  });

  it('gives talks no day on the other side of the one that they have', () => {
    const talks = { on: 2, between: ['hills', 'coast'], otherwise: 'nothing holds' };
    expect(mended({ talks: { next: { ...talks, end: onDay(9) } } })).toEqual({
      before: ['review/talks-without-date'],
      after: [],
    });
    for (const day of [{ end: onDay(-3) }, { begin: onDay(11) }]) {
      const found = mended({ talks: { next: { ...talks, ...day } } });
      expect(found).toEqual({ before: ['review/talks-without-date'], after: undefined });
    }
  });

  it('gives what comes round a last day, where others wait for it', () => {
    const weekly = { kind: 'recurring', every: days(3), phase: 1, begins: onDay(1) } as const;
    const late = { y: sound({ begins: onDay(15) }), z: sound({ begins: uponCompletion('x') }) };
    expect(mended({ obligations: { x: sound({ ...weekly, following: ['y'] }), ...late } })).toEqual({
      before: ['review/deadline-before'],
      after: [],
    });
    expect(mended({ obligations: { x: sound({ ...weekly, begins: onDay(15) }), ...late } })).toEqual({
      before: ['review/window-closes-first'],
      after: [],
    });
    // Nor does it let something end with a phase that is over before it begins.
    const lasting = sound({ ...weekly, outlasts: true, begins: onDay(15) });
    expect(mended({ obligations: { x: lasting } })).toEqual({
      before: ['review/recurring-without-end'],
      after: undefined,
    });
  });

  it('lets nothing be due before the deal is in force, what binds somebody', () => {
    const after = ['review/deadline-before'];
    expect(mended({ obligations: { x: sound({ begins: onDay(-5) }) } })).toEqual({ before: after, after: [] });
    expect(mended({ obligations: { x: sound({ begins: onDay(-5), within: days(3) }) } }).after).toEqual([]);
    expect(mended({ obligations: { x: sound({ begins: onDay(-5), until: onDay(-1) }) } }).after).toEqual([]);
    expect(codes(draft({ obligations: { x: sound({ begins: onDay(-5), until: onDay(0) }) } }))).toEqual([]);
    expect(codes(draft({ obligations: { x: sound({ begins: onDay(-5), strength: 'may' }) } }))).toEqual([]);
    expect(review(market, draft({ obligations: { x: sound({ begins: onDay(-5) }) } }))[0]?.message).toBe(
      '“x” is due 5 days before entry into force, and what was done before that does not count towards the deal. Let it be due no sooner than the deal is in force.',
    );
  });

  it('moves no phase where that would shut a window', () => {
    const phases = { 2: { begins: onDay(5) } };
    const own = (day: number) => sound({ begins: uponEvent('phase2'), until: onDay(day) });
    expect(mended({ phases, obligations: { x: own(20) } }).after).toEqual([]);
    expect(mended({ phases, obligations: { x: own(8) } }).after).toBeUndefined();
  });

  it('binds nobody to an amount', () => {
    const upon = { y: sound({ begins: uponCompletion('x') }) };
    const may = { strength: 'may' } as const;
    expect(mended({ obligations: { x: sound(may), ...upon } }).after).toEqual([]);
    expect(mended({ obligations: { x: sound({ ...may, of: 'permits', amount: 5 }), ...upon } })).toEqual({
      before: ['review/trigger-at-will'],
      after: undefined,
    });
  });
});
