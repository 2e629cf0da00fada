import { openTalks, type Talks, type TalksEvent } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import type { Bench } from './bench.js';
import { ratioOf } from './measure.js';

const BEFORE = 50_000;
const TIMED = 1_000;
const RUNS = 15;

const TURN: readonly TalksEvent[] = [
  { type: 'offer.tabled', offer: 'P5' },
  { type: 'answer.declared', party: 'israel', answer: 'accepts' },
  { type: 'answer.declared', party: 'israel', answer: 'undecided' },
  { type: 'offer.withdrawn', offer: 'P5' },
];

/** An event, and one with undo and redo, after 50,000 events beside the first 1,000 of the same talks. */
export const afterMany: Bench = {
  name: 'time of an event after 50,000 events beside the first 1,000: 1 is as much (aim: at most 1.2)',
  rows: () => [
    ['an event', repeated((talks, i) => step(talks, i))],
    [
      'an event, taken back and done again',
      repeated((talks, i) => {
        step(talks, i);
        if (!talks.undo() || !talks.redo()) throw new Error('There was nothing to take back.');
      }),
    ],
  ],
};

function step(talks: Talks, i: number): void {
  const event = TURN[i % TURN.length];
  if (!event || !talks.do({ ...event }).accepted) throw new Error('An event was refused.');
}

function repeated(once: (talks: Talks, i: number) => void): ReturnType<typeof ratioOf> {
  const scenario = gaza2024();
  const time = (talks: Talks, from: number) => {
    const start = performance.now();
    for (let i = from; i < from + TIMED; i++) once(talks, i);
    return performance.now() - start;
  };
  // Talks before those that are timed, so that the first events are not those of a cold start.
  const warm = openTalks(scenario, { start: 'talks' });
  for (let i = 0; i < 10 * TIMED; i++) once(warm, i);
  const rounds = Array.from({ length: RUNS }, () => {
    const talks = openTalks(scenario, { start: 'talks' });
    const first = time(talks, 0);
    for (let i = TIMED; i < BEFORE; i++) step(talks, i);
    return { numerator: time(talks, BEFORE), denominator: first };
  });
  return ratioOf(rounds);
}
