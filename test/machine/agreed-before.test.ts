import fc from 'fast-check';
import { onDay, type Talks, type TalksEvent, type TextDraft } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { few, runs } from '../laws/runs.js';
import { bridge } from '../support/bridge.js';
import { against, conclude, go, pass, play, start, table } from '../support/play.js';
import { written } from '../support/written.js';

const text: TextDraft = { obligations: { act: { owedBy: ['east'], to: ['west'], begins: onDay(0) } } };
const lengths = [10, 10];
const day = (n: number) => `2030-03-${String(n + 1).padStart(2, '0')}`;
const on = (n: number): TalksEvent => ({ ...conclude, on: day(n) });

/** The deal of the first of March, in force since then, with a text or without, as many days later. */
const begun = (said: TextDraft | undefined, days: number, offers: object = {}): Talks => {
  const [plan, second, third] = [written(said, lengths), written(said, lengths), written(said, lengths)];
  const started = [{ ...table('plan'), on: day(0) }, conclude, start, pass(days)];
  return play(bridge({ offers: { plan, second, third, ...offers } }), started);
};

describe('amendments that are told one after the other', () => {
  it.each([
    ['with a text', text],
    ['without', undefined],
  ])('leave a deal %s with the one that was agreed on last, in whichever order they are told', (_, said) => {
    const days = fc.integer({ min: -5, max: 9 });
    const refused = { first: 0, later: 0 };
    fc.assert(
      fc.property(days, days, (first, later) => {
        const dated = (n: number): TalksEvent => ({ ...conclude, on: n < 0 ? `2030-02-${29 + n}` : day(n) });
        const talks = begun(said, 9);
        const amendedBy = (offer: string, n: number, floor: number) => {
          go(talks, table(offer));
          const was = JSON.stringify(talks.snapshot);
          const { accepted, reasons } = talks.do(dated(n));
          expect(accepted).toBe(n >= floor);
          if (accepted) return true;
          expect(reasons).toMatchObject([{ code: 'talks/agreed-before', path: ['on'], facts: { offer } }]);
          expect(JSON.stringify(talks.snapshot)).toBe(was);
          return false;
        };
        // Nothing amends a deal that is not there yet.
        if (!amendedBy('second', first, 0)) refused.first++;
        const isSecond = first >= 0;
        const isThird = amendedBy('third', later, isSecond ? first : 0);
        if (!isThird) refused.later++;
        expect(talks.deal?.offer).toBe(isThird ? 'third' : isSecond ? 'second' : 'plan');
      }),
      runs(60),
    );
    expect(refused.first).toBeGreaterThanOrEqual(few(4));
    expect(refused.later).toBeGreaterThanOrEqual(few(4));
  });

  it('name both, their days and the way out', () => {
    const talks = begun(text, 9);
    go(talks, table('second'), on(5), table('third'));
    expect(talks.do(on(3)).reasons[0]?.message).toBe(
      "'third' was agreed on 2030-03-04, and the deal has gone by 'second' since 2030-03-06: what was agreed before that does not take its place. Give the day on which 'third' was agreed again, or table an offer that says what is to hold of both.",
    );
  });

  it('may be told of no day, or of a month, which is today', () => {
    const talks = begun(text, 9);
    go(talks, table('second'), on(5), table('third'));
    expect(against(talks, conclude)).toEqual([]);
    expect(against(talks, { ...conclude, on: '2030-02' })).toEqual([]);
  });

  it.each([
    ['with a text', text],
    ['without', undefined],
  ])('may be agreed on before a deal %s came into force, and not before it was agreed', (_, said) => {
    const [plan, second] = [written(said, lengths), written(said, lengths)];
    const talks = play(bridge({ offers: { plan, second } }), [
      { ...table('plan'), on: '2030-02-15' },
      conclude,
      { ...start, on: day(0) },
      pass(9),
      table('second'),
    ]);
    expect(talks.do({ ...conclude, on: '2030-02-14' }).reasons).toMatchObject([
      { code: 'talks/agreed-before', facts: { inForce: 'plan', since: '2030-02-15' } },
    ]);
    go(talks, { ...conclude, on: '2030-02-20' });
    expect(talks.deal).toMatchObject({ offer: 'second', byOfferSince: '2030-02-20' });
  });

  it('come after the first of a month in which a deal was agreed, where that is all that is known', () => {
    const plan = written(text, lengths);
    const talks = play(bridge({ offers: { plan, second: plan } }), [
      { ...table('plan'), on: '2030-01-10' },
      { ...conclude, on: '2030-02' },
      { ...start, on: day(0) },
      pass(9),
      table('second'),
    ]);
    expect(against(talks, { ...conclude, on: '2030-01-31' })).toEqual(['talks/agreed-before']);
    expect(against(talks, { ...conclude, on: '2030-02-01' })).toEqual([]);
  });

  it('do not take the place of what was settled for a phase that has begun since', () => {
    const talks = begun(text, 4);
    go(talks, { type: 'nextPhase.opened' }, table('second'), { type: 'nextPhase.settled' }, table('third'));
    // Until the phase begins, the deal goes by its first text.
    expect(against(talks, on(3))).toEqual([]);
    go(talks, pass(8));
    expect(talks.deal).toMatchObject({ offer: 'second', phase: 2, byOfferSince: day(10) });
    expect(against(talks, on(9))).toEqual(['talks/agreed-before']);
    expect(against(talks, on(10))).toEqual([]);
  });

  it('are in no order while nobody knows what day it is', () => {
    const plan = written(text, lengths);
    const talks = play(bridge({ offers: { plan, second: plan } }), [table('plan'), conclude, start, table('second')]);
    go(talks, conclude);
    expect(talks.deal).toMatchObject({ offer: 'second' });
    expect(talks.deal).not.toHaveProperty('byOfferSince');
  });
});
