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
