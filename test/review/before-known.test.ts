import fc from 'fast-check';
import {
  applyPatches,
  beforeEvent,
  days,
  earliestOf,
  latestOf,
  onDay,
  progress,
  review,
  uponCompletion,
  uponEvent,
  weeks,
  type ObligationDraft,
  type Offer,
  type TextDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';
import { agreed } from '../support/agreed.js';
import { market, sound, withText } from '../support/texts.js';

const found = (offer: Offer, anchors: Readonly<Record<string, string>> = {}) =>
  review(market, offer, { anchors }).filter(({ code }) => code === 'review/deadline-before');
const offerOf = (x: Partial<ObligationDraft>, vote: NonNullable<TextDraft['events']>[string] = {}) =>
  withText({ events: { vote: { label: 'the vote', ...vote } }, obligations: { x: sound(x) } });

describe('what is due so long before an event that nobody can date beforehand', () => {
  it('is told of where it is over by the day on which that is known, and no report keeps it then', () => {
    const told = new Set<boolean>();
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.nat(15),
        fc.integer({ min: 15, max: 30 }),
        (before, within, on) => {
          const offer = offerOf({ begins: beforeEvent('vote', days(before)), within: days(within) });
          const talks = inForce(agreed(offer), 'draft', '2031-01-15');
          go(talks, { type: 'days.passed', days: on });
          go(talks, { type: 'event.happened', event: 'vote' });
          const isLate = progress(talks)?.duties[0]?.standing === 'late';
          expect([before, within, found(offer).length]).toEqual([before, within, isLate ? 1 : 0]);
          told.add(isLate);
        },
      ),
      { numRuns: 12 },
    );
    expect(told.size).toBe(2);
  });

  it('is told in words, and not where somebody may set its day, the text or a plan does, or it waits for something else', () => {
    const x = { begins: beforeEvent('vote', days(10)), within: days(2) };
    const [finding, ...others] = found(offerOf(x));
    expect(others).toEqual([]);
    expect([finding?.severity, finding?.message]).toEqual([
      'unclear',
      '“x” is due 8 days before “the vote”, of which nobody can tell beforehand when it comes. Say who may set the day of “the vote” beforehand, or let it wait for it.',
    ]);
    expect(finding?.clauses.map(({ id }) => id)).toEqual(['obligations.x', 'events.vote']);
    const none: readonly Offer[] = [
      offerOf(x, { movedBy: ['hills', 'coast'] }),
      offerOf(x, { trigger: onDay(40) }),
      offerOf({ ...x, strength: 'may' }),
      offerOf({ begins: latestOf(x.begins, uponEvent('vote')) }),
      offerOf({ begins: latestOf(x.begins, onDay(30)) }),
      offerOf({ kind: 'recurring', every: weeks(2), begins: x.begins, times: 3 }),
      offerOf({ begins: onDay(0), until: beforeEvent('vote', days(5)) }),
      offerOf({ begins: onDay(0), until: uponEvent('vote') }),
      withText({
        events: { vote: {} },
        obligations: { first: sound(), x: sound({ begins: uponCompletion('first') }) },
      }),
    ];
    for (const offer of none) expect(found(offer)).toEqual([]);
    expect(found(offerOf(x), { vote: '2031-04-01' })).toEqual([]);
    expect(
      found(applyPatches(offerOf(x), [{ op: 'add', path: ['text', 'events', 'vote', 'movedBy'], value: ['hills'] }])),
    ).toEqual([]);
  });

  it('likewise where it binds before that, comes round, or hangs on it by another event', () => {
    const begins = beforeEvent('vote', weeks(3));
    const told: readonly Offer[] = [
      offerOf({ kind: 'refrain', begins, until: uponEvent('vote') }),
      offerOf({ kind: 'recurring', every: weeks(1), begins, times: 3 }),
      offerOf({ begins: earliestOf(begins, onDay(20)) }),
      withText({
        events: { vote: { label: 'the vote' }, eve: { trigger: beforeEvent('vote', days(1)) } },
        obligations: { x: sound({ begins: uponEvent('eve') }) },
      }),
    ];
    const verbs = told.map((offer) => found(offer).map(({ message }) => /^“x” (.*) “the vote”, of/.exec(message)?.[1]));
    expect(verbs).toEqual([
      ['binds 21 days before'],
      ['comes round 21 days before'],
      ['is due before'],
      ['is due 1 day before'],
    ]);
  });
});
