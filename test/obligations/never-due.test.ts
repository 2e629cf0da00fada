import fc from 'fast-check';
import {
  beforeEvent,
  days,
  earliestOf,
  latestOf,
  onDay,
  progress,
  review,
  schedule,
  uponCompletion,
  uponEvent,
  uponStart,
  upTo,
  weeks,
  whenTotal,
  type ObligationDraft,
  type TextDraft,
  type TriggerDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { carryOut, go, inForce, isGoing } from '../support/carry-out.js';
import { addDays } from '../../src/base/day.js';
import { agreed } from '../support/agreed.js';
import { withText } from '../support/texts.js';

const laidOut = (text: TextDraft) => schedule(agreed(withText(text)), 'draft', { anchors: { start: '2031-01-15' } });

describe('what hangs on a phase that the deal has not got', () => {
  const missing = fc
    .tuple(fc.constantFrom('phase3', 'phase3.end'), fc.nat(9), fc.constantFrom('event', 'day', 'last', 'then'))
    .map(([event, n, how]): TriggerDraft => {
      if (how === 'day') return onDay(n, { from: event });
      if (how === 'last') return latestOf(onDay(n), uponEvent(event));
      return how === 'then' ? uponEvent(event) : uponEvent(event, days(n));
    });

  it('waits for it, whatever is said of when that begins, as the review says that it can never happen', () => {
    fc.assert(
      fc.property(missing, fc.option(fc.nat(50), { nil: undefined }), (begins, day) => {
        const owed: ObligationDraft = { owedBy: ['hills'], begins, within: days(2) };
        const text: TextDraft = {
          obligations: { survey: owed, after: { owedBy: ['hills'], begins: uponCompletion('survey') } },
          ...(day !== undefined && { phases: { 3: { begins: onDay(day) } } }),
        };
        const { duties } = laidOut(text);
        expect(duties.map(({ opens, due }) => opens ?? due)).toEqual([undefined, undefined]);
        expect(duties[0]?.waitsFor.map((wait) => wait.for)).toEqual(['event']);
        const dead = review(agreed(withText(text)), 'draft').filter(({ code }) => code === 'review/dead-trigger');
        expect(dead.length).toBeGreaterThan(0);
      }),
      { numRuns: 30 },
    );
  });

  it('does not wait for it where something else would do', () => {
    const begins = earliestOf(uponEvent('phase3'), onDay(5));
    expect(laidOut({ obligations: { survey: { owedBy: ['hills'], begins } } }).duties[0]?.due?.day).toBe(5);
  });
});

describe('a window that closes before it opens', () => {
  const shut = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }));
  const text = (opens: number, by: number, kind: 'once' | 'level' | 'refrain'): TextDraft => ({
    obligations: {
      survey: {
        kind,
        owedBy: ['hills'],
        to: ['coast'],
        begins: onDay(opens),
        until: onDay(opens - by),
        ...(kind === 'level' && { of: 'permits', amount: 4 }),
      },
      after: { owedBy: ['hills'], to: ['coast'], begins: uponCompletion('survey') },
      beside: { owedBy: ['hills'], to: ['coast'], begins: uponStart('survey', days(2)) },
    },
  });
  const kinds = fc.constantFrom('once' as const, 'level' as const, 'refrain' as const);

  it('has no last day, and what waits until it is done waits', () => {
    fc.assert(
      fc.property(shut, kinds, ([opens, by], kind) => {
        const duties = laidOut(text(opens, by, kind)).duties.map(({ obligation, opens: from, due, waitsFor }) => [
          obligation,
          from?.day,
          due?.day,
          waitsFor.map((wait) => wait.for),
        ]);
        expect(Object.fromEntries(duties.map(([id, ...rest]) => [id, rest]))).toEqual({
          survey: [opens, undefined, ['window']],
          after: [undefined, undefined, ['completion of']],
          beside: [opens + 2, opens + 2, []],
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is never late while it has not opened, and opens on its day', () => {
    fc.assert(
      fc.property(shut, fc.constantFrom('once' as const, 'level' as const), fc.nat(45), ([opens, by], kind, day) => {
        const talks = inForce(agreed(withText(text(opens, by, kind))), 'draft', '2031-01-15');
        if (day > 0) go(talks, { type: 'days.passed', days: day });
        const [survey, after] = progress(talks)?.duties ?? [];
        expect([survey?.standing, survey?.due]).toEqual([day < opens ? 'waiting' : 'open', undefined]);
        expect([after?.standing, after?.due]).toEqual(['waiting', undefined]);
        go(talks, { type: 'performance.reported', obligation: 'survey', amount: survey?.owed.least ?? 1 });
        expect(progress(talks)?.duties[1]?.due?.day).toBe(day);
        carryOut(talks);
        expect(isGoing(talks)).toBe(false);
      }),
      { numRuns: 8 },
    );
  });
});

describe('what asks for no act, and is over before it begins, as what it waits for came late by consent', () => {
  const owed = { owedBy: ['coast'], to: ['hills'], verifier: 'board' };
  const keeps: Readonly<Record<string, Partial<ObligationDraft>>> = {
    refrain: { kind: 'refrain' },
    'at most so much': { kind: 'level', of: 'permits', amount: upTo(3) },
  };
  const text = (keep: Partial<ObligationDraft>, until: number): TextDraft => ({
    bodies: { board: { members: ['hills', 'coast'] } },
    obligations: {
      clear: { owedBy: ['hills'], to: ['coast'], begins: onDay(2) },
      keep: { ...owed, begins: uponCompletion('clear'), until: onDay(until), ...keep },
      after: { ...owed, begins: uponCompletion('keep'), within: days(2) },
      beside: { ...owed, begins: uponStart('keep') },
    },
  });

  it('binds nobody, and is done with on the day on which it would begin', () => {
    const kinds = fc.constantFrom(...Object.keys(keeps));
    const figures = fc.record({ until: fc.integer({ min: 3, max: 20 }), later: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(kinds, figures, fc.nat(9), (kind, { until, later }, more) => {
        const talks = inForce(agreed(withText(text(keeps[kind] ?? {}, until))), 'draft', '2031-01-15');
        const to = addDays('2031-01-15', until + later) ?? '2031-01-15';
        go(talks, { type: 'performance.postponed', obligation: 'clear', to, by: ['hills', 'coast'] });
        go(talks, { type: 'days.passed', days: until + later });
        expect(
          progress(talks)
            ?.duties.map(({ standing }) => standing)
            .slice(1),
        ).toEqual(Array(3).fill('waiting'));
        go(talks, { type: 'performance.reported', obligation: 'clear', amount: 1 });
        if (kind !== 'refrain') go(talks, { type: 'performance.reported', obligation: 'keep', amount: 4 });
        go(talks, { type: 'days.passed', days: 1 + more });
        const votes = { hills: 'for', coast: 'for' } as const;
        const found = talks.do({ type: 'breach.found', obligation: 'keep', by: 'board', votes });
        expect(found.reasons.map(({ code }) => code)).toEqual(['talks/nothing-owed']);
        const duties = progress(talks)?.duties ?? [];
        expect(duties.map(({ standing, settled, due }) => [standing, settled, due?.day])).toEqual([
          ['done', true, until + later],
          [kind === 'refrain' ? 'kept' : 'done', true, undefined],
          [more < 2 ? 'open' : 'late', false, until + later + 2],
          ['late', false, until + later],
        ]);
        for (const obligation of ['after', 'beside'])
          go(talks, { type: 'performance.reported', obligation, amount: 1 });
        carryOut(talks);
        expect(isGoing(talks)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  it('binds up to its last day where it begins on that, and can be broken', () => {
    for (const [kind, keep] of Object.entries(keeps)) {
      const talks = inForce(agreed(withText(text(keep, 10))), 'draft', '2031-01-15');
      go(talks, { type: 'performance.postponed', obligation: 'clear', to: '2031-01-25', by: ['hills', 'coast'] });
      go(talks, { type: 'days.passed', days: 10 });
      go(talks, { type: 'performance.reported', obligation: 'clear', amount: 1 });
      const keeping = progress(talks)?.duties[1];
      expect([keeping?.standing, keeping?.due?.day]).toEqual([kind === 'refrain' ? 'binding' : 'done', 10]);
      go(talks, { type: 'breach.found', obligation: 'keep', by: 'board', votes: { hills: 'for', coast: 'for' } });
    }
  });
});

describe('what never has a last day', () => {
  it('is a circle whose days move without end, as a whole, and what hangs on it', () => {
    const { duties } = laidOut({
      phases: { 2: { begins: earliestOf(uponEvent('phase1.end'), uponCompletion('b')) } },
      obligations: {
        b: { owedBy: ['hills'], begins: beforeEvent('phase2', days(1)) },
        c: { owedBy: ['hills'], begins: uponEvent('phase2'), within: days(1) },
        d: { owedBy: ['hills'], begins: latestOf(onDay(3), uponCompletion('b')) },
      },
    });
    expect(duties.map(({ obligation, opens, due, waitsFor }) => [obligation, opens, due, waitsFor.length > 0])).toEqual(
      ['b', 'c', 'd'].map((id) => [id, undefined, undefined, true]),
    );
    expect(duties[0]?.waitsFor).toEqual([{ for: 'itself', circle: ['b'] }]);
  });

  it('is what hangs on a phase that begins before itself', () => {
    const { duties } = laidOut({
      phases: { 2: { begins: earliestOf(onDay(0), beforeEvent('phase2', days(1)), whenTotal(['b'], 0)) } },
      obligations: { b: { owedBy: ['hills'], phase: 2 } },
    });
    expect(duties.map(({ opens, due }) => [opens, due])).toEqual([[undefined, undefined]]);
  });

  it('is what comes round without end: it is late for a time that is over, and nothing comes after it', () => {
    const text: TextDraft = {
      obligations: {
        rounds: { kind: 'recurring', owedBy: ['hills'], to: ['coast'], begins: onDay(0), every: weeks(1) },
        after: { owedBy: ['hills'], to: ['coast'], begins: uponCompletion('rounds', days(1)) },
      },
    };
    expect(laidOut(text).duties.map(({ due, waitsFor }) => [due?.day, waitsFor.map((wait) => wait.for)])).toEqual([
      [7, []],
      [undefined, ['completion of']],
    ]);
    const talks = inForce(agreed(withText(text)), 'draft', '2031-01-15');
    const standing = () => progress(talks)?.duties[0]?.standing;
    go(talks, { type: 'days.passed', days: 7 });
    expect([standing(), progress(talks)?.duties[0]?.due]).toEqual(['open', undefined]);
    go(talks, { type: 'days.passed', days: 1 });
    expect(standing()).toBe('late');
  });

  it('is a total of what is to be left undone, which comes to nothing', () => {
    const quiet: ObligationDraft = { kind: 'refrain', owedBy: ['hills'], begins: onDay(0), until: onDay(10) };
    const then: ObligationDraft = { owedBy: ['coast'], begins: whenTotal(['quiet'], 1) };
    const then2: ObligationDraft = { owedBy: ['coast'], begins: whenTotal(['quiet'], { parts: 1, outOf: 2 }) };
    const { duties } = laidOut({ obligations: { quiet, then, then2 } });
    expect(duties.map(({ obligation, due }) => [obligation, due?.day])).toEqual([
      ['quiet', 10],
      ['then', undefined],
      ['then2', undefined],
    ]);
  });
});
