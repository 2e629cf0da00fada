import fc from 'fast-check';
import { createTalksMachine, type Scenario, type TalksEvent, type TalksOptions } from 'sticking-points';
import { gaza2024, labourContract } from 'sticking-points/scenarios';
import { courses } from 'sticking-points/testing';
import { createActor } from 'xstate';
import { frozenCopy } from '../../src/base/freeze.js';
import { coursesFor } from '../../src/testing/drawing.js';
import type { Bench } from './bench.js';
import { speedBeside, type Ratio } from './measure.js';

const EVENTS = 30;

/** How many courses are run in a round: over all rounds that are timed, 1,203. */
const COURSES = 3;

interface Course {
  readonly seed: number;
  readonly events: readonly TalksEvent[];
}

/**
 * Running courses that were drawn, with something asked after each event, beside a bare actor of the machine that is sent the
 * same events: that is the ratio that is to be at most 2. Drawing them is told beside it and has no aim: what may happen next
 * is found by letting it happen, so that a course drawn and then run costs the machine's own time twice before all else.
 */
export const coursesBesideMachine: Bench = {
  name: 'time of running 1,000 courses of 30 events beside the machine alone: 1 is as much (aim: at most 2; drawn as well, 2 is the least)',
  rows: () => [
    ['the shipped scenario, courses run and asked', ratio(gaza2024(), { start: 'talks' }, false)],
    ['the labour contract, courses run and asked', ratio(labourContract(), {}, false)],
    ['the labour contract, courses drawn, run and asked (no aim)', ratio(labourContract(), {}, true)],
  ],
};

function ratio(scenario: Scenario, talks: TalksOptions, drawing: boolean): Ratio {
  const machine = createTalksMachine(scenario, talks);
  const drawn = courses(scenario, { events: EVENTS, least: EVENTS, talks });
  const { find } = coursesFor(scenario, { title: 'anything', talks: (now) => now.state.length > 0 }, { talks });
  let seed = 0;
  const one = (of: number): readonly TalksEvent[] => fc.sample(drawn, { seed: of, numRuns: 1 })[0] ?? [];
  // Of ratios of speed the one of the machine beside the run is that of times of the run beside the machine.
  return speedBeside<Course>({
    ours: ({ events }) => {
      const actor = createActor(machine).start();
      for (const event of events) actor.send(event);
    },
    theirs: ({ seed: of, events }) => {
      if (find(drawing ? one(of) : events).finding !== 'held') throw new Error('a course of which nothing was asked');
    },
    prepare: () =>
      Array.from({ length: COURSES }, () => {
        seed += 1;
        return { seed, events: frozenCopy(one(seed)) };
      }),
  });
}
