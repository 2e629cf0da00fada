import {
  applyPatches,
  compareTexts,
  days,
  months,
  onDay,
  review,
  sayTrigger,
  sayWait,
  schedule,
  shareOf,
  uponCompletion,
  uponEvent,
  whenTotal,
  type TextDraft,
  type TriggerDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { market, withText } from '../support/texts.js';

const sound = { owedBy: ['hills'], to: ['coast'], verifier: 'fund', begins: onDay(1) } as const;

describe('a sentence', () => {
  it('tells clauses of one label apart by their ids, where their places in the text do not', () => {
    const pays = (other: string, clause?: string) => ({
      ...sound,
      label: 'pays',
      begins: uponCompletion(other),
      ...(clause !== undefined && { clause }),
    });
    const [circle] = review(market, withText({ obligations: { a: pays('b'), b: pays('a') } }));
    expect(circle?.message).toMatch(
      /^“pays” \(a\) waits for “pays” \(b\) to be done; “pays” \(b\) waits for “pays” \(a\)/,
    );
    const [placed] = review(
      market,
      withText({ obligations: { a: pays('b', 'Article 1'), b: pays('a', 'Article 2') } }),
    );
    expect(placed?.message).toMatch(/^“pays” \(Article 1\) waits for “pays” \(Article 2\) to be done/);
    const offer = withText({
      events: { vote: {} },
      obligations: { a: { ...pays('b'), begins: uponEvent('vote') }, b: pays('a') },
    });
    const [wait] = schedule(market, offer).duties.find(({ obligation }) => obligation === 'b')?.waitsFor ?? [];
    expect(offer.text && wait && sayWait(wait, offer.text)).toBe('“pays” (a) to be done');
  });

  it('says what was added, an approval, a definition or a certification', () => {
    const one = withText({ bodies: { board: { members: ['hills', 'coast'] } } });
    const more: TextDraft = {
      bodies: { board: { members: ['hills', 'coast'] } },
      certifications: { q: { by: 'board' } },
      definitions: { q: { means: 'z' } },
    };
    const changes = compareTexts(market, one, withText(more)).map(({ sentence }) => sentence);
    expect(changes).toEqual([
      'the certification “q” was added: by whom board',
      'the definition “q” was added: means z',
    ]);
  });

  it('puts every clause in quotation marks in what one draft changed, as the clause that it changed', () => {
    const of = (begins: TriggerDraft, instrument: 'main' | 'side', over: readonly 'side'[]) =>
      withText({
        instruments: { main: { label: 'the main pact', over }, side: { label: 'a side letter' } },
        events: { vote: { label: 'the vote' } },
        obligations: { a: { ...sound, label: 'lends boats' }, b: { ...sound, label: 'pays', instrument, begins } },
      });
    const [first, second] = [of(uponCompletion('a'), 'main', []), of(uponEvent('vote', days(2)), 'side', ['side'])];
    expect(compareTexts(market, first, second).map(({ sentence }) => sentence)).toEqual([
      '“the main pact”: goes before: “a side letter” was added',
      '“pays”: instrument: “the main pact” became “a side letter”',
      '“pays”: begins: when “lends boats” is done became 2 days after “the vote”',
    ]);
    expect(sayTrigger({ kind: 'completed', obligation: 'a' }, first.text!, market)).toBe('“lends boats” is done');
  });

  it('says of a phase that the offer had already what was added to it, and not the phase', () => {
    const of = (begins?: TextDraft['phases']) => withText({ obligations: {}, ...(begins && { phases: begins }) });
    const told = (a?: TextDraft['phases'], b?: TextDraft['phases']) =>
      compareTexts(market, of(a), of(b)).map(({ sentence }) => sentence);
    const later = { 2: { begins: onDay(70) } };
    expect(told(undefined, later)).toEqual(['phase 2: begins: on day 70 from entry into force was added']);
    expect(told(later)).toEqual(['phase 2: begins: on day 70 from entry into force was taken out']);
  });

  it('says of the end of a phase of so many months that it waits for the day from which these run', () => {
    const ends = { x: { ...sound, begins: uponEvent('phase1.end') } };
    const offer = withText({ obligations: ends }, { phaseCount: 1, phases: [{ length: months(3) }] });
    const waits = schedule(market, offer).duties.flatMap(({ waitsFor }) => waitsFor);
    expect(waits).toEqual([{ for: 'calendar' }]);
    const dated = schedule(market, offer, { anchors: { start: '2031-01-31' } }).duties;
    expect(dated.map(({ waitsFor }) => waitsFor)).toEqual([[]]);
  });

  it('says of what follows another that it begins once that is done, as it is laid out', () => {
    const of = (following: readonly 'late'[]) =>
      withText({ obligations: { early: { ...sound, following }, late: { ...sound, begins: onDay(5) } } });
    expect(compareTexts(market, of([]), of(['late'])).map(({ sentence }) => sentence)).toEqual([
      '“early”: begins once these are done: “late” was added',
    ]);
    const days = schedule(market, of(['late'])).duties.map(({ obligation, opens }) => [obligation, opens?.day]);
    expect(days).toEqual([
      ['late', 5],
      ['early', 5],
    ]);
  });

  it('gives figures on the step of what they count, and shares beyond all as so many times that', () => {
    const third = (parts: number, begins: TriggerDraft) => ({
      ...sound,
      begins,
      of: 'permits',
      amount: shareOf(parts, 3),
      series: { series: 'all', counted: 'running total' } as const,
    });
    const obligations = { a: third(2, onDay(1)), b: third(1, onDay(9)) };
    const text = { obligations, phases: {} };
    const offer = withText(text, {
      known: 'full',
      terms: { permits: 10 },
      phaseCount: 1,
      phases: [{ length: days(20) }],
    });
    const less = review(market, offer).find(({ code }) => code === 'review/total-adds-nothing');
    expect(less?.message).toMatch(/^“b” asks for no more in all than “a”, by whose day 6 permits were to be done/);
    const times = (parts: number, outOf: number) =>
      sayTrigger({ kind: 'total', of: ['a'], reaches: { parts, outOf } }, offer.text!, market);
    expect([times(3, 2), times(4, 2), times(2, 3)]).toEqual([
      '3/2 times all of “a” is done',
      '2 times all of “a” is done',
      '2 of every 3 of “a” is done',
    ]);
  });

  it('says of an act that nobody is bound to do it, and of a quantity that nobody is to do so much', () => {
    const of = (more: object, begins: TriggerDraft = uponCompletion('a')) =>
      review(market, withText({ obligations: { a: { ...sound, strength: 'may', ...more }, b: { ...sound, begins } } }))
        .filter(({ code }) => code === 'review/trigger-at-will')
        .map(({ message }) => /and (nobody .*?)[.]/.exec(message)?.[1]);
    expect(of({})).toEqual(['nobody is bound to do “a”']);
    expect(of({ of: 'money', amount: 5 })).toEqual(['nobody is bound to do so much of “a”']);
    expect(of({}, whenTotal(['a'], 1))).toEqual(['nobody is bound to do so much of “a”']);
  });

  it('says of a circle that goes through an end that it ends, and mends it where that leaves nothing without end', () => {
    const rests = { ...sound, kind: 'refrain', begins: onDay(0) } as const;
    const offer = withText({
      obligations: {
        a: { ...rests, until: uponCompletion('b') },
        b: { ...sound, owedBy: ['coast'], to: ['hills'], begins: uponCompletion('a') },
      },
    });
    const [circle, ...others] = review(market, offer);
    expect([circle?.severity, circle?.message, others]).toEqual([
      'breaks',
      '“a” ends when “b” is done; “b” waits for “a” to be done. Each waits for another, so that none of this can come about. Let one of them begin, or end, on a day or an event of its own.',
      [],
    ]);
    expect(review(market, applyPatches(offer, circle?.mend.patches ?? []))).toEqual([]);
    const alone = withText({ obligations: { a: { ...rests, until: uponCompletion('a') } } });
    expect(review(market, alone).map(({ message }) => message)).toEqual([
      '“a” ends when “a” is done, and is not done before it ends: it never can be. Give it a last day of its own.',
    ]);
  });
});
