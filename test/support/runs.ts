import fc from 'fast-check';
import { openTalks, type Scenario, type Talks, type TalksEvent, type TalksOptions } from 'sticking-points';
import { followerOf } from '../../src/machine/follow.js';
import { rulesOf } from '../../src/machine/rules.js';
import { anyScenario, eventOf, isForeseen, optionsIn, plain, stepsIn, type Step } from './steps.js';

/** Random talks before they are played. */
export interface Run {
  readonly scenario: Scenario;
  readonly options: TalksOptions;
  readonly steps: readonly Step[];
}

/** One try in them, and what became of it. */
interface Try {
  readonly event: TalksEvent;
  readonly accepted: boolean;
  /** Whether one of the next events stood for it. */
  readonly foreseen: boolean;
  /** The state after it, and the snapshot as JSON has it. */
  readonly state: string;
  readonly after: unknown;
}

/** Talks that have been played, with all that was tried in them. */
export interface Played extends Run {
  readonly tries: readonly Try[];
  /** What was tried, and not refused. */
  readonly events: readonly TalksEvent[];
}

export const runs: fc.Arbitrary<Run> = anyScenario.chain((scenario) =>
  fc.record({
    scenario: fc.constant(scenario),
    options: optionsIn(scenario),
    // At the end, what ends a deal before its time: tried earlier, it would let few deals get far.
    steps: fc.tuple(stepsIn(scenario), lastIn(scenario)).map(([steps, last]) => [...steps, last]),
  }),
);

function lastIn(scenario: Scenario): fc.Arbitrary<Step> {
  const citation = { source: Object.keys(scenario.sources)[0], attribution: 'narrator' };
  return fc.constantFrom<Step>(
    { onward: 0 },
    { event: { type: 'deal.superseded' } },
    { event: { type: 'deal.ended', citation } },
  );
}

/** Plays random talks, so that several laws can be tried on the same: what can happen next takes long to find out. */
export function played(run: Run): Played {
  const talks = openTalks(run.scenario, run.options);
  const follow = followerOf(rulesOf(run.scenario, run.options));
  const tries = run.steps.map((step): Try => {
    const event = eventOf(talks, step);
    const foreseen = isForeseen(follow, talks, event);
    const { accepted } = talks.do(event);
    return { event, accepted, foreseen, state: talks.state, after: plain(talks.snapshot) };
  });
  return { ...run, tries, events: tries.filter((t) => t.accepted).map((t) => t.event) };
}

/** Talks in which all these events have been tried. */
export function replay({ scenario, options }: Run, events: readonly TalksEvent[], open = openTalks): Talks {
  const talks = open(scenario, options);
  for (const event of events) talks.do(event);
  return talks;
}
