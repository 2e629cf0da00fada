import { checkOffer, days, defineScenario, onDay, progress, schedule, whenCertified } from 'sticking-points';
import { expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';

const scenario = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: { money: { kind: 'quantity', unit: 'millions', bounds: { most: 100 } } },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    deal: {
      by: ['north', 'south'],
      phases: [{ length: days(60) }],
      text: {
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
            escrow: { holder: 'bank', released: whenCertified('mended', days(2)) },
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
      },
    },
  },
});

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
      waitsFor: [{ for: 'trigger' }],
    },
  ]);
  expect(laidOut?.selections).toEqual([
    {
      selection: 'loans',
      label: 'loans',
      of: 'money',
      namedBy: ['south'],
      waitsFor: [{ for: 'certification', certification: 'mended' }],
    },
  ]);
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
