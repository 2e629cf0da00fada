import { openTalks, type Scenario, type Talks, type TalksEvent, type TalksOptions } from 'sticking-points';
import { initial, inDelivery, type Model } from './model.js';
import { step } from './step.js';

export { modelCourses } from './courses.js';

/** What is held together after each event. */
interface Seen {
  readonly accepted: boolean;
  readonly state: string;
  readonly table: string | null;
  readonly nextPhase: string | null;
  /** The deal's text, phase and day. */
  readonly deal: readonly [offer: string, phase: number, day: number] | null;
  /** The day the talks have come to, and the day up to which reports count. */
  readonly clock: readonly [today: string | null, asOf: string | null];
}

/** Where talks and model part. */
export interface Difference {
  readonly at: number;
  readonly event: TalksEvent;
  readonly model: Seen;
  /** With the codes of the reasons, where it was refused. */
  readonly talks: Seen & { readonly reasons: readonly string[] };
}

/** How many of the events were compared, and the states that were visited by those. */
export interface Tally {
  compared: number;
  left: number;
  readonly states: Map<string, number>;
}

/** What is wrong with an event whatever the state: out of the model's reach. */
const MALFORMED = [
  /^(scenario|offer|amount|condition)\//,
  /^talks\/(unknown-.*|shape|too-big|too-deep|computed|reported-before)$/,
];

/** The part of talks that is held against the model. */
export type Door = Pick<Talks, 'do' | 'state' | 'offer' | 'nextPhase' | 'deal' | 'clock'>;

/** How to compare, where not as usual. */
export interface Comparing {
  readonly tally?: Tally;
  readonly open?: (scenario: Scenario, options: TalksOptions) => Door;
}

/**
 * The first event at which talks on a scenario and the model of talks part: one takes what the other refuses, or they say
 * of themselves other things afterwards. Events that are malformed, by the codes of all reasons, are only held to change
 * nothing.
 */
export function difference(
  scenario: Scenario,
  options: TalksOptions,
  events: readonly TalksEvent[],
  { tally, open = openTalks }: Comparing = {},
): Difference | undefined {
  const talks = open(scenario, options);
  let model = initial(scenario, options);
  for (const [at, event] of events.entries()) {
    const { accepted, reasons } = talks.do(event);
    const codes = reasons.map(({ code }) => code);
    const malformed = !accepted && codes.length > 0 && codes.every((code) => MALFORMED.some((m) => m.test(code)));
    const stepped = malformed ? { accepted: false, model } : step(model, event);
    model = stepped.model;
    const expected = seenIn(model, stepped.accepted);
    const { deal } = talks;
    const seen: Seen = {
      accepted,
      state: talks.state,
      table: talks.offer?.id ?? null,
      nextPhase: talks.nextPhase ?? null,
      deal: deal ? [deal.offer, deal.phase, deal.day] : null,
      clock: [talks.clock.today, talks.clock.asOf],
    };
    if (!isSame(seen, expected)) return { at, event, model: expected, talks: { ...seen, reasons: codes } };
    if (!tally) continue;
    if (malformed) tally.left++;
    else tally.compared++;
    tally.states.set(seen.state, (tally.states.get(seen.state) ?? 0) + 1);
    if (seen.nextPhase !== null) {
      const beside = `next phase: ${seen.nextPhase}`;
      tally.states.set(beside, (tally.states.get(beside) ?? 0) + 1);
    }
  }
  return undefined;
}

function seenIn(model: Model, accepted: boolean): Seen {
  const { state, table, delivery } = model;
  return {
    accepted,
    state,
    table,
    nextPhase: inDelivery(model) ? (delivery?.next ?? null) : null,
    deal: delivery && [delivery.offer, delivery.phase, delivery.day],
    clock: [model.today, model.asOf],
  };
}

function isSame(a: Seen, b: Seen): boolean {
  return (
    a.accepted === b.accepted &&
    a.state === b.state &&
    a.table === b.table &&
    a.nextPhase === b.nextPhase &&
    JSON.stringify([a.deal, a.clock]) === JSON.stringify([b.deal, b.clock])
  );
}
