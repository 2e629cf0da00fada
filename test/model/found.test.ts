import { days, openTalks, type TalksEvent, type TalksOptions } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { treaty } from '../support/refused.js';
import { difference } from './compare.js';

interface Case {
  readonly title: string;
  readonly scenario: typeof treaty;
  readonly options: TalksOptions;
  readonly events: readonly TalksEvent[];
  /** Whether the last event is accepted, and the state after it. */
  readonly last: readonly [boolean, string];
}

const one = (length: number) => ({ length: days(length) });
const conclude: TalksEvent = { type: 'agreement.concluded' };
const pass = (n: number): TalksEvent => ({ type: 'days.passed', days: n });
const two = bridge({
  phases: [one(10), one(5)],
  offers: { longer: { terms: { cost: 40, toll: false }, phaseCount: 2, phases: [one(10), one(9)] } },
});

/** Points on which either was mended, or the description made clearer: each a course, and how its last event ends. */
const FOUND: readonly Case[] = [
  {
    title: 'where only declared answers count, a proposer is waited for as well',
    scenario: bridge({ agreement: { rule: 'unanimity', of: ['guild', 'west'] } }),
    options: { answers: 'declared' },
    last: [true, 'talks.considering'],
    events: [
      { type: 'offer.tabled', offer: 'plan' },
      { type: 'answer.declared', party: 'west', answer: 'accepts' },
    ],
  },
  {
    title: 'what happened before the day the talks have come to may be told later',
    scenario: two,
    options: {},
    last: [true, 'suspended'],
    events: [
      { type: 'offer.tabled', offer: 'plan', on: '2030-01-10' },
      { type: 'talks.suspended', on: '2030-01-05' },
    ],
  },
  {
    title: 'a hard deadline of the talks says nothing of an agreement that is being ratified',
    scenario: treaty,
    options: { start: 'talks' },
    last: [true, 'ratifying.voting'],
    events: [{ type: 'offer.tabled', offer: 'plan', on: '2031-01-20' }, conclude, pass(30)],
  },
  {
    title: 'an amendment is the text of a next phase that was settled in words before',
    scenario: two,
    options: {},
    last: [true, 'carryingOut.phase2'],
    events: [
      { type: 'offer.tabled', offer: 'plan' },
      conclude,
      { type: 'deal.started' },
      { type: 'nextPhase.opened' },
      { type: 'nextPhase.settled' },
      { type: 'offer.tabled', offer: 'longer' },
      conclude,
      pass(10),
      pass(7), // more than the phase lasts by the first text
    ],
  },
  {
    title: 'what nobody has approved cannot be objected to, whether or not the talks are suspended',
    scenario: treaty,
    options: { start: 'talks' },
    last: [false, 'suspended'],
    events: [
      { type: 'offer.tabled', offer: 'plan' },
      conclude,
      { type: 'talks.suspended' },
      { type: 'ratification.objected', step: 'chamber', outcome: 'sustained' },
    ],
  },
  {
    title: 'what an approval that failed leads back to is the round in which it was concluded, which can be closed',
    scenario: bridge({
      process: {
        rounds: { summer: {} },
        ratification: [{ id: 'council', body: 'the council', rule: { kind: 'majority' } }],
      },
    }),
    options: {},
    last: [true, 'betweenRounds'],
    events: [
      { type: 'round.opened', round: 'summer' },
      { type: 'offer.tabled', offer: 'plan' },
      conclude,
      { type: 'ratification.voted', step: 'council', votes: { for: 1, against: 2 } },
      { type: 'round.closed', round: 'summer' },
    ],
  },
];

describe('what the model once read otherwise than the machine', () => {
  it.each(FOUND.map((one) => [one.title, one] as const))('%s', (_, { scenario, options, events, last }) => {
    expect(difference(scenario, options, events)).toBeUndefined();
    const talks = openTalks(scenario, options);
    expect(events.map((event) => talks.do(event).accepted).at(-1)).toBe(last[0]);
    expect(talks.state).toBe(last[1]);
  });
});
