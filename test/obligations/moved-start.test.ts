import fc from 'fast-check';
import {
  days,
  defineScenario,
  onDay,
  openTalks,
  progress,
  restoreTalks,
  review,
  schedule,
  uponEvent,
  weeks,
  type Talks,
  type TalksEvent,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go } from '../support/carry-out.js';

const both = ['north', 'south'] as const;

/** A pact whose entry into force its parties may move, if `movable`. */
function pact(movable = true) {
  return defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 10 } } },
    space: { phases: { least: 1, most: 2 } },
    positions: {},
    agreement: { rule: 'unanimity', of: both },
    offers: {
      deal: {
        by: both,
        phaseCount: 2,
        phases: [{ length: days(30) }, { length: days(20) }],
        text: {
          bodies: { board: { members: both } },
          others: { university: 'the university' },
          events: {
            thaw: { movedBy: both },
            flood: { movedBy: ['board', 'university'] },
            ...(movable && { start: { movedBy: both } }),
          },
          obligations: {
            fleet: { owedBy: ['north'], to: ['south'], of: 'boats', amount: 4, begins: onDay(0), within: weeks(1) },
            survey: { owedBy: ['south'], to: ['north'], begins: uponEvent('start', days(3)), within: days(9) },
            quiet: { kind: 'refrain', owedBy: ['north'], phase: 2 },
          },
        },
      },
    },
  });
}

/** Talks in which the pact has been concluded, and has not come into force. */
function agreed(movable = true): Talks {
  const talks = openTalks(pact(movable));
  go(talks, { type: 'offer.tabled', offer: 'deal', on: '2030-03-01' });
  go(talks, { type: 'agreement.concluded' });
  return talks;
}

const move = (to: string, more: object = {}): TalksEvent => ({
  type: 'event.moved',
  event: 'start',
  to,
  by: both,
  ...more,
});
const codes = (talks: Talks, event: TalksEvent) => talks.do(event).reasons.map(({ code }) => code);
const dayOf = (n: number) => `2030-03-${String(1 + n).padStart(2, '0')}`;
const pass = (talks: Talks, n: number) => {
  if (n > 0) go(talks, { type: 'days.passed', days: n });
};

describe('an entry into force that is moved by consent', () => {
  it('comes on its day, and all is then as if it had been reported on that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 70 }), (n, more) => {
        const [moved, reported] = [agreed(), agreed()];
        go(moved, move(dayOf(n)));
        pass(moved, n + more);
        pass(reported, n);
        go(reported, { type: 'deal.started', on: dayOf(n) });
        pass(reported, more);
        expect(moved.state).toBe(reported.state);
        expect(progress(moved)).toEqual(progress(reported));
        expect([moved.deal?.began, moved.deal?.day, moved.nextPhase]).toEqual([
          reported.deal?.began,
          reported.deal?.day,
          reported.nextPhase,
        ]);
      }),
      { numRuns: 30 },
    );
  });

  it('moves every day that hangs on it, as its schedule from that day has it', () => {
    const talks = agreed();
    go(talks, move('2030-04-10'));
    const planned = progress(talks)?.duties.map(({ planned: last }) => last?.on);
    const laidOut = schedule(talks.scenario, 'deal', { anchors: { start: '2030-04-10' } }).duties;
    expect(planned).toEqual(
      ['fleet', 'survey', 'quiet'].map((id) => laidOut.find((d) => d.obligation === id)?.due?.on),
    );
    expect(talks.state).toBe('carryingOut.awaitingStart');
  });

  it('can be moved again, earlier or later, until it has come, and be reported before its day', () => {
    const talks = agreed();
    go(talks, move('2030-03-20'));
    go(talks, move('2030-03-10', { on: '2030-03-05' }));
    pass(talks, 4);
    expect(talks.state).toBe('carryingOut.awaitingStart');
    const early = talks.fork();
    go(early, { type: 'deal.started' });
    expect([early.state, early.deal?.began]).toEqual(['carryingOut.phase1', '2030-03-09']);
    pass(talks, 1);
    expect([talks.state, talks.deal?.began]).toEqual(['carryingOut.phase1', '2030-03-10']);
    expect(codes(talks, move('2030-04-01'))).toEqual(['talks/so-already']);
    expect(codes(early, move('2030-04-01'))).toEqual(['talks/so-already']);
  });

  it('is at once where it is moved to today', () => {
    const talks = agreed();
    go(talks, move('2030-03-01'));
    expect(talks.state).toBe('carryingOut.phase1');
  });

  it('counts days until it comes: no event lies beyond it', () => {
    const talks = agreed();
    go(talks, move('2030-03-20'));
    expect(codes(talks, { type: 'event.happened', event: 'thaw', on: '2030-03-25' })).toEqual([
      'talks/days-not-passed',
    ]);
    go(talks, { type: 'event.happened', event: 'thaw' });
  });

  it('is refused by one side, to a day that is over, or where the text lets nobody move it', () => {
    expect(codes(agreed(), move('2030-04-01', { by: ['north'] }))).toEqual(['talks/no-consent']);
    expect(codes(agreed(), move('2030-02-01'))).toEqual(['talks/bad-date']);
    expect(codes(agreed(), move('2030-04'))).toEqual(['talks/bad-date']);
    expect(codes(agreed(false), move('2030-04-01'))).toEqual(['talks/not-movable']);
    expect(codes(agreed(), { type: 'event.happened', event: 'start' })).toEqual(['talks/starts-otherwise']);
    const undated = openTalks(pact());
    go(undated, { type: 'offer.tabled', offer: 'deal' });
    go(undated, { type: 'agreement.concluded' });
    expect(codes(undated, move('2030-04-01'))).toEqual(['talks/no-calendar']);
  });

  it('as any other event, may be for a body to move, or for another whom the text names', () => {
    const talks = agreed();
    const flood = (by: readonly string[]): TalksEvent => ({
      type: 'event.moved',
      event: 'flood',
      to: '2030-03-09',
      by,
    });
    expect(codes(talks, flood(['board']))).toEqual(['talks/no-consent']);
    expect(codes(talks, flood(both))).toEqual(['talks/no-consent']);
    go(talks, flood(['board', 'university']));
    expect(talks.deal?.text?.events).toEqual({ flood: 8 });
  });

  it('is among what can come next, and is saved and restored', () => {
    const talks = agreed();
    const next = () =>
      talks.nextEvents.flatMap((event) => (event.type === 'event.moved' && 'event' in event ? event.event : []));
    expect(next()).toEqual(['thaw', 'flood', 'start']);
    expect(talks.nextEvents).not.toContainEqual({ type: 'event.happened', event: 'start' });
    go(talks, move('2030-03-20'));
    pass(talks, 25);
    const again = restoreTalks(pact(), JSON.parse(JSON.stringify(talks.save())));
    expect(again.ok && [again.value.state, progress(again.value)]).toEqual([talks.state, progress(talks)]);
    expect(next()).toEqual(['thaw', 'flood']);
  });

  it('is the entry into force, in a review and in words as well', () => {
    const codesOf = (movable: boolean) => review(pact(movable), 'deal').map(({ code }) => code);
    expect(codesOf(true)).toEqual(codesOf(false));
  });
});
