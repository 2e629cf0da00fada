import { createTalksMachine, openTalks, type TalksEvent } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { createActor } from 'xstate';
import type { Bench } from './bench.js';
import { speedBeside } from './measure.js';

const TURNS = 25;

/** A turn of talks that ends as it began. */
const TURN: readonly TalksEvent[] = [
  { type: 'offer.tabled', offer: 'P5' },
  { type: 'answer.declared', party: 'israel', answer: 'accepts' },
  { type: 'answer.declared', party: 'israel', answer: 'undecided' },
  { type: 'offer.withdrawn', offer: 'P5' },
];

/** `Talks.do`, which checks, explains, logs and can be taken back, beside `actor.send` on the same machine. */
export const besideActor: Bench = {
  name: 'time of Talks.do beside actor.send on the same machine: 1 is as much (aim: at most 1.5)',
  rows: () => {
    const scenario = gaza2024();
    const options = { start: 'talks' } as const;
    const actor = createActor(createTalksMachine(scenario, options)).start();
    const talks = openTalks(scenario, options);
    // Of ratios of speed the one of `send` beside `do` is that of times of `do` beside `send`.
    return [
      [
        'tabling, answering, withdrawing; the assessment cached in both',
        speedBeside<TalksEvent>({
          ours: (event) => {
            actor.send(event);
          },
          theirs: (event) => {
            if (!talks.do(event).accepted) throw new Error(`${event.type} was refused`);
          },
          prepare: () => Array.from({ length: TURNS }, () => TURN.map((event) => ({ ...event }))).flat(),
        }),
      ],
    ];
  },
};
