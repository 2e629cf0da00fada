import fc from 'fast-check';
import {
  beforeEvent,
  checkOffer,
  days,
  defineScenario,
  earliestOf,
  latestOf,
  onDate,
  onDay,
  openTalks,
  progress,
  restoreTalks,
  review,
  schedule,
  uponEvent,
  weeks,
  whenCertified,
  type Talks,
  type TalksEvent,
  type TriggerDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go } from '../support/carry-out.js';

const both = ['north', 'south'] as const;

/** What an entry into force may hang on here. */
type Sets = TriggerDraft<{ event: 'signature' | 'thaw'; obligation: never; certification: 'deposit' }>;

/** A pact that enters into force by a trigger of its own; without one, when that is reported. */
function pact(trigger?: Sets) {
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
          certifications: { deposit: { by: 'board' } },
          events: { signature: {}, thaw: {}, ...(trigger && { start: { trigger, movedBy: both } }) },
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

function agreed(trigger?: Sets): Talks {
  const talks = openTalks(pact(trigger));
  go(talks, { type: 'offer.tabled', offer: 'deal', on: '2030-03-01' });
  go(talks, { type: 'agreement.concluded' });
  return talks;
}

const dayOf = (n: number) => new Date(Date.UTC(2030, 2, 1 + n)).toISOString().slice(0, 10);
const pass = (talks: Talks, n: number) => {
  if (n > 0) go(talks, { type: 'days.passed', days: n });
};
const codes = (talks: Talks, event: TalksEvent) => talks.do(event).reasons.map(({ code }) => code);
const votes = { north: 'for', south: 'for' } as const;
const signed: TalksEvent = { type: 'event.happened', event: 'signature' };
const deposited: TalksEvent = { type: 'certification.given', certification: 'deposit', votes };

/** Ways to enter into force: a trigger, what happens on which day, and the day on which it comes. */
const WAYS: Record<string, (n: number, late: number) => readonly [Sets, Record<number, TalksEvent>, number]> = {
  'upon a signature': (n, late) => [uponEvent('signature', days(late)), { [n]: signed }, n + late],
  'on a day counted from it': (n, late) => [
    onDay(late, { from: 'signature', first: 1 }),
    { [n]: signed },
    n + late - 1,
  ],
  'upon a deposit': (n, late) => [whenCertified('deposit', days(late)), { [n]: deposited }, n + late],
  'on a date': (n, late) => [onDate(dayOf(n + late)), {}, n + late],
  'upon the later of two': (n, late) => [
    latestOf(uponEvent('signature'), whenCertified('deposit')),
    { [n]: signed, [n + late]: deposited },
    n + late,
  ],
  'upon the earlier of two': (n, late) => [
    earliestOf(uponEvent('thaw'), uponEvent('signature', days(late))),
    { [n]: signed },
    n + late,
  ],
};

describe('an entry into force with a trigger of its own', () => {
  it.each(Object.entries(WAYS))('comes %s, and all is then as if it had been reported on that day', (_, way) => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 20 }), fc.nat({ max: 70 }), (n, late, more) => {
        const [trigger, happens, comes] = way(n, late);
        const [of, reported] = [agreed(trigger), agreed()];
        for (const talks of [of, reported]) {
          for (let day = 0; day < comes; day++) {
            const event = happens[day];
            if (event) go(talks, event);
            expect(talks.state).toBe('carryingOut.awaitingStart');
            pass(talks, 1);
          }
          const event = happens[comes];
          if (event) go(talks, event);
        }
        expect([of.state, of.deal?.began]).toEqual(['carryingOut.phase1', dayOf(comes)]);
        go(reported, { type: 'deal.started' });
        pass(of, more);
        pass(reported, more);
        expect(of.state).toBe(reported.state);
        expect(progress(of)).toEqual(progress(reported));
        expect(codes(of, { type: 'deal.started' })).not.toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it.each([0, -5])('has come at once where its date is no later than the agreement: %d days', (n) => {
    const talks = agreed(onDate(dayOf(n)));
    expect(codes(talks, { type: 'deal.started' })).toEqual(['talks/no-place']);
    expect([talks.state, talks.deal?.began]).toEqual(['carryingOut.phase1', dayOf(0)]);
    go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 4 });
    expect(progress(talks)?.duties.find(({ obligation }) => obligation === 'fleet')?.done).toBe(4);
  });

  it('comes on its day, however many days pass at once', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.nat({ max: 60 }), (late, more) => {
        const [atOnce, singly] = [
          agreed(uponEvent('signature', days(late))),
          agreed(uponEvent('signature', days(late))),
        ];
        for (const talks of [atOnce, singly]) go(talks, signed);
        pass(atOnce, late + more);
        for (let i = 0; i < late + more; i++) if (singly.state.startsWith('carryingOut')) pass(singly, 1);
        expect([atOnce.state, atOnce.deal?.day]).toEqual([singly.state, singly.deal?.day]);
        if (atOnce.state.startsWith('carryingOut')) expect(progress(atOnce)).toEqual(progress(singly));
      }),
      { numRuns: 20 },
    );
  });

  it('dates the whole text once its own day is known, and is counted from until then', () => {
    const on = uponEvent('signature', days(10));
    const { offers } = pact(on);
    expect(offers['deal']?.text?.events['start']?.trigger).toMatchObject({ kind: 'event', event: 'signature' });
    const signedOn = schedule(pact(on), 'deal', { anchors: { signature: '2030-04-01' } });
    expect(signedOn).toEqual(schedule(pact(on), 'deal', { anchors: { start: '2030-04-11' } }));
    const [fleet] = schedule(pact(on), 'deal').duties;
    expect(fleet?.due).toEqual({ day: 7 });
    const [dated] = schedule(pact(onDate('2030-05-01')), 'deal').duties;
    expect(dated?.due).toEqual({ day: 7, on: '2030-05-08' });
  });

  it('is planned by what has happened, and may still be moved, or be reported before its day', () => {
    const talks = agreed(uponEvent('signature', days(10)));
    pass(talks, 5);
    go(talks, signed);
    expect(progress(talks)?.duties[0]?.planned?.on).toBe(dayOf(5 + 10 + 7));
    const moved = talks.fork();
    go(moved, { type: 'event.moved', event: 'start', to: dayOf(30), by: both });
    pass(moved, 24);
    expect(moved.state).toBe('carryingOut.awaitingStart');
    pass(moved, 1);
    expect([moved.state, moved.deal?.began]).toEqual(['carryingOut.phase1', dayOf(30)]);
    const early = talks.fork();
    go(early, { type: 'deal.started' });
    expect([early.state, early.deal?.began]).toEqual(['carryingOut.phase1', dayOf(5)]);
    pass(early, 12);
    expect(early.deal?.began).toBe(dayOf(5));
  });

  it('counts days until it comes: no event lies beyond it', () => {
    const talks = agreed(onDate('2030-03-20'));
    expect(codes(talks, { type: 'event.happened', event: 'thaw', on: '2030-03-25' })).toEqual([
      'talks/days-not-passed',
    ]);
    go(talks, { type: 'event.happened', event: 'thaw', on: '2030-03-19' });
    pass(talks, 1);
    expect(talks.state).toBe('carryingOut.phase1');
  });

  it('does not come before the deal is agreed on, whichever date the text names', () => {
    const talks = agreed(onDate('2030-02-01'));
    pass(talks, 1);
    expect([talks.state, talks.deal?.began]).toEqual(['carryingOut.phase1', '2030-03-01']);
  });

  it('is saved and restored', () => {
    const on = whenCertified('deposit', days(4));
    const talks = agreed(on);
    go(talks, deposited);
    pass(talks, 25);
    const again = restoreTalks(pact(on), JSON.parse(JSON.stringify(talks.save())));
    expect(again.ok && [again.value.state, progress(again.value)]).toEqual([talks.state, progress(talks)]);
  });

  it('cannot hang on what comes only once the deal is in force, whichever way round', () => {
    const faults = (trigger: TriggerDraft, thaw?: TriggerDraft) => {
      const text = {
        bodies: { board: { members: both } },
        certifications: { deposit: { by: 'board' } },
        events: { signature: {}, thaw: thaw ? { trigger: thaw } : {}, start: { trigger } },
        obligations: { survey: { owedBy: ['south'] } },
      };
      const checked = checkOffer(pact(), 'other', { text });
      return checked.ok ? [] : checked.faults.map(({ code, facts }) => [code, facts['within']]);
    };
    const within = (what: string) => [['text/start-waits-for-deal', what]];
    expect(faults(onDay(3))).toEqual(within('start'));
    expect(faults(uponEvent('phase1.end'))).toEqual(within('phase1.end'));
    expect(faults({ kind: 'completed', obligation: 'survey' })).toEqual(within('survey'));
    expect(faults({ kind: 'started', obligation: 'survey' })).toEqual(within('survey'));
    expect(faults({ kind: 'found', obligation: 'survey' })).toEqual(within('survey'));
    expect(faults({ kind: 'total', of: ['survey'], reaches: 1 })).toEqual(within('survey'));
    expect(faults(uponEvent('thaw'), onDay(3))).toEqual(within('start'));
    expect(faults(earliestOf(uponEvent('signature'), uponEvent('thaw')), uponEvent('phase2'))).toEqual(
      within('phase2'),
    );
    expect(faults(uponEvent('thaw'), uponEvent('signature'))).toEqual([]);
    expect(faults(beforeEvent('signature', days(2)))).toEqual([]);
    expect(faults(latestOf(whenCertified('deposit'), onDate('2030-04-01')))).toEqual([]);
  });

  it('adds nothing to a review but what hangs on it', () => {
    const codesOf = (trigger?: Sets) => review(pact(trigger), 'deal').map(({ code }) => code);
    expect(codesOf(uponEvent('signature', days(10)))).toEqual(codesOf());
    expect(codesOf(latestOf(whenCertified('deposit'), onDate('2030-04-01')))).toEqual(codesOf());
  });
});
