import { between, beforeEvent, days, onDay, uponEvent, type TextDraft } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { allege, conclude, cure, go, pass, play, start, states, table } from '../support/play.js';
import { end } from '../support/started.js';
import { bridgeBy, written } from '../support/written.js';

type Phases = NonNullable<TextDraft['phases']>;

const agreed = { ...table('plan'), on: '2030-03-01' };
const opened = { type: 'nextPhase.opened' } as const;
const settled = { type: 'nextPhase.settled' } as const;

/** Talks whose deal has just started, on the first of March, where its text says this of its phases. */
const begun = (phases: Phases, lengths?: readonly number[]) =>
  play(bridgeBy({ phases }, lengths), [agreed, conclude, start]);

/** The same, of an offer whose phases are written out. */
const writtenOut = (offer: object, phases: Phases = {}) =>
  play(bridge({ offers: { plan: { ...written({ phases }), phaseCount: undefined, ...offer } } }), [
    agreed,
    conclude,
    start,
  ]);

describe('a phase that begins by a trigger of its own', () => {
  it.each([
    ['while the one before goes on', 6, { 1: 0, 2: 6 }, {}],
    ['on the day on which the one before is over', 10, { 1: 0, 2: 10 }, { 1: 10 }],
    ['days after the one before was over', 12, { 1: 0, 2: 12 }, { 1: 10 }],
  ])('begins %s, whether the days pass singly or at once', (_, day, phases, ended) => {
    const [singly, atOnce] = [begun({ 2: { begins: onDay(day) } }), begun({ 2: { begins: onDay(day) } })];
    for (let i = 0; i < day; i++) {
      expect(singly.deal?.phase).toBe(1);
      go(singly, pass(1));
    }
    expect(singly.deal).toMatchObject({ phase: 2, day: 0, text: { phases, ended } });
    expect(Object.keys(singly.deal?.text?.ended ?? {})).toEqual(Object.keys(ended));
    go(singly, pass(1));
    go(atOnce, pass(day + 1));
    expect(atOnce.deal).toEqual(singly.deal);
  });

  it('waits for it, however the one before came to its end', () => {
    const talks = begun({ 2: { begins: uponEvent('phase1.end', days(3)) } });
    expect(states(talks, pass(10), pass(2))).toEqual(['carryingOut.phase1', 'carryingOut.phase1']);
    expect(talks.deal?.text?.ended).toEqual({ 1: 10 });
    expect(states(talks, pass(1))).toEqual(['carryingOut.phase2']);
    const sooner = writtenOut(
      { phases: [{ length: days(between(4, 10)) }, { length: days(5) }], phaseCount: 2 },
      { 2: { begins: onDay(20) } },
    );
    go(sooner, pass(6), end(1), pass(13));
    expect(sooner.deal).toMatchObject({ phase: 1, text: { ended: { 1: 6 } } });
    expect(states(sooner, pass(1))).toEqual(['carryingOut.phase2']);
    expect(sooner.deal?.text).toMatchObject({ phases: { 2: 20 }, ended: { 1: 6 } });
  });

  it('begins as soon as the one before is said to be over, where it hangs on that end', () => {
    const lengths = { phases: [{ length: days(between(4, 10)) }, { length: days(5) }], phaseCount: 2 };
    const upon = writtenOut(lengths, { 2: { begins: uponEvent('phase1.end') } });
    go(upon, pass(6), end(1));
    expect(upon.deal).toMatchObject({ phase: 2, day: 0, began: '2030-03-07', text: { phases: { 2: 6 } } });
    const before = writtenOut(lengths, { 2: { begins: beforeEvent('phase1.end', days(2)) } });
    go(before, pass(6), end(1));
    expect(before.deal).toMatchObject({ phase: 2, day: 2, began: '2030-03-05', text: { phases: { 2: 4 } } });
  });

  it('does not begin while it is still to be negotiated, and the deal lapses once the one before is over', () => {
    const phases = [{ length: days(between(4, 10)) }, { length: days(5), toBeNegotiated: true }];
    const make = () => writtenOut({ phases, phaseCount: 2 }, { 2: { begins: onDay(8) } });
    expect(states(make(), pass(8), pass(1), pass(1))).toEqual(['carryingOut.phase1', 'carryingOut.phase1', 'lapsed']);
    // Over sooner, it waits for the day of the trigger and no longer.
    expect(states(make(), pass(6), end(1), pass(1), pass(1))).toEqual([
      'carryingOut.phase1',
      'carryingOut.phase1',
      'carryingOut.phase1',
      'lapsed',
    ]);
    const talks = make();
    go(talks, opened, settled);
    expect(states(talks, pass(7), pass(1))).toEqual(['carryingOut.phase1', 'carryingOut.phase2']);
  });

  it('is waited for only where the deal has it: one that is left open has to be settled first', () => {
    const make = () => writtenOut({ phases: [{ length: days(10) }] }, { 2: { begins: onDay(20) } });
    expect(states(make(), pass(9), pass(1))).toEqual(['carryingOut.phase1', 'fulfilled']);
    const talks = make();
    go(talks, opened, settled);
    expect(states(talks, pass(10), pass(9), pass(1))).toEqual([
      'carryingOut.phase1',
      'carryingOut.phase1',
      'carryingOut.phase2',
    ]);
  });
});

describe('a first phase', () => {
  const coming = { events: { start: { trigger: onDay(4, { from: 'signature', first: 0 }) }, signature: {} } } as const;
  const signed = { type: 'event.happened', event: 'signature' } as const;

  it('begins on the day on which the deal comes into force, however many days pass at once', () => {
    for (const more of [0, 3, 11]) {
      const talks = play(bridgeBy(coming), [agreed, conclude, signed]);
      go(talks, pass(4 + more));
      const second = more >= 10;
      expect(talks.deal).toMatchObject({ phase: second ? 2 : 1, day: second ? more - 10 : more });
      expect([talks.deal?.began, talks.deal?.text?.started]).toEqual([second ? '2030-03-15' : '2030-03-05', 4]);
    }
  });

  it('that waits for its trigger begins in no dispute, but once that is over, on the day it would have', () => {
    const talks = play(bridgeBy({ phases: { 1: { begins: onDay(2) } } }), [agreed, conclude, start, allege()]);
    expect(states(talks, pass(5), cure())).toEqual(['carryingOut.inDispute', 'carryingOut.phase1']);
    expect(talks.deal).toMatchObject({ day: 3, began: '2030-03-03' });
  });
});

it('a phase that is listed is one that the deal cannot do without, though it be open how many it has', () => {
  const phases = [{ length: days(10) }, { length: days(5), toBeNegotiated: true }];
  for (const more of [{}, { phaseCount: between(1, 2) }]) {
    const make = () => writtenOut({ text: undefined, phases, ...more });
    expect(states(make(), pass(9), pass(1))).toEqual(['carryingOut.phase1', 'lapsed']);
    const talks = make();
    expect(talks.nextPhase).toBe('toBegin');
    go(talks, opened, settled);
    expect(states(talks, pass(10), pass(5))).toEqual(['carryingOut.phase2', 'fulfilled']);
  }
});
