import { days, onDay, progress, type Talks, type TalksEvent, type TextDraft } from 'sticking-points';
import { progressText } from 'sticking-points/report';
import { alwaysAWayOut } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { allege, conclude, cure, go, pass, play, start, states, table } from '../support/play.js';
import { written } from '../support/written.js';

const opened = { type: 'nextPhase.opened' } as const;
const settled = { type: 'nextPhase.settled' } as const;
const failed = { type: 'nextPhase.failed' } as const;

const owed = { owedBy: ['east'], to: ['west'] } as const;
const otherwise = 'the bridge stays as it is';
const promise = { rest: { on: 2, between: ['east', 'west'], otherwise } } as const;

/** A phase of ten days, and one of five that is still to be negotiated. */
const open = (text: TextDraft) => ({
  ...written(text),
  phases: [{ length: days(10) }, { length: days(5), toBeNegotiated: true }],
});
const duties = { obligations: { walk: { ...owed, begins: onDay(12), within: days(3) } } } satisfies TextDraft;
const offers = {
  promised: open({ ...duties, talks: promise }),
  bare: open(duties),
  other: written({ ...duties, phases: { 2: { begins: onDay(4) } } }, [10, 7]),
  none: { ...written({}, [10]), phases: [{ length: days(10) }] },
};
const begun = (...events: readonly TalksEvent[]) =>
  play(bridge({ offers }), [{ ...table('promised'), on: '2030-03-01' }, conclude, start, ...events]);
const phases = ({ deal }: Talks) => [deal?.phase, deal?.text?.phases, deal?.text?.ended];

describe('a deal whose text says what holds should the talks on its next phase come to nothing', () => {
  it.each([
    ['not begun', []],
    ['under way', [opened]],
    ['failed', [opened, failed]],
  ])('stays in force past the end of its phase, those talks being %s', (_, events) => {
    const talks = begun(...events);
    expect(states(talks, pass(10), pass(400))).toEqual(['carryingOut.phase1', 'carryingOut.phase1']);
    expect(phases(talks)).toEqual([1, { 1: 0 }, { 1: 10 }]);
    // What else is owed goes on, and done it ends nothing.
    expect(progress(talks)?.duties).toMatchObject([{ obligation: 'walk', standing: 'late' }]);
    go(talks, { type: 'performance.reported', obligation: 'walk', amount: 1 });
    expect(progress(talks)?.duties).toMatchObject([{ obligation: 'walk', standing: 'done' }]);
    expect(talks.state).toBe('carryingOut.phase1');
  });

  it.each<readonly [string, TextDraft]>([
    ['has no talks', {}],
    ['does not say what holds', { talks: { rest: { on: 2, between: ['east', 'west'] } } }],
    ['says it of another phase', { talks: { rest: { on: 3, between: ['east', 'west'], otherwise } } }],
    ['says it of no phase', { talks: { rest: { between: ['east', 'west'], otherwise } } }],
  ])('lapses where it %s', (_, text) => {
    const talks = play(bridge({ offers: { plan: open(text) } }), [table('plan'), conclude, start]);
    expect(states(talks, pass(9), pass(1))).toEqual(['carryingOut.phase1', 'lapsed']);
  });

  it.each([
    [undefined, 20],
    ['2030-03-16', 15],
    ['2030-03-06', 10],
  ])('has that phase once it is settled after all (%s), and no sooner', (on, began) => {
    const talks = begun(pass(12), { ...opened, on: '2030-03-06' }, pass(8));
    go(talks, { ...settled, ...(on !== undefined && { on }) });
    const day = 20 - began;
    if (day < 5) expect(talks.deal).toMatchObject({ phase: 2, day, text: { phases: { 2: began } } });
    else expect(phases(talks)).toEqual([2, { 1: 0, 2: began }, { 1: 10, 2: began + 5 }]);
    expect(talks.nextPhase).toBe('none');
  });

  it('has it by the words of another text, since that was settled', () => {
    const talks = begun(pass(15), { ...opened, on: '2030-03-12' }, table('other'));
    go(talks, { ...settled, on: '2030-03-14' });
    expect(talks.deal).toMatchObject({
      offer: 'other',
      phase: 2,
      day: 2,
      text: { phases: { 2: 13 }, ended: { 1: 10 } },
    });
  });

  it('owes nothing of that phase before it is settled, though the trigger of the phase has fired', () => {
    const second = { walk2: { ...owed, phase: 2 }, stay2: { ...owed, begins: onDay(1, { from: 'phase2' }) } };
    const text: TextDraft = { obligations: second, talks: promise, phases: { 2: { begins: onDay(4) } } };
    const talks = play(bridge({ offers: { plan: open(text) } }), [table('plan'), conclude, start, pass(12)]);
    const told = () => progress(talks)?.duties.map(({ standing, opens }) => [standing, opens?.day]);
    expect(told()).toEqual([
      ['waiting', undefined],
      ['waiting', undefined],
    ]);
    go(talks, opened, settled, pass(2));
    expect(talks.deal).toMatchObject({ phase: 2, text: { phases: { 2: 12 } } });
    expect(told()).toEqual([
      ['open', 12],
      ['late', 13],
    ]);
  });

  it('is superseded, or broken off, by what is told of that', () => {
    const citation = { source: 'crier', attribution: 'on-record' } as const;
    expect(states(begun(pass(20)), { type: 'deal.superseded', offer: 'bare' })).toEqual(['superseded']);
    expect(states(begun(pass(20)), { type: 'deal.ended', citation })).toEqual(['collapsed']);
  });

  it.each([
    ['says no longer what holds', 'bare', 'lapsed'],
    ['has no such phase', 'none', 'fulfilled'],
  ])('ends by an amendment that %s', (_, offer, state) => {
    expect(states(begun(pass(20), table(offer)), conclude)).toEqual([state]);
  });

  it('goes on when a dispute is over', () => {
    const talks = begun(allege('west'), pass(20));
    expect(states(talks, cure('west'), pass(1))).toEqual(['carryingOut.phase1', 'carryingOut.phase1']);
  });

  it('says of a phase that is told to be over what is waited for', () => {
    const talks = begun(pass(20));
    const { reasons } = talks.do({ type: 'phase.ended', phase: 1 });
    expect(reasons.map(({ code, message }) => [code, message])).toEqual([
      ['talks/so-already', 'Phase 1 is over already, and the next one begins once it is settled.'],
    ]);
  });

  it('has a way out that is no end from outside', () => {
    expect(alwaysAWayOut().talks(begun(pass(20)))).toBe('held');
    expect(alwaysAWayOut().talks(begun(opened, failed, pass(300)))).toBe('held');
  });

  it('tells what holds meanwhile, and no more once that phase has begun', () => {
    const told = (talks: Talks) => progress(talks)?.talks.map(({ standing, otherwise: holds }) => [standing, holds]);
    const talks = begun(pass(9));
    expect(told(talks)).toEqual([['not due', undefined]]);
    go(talks, pass(1));
    expect(told(talks)).toEqual([['not due', otherwise]]);
    expect(progressText(progress(talks)!).replaceAll(/\s+/g, ' ')).toContain(
      `as long as they are not settled holds “${otherwise}”`,
    );
    go(talks, opened, failed);
    expect(told(talks)).toEqual([['failed', otherwise]]);
    go(talks, opened, settled);
    expect(told(talks)).toEqual([['settled', undefined]]);
  });
});
