import fc from 'fast-check';
import {
  days,
  defineScenario,
  onDay,
  openTalks,
  progress,
  restoreTalks,
  schedule,
  uponEvent,
  weeks,
  type Talks,
  type TalksEvent,
  type TextDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const both = ['north', 'south'] as const;

/** A pact of three phases, of 30, 20 and 10 days, by what its text says of each. */
function pact(phases: NonNullable<TextDraft['phases']>, obligations: NonNullable<TextDraft['obligations']> = {}) {
  return defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 10 } } },
    space: { phases: { least: 1, most: 3 } },
    positions: {},
    agreement: { rule: 'unanimity', of: both },
    process: { extensions: { month: { title: 'a month more', days: 30, times: 1 } } },
    offers: {
      deal: {
        by: both,
        phaseCount: 3,
        phases: [{ length: days(30) }, { length: days(20) }, { length: days(10) }],
        text: wide({
          bodies: { board: { members: both } },
          events: { thaw: {} },
          obligations: {
            first: { owedBy: ['north'], to: ['south'], phase: 1 },
            quiet: { kind: 'refrain', owedBy: ['south'], to: ['north'], phase: 1 },
            early: { owedBy: ['south'], to: ['north'], begins: onDay(0), within: days(3) },
            ...obligations,
          },
          phases,
        }),
      },
    },
  });
}

const duty = (talks: Talks, id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id);
const codes = (talks: Talks, event: TalksEvent) => talks.do(event).reasons.map(({ code }) => code);
const pass = (talks: Talks, n: number) => {
  if (n > 0) go(talks, { type: 'days.passed', days: n });
  return talks.state;
};

describe('a first phase with a trigger of its own', () => {
  it('begins on the day that the schedule gives it, however the days pass', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 12 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
        (first, steps) => {
          const scenario = pact({ 1: { begins: onDay(first) } });
          const talks = inForce(scenario, 'deal');
          const laidOut = schedule(scenario, 'deal', { anchors: { start: '2030-03-01' } }).duties;
          let day = 0;
          for (const step of [0, ...steps]) {
            day += step;
            pass(talks, step);
            if (!talks.state.startsWith('carryingOut')) break;
            const expected = day < first ? 0 : day < first + 30 ? 1 : day < first + 50 ? 2 : 3;
            expect(talks.deal?.phase).toBe(expected);
            expect(talks.state).toBe(expected === 0 ? 'carryingOut.awaitingStart' : `carryingOut.phase${expected}`);
            for (const id of ['first', 'quiet']) {
              expect(duty(talks, id)?.planned).toEqual(laidOut.find(({ obligation }) => obligation === id)?.due);
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('waits for it; what is due before it can be done, disputed and cured meanwhile', () => {
    const talks = inForce(pact({ 1: { begins: uponEvent('thaw', days(2)) } }), 'deal');
    expect(talks.state).toBe('carryingOut.awaitingStart');
    expect(codes(talks, { type: 'deal.started' })).toEqual(['talks/so-already']);
    expect(pass(talks, 5)).toBe('carryingOut.awaitingStart');
    expect([duty(talks, 'early')?.standing, duty(talks, 'quiet')?.standing]).toEqual(['late', 'waiting']);
    go(talks, { type: 'breach.alleged', obligation: 'early', by: 'north' });
    expect(talks.state).toBe('carryingOut.inDispute');
    go(talks, { type: 'performance.reported', obligation: 'early', amount: 1 });
    go(talks, { type: 'event.happened', event: 'thaw' });
    expect(pass(talks, 3)).toBe('carryingOut.inDispute');
    go(talks, { type: 'breach.cured', obligation: 'early', by: 'north' });
    expect([talks.state, talks.deal?.day, talks.deal?.began]).toEqual(['carryingOut.phase1', 1, '2030-03-08']);
    expect(duty(talks, 'quiet')?.due?.on).toBe('2030-04-07');
  });

  it('goes back to waiting for it, where a dispute is over before it has come', () => {
    const talks = inForce(pact({ 1: { begins: uponEvent('thaw') } }), 'deal');
    go(talks, { type: 'breach.alleged', obligation: 'early' });
    expect(codes(talks, { type: 'phase.extended', days: 1 })).toEqual(['talks/not-started']);
    expect(codes(talks, { type: 'performance.reported', obligation: 'boats', amount: 1 })).toEqual([
      'talks/not-started',
    ]);
    go(talks, { type: 'breach.cured', obligation: 'early' });
    expect(talks.state).toBe('carryingOut.awaitingStart');
    const again = restoreTalks(talks.scenario, JSON.parse(JSON.stringify(talks.save())));
    expect(again.ok && again.value.state).toBe('carryingOut.awaitingStart');
  });

  it('counts days as soon as the deal is in force, and before that nothing is done or broken', () => {
    const talks = inForce(pact({ 1: { begins: uponEvent('thaw') } }), 'deal');
    expect(codes(talks, { type: 'event.happened', event: 'thaw', on: '2030-03-09' })).toEqual([
      'talks/days-not-passed',
    ]);
    talks.undo();
    expect(codes(talks, { type: 'performance.reported', obligation: 'early', amount: 1 })).toEqual([
      'talks/not-started',
    ]);
    expect(codes(talks, { type: 'performance.reported', obligation: 'boats', amount: 1 })).toEqual([
      'talks/not-started',
    ]);
    expect(codes(talks, { type: 'breach.alleged', obligation: 'early' })).toEqual(['talks/not-started']);
    expect(codes(talks, { type: 'breach.found', obligation: 'early', by: 'board' })).toEqual(['talks/not-started']);
    expect(talks.nextEvents.filter(({ type }) => type.startsWith('breach.'))).toEqual([]);
  });
});

describe('an extension that names its phase', () => {
  const overlapping = () =>
    inForce(
      pact({ 2: { begins: onDay(10) }, 1: { extensions: [{ how: 'by unit', unit: weeks(1), times: 2 }] } }),
      'deal',
    );
  const extend = (n: number, more: object = {}): TalksEvent => ({ type: 'phase.extended', days: n, ...more });

  it('moves the end of that phase alone, by as much, whichever of those under way it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(undefined, 1, 2), fc.integer({ min: 1, max: 9 }), (phase, n) => {
        const [plain, longer] = [overlapping(), overlapping()];
        for (const talks of [plain, longer]) expect(pass(talks, 12)).toBe('carryingOut.phase2');
        go(longer, extend(n, phase === undefined ? {} : { phase }));
        const ended = (talks: Talks) => {
          pass(talks, 60);
          return talks.deal?.text?.ended;
        };
        const [before, after] = [ended(plain), ended(longer)];
        const moved = phase ?? 2;
        // A third phase follows the second, and is no further phase of the first.
        const shifts = (k: number) => (k === moved || (k === 3 && moved === 2) ? n : 0);
        for (const k of [1, 2, 3]) expect([k, after?.[k]]).toEqual([k, (before?.[k] ?? 0) + shifts(k)]);
      }),
      { numRuns: 20 },
    );
  });

  it('goes by what the text and the scenario allow that phase, so often and so long', () => {
    const talks = overlapping();
    pass(talks, 9);
    go(talks, extend(7, { rule: 'by unit' }));
    pass(talks, 3);
    expect(codes(talks, extend(7, { rule: 'by unit' }))).toEqual(['talks/unknown-extension']);
    expect(codes(talks, extend(6, { rule: 'by unit', phase: 1 }))).toEqual(['talks/extension-not-whole']);
    go(talks, extend(7, { rule: 'by unit', phase: 1 }));
    expect(codes(talks, extend(7, { rule: 'by unit', phase: 1 }))).toEqual(['talks/extended-already']);
    go(talks, extend(5, { rule: 'month', phase: 1 }));
    expect(codes(talks, extend(5, { rule: 'month', phase: 1 }))).toEqual(['talks/extended-already']);
    go(talks, extend(5, { rule: 'month' }));
    expect(talks.deal?.text?.extended).toEqual({ 1: 19, 2: 5 });
    expect(duty(talks, 'quiet')?.due?.day).toBe(49);
    expect(talks.deal?.extended).toBe(5);
  });

  it('is of the latest of those under way, where it names none, though another began later and is over', () => {
    const talks = inForce(pact({ 2: { begins: onDay(1) }, 3: { begins: onDay(2) } }), 'deal');
    pass(talks, 15);
    go(talks, extend(4));
    expect([talks.deal?.text?.extended, talks.deal?.extended]).toEqual([{ 2: 4 }, 0]);
    pass(talks, 12);
    expect(talks.deal?.text?.ended).toEqual({ 2: 25, 3: 12 });
    go(talks, extend(5));
    pass(talks, 8);
    expect(talks.deal?.text?.ended).toEqual({ 1: 35, 2: 25, 3: 12 });
    expect(codes(talks, extend(1))).toEqual(['talks/so-already']);
  });

  it('is refused for a phase that is over, or has not begun', () => {
    const talks = overlapping();
    expect(codes(talks, extend(3, { phase: 2 }))).toEqual(['talks/another-phase']);
    pass(talks, 12);
    expect(codes(talks, extend(3, { phase: 3 }))).toEqual(['talks/another-phase']);
    expect(talks.nextEvents.filter(({ type }) => type === 'phase.extended')).toEqual([
      { type: 'phase.extended', free: ['days'] },
      { type: 'phase.extended', rule: 'month', free: ['days'] },
      { type: 'phase.extended', phase: 1, free: ['days'] },
      { type: 'phase.extended', rule: 'month', phase: 1, free: ['days'] },
      { type: 'phase.extended', rule: 'by unit', phase: 1, free: ['days'] },
    ]);
    go(talks, { type: 'performance.reported', obligation: 'first', amount: 1 });
    pass(talks, 23);
    expect(talks.state).toBe('carryingOut.phase3');
    expect(codes(talks, extend(3, { phase: 1 }))).toEqual(['talks/another-phase']);
    pass(talks, 20);
    // The last phase is over, and the deal waits for what is not done.
    expect(codes(talks, extend(3))).toEqual(['talks/so-already']);
  });

  it('is told with its phase', () => {
    const named = openTalks(pact({}));
    expect(named.do(extend(3, { phase: 4.5 })).reasons.map(({ code }) => code)).toEqual(['talks/shape']);
  });
});
