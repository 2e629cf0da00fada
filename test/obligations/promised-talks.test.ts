import {
  days,
  defineScenario,
  onDay,
  progress,
  restoreTalks,
  review,
  schedule,
  uponCompletion,
  type Talks,
  type TalksEvent,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';

const LAKE = {
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 10 } } },
  space: { phases: 1 },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
} as const;
const DIG = { dig: { owedBy: ['north'], to: ['south'], begins: onDay(0), within: days(9) } } as const;

const scenario = defineScenario({
  ...LAKE,
  offers: {
    deal: {
      by: ['north', 'south'],
      phases: [{ length: days(40) }],
      text: {
        talks: {
          fees: { label: 'the fees', between: ['north', 'south'], begin: onDay(5), end: onDay(20) },
          maps: { label: 'the maps', begin: onDay(5) },
        },
        obligations: DIG,
      },
    },
  },
});

const turn = (how: 'opened' | 'settled' | 'failed', talks = 'fees'): TalksEvent => ({
  type: `promisedTalks.${how}`,
  talks,
});
const codes = (talks: Talks, event: TalksEvent) => talks.do(event).reasons.map(({ code }) => code);
const standing = (talks: Talks, id = 'fees') => progress(talks)?.talks.find((one) => one.talks === id)?.standing;
const pass = (talks: Talks, n: number) => {
  go(talks, { type: 'days.passed', days: n });
};

/** The same with a court, which may find that talks were not held. */
const judged = defineScenario({
  ...LAKE,
  offers: {
    deal: {
      by: ['north', 'south'],
      phases: [{ length: days(40) }],
      text: {
        bodies: { court: { members: ['north', 'south'], rule: { kind: 'majority' } } },
        talks: {
          fees: { between: ['north', 'south'], begin: onDay(5), end: onDay(20) },
          canal: { between: ['north', 'south'], begin: uponCompletion('dig') },
          maps: {},
        },
        obligations: DIG,
      },
    },
  },
});

const alleged = (by?: string, obligation = 'fees'): TalksEvent => ({
  type: 'breach.alleged',
  obligation,
  ...(by !== undefined && { by }),
});
const found = (obligation = 'fees', more: object = {}) =>
  ({ type: 'breach.found', obligation, by: 'court', ...more }) as TalksEvent; // what is more, each test says
const cured = (by?: string): TalksEvent => ({
  type: 'breach.cured',
  obligation: 'fees',
  ...(by !== undefined && { by }),
});
const breaches = (talks: Talks) => {
  const fees = progress(talks)?.talks.find((one) => one.talks === 'fees');
  return [fees?.alleged, fees?.found];
};

describe('talks that are not held as the text promises', () => {
  it('are alleged not to be, in dispute until that is taken back', () => {
    const talks = inForce(judged, 'deal');
    pass(talks, 21);
    expect(breaches(talks)).toEqual([[], []]);
    go(talks, alleged('north'));
    expect([talks.state, breaches(talks)]).toEqual(['carryingOut.inDispute', [['north'], []]]);
    expect(codes(talks, alleged('north'))).toEqual(['talks/so-already']);
    expect(codes(talks, cured('south'))).toEqual(['talks/so-already']);
    go(talks, cured('north'));
    expect([talks.state, breaches(talks)]).toEqual(['carryingOut.phase1', [[], []]]);
    // Nothing but that is at issue: the obligations stand as they stood.
    expect(progress(talks)?.duties.map((duty) => [duty.alleged, duty.found])).toEqual([[[], []]]);
  });

  it('are found not to be by a body, once they were to begin and as long as they are not settled in time', () => {
    const talks = inForce(judged, 'deal');
    expect(codes(talks, found())).toEqual(['talks/not-open']);
    expect(codes(talks, found('canal'))).toEqual(['talks/not-open']);
    pass(talks, 5);
    expect(codes(talks, found('fees', { by: 'north' }))).toEqual(['talks/not-its-verifier']);
    expect(codes(talks, found('fees', { votes: { north: 'against', south: 'against' } }))).toEqual([
      'talks/not-carried',
    ]);
    go(talks, found());
    expect(codes(talks, found())).toEqual(['talks/so-already']);
    expect([talks.state, breaches(talks)]).toEqual(['carryingOut.phase1', [[], ['court']]]);
    // Those between whom they are end it, and whoever found it; the court has found nothing of the others.
    go(talks, cured('south'));
    expect(breaches(talks)).toEqual([[], []]);
    // Without a day they are owed from the start.
    go(talks, found('maps'));
  });

  it('are not found unheld once they are settled in time, and may be where they were settled late', () => {
    const inTime = inForce(judged, 'deal');
    pass(inTime, 20);
    go(inTime, turn('opened'));
    go(inTime, turn('settled'));
    expect(codes(inTime, found())).toEqual(['talks/nothing-owed']);
    const late = inForce(judged, 'deal');
    pass(late, 21);
    go(late, turn('opened'));
    go(late, turn('settled'));
    go(late, found());
    const failed = inForce(judged, 'deal');
    go(failed, turn('failed'));
    go(failed, found());
  });

  it('are offered as such among what can happen, and survive being saved', () => {
    const talks = inForce(judged, 'deal');
    pass(talks, 5);
    const about = () =>
      talks.nextEvents
        .filter((one) => 'obligation' in one && one.obligation === 'fees')
        .map(({ type, free = [] }) => [type, ...free]);
    expect(about()).toEqual([['breach.found'], ['breach.alleged', 'by']]);
    go(talks, alleged('south'));
    go(talks, found());
    expect(about()).toEqual([
      ['breach.alleged', 'by'],
      ['breach.cured', 'by'],
    ]);
    const again = restoreTalks(judged, JSON.parse(JSON.stringify(talks.save())));
    expect(again.ok && progress(again.value)).toEqual(progress(talks));
    expect(codes(talks, { type: 'breach.alleged', obligation: 'feess' })).toEqual(['talks/unknown-obligation']);
  });
});

describe('talks promised on no phase', () => {
  it('are laid out, and reviewed, like those on one', () => {
    const { talks } = schedule(scenario, 'deal', { anchors: { start: '2030-03-01' } });
    expect(talks[0]).toEqual({
      talks: 'fees',
      label: 'the fees',
      between: ['north', 'south'],
      begin: { on: '2030-03-06', day: 5 },
      end: { on: '2030-03-21', day: 20 },
      provisional: false,
      waitsFor: [],
    });
    const found = review(scenario, 'deal').filter(({ clauses }) => clauses.some(({ id }) => id.startsWith('talks.')));
    expect(found.map(({ code, clauses, mend }) => [code, clauses[0]?.id, mend.patches])).toEqual([
      ['review/talks-without-date', 'talks.maps', undefined],
      ['review/talks-without-fallback', 'talks.fees', undefined],
      ['review/talks-without-fallback', 'talks.maps', undefined],
    ]);
  });

  it('are due, and overdue, by what has happened, and not by what was planned', () => {
    const canal = { label: 'the canal', begin: uponCompletion('dig'), end: uponCompletion('dig', days(5)) };
    const talks = inForce(
      defineScenario({
        ...LAKE,
        offers: {
          deal: {
            by: ['north', 'south'],
            phases: [{ length: days(40) }],
            text: { talks: { canal }, obligations: DIG },
          },
        },
      }),
      'deal',
    );
    pass(talks, 20);
    // Nothing has been dug, though by plan it would have been by the ninth day.
    expect(progress(talks)?.talks.find((one) => one.talks === 'canal')).toMatchObject({
      standing: 'not due',
      begin: { day: 9 },
      end: { day: 14 },
    });
    go(talks, { type: 'performance.reported', obligation: 'dig', amount: 1 });
    expect(standing(talks, 'canal')).toBe('due');
    pass(talks, 6);
    expect(standing(talks, 'canal')).toBe('overdue');
  });

  it('are due, under way, overdue, failed, opened again and settled, each by its own report', () => {
    const talks = inForce(scenario, 'deal');
    expect(standing(talks)).toBe('not due');
    pass(talks, 5);
    expect(standing(talks)).toBe('due');
    go(talks, turn('opened'));
    expect([standing(talks), standing(talks, 'maps')]).toEqual(['under way', 'due']);
    expect(codes(talks, turn('opened'))).toEqual(['talks/so-already']);
    pass(talks, 16);
    expect(standing(talks)).toBe('overdue');
    go(talks, turn('failed'));
    expect(standing(talks)).toBe('failed');
    expect(codes(talks, turn('settled'))).toEqual(['talks/so-already']);
    go(talks, turn('opened'));
    go(talks, turn('settled'));
    expect(standing(talks)).toBe('settled');
    for (const how of ['opened', 'settled', 'failed'] as const)
      expect(codes(talks, turn(how))).toEqual(['talks/so-already']);
    const again = restoreTalks(scenario, JSON.parse(JSON.stringify(talks.save())));
    expect(again.ok && progress(again.value)).toEqual(progress(talks));
  });

  it('are among what can come next, and keep nothing waiting', () => {
    const talks = inForce(scenario, 'deal');
    const next = () => talks.nextEvents.filter(({ type }) => type.startsWith('promisedTalks.'));
    expect(next()).toEqual(['fees', 'maps'].flatMap((id) => [turn('opened', id), turn('failed', id)]));
    expect(talks.nextPhase).toBe('none');
    go(talks, turn('opened'));
    expect(talks.nextPhase).toBe('none');
    go(talks, { type: 'performance.reported', obligation: 'dig', amount: 1 });
    pass(talks, 40);
    expect(talks.state).toBe('fulfilled');
  });
});
