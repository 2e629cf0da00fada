import { describe, expect, it } from 'vitest';
import type { TalksEvent } from 'sticking-points';
import { followerOf } from '../../src/machine/follow.js';
import { rulesOf } from '../../src/machine/rules.js';
import { bridge } from '../support/bridge.js';

const rules = rulesOf(bridge());
const tabled = { type: 'offer.tabled', offer: 'plan' } as const;

/** What comes of an event as it is, by whoever has not been asked about it before. */
const afresh = (event: TalksEvent) => followerOf(rules)(rules.start, event);

/** An event, the like of which its sender may still write on, and what is then written. */
const WRITTEN: readonly (readonly [string, () => TalksEvent, (event: never) => void])[] = [
  ['another value', () => ({ ...tabled }), (event: { offer: string }) => (event.offer = 'dear')],
  ['what cannot be', () => ({ ...tabled }), (event: { offer: string }) => (event.offer = 'plam')],
  ['a key more', () => ({ ...tabled }), (event: { on?: string }) => (event.on = '2030-01-01')],
  ['a key less', () => ({ ...tabled, on: '2030-01-01' }), (event: { on?: string }) => delete event.on],
  [
    'another key for one',
    () => ({ type: 'days.passed', days: 3 }),
    (event: { days?: number; until?: string }) => {
      delete event.days;
      event.until = '2030-01-09';
    },
  ],
  [
    'something in an offer',
    () => ({ type: 'offer.tabled', offer: { id: 'new', terms: { cost: 40 } } }),
    (event: { offer: { id: string } }) => (event.offer.id = 'newer'),
  ],
  [
    'something deep in a record that is frozen itself',
    () => ({ type: 'offer.tabled', offer: Object.freeze({ id: 'new', terms: { cost: 40, toll: false } }) }),
    (event: { offer: { terms: { cost: number } } }) => (event.offer.terms.cost = 70),
  ],
  [
    'something deep in an event that is frozen itself',
    () => Object.freeze({ type: 'offer.tabled' as const, offer: { id: 'new', terms: { cost: 40, toll: false } } }),
    (event: { offer: { terms: { cost: number } } }) => (event.offer.terms.cost = 70),
  ],
];

describe('an event that was asked about already', () => {
  it.each(WRITTEN)('is judged anew where its sender wrote on it: %s', (_, make, write) => {
    const [event, follow] = [make(), followerOf(rules)];
    expect(follow(rules.start, event)).toEqual(afresh(event));
    const before = afresh(event);
    write(event as never); // as only JavaScript may
    const now = follow(rules.start, event);
    expect(now).toEqual(afresh(event));
    expect(now).not.toEqual(before);
  });

  it.each<readonly [string, TalksEvent]>([
    ['one frozen through and through', Object.freeze({ ...tabled })],
    ['one nobody has written on', { ...tabled, citation: Object.freeze({ source: 'post', attribution: 'on-record' }) }],
    ['one that cannot be', { ...tabled, offer: 'plam' }],
    ['one that gives something up', { type: 'position.revised', position: 'cheap', condition: null }],
  ])('is not followed a second time: %s', (_, event) => {
    const follow = followerOf(rules);
    const once = follow(rules.start, event);
    expect(once).toEqual(afresh(event));
    expect(follow(rules.start, event)).toBe(once);
  });

  it('is followed anew in another context, and after another event', () => {
    const follow = followerOf(rules);
    const { context } = follow(rules.start, tabled);
    expect(follow(context, tabled).reasons).toMatchObject([{ code: 'talks/already-on-the-table' }]);
    const other: TalksEvent = { type: 'offer.tabled', offer: 'dear' };
    expect(follow(context, other).context.offer).toBe('dear');
    expect(follow(context, tabled).reasons).toMatchObject([{ code: 'talks/already-on-the-table' }]);
  });

  it('is never asked for what it computes, however often it comes', () => {
    let read = 0;
    const counts = { enumerable: true, get: () => (read += 1) };
    const event = Object.defineProperty({ ...tabled }, 'on', counts);
    const follow = followerOf(rules);
    for (let i = 0; i < 3; i++) {
      expect(follow(rules.start, event).reasons).toMatchObject([{ code: 'talks/computed', path: ['on'] }]);
    }
    expect(read).toBe(0);
  });

  it.each([null, undefined, 5, 'talks'])('is refused each time where it is no event at all: %j', (event) => {
    const follow = followerOf(rules);
    for (let i = 0; i < 2; i++) {
      const { reasons, context } = follow(rules.start, event as never); // as JavaScript may hand it in
      expect(reasons).toMatchObject([{ code: 'talks/unknown-event', path: ['type'] }]);
      expect(context).toBe(rules.start);
    }
  });
});
