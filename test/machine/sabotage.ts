import type { Talks } from 'sticking-points';
import { theDoors, type Doors } from './laws.js';

/** Broken talks, and the law that has to find each out. */
export const SABOTAGE: readonly (readonly [string, number, Doors])[] = [
  [
    'a log that leaves days out',
    0,
    opened((talks) => ({ log: talks.log.filter(({ event }) => event.type !== 'days.passed') })),
  ],
  [
    'a restart with other options',
    1,
    {
      ...theDoors,
      restoreTalks: (scenario, saved) => theDoors.restoreTalks(scenario, { ...Object(saved), options: {} }),
    },
  ],
  ['an undo that goes too far', 2, opened((talks) => ({ undo: () => [talks.undo(), talks.undo()].includes(true) }))],
  [
    'a new event that keeps what could be done again',
    2,
    opened((talks) => ({ redo: () => talks.redo() || talks.log.length > 2 })),
  ],
  ['a fork that is the parent', 3, opened((talks) => ({ fork: () => talks }))],
  [
    'verdicts as they come',
    4,
    {
      ...theDoors,
      openTalks: (scenario, options) =>
        withOwn(theDoors.openTalks(scenario, options), (talks) => ({
          assessment: talks.assessment && {
            ...talks.assessment,
            verdicts: Object.keys(scenario.positions).flatMap(
              (id) => talks.assessment?.verdicts.filter((v) => v.position === id) ?? [],
            ),
          },
        })),
    },
  ],
  [
    'talks that agree to everything',
    5,
    opened((talks) => ({
      state: 'talks.agreedInPrinciple',
      answers: Object.fromEntries(Object.keys(talks.answers).map((id) => [id, {}])),
    })),
  ],
];

function opened(change: (talks: Talks) => object): Doors {
  return { ...theDoors, openTalks: (scenario, options) => withOwn(theDoors.openTalks(scenario, options), change) };
}

/** Talks that answer in part for themselves. */
function withOwn(talks: Talks, change: (talks: Talks) => object) {
  return new Proxy(talks, {
    get: (target, key) => {
      const own = change(target);
      const value: unknown = key in own ? Reflect.get(own, key) : Reflect.get(target, key, target);
      return value;
    },
  });
}
