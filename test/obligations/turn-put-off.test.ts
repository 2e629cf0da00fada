import fc from 'fast-check';
import {
  days,
  defineScenario,
  onDate,
  onDay,
  openTalks,
  parseScenario,
  progress,
  toJson,
  uponCompletion,
  uponEvent,
  weeks,
  type ObligationDraft,
  type Talks,
  type TalksEvent,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { addDays } from '../../src/base/day.js';
import { few, runs } from '../laws/runs.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const FIRST = '2030-03-01';
const both = ['north', 'south'];
const day = (n: number) => addDays(FIRST, n) ?? '';
const putOff = (turn: number, to: number, obligation = 'visits'): TalksEvent => ({
  type: 'performance.postponed',
  obligation,
  occurrence: turn,
  to: day(to),
  by: both,
});

/** Visits that come round, works after them, and a survey that does not. */
function pact(visits: Partial<ObligationDraft>) {
  return defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: {},
    space: { phases: { least: 1, most: 2 } },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    timeline: [
      {
        text: 'The second visit is put off.',
        event: {
          type: 'performance.postponed',
          obligation: 'visits',
          occurrence: 2,
          to: '2030-03-19',
          by: ['north', 'south'],
        },
      },
    ],
    offers: {
      deal: {
        by: ['north', 'south'],
        phaseCount: 2,
        phases: [{ length: days(30) }, { length: days(40) }],
        text: wide({
          events: { thaw: {} },
          obligations: {
            visits: { kind: 'recurring', owedBy: ['north'], to: ['south'], begins: onDay(0), ...visits },
            survey: { owedBy: ['north'], to: ['south'], begins: onDay(0), within: days(60) },
            works: { owedBy: ['north'], to: ['south'], begins: uponCompletion('visits'), within: days(4) },
          },
        }),
      },
    },
  });
}

const duty = (talks: Talks, id = 'visits') => progress(talks)?.duties.find(({ obligation }) => obligation === id);
const codes = (talks: Talks, event: TalksEvent) =>
  talks.do(event).reasons.map(({ code, path }) => [code, ...path].join(' '));
const pass = (talks: Talks, n: number) => {
  go(talks, { type: 'days.passed', days: n });
};
const done = (talks: Talks, amount: number) => {
  go(talks, { type: 'performance.reported', obligation: 'visits', amount });
};

/** How something comes round, and the days of its turns by its text. */
const rounds: readonly { readonly visits: Partial<ObligationDraft>; readonly turns: readonly number[] }[] = [
  { visits: { every: days(7), times: 3 }, turns: [7, 14, 21] },
  { visits: { every: weeks(1), until: onDay(30) }, turns: [7, 14, 21, 28] },
  { visits: { every: days(9), within: days(20), begins: onDay(4) }, turns: [13, 22] },
  { visits: { perPhase: true }, turns: [30, 70] },
];

describe('one turn that is put off', () => {
  it('is due on the day to which it was, and each other on its own', () => {
    let late = 0;
    const shift = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(fc.constantFrom(...rounds), fc.nat(3), shift, fc.boolean(), ({ visits, turns }, n, more, isKept) => {
        const turn = n % turns.length;
        const talks = inForce(pact(visits), 'deal');
        const moved = turns.map((on, i) => (i === turn ? on + more : on));
        go(talks, putOff(turn + 1, moved[turn] ?? 0));
        expect(duty(talks)?.planned?.day).toBe(Math.max(...moved));
        expect(duty(talks)).toMatchObject({ putOff: true, owed: { least: turns.length, most: turns.length } });
        const last = Math.max(...moved) + 1;
        for (let today = 1; today <= last; today++) {
          // Another turn may be over before it.
          pass(talks, 1);
          const due = moved.filter((on) => on <= today).length;
          // Otherwise nothing is done from the day of that turn on.
          if (moved.includes(today) && (isKept || today < moved[turn]!)) done(talks, due);
          const isLate = !isKept && today > moved[turn]!;
          expect([today, duty(talks)?.standing === 'late']).toEqual([today, isLate]);
          if (isLate) late++;
        }
        expect(duty(talks)?.when).toBe(isKept ? 'in time' : undefined);
      }),
      runs(40),
    );
    expect(late).toBeGreaterThan(few(5));
  });

  it('does not end before its new day what waits for all of them', () => {
    const talks = inForce(pact({ every: days(7), times: 3 }), 'deal');
    go(talks, putOff(2, 40));
    expect(duty(talks)).toMatchObject({ due: { day: 40 }, expected: { day: 40 } });
    expect(duty(talks, 'works')?.planned?.day).toBe(44);
    // The last turn, put off after that as what recurs is, is due before the second.
    go(talks, { type: 'performance.postponed', obligation: 'visits', to: day(50), by: both });
    expect(duty(talks)?.due?.day).toBe(50);
  });

  it('may be one of those that come round without end, or until a day that nobody knows', () => {
    for (const visits of [{ every: days(7) }, { every: days(7), until: uponEvent('thaw') }]) {
      const talks = inForce(pact(visits), 'deal');
      pass(talks, 5);
      go(talks, putOff(1, 25));
      pass(talks, 10);
      // The second turn is over, the first is still to come.
      expect(duty(talks)?.standing).toBe('late');
      done(talks, 1);
      expect(duty(talks)?.standing).not.toBe('late');
      pass(talks, 10);
      done(talks, 3);
      expect(duty(talks)?.standing).not.toBe('late');
      pass(talks, 1);
      expect(duty(talks)?.owed.least).toBe(3);
    }
  });

  it('counts the days through which it is suspended from then on, and no others', () => {
    const talks = inForce(pact({ every: days(7), times: 3 }), 'deal');
    go(talks, { type: 'performance.suspended', obligations: ['visits'] });
    pass(talks, 5);
    go(talks, { type: 'performance.resumed', obligations: ['visits'] });
    expect(duty(talks)?.due?.day).toBe(26);
    go(talks, putOff(3, 30));
    expect(duty(talks)?.due?.day).toBe(30);
    go(talks, { type: 'performance.suspended', obligations: ['visits'] });
    pass(talks, 2);
    go(talks, { type: 'performance.resumed', obligations: ['visits'] });
    expect(duty(talks)?.due?.day).toBe(32);
  });
});

describe('that one turn is put off', () => {
  it('is refused where there is no such turn, or nothing recurs', () => {
    const talks = inForce(pact({ every: days(7), times: 3 }), 'deal');
    const before = talks.log.length;
    expect(codes(talks, putOff(4, 60))).toEqual(['talks/unknown-turn occurrence']);
    expect(codes(talks, putOff(1, 70, 'survey'))).toEqual(['talks/never-recurs occurrence']);
    for (const none of [0, 1.5, -1]) expect(talks.do(putOff(none, 60)).accepted).toBe(false);
    expect(talks.log).toHaveLength(before);
    const [reason] = talks.do(putOff(4, 60)).reasons;
    expect(reason?.message).toBe("'visits' has no turn 4, as far as its days are known: name one from 1 to 3.");
  });

  it('is accepted of any, while nobody can count them: from a start without a day to an end on the calendar', () => {
    // Agreed on, and not in force yet.
    const agreed = (visits: Partial<ObligationDraft>) => {
      const talks = openTalks(pact(visits));
      go(talks, { type: 'offer.tabled', offer: 'deal', on: FIRST });
      go(talks, { type: 'agreement.concluded' });
      return talks;
    };
    const onCalendar = agreed({ every: days(3), until: onDate(day(20)) });
    // It is due three days after a start that may still come on any day.
    expect(codes(onCalendar, putOff(1, 20))).toEqual([]);
    expect(codes(onCalendar, putOff(6, 19))).toEqual([]);
    const fromCalendar = agreed({ every: days(3), begins: onDate(day(4)), until: onDay(20) });
    expect(codes(fromCalendar, putOff(6, 22))).toEqual(['talks/not-later to']);
    expect(codes(fromCalendar, putOff(6, 23))).toEqual([]);
    // Counted alike, they are counted.
    const counted = agreed({ every: days(3), until: onDay(20) });
    expect([...codes(counted, putOff(6, 19)), ...codes(counted, putOff(7, 40))]).toEqual([
      'talks/unknown-turn occurrence',
    ]);
    const dated = agreed({ every: days(3), begins: onDate(day(4)), until: onDate(day(20)) });
    expect([...codes(dated, putOff(5, 20)), ...codes(dated, putOff(6, 40))]).toEqual(['talks/unknown-turn occurrence']);
    // Once the deal starts, they are counted as well.
    go(onCalendar, { type: 'deal.started' });
    expect(codes(onCalendar, putOff(7, 40))).toEqual(['talks/unknown-turn occurrence']);
  });

  it('is refused to a day no later than its own, as it was put off', () => {
    const talks = inForce(pact({ every: days(7), times: 3 }), 'deal');
    expect(codes(talks, putOff(2, 14))).toEqual(['talks/not-later to']);
    go(talks, putOff(2, 15));
    expect(codes(talks, putOff(2, 15))).toEqual(['talks/not-later to']);
    expect(codes(talks, putOff(1, 8))).toEqual([]);
    const endless = inForce(pact({ every: days(7) }), 'deal');
    expect(codes(endless, putOff(5, 35))).toEqual(['talks/not-later to']);
    expect(codes(endless, putOff(5, 36))).toEqual([]);
  });

  it('is refused once it is done, by what is due first', () => {
    const talks = inForce(pact({ every: days(7), times: 3 }), 'deal');
    go(talks, putOff(1, 20));
    done(talks, 1);
    expect(codes(talks, putOff(2, 30))).toEqual(['talks/nothing-owed occurrence']);
    expect(codes(talks, putOff(1, 30))).toEqual([]);
    done(talks, 3);
    expect(codes(talks, putOff(1, 40))).toEqual(['talks/nothing-owed obligation']);
  });

  it('is offered as long as one is left to do', () => {
    const talks = inForce(pact({ every: days(7), times: 2 }), 'deal');
    const offered = () =>
      talks.nextEvents.filter(({ type, free }) => type === 'performance.postponed' && free?.includes('occurrence'));
    const template = { type: 'performance.postponed', obligation: 'visits', free: ['occurrence', 'to', 'by'] };
    expect(offered()).toEqual([template]);
    done(talks, 1);
    expect(offered()).toEqual([template]);
    done(talks, 2);
    expect(offered()).toEqual([]);
  });

  it('is kept in files', () => {
    const scenario = pact({ every: days(7), times: 2 });
    const back = parseScenario(toJson(scenario));
    expect(back.ok && back.value.timeline).toEqual(scenario.timeline);
    const [entry] = scenario.timeline;
    expect(entry?.event).toMatchObject({ occurrence: 2 });
  });
});
