import {
  compareTexts,
  days,
  months,
  onDay,
  review,
  sayTrigger,
  sayWait,
  schedule,
  uponCompletion,
  uponEvent,
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
});
