import { onDay, review, schedule, uponCompletion, type Offer, type ObligationDraft } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { market, withText } from '../support/texts.js';

const MANY = 5_000;

const sound: ObligationDraft = { owedBy: ['hills'], to: ['coast'], verifier: 'fund', begins: onDay(1) };

/** So many duties to be done together: more than a file may have, so that one is checked and written out. */
function together(last: ObligationDraft): Offer {
  const { text, ...offer } = withText({ obligations: { o0: sound, o1: { ...sound, concurrent: ['o0'] }, last } });
  const own = text?.obligations['o1'];
  if (!text || !own) throw new Error('There is no text.');
  const more = Object.fromEntries(Array.from({ length: MANY }, (_, i) => [`o${i + 1}`, own]));
  return { ...offer, text: { ...text, obligations: { ...text.obligations, ...more } } };
}

describe('thousands of duties done together', () => {
  it('are laid out on the last of their days, and reviewed', () => {
    const offer = together({ ...sound, begins: onDay(9), concurrent: ['o1'] });
    const days = schedule(market, offer).duties.map(({ opens }) => opens?.day);
    expect(days.length).toBe(MANY + 2);
    expect(new Set(days)).toEqual(new Set([9]));
    expect(review(market, offer)).toEqual([]);
  });

  it('are found to wait in a circle, where one of them waits for another to be done', () => {
    const offer = together({ ...sound, begins: uponCompletion('o1'), concurrent: ['o1'] });
    const found = review(market, offer);
    expect(found.map(({ code, clauses }) => [code, clauses.map(({ id }) => id)])).toEqual([
      ['review/circular-sequence', ['obligations.o1', 'obligations.last']],
    ]);
    const waits = new Set(schedule(market, offer).duties.map(({ opens }) => opens));
    expect(waits).toEqual(new Set([undefined]));
  });
});
