import fc from 'fast-check';
import {
  between,
  days,
  onDate,
  onDay,
  progress,
  uponEvent,
  type Talks,
  type TalksEvent,
  type TextDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { few, runs } from '../laws/runs.js';
import { bridge } from '../support/bridge.js';
import { against, conclude, go, pass, play, start, table } from '../support/play.js';
import { written } from '../support/written.js';

const owed = { owedBy: ['east'], to: ['west'] } as const;
const after = { ...owed, begins: uponEvent('phase1.end'), within: days(3) } as const;
const first = new Date(Date.UTC(2030, 2, 1));
const day = (n: number) => new Date(first.getTime() + n * 86_400_000).toISOString().slice(0, 10);
const done: TalksEvent = { type: 'performance.reported', obligation: 'after', amount: 1 };

/** The deal of the first of March, in force since then, so many days later. */
const begun = (plan: object, other: object, n: number): Talks =>
  play(bridge({ offers: { plan, other } }), [{ ...table('plan'), on: day(0) }, conclude, start, pass(n)]);
const amend = (talks: Talks, on?: number) =>
  go(talks, table('other'), { ...conclude, ...(on !== undefined && { on: day(on) }) });
const extend = (more: number, on?: number, phase?: number): TalksEvent => ({
  type: 'phase.extended',
  days: more,
  ...(on !== undefined && { on: day(on) }),
  ...(phase !== undefined && { phase }),
});
const standing = (talks: Talks, id = 'after') => {
  const { opens, due, standing: stands } = progress(talks)?.duties.find(({ obligation }) => obligation === id) ?? {};
  return [stands, opens?.day, due?.day];
};
const stand = (talks: Talks) => ({
  state: talks.state,
  ended: talks.deal?.text?.ended,
  duties: progress(talks)?.duties,
});

describe('a phase that is over by words that are told to have been others by then', () => {
  const text: TextDraft = { obligations: { after } };

  it('has not ended, nor is anything late for it, or the deal fulfilled', () => {
    const talks = begun(written(text, [10]), written(text, [30]), 20);
    expect(standing(talks)).toEqual(['late', 10, 13]);
    amend(talks, 5);
    expect(talks.deal?.text?.ended).toEqual({});
    expect(standing(talks)).toEqual(['waiting', 30, 33]);
    go(talks, done);
    expect(talks.state).toBe('carryingOut.phase1');
    go(talks, pass(10));
    expect(talks.state).toBe('fulfilled');
  });

  it('stays over where that was agreed on only once it was over, or today', () => {
    const talks = begun(written(text, [10]), written(text, [30]), 20);
    expect(against(talks, extend(20, 10))).toEqual(['talks/so-already']);
    expect(against(talks, extend(20))).toEqual(['talks/so-already']);
    expect(against(talks, { ...extend(20), on: '2030-03' })).toEqual(['talks/so-already']);
    expect(against(talks, extend(20, 9))).toEqual([]);
    amend(talks, 10);
    expect(talks.deal?.text?.ended).toEqual({ 1: 10 });
    const today = begun(written(text, [10]), written(text, [30]), 20);
    amend(today);
    expect(today.deal?.text?.ended).toEqual({ 1: 10 });
  });

  it('stands as if that had been told in time, however long it is by then', () => {
    const length = fc.integer({ min: 1, max: 25 });
    const seen = { open: 0, over: 0 };
    fc.assert(
      fc.property(
        length,
        length,
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 1, max: 15 }),
        fc.boolean(),
        (was, is, on, n, byEvent) => {
          fc.pre(on < was);
          const plan = written(text, [was]);
          const other = written(text, [is]);
          const tell = (talks: Talks, late: boolean) => {
            if (byEvent) go(talks, extend(is, late ? on : undefined));
            else amend(talks, late ? on : undefined);
          };
          const [inTime, late] = [begun(plan, other, on), begun(plan, other, on)];
          tell(inTime, false);
          go(inTime, pass(n));
          go(late, pass(n));
          tell(late, true);
          expect(stand(late)).toEqual(stand(inTime));
          if (on + n >= was) seen[Object.keys(late.deal?.text?.ended ?? {}).length > 0 ? 'over' : 'open']++;
        },
      ),
      runs(80),
    );
    expect(Math.min(seen.open, seen.over)).toBeGreaterThanOrEqual(few(4));
  });

  it('stays over where its end was reported', () => {
    const plan = {
      ...written(text, [10, 10]),
      phases: [{ length: days(between(8, 12)) }, { length: days(10) }],
    };
    const later = { obligations: { after }, phases: { 2: { begins: uponEvent('phase1.end', days(20)) } } };
    const other = written(later, [30, 10]);
    const talks = begun({ ...plan, text: other.text }, other, 9);
    go(talks, { type: 'phase.ended', phase: 1 }, pass(3));
    expect(talks.deal?.text).toMatchObject({ ended: { 1: 9 }, endsTold: [1] });
    expect(against(talks, extend(5, 4))).toEqual(['talks/so-already']);
    amend(talks, 5);
    expect(talks.deal?.text?.ended).toEqual({ 1: 9 });
  });

  it('stays over where the next has begun by that, and goes on beside one that has a day of its own', () => {
    const next = (begins: TextDraft['phases']): TextDraft => ({
      obligations: { after },
      ...(begins && { phases: begins }),
    });
    const told = (words: TextDraft) => {
      const talks = begun(written(words, [10, 20]), written(words, [30, 20]), 15);
      expect(talks.state).toBe('carryingOut.phase2');
      const more = against(talks, extend(20, 5, 1));
      amend(talks, 5);
      return [talks.deal?.text?.ended, more];
    };
    expect(told(next(undefined))).toEqual([{ 1: 10 }, ['talks/another-phase']]);
    expect(told(next({ 2: { begins: uponEvent('phase1.end', days(2)) } }))).toEqual([
      { 1: 10 },
      ['talks/another-phase'],
    ]);
    expect(told(next({ 2: { begins: onDay(8) } }))).toEqual([{}, []]);
    expect(told(next({ 2: { begins: onDate(day(12)) } }))).toEqual([{}, []]);
  });

  it('keeps the end that it had where the amendment has no such phase', () => {
    const words: TextDraft = { obligations: { after }, phases: { 2: { begins: onDay(4) } } };
    const talks = begun(written({ ...words }, [30, 5]), written(text, [30]), 15);
    expect(talks.deal).toMatchObject({ phase: 2, text: { ended: { 2: 9 } } });
    amend(talks, 6);
    expect(talks.deal?.text?.ended).toEqual({ 2: 9 });
  });

  it('is the one that was under way on that day, where none is named', () => {
    const words: TextDraft = { obligations: { after }, phases: { 2: { begins: onDay(4) } } };
    const plan = written(words, [30, 5]);
    const talks = begun(plan, plan, 15);
    go(talks, extend(8, 7));
    expect(talks.deal?.text).toMatchObject({ ended: {}, extended: { 2: 8 } });
    go(talks, pass(3), extend(1));
    expect(talks.deal?.text).toMatchObject({ ended: { 2: 17 }, extended: { 1: 1, 2: 8 } });
  });

  it('is longer by what was done before it was over, and by nothing after that', () => {
    const grows = (n: number): TextDraft => ({
      obligations: { after, act: { ...owed, of: 'cost', amount: 9, begins: onDay(0), within: days(40) } },
      phases: { 1: { extensions: [{ how: 'pro rata', unit: days(1), per: { n: 1, of: 'cost' } }] } },
      ...(n > 0 && { events: {} }),
    });
    const report = (amount: number): TalksEvent => ({ type: 'performance.reported', obligation: 'act', amount });
    const events = [pass(8), report(2), pass(4), report(5), pass(5)];
    const told = (length: number) => {
      const talks = begun(written(grows(0), [10]), written(grows(1), [length]), 1);
      go(talks, ...events);
      expect(talks.deal?.text?.ended).toEqual({ 1: 12 });
      amend(talks, 3);
      return talks.deal?.text?.ended;
    };
    // Of the same length it ended when it did; longer, also by what was done while it then went on.
    expect([told(10), told(11), told(12), told(13)]).toEqual([{ 1: 12 }, { 1: 13 }, { 1: 17 }, { 1: 18 }]);
  });
});
