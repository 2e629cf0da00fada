import { days, onDate, onDay, progress, uponEvent, type Talks, type TalksEvent, type TextDraft } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { conclude, go, pass, play, start, table } from '../support/play.js';
import { written } from '../support/written.js';

const owed = { owedBy: ['east'], to: ['west'] } as const;
const act = { ...owed, of: 'cost', amount: 1, begins: onDay(0), within: days(2) } as const;
const lengths = [10, 10, 10];
const plan = written({ obligations: { act } }, lengths);
const day = (n: number) => `2030-03-${String(n + 1).padStart(2, '0')}`;

/** The deal of the first of March, in force since then, with what has become of it before an amendment is told. */
const begun = (other: object, ...events: readonly TalksEvent[]) =>
  play(bridge({ offers: { plan, other } }), [{ ...table('plan'), on: day(0) }, conclude, start, ...events]);
const amended = (other: object, on: string | undefined, ...events: readonly TalksEvent[]) => {
  const talks = begun(other, ...events);
  go(talks, table('other'), { ...conclude, ...(on !== undefined && { on }) });
  return talks;
};
const duty = (talks: Talks, id: string) => {
  const { opens, due, standing } = progress(talks)?.duties.find(({ obligation }) => obligation === id) ?? {};
  return { opens: opens?.day, due: due?.day, standing };
};
const other = (text: TextDraft, first = 10) => written(text, [first, 10, 10]);

describe('an amendment that makes a phase shorter of a deal without a text', () => {
  it('lets it go on until a day passes, though it is extended meanwhile', () => {
    const [bare, shorter] = [written(undefined, lengths), written(undefined, [2, 10, 10])];
    const talks = play(bridge({ offers: { bare, shorter } }), [
      { ...table('bare'), on: day(0) },
      conclude,
      start,
      pass(5),
      table('shorter'),
      conclude,
      { type: 'phase.extended', days: 1 },
    ]);
    expect(talks.deal).toMatchObject({ phase: 1, day: 5, extended: 1 });
    go(talks, pass(1));
    expect(talks.deal).toMatchObject({ phase: 2 });
  });
});

describe('an amendment that is told later than it was agreed on', () => {
  it.each([
    ['its day', day(5), 5],
    ['no day: today', undefined, 7],
    ['a month, of which no day is known: today', '2030-03', 7],
    ['the day on which the deal began to be carried out', day(0), 4],
  ])('ends a phase that it makes shorter no sooner than on %s', (_, on, ended) => {
    const talks = amended(other({ obligations: { act } }, 4), on, pass(7));
    expect(talks.state).toBe('carryingOut.phase2');
    expect(talks.deal).toMatchObject({ phase: 2, day: 7 - ended, began: day(ended) });
    expect(talks.deal?.text).toMatchObject({ ended: { 1: ended }, phases: { 2: ended } });
  });

  it('ends a phase no sooner than it began, though it was agreed on before that', () => {
    const shorter = other({ obligations: { act } }, 4);
    const talks = play(bridge({ offers: { plan, shorter } }), [
      { ...table('plan'), on: '2030-02-15' },
      conclude,
      { ...start, on: day(0) },
      pass(7),
      table('shorter'),
      { ...conclude, on: '2030-02-20' },
    ]);
    expect(talks.deal).toMatchObject({ phase: 2, day: 3, began: day(4) });
  });

  it.each([
    [day(5), { opens: 5, due: 5, standing: 'late' }, { opens: 5, due: 6, standing: 'late' }],
    [undefined, { opens: 7, due: 7, standing: 'open' }, { opens: 7, due: 7, standing: 'open' }],
    [day(0), { opens: 0, due: 3, standing: 'late' }, { opens: 0, due: 6, standing: 'late' }],
  ])('brings what is due by its words since that day: %s', (on, soon, later) => {
    const more = (within: number) => ({ ...owed, begins: onDay(0), within: days(within) });
    const talks = amended(other({ obligations: { act, soon: more(3), later: more(6) } }), on, pass(7));
    expect([duty(talks, 'soon'), duty(talks, 'later')]).toEqual([soon, later]);
  });

  it('moves what was neither open nor overdue on that day, by what had been done until then', () => {
    const obligations = { act, walk: { ...owed, begins: onDay(6) } };
    const sooner = { act: { ...act, amount: 2 }, walk: { ...owed, begins: onDay(1), within: days(3) } };
    const done: TalksEvent = { type: 'performance.reported', obligation: 'act', amount: 1 };
    const talks = play(
      bridge({ offers: { plan: written({ obligations }, lengths), other: other({ obligations: sooner }) } }),
      [
        { ...table('plan'), on: day(0) },
        conclude,
        start,
        pass(4),
        done,
        pass(4),
        table('other'),
        { ...conclude, on: day(3) },
      ],
    );
    // Half of it was done in time for neither: it was overdue by the second day already.
    expect(duty(talks, 'act')).toEqual({ opens: 0, due: 2, standing: 'late' });
    expect(duty(talks, 'walk')).toEqual({ opens: 3, due: 4, standing: 'late' });
  });

  it('leaves on record what was reported since, and the phase that has begun since', () => {
    const report: TalksEvent = { type: 'performance.reported', obligation: 'act', amount: 1 };
    const talks = amended(other({ obligations: { act } }, 20), day(5), pass(6), report, pass(6));
    expect(talks.deal).toMatchObject({ offer: 'other', phase: 2, text: { ended: { 1: 10 }, phases: { 2: 10 } } });
    expect(talks.deal?.text?.duties['act']).toMatchObject([{ what: 'done', day: 6 }]);
  });

  it('begins a phase since that day that it lets begin sooner', () => {
    const talks = amended(other({ obligations: { act }, phases: { 2: { begins: onDay(3) } } }), day(5), pass(7));
    expect(talks.deal).toMatchObject({ phase: 2, day: 2, began: day(5), text: { phases: { 1: 0, 2: 5 } } });
  });

  it.each([
    [day(5), 5],
    [undefined, 7],
    [day(1), 2],
  ])('brings the deal into force since then where its trigger had fired: %s', (on, started) => {
    const early = other({ obligations: { act }, events: { start: { trigger: onDate(day(2)) } } });
    const talks = play(bridge({ offers: { plan, other: early } }), [
      { ...table('plan'), on: day(0) },
      conclude,
      pass(7),
      table('other'),
      { ...conclude, ...(on !== undefined && { on }) },
    ]);
    expect(talks.state).toBe('carryingOut.phase1');
    expect(talks.deal?.text).toMatchObject({ started, phases: { 1: started } });
  });

  it.each([
    [day(5), 5],
    [undefined, 7],
  ])('brings a deal into force, that had no text and waited, since then by the trigger of its own: %s', (on, n) => {
    const early = other({ obligations: { act }, events: { start: { trigger: onDate(day(2)) } } });
    const talks = play(bridge({ offers: { bare: written(undefined, lengths), early } }), [
      { ...table('bare'), on: day(0) },
      conclude,
      pass(7),
      table('early'),
      { ...conclude, ...(on !== undefined && { on }) },
    ]);
    expect(talks.deal).toMatchObject({ phase: 1, began: day(n), day: 7 - n, text: { started: 0, day: 7 - n } });
  });

  it('whose second phase begins on a date that is over begins it then, and no sooner, where there was no text', () => {
    const dated = other({ obligations: { act }, phases: { 2: { begins: onDate(day(3)) } } });
    const talks = play(bridge({ offers: { bare: written(undefined, lengths), dated } }), [
      { ...table('bare'), on: day(0) },
      conclude,
      start,
      pass(7),
      table('dated'),
      { ...conclude, on: day(5) },
    ]);
    expect(talks.deal).toMatchObject({ phase: 2, began: day(5), day: 2, text: { phases: { 1: 0, 2: 5 } } });
  });

  it('gives a deal that had no text its own since then, where its present phase had begun', () => {
    const bare = written(undefined, lengths);
    const more = { ...owed, begins: onDay(0), within: days(1) };
    const told = (on: string) => {
      const talks = play(bridge({ offers: { bare, other: other({ obligations: { more } }) } }), [
        { ...table('bare'), on: day(0) },
        conclude,
        start,
        pass(14),
        table('other'),
        { ...conclude, on },
      ]);
      expect(talks.deal?.text).toMatchObject({ day: 4, started: 0, phases: { 2: 0 } });
      return duty(talks, 'more');
    };
    expect(told(day(12))).toEqual({ opens: 2, due: 2, standing: 'late' });
    expect(told(day(6))).toEqual({ opens: 0, due: 1, standing: 'late' });
  });
});

describe('a next phase that was settled by another text, and is told later', () => {
  it.each([
    [day(5), 5],
    [undefined, 7],
    [day(1), 3],
  ])('begins no sooner than it was settled: %s', (on, began) => {
    const talks = begun(other({ obligations: {}, phases: { 2: { begins: onDay(3) } } }), pass(7));
    go(talks, { type: 'nextPhase.opened', ...(on !== undefined && { on: day(1) }) }, table('other'));
    go(talks, { type: 'nextPhase.settled', ...(on !== undefined && { on }) });
    expect(talks.deal).toMatchObject({ offer: 'other', phase: 2, day: 7 - began, text: { phases: { 2: began } } });
  });

  it('and would have begun before the deal was in force, begins with that at the earliest', () => {
    const upon = other({ obligations: {}, phases: { 2: { begins: uponEvent('flood') } }, events: { flood: {} } });
    const talks = play(
      bridge({ offers: { plan: written({ obligations: { act }, events: { flood: {} } }, lengths), other: upon } }),
      [
        { ...table('plan'), on: day(0) },
        conclude,
        pass(2),
        { type: 'event.happened', event: 'flood' },
        pass(2),
        start,
        pass(3),
        { type: 'nextPhase.opened', on: day(4) },
        table('other'),
        { type: 'nextPhase.settled', on: day(4) },
      ],
    );
    expect(talks.deal?.text).toMatchObject({ started: 4, phases: { 2: 4 } });
  });
});
