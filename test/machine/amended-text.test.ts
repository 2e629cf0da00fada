import { onDay, progress, type Talks, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { conclude, go, pass, play, start, states, table } from '../support/play.js';
import { written } from '../support/written.js';

const opened = { type: 'nextPhase.opened' } as const;
const settled = { type: 'nextPhase.settled' } as const;

const owed = { owedBy: ['east'], to: ['west'] } as const;
/** A text of a duty that has no phase, and one in each of three phases. */
const text = (of: string) => ({
  obligations: {
    [of]: { ...owed, begins: onDay(0) },
    [`${of}1`]: { ...owed, phase: 1 },
    [`${of}2`]: { ...owed, phase: 2 },
    [`${of}3`]: { ...owed, phase: 3 },
  },
});
const lengths = [10, 10, 10];
const offers = {
  plan: written(text('old'), lengths),
  other: written(text('new'), lengths),
  third: written(text('last'), lengths),
  bare: written(undefined, lengths),
};
const begun = (offer = 'plan') => play(bridge({ offers }), [{ ...table(offer), on: '2030-03-01' }, conclude, start]);
const follow = (talks: Talks, offer: string) => {
  go(talks, opened, table(offer), settled, pass(10));
};
const duties = (talks: Talks) => (progress(talks)?.duties ?? []).map(({ obligation }) => obligation).sort();
const ofText = (of: string, ...phases: readonly number[]) => [of, ...phases.map((phase) => `${of}${phase}`)];

describe('phases that follow another text', () => {
  it('leave of the one before what belongs to earlier phases, and to none', () => {
    const talks = begun();
    follow(talks, 'other');
    expect(talks.deal).toMatchObject({ offer: 'other', phase: 2 });
    expect(duties(talks)).toEqual([...ofText('new', 1, 2, 3), ...ofText('old', 1)]);
  });

  it('leave of several what each still had: nothing of a phase that was another’s comes back', () => {
    const talks = begun();
    follow(talks, 'other');
    follow(talks, 'third');
    expect(duties(talks)).toEqual([...ofText('last', 1, 2, 3), ...ofText('new', 1, 2), ...ofText('old', 1)]);
  });

  it('that come after an offer without a text leave that of the one before it', () => {
    const talks = begun();
    follow(talks, 'bare');
    expect(duties(talks)).toEqual(ofText('old', 1));
    follow(talks, 'third');
    expect(duties(talks)).toEqual([...ofText('last', 1, 2, 3), ...ofText('old', 1)]);
    expect(Object.keys(talks.deal?.text?.goingOn ?? {})).toEqual(['plan']);
  });

  it('leave nothing where they follow the same', () => {
    const talks = begun();
    go(talks, pass(10));
    expect(talks.deal).toMatchObject({ offer: 'plan', phase: 2 });
    expect(talks.deal?.text?.goingOn).toEqual({});
  });

  it('by a text where there was none before count from the start of the phase', () => {
    const talks = begun('bare');
    expect(talks.deal?.text).toBeUndefined();
    go(talks, opened, table('other'), settled, pass(12));
    expect(talks.deal?.text).toMatchObject({ day: 2, started: 0, phases: { 2: 0 } });
    expect(talks.deal).toMatchObject({ phase: 2, day: 2, began: '2030-03-11' });
  });
});

describe('a phase that was settled by another text', () => {
  const phases = (day: number) => ({ ...text('new'), phases: { 2: { begins: onDay(day) } } });
  const settledBy = (first: number | undefined, then: number, ...events: readonly TalksEvent[]) => {
    const plan = written(first === undefined ? text('old') : { ...text('old'), ...phases(first) }, lengths);
    const talks = play(bridge({ offers: { plan, other: written(phases(then), lengths) } }), [
      { ...table('plan'), on: '2030-03-01' },
      conclude,
      start,
      ...events,
      opened,
      table('other'),
      settled,
    ]);
    return talks;
  };

  it.each([
    [undefined, 6],
    [9, 6],
    [3, 6],
  ])('begins when that says (%s and then %i days from the start), and not by the one before', (first, then) => {
    const talks = settledBy(first, then);
    go(talks, pass(5));
    expect(talks.state).toBe('carryingOut.phase1');
    go(talks, pass(5));
    expect(talks.deal).toMatchObject({ offer: 'other', phase: 2, day: 4, text: { phases: { 2: 6 } } });
  });

  it('leaves the one before it, where that goes on beside, the days that it had', () => {
    const beside = { phases: { 2: { begins: onDay(3) } } };
    const plan = written({ ...text('old'), ...beside }, lengths);
    const other = written({ ...text('new'), ...beside }, [4, 20, 10]);
    const talks = play(bridge({ offers: { plan, other } }), [
      { ...table('plan'), on: '2030-03-01' },
      conclude,
      start,
      opened,
      table('other'),
      settled,
      pass(6),
    ]);
    expect(talks.deal).toMatchObject({ offer: 'other', phase: 2, text: { ended: {}, phases: { 2: 3 } } });
    go(talks, pass(6));
    expect(talks.deal?.text?.ended).toEqual({ 1: 10 });
    go(talks, pass(11));
    expect(talks.deal?.text?.ended).toEqual({ 1: 10, 2: 23 });
  });

  it('leaves nothing of what it says otherwise: an amendment that takes that out does not bring back what it was', () => {
    const same = { obligations: { ...text('new').obligations, old: { ...owed, begins: onDay(20) } } };
    const talks = play(bridge({ offers: { ...offers, other: written(same, lengths) } }), [
      { ...table('plan'), on: '2030-03-01' },
      conclude,
      start,
    ]);
    follow(talks, 'other');
    expect(duties(talks)).toEqual([...ofText('new', 1, 2, 3), ...ofText('old', 1)]);
    go(talks, table('third'), conclude);
    expect(duties(talks)).toEqual([...ofText('last', 1, 2, 3), 'old1']);
  });

  it('and is amended then, has the days that the amendment gives, and so has the one that goes on beside it', () => {
    const beside = { phases: { 2: { begins: onDay(3) } } };
    const [plan, other] = [text('old'), text('new')].map((of) => written({ ...of, ...beside }, lengths));
    const third = written({ ...text('last'), ...beside }, [15, 4, 10]);
    const talks = play(bridge({ offers: { plan, other, third } }), [
      { ...table('plan'), on: '2030-03-01' },
      conclude,
      start,
    ]);
    go(talks, opened, table('other'), settled, pass(6), table('third'), conclude, pass(20));
    expect(talks.deal?.text?.ended).toMatchObject({ 1: 15, 2: 7 });
  });

  it('begins no sooner than it was settled', () => {
    const talks = settledBy(undefined, 3, pass(7));
    expect(talks.deal).toMatchObject({ offer: 'other', phase: 2, day: 0, text: { phases: { 2: 7 } } });
    expect(progress(talks)?.duties.find(({ obligation }) => obligation === 'new')?.due?.day).toBe(7);
  });
});

describe('a deal that is amended', () => {
  const amended = (first: string, second: string, ...days: readonly number[]) => {
    const talks = begun(first);
    go(talks, ...days.map(pass), table(second), conclude);
    return talks;
  };

  it('by an offer with a text goes by that, and nothing of the one before goes on', () => {
    const talks = amended('plan', 'other', 3);
    expect(talks.deal).toMatchObject({ offer: 'other', phase: 1, day: 3, text: { day: 3, goingOn: {} } });
    expect(duties(talks)).toEqual(ofText('new', 1, 2, 3));
  });

  it('by one without a text keeps all of its own, whatever their phase', () => {
    const talks = amended('plan', 'bare', 3);
    expect(duties(talks)).toEqual(ofText('old', 1, 2, 3));
    expect(talks.deal?.text?.goingOn).toEqual({ plan: { obligations: ofText('old', 1, 2, 3), before: 4 } });
  });

  it('by a text where there was none counts from the start of the present phase', () => {
    const talks = amended('bare', 'other', 10, 4);
    expect(talks.deal?.text).toMatchObject({ day: 4, started: 0, phases: { 2: 0 } });
  });

  it('has no text where neither of them has', () => {
    const bridges = bridge({ offers: { bare: offers.bare, same: offers.bare } });
    const talks = play(bridges, [table('bare'), conclude, start, pass(3), table('same'), conclude]);
    expect(talks.deal).toMatchObject({ offer: 'same', phase: 1, day: 3 });
    expect(talks.deal).not.toHaveProperty('text');
    expect(states(talks, pass(7), pass(20))).toEqual(['carryingOut.phase2', 'fulfilled']);
  });

  it('is fulfilled by that where the amendment takes out all that it still waited for', () => {
    const none = written({ obligations: {} }, lengths);
    const talks = play(bridge({ offers: { ...offers, none } }), [table('plan'), conclude, start, pass(40)]);
    expect(talks.state).toBe('carryingOut.phase3');
    expect(states(talks, table('none'), conclude)).toEqual(['carryingOut.phase3', 'fulfilled']);
  });

  it('to a shorter phase has that end with the amendment, and no sooner: the next begins on that day', () => {
    const short = written(text('new'), [4, 10, 10]);
    const talks = play(bridge({ offers: { ...offers, short } }), [
      { ...table('plan'), on: '2030-03-01' },
      conclude,
      start,
      pass(7),
      table('short'),
      conclude,
    ]);
    expect(talks.state).toBe('carryingOut.phase2');
    expect(talks.deal).toMatchObject({ phase: 2, day: 0, began: '2030-03-08' });
    expect(talks.deal?.text).toMatchObject({ ended: { 1: 7 }, phases: { 2: 7 } });
    // What belongs to the phase that is over is due with its end.
    expect(progress(talks)?.duties.find(({ obligation }) => obligation === 'new1')).toMatchObject({
      due: { day: 7 },
      standing: 'open',
    });
  });

  it('to a phase that would have begun before begins it with the amendment', () => {
    const early = written({ ...text('new'), phases: { 2: { begins: onDay(3) } } }, lengths);
    const talks = play(bridge({ offers: { ...offers, early } }), [
      { ...table('plan'), on: '2030-03-01' },
      conclude,
      start,
      pass(7),
      table('early'),
      conclude,
    ]);
    expect(talks.state).toBe('carryingOut.phase2');
    expect(talks.deal?.text).toMatchObject({ ended: {}, phases: { 1: 0, 2: 7 } });
  });

  it('before it starts waits for that still, by the text that it has now', () => {
    const talks = play(bridge({ offers }), [table('bare'), conclude, table('other'), conclude]);
    expect(talks.state).toBe('carryingOut.awaitingStart');
    expect(talks.deal?.text).toMatchObject({ day: 0, started: null, phases: {} });
    go(talks, start);
    expect(talks.deal).toMatchObject({ phase: 1, text: { started: 0, phases: { 1: 0 } } });
  });
});

it('whoever settles the next phase without an offer has the text of the deal for it, as it is by then', () => {
  const talks = begun();
  go(talks, opened, settled, table('other'), conclude);
  expect(talks.deal).toMatchObject({ offer: 'other', settled: 'other' });
});
