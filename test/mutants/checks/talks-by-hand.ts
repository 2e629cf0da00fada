import { days, defineScenario, openTalks } from 'sticking-points';
import type { Check } from '../check.js';

/** Two houses vote on a deal; both have to be for it. */
const league = defineScenario({
  id: 'league',
  parties: { north: {}, south: {} },
  terms: { toll: { kind: 'flag' } },
  positions: {},
  process: {
    ratification: [
      {
        id: 'houses',
        body: 'the houses',
        rule: {
          kind: 'bodies',
          of: ['upper', 'lower'],
          needed: 2,
          rules: { upper: { kind: 'majority' }, lower: { kind: 'majority' } },
        },
      },
    ],
  },
  offers: { plan: { by: ['north', 'south'], phases: [{ length: days(9) }] } },
});

/** Where talks stand once these votes of the houses are told by their figures, those for it and against. */
function after(...votes: readonly (readonly ['upper' | 'lower', number, number])[]): unknown {
  const talks = openTalks(league);
  talks.do({ type: 'offer.tabled', offer: 'plan' });
  talks.do({ type: 'agreement.concluded' });
  for (const [body, yes, no] of votes) {
    talks.do({ type: 'ratification.voted', step: 'houses', body, votes: { for: yes, against: no } });
  }
  return talks.state;
}

const BY_HAND: readonly (readonly [of: string, says: () => unknown, byHand: string])[] = [
  ['one house for it', () => after(['upper', 60, 20]), 'ratifying.voting'],
  ['both houses for it', () => after(['upper', 60, 20], ['lower', 31, 30]), 'carryingOut.awaitingStart'],
  ['a house split evenly', () => after(['upper', 60, 20], ['lower', 30, 30]), 'talks.open'],
];

/** Talks on what was small enough to be followed by hand. */
export const TALKS_BY_HAND: readonly Check[] = [
  {
    title: 'votes of several bodies lead where they do by hand',
    run: () => {
      for (const [of, says, byHand] of BY_HAND) {
        const said = says();
        if (said !== byHand) return { counterexample: `${of}: ${String(said)}, and not ${byHand}`, size: 4 };
      }
      return undefined;
    },
  },
];
