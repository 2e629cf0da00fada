import {
  checkOffer,
  compareTexts,
  days,
  defineScenario,
  onDay,
  progress,
  schedule,
  uponCompletion,
  whenCertified,
  type EscrowProgress,
  type TriggerDraft,
} from 'sticking-points';
import { expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

/** A lake, where what is paid first goes back on a day, if nothing has set it free by then. */
const lake = (returned?: TriggerDraft) =>
  defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { money: { kind: 'quantity', unit: 'millions', bounds: { most: 100 } } },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phases: [{ length: days(60) }],
        text: wide({
          bodies: { board: { members: ['north', 'south'] } },
          others: { bank: 'the bank' },
          certifications: { mended: { by: 'board' } },
          obligations: {
            first: {
              owedBy: ['north'],
              to: ['south'],
              of: 'money',
              amount: 20,
              begins: onDay(0),
              within: days(5),
              escrow: { holder: 'bank', released: whenCertified('mended', days(2)), ...(returned && { returned }) },
            },
            second: {
              owedBy: ['north'],
              to: ['south'],
              of: 'money',
              amount: 20,
              begins: onDay(30),
              escrow: { holder: 'bank', released: onDay(10) },
            },
          },
        }),
      },
    },
  });

const scenario = lake();
const ending = lake(onDay(20));

it('what a third hand holds has its day in the schedule, or says what it waits for', () => {
  expect(schedule(scenario, 'deal').duties.map(({ escrow }) => escrow)).toEqual([
    { holder: 'bank', waitsFor: [{ for: 'certification', certification: 'mended' }] },
    { holder: 'bank', released: { day: 30 }, waitsFor: [] },
  ]);
});

it('talks and choices have their days beside what is owed', () => {
  const draft = checkOffer(scenario, 'draft', {
    text: {
      certifications: { mended: { by: 'north' } },
      talks: { next: { on: 1, between: ['north', 'south'], begin: onDay(4) } },
      selections: { loans: { of: 'money', namedBy: ['south'], deadline: whenCertified('mended') } },
    },
  });
  const laidOut = draft.ok ? schedule(scenario, draft.value, { anchors: { start: '2030-03-01' } }) : undefined;
  expect(laidOut?.talks).toEqual([
    {
      talks: 'next',
      label: 'next',
      on: 1,
      between: ['north', 'south'],
      begin: { on: '2030-03-05', day: 4 },
      provisional: false,
      waitsFor: [{ for: 'trigger' }],
    },
  ]);
  expect(laidOut?.selections).toEqual([
    {
      selection: 'loans',
      label: 'loans',
      of: 'money',
      namedBy: ['south'],
      provisional: false,
      waitsFor: [{ for: 'certification', certification: 'mended' }],
    },
  ]);
});

it('talks and choices that hang on what is to be done are as provisional as what it sets off', () => {
  const laidOut = (trigger: TriggerDraft) => {
    const draft = checkOffer(scenario, 'draft', {
      text: wide({
        obligations: {
          survey: { owedBy: ['north'], begins: onDay(2), within: days(3) },
          boats: { owedBy: ['south'], begins: trigger },
        },
        talks: { next: { on: 1, between: ['north', 'south'], begin: onDay(1), end: trigger } },
        selections: { loans: { of: 'money', namedBy: ['south'], deadline: trigger } },
      }),
    });
    if (!draft.ok) throw new Error('It is one.');
    const plan = schedule(scenario, draft.value);
    return [plan.duties.at(-1), plan.talks[0], plan.selections[0]].map((one) => one?.provisional);
  };
  expect(laidOut(uponCompletion('survey', days(2)))).toEqual([true, true, true]);
  expect(laidOut(onDay(9))).toEqual([false, false, false]);
});

it('is held once it was paid in, and set free by what the text names', () => {
  const talks = inForce(scenario, 'deal');
  const now = () => progress(talks)?.duties.map(({ escrow }) => escrow);
  expect(now()?.map((escrow) => escrow?.standing)).toEqual(['not paid in', 'not paid in']);
  go(talks, { type: 'performance.reported', obligation: 'first', amount: 20 });
  go(talks, { type: 'days.passed', days: 3 });
  go(talks, { type: 'certification.given', certification: 'mended' });
  expect(now()?.[0]).toEqual({ holder: 'bank', standing: 'held' });
  go(talks, { type: 'days.passed', days: 2 });
  expect(now()?.[0]).toEqual({ holder: 'bank', standing: 'released', released: { on: '2030-03-06', day: 5 } });
  go(talks, { type: 'days.passed', days: 27 });
  go(talks, { type: 'performance.reported', obligation: 'second', amount: 20 });
  expect(now()?.[1]).toMatchObject({ standing: 'released', released: { day: 32 } });
});

it('what is taken back is not set free before it is there again', () => {
  const talks = inForce(scenario, 'deal');
  const paid = (amount: number) => go(talks, { type: 'performance.reported', obligation: 'first', amount });
  go(talks, { type: 'certification.given', certification: 'mended' });
  paid(20);
  paid(0);
  go(talks, { type: 'days.passed', days: 4 });
  paid(20);
  expect(progress(talks)?.duties[0]?.escrow).toMatchObject({ standing: 'released', released: { day: 4 } });
});

it('goes back on its day, unless it was set free by then', () => {
  const after = (certifiedOn: number, paidOn: number, on: number): EscrowProgress | undefined => {
    const talks = inForce(ending, 'deal');
    for (let day = 0; day <= on; day++) {
      if (day > 0) go(talks, { type: 'days.passed', days: 1 });
      if (day === paidOn) go(talks, { type: 'performance.reported', obligation: 'first', amount: 20 });
      if (day === certifiedOn) go(talks, { type: 'certification.given', certification: 'mended' });
    }
    return progress(talks)?.duties[0]?.escrow;
  };
  expect(schedule(ending, 'deal').duties[0]?.escrow).toMatchObject({ holder: 'bank', returned: { day: 20 } });
  expect(after(99, 3, 19)).toEqual({ holder: 'bank', standing: 'held' });
  expect(after(99, 3, 20)).toMatchObject({ standing: 'returned', returned: { day: 20 } });
  expect(after(99, 22, 22)).toMatchObject({ standing: 'returned', returned: { day: 22 } });
  // Set free on the very day, it does not go back; a day later it has gone.
  expect(after(18, 3, 25)).toMatchObject({ standing: 'released', released: { day: 20 } });
  expect(after(19, 3, 25)).toMatchObject({ standing: 'returned', returned: { day: 20 } });
  expect(after(99, 99, 25)).toEqual({ holder: 'bank', standing: 'not paid in' });
});

it('is said by a comparison of two texts', () => {
  const [later] = [lake(onDay(30)).offers['deal']];
  expect(JSON.stringify(compareTexts(ending, 'deal', later!))).toContain('and else given back on day 30');
  expect(JSON.stringify(compareTexts(scenario, 'deal', later!))).toContain('and else given back on day 30');
});
