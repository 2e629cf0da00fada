import { initialTransition } from 'xstate';
import { deepFreeze, frozenCopy } from '../base/freeze.js';
import { fault, type Fault } from '../base/fault.js';
import { listed } from '../base/list.js';
import { mapValues } from '../base/records.js';
import type { ByParty, PartyAnswers } from '../assessment/answers.js';
import type { Assessment } from '../assessment/assess.js';
import type { Verdict } from '../assessment/verdict.js';
import type { Offer } from '../offers/offer.js';
import type { TalksEvent } from '../scenario/event.js';
import type { Deadline } from '../scenario/process.js';
import type { Scenario } from '../scenario/scenario.js';
import { presentOf, standingOf, type Clock, type DeadlineStanding } from './clock.js';
import type { DealRun } from './context.js';
import { eventFaults } from './event-faults.js';
import { followerOf, offersIn, type Follow } from './follow.js';
import { logOf, type LogEntry, type Point } from './history.js';
import type { EventTemplate } from './event-template.js';
import { hasPlace, nextEventsOf, nextTypesOf, type TalksSnapshot } from './next-events.js';
import type { TalksOptions } from './options.js';
import { performanceOf, type Performance } from './performance.js';
import { rulesOf, type Rules } from './rules.js';
import { saveOf, type SavedTalks } from './save.js';
import { steppingOf, type Step } from './stepping.js';
import { machineFor, type TalksMachine } from './talks-machine.js';
import { nextPhaseOf, stateOf, type NextPhaseState, type TalksState } from './where.js';

/** What became of an event: accepted, or refused with every reason. A refused event has changed nothing. */
export interface Reply {
  readonly accepted: boolean;
  readonly reasons: readonly Fault[];
}

/** One run through a scenario: where it stands, what led there, and what can happen next. */
export interface Talks {
  /** The effective scenario: with the offers that events brought in, and the positions as revised. */
  readonly scenario: Scenario;
  readonly options: TalksOptions;
  readonly state: TalksState;
  /** The offer on the table. */
  readonly offer: Offer | undefined;
  /** That offer held against all positions. */
  readonly assessment: Assessment | undefined;
  /** Red lines and demands it leaves unmet, those conceded left out. */
  readonly stickingPoints: readonly Verdict[];
  /** Red lines and demands that are open on it. */
  readonly openPoints: readonly Verdict[];
  /** The kinds of answer of each party to it. */
  readonly answers: ByParty<PartyAnswers>;
  /** The day the talks have come to, and the day up to which reports count; `null` where none is known. */
  readonly clock: Clock;
  /** Each deadline of the scenario, and how it stands on the present day. */
  readonly deadlines: Readonly<Record<string, Deadline & { readonly standing: DeadlineStanding }>>;
  /** The deal being carried out, and how far it has come. */
  readonly deal: DealRun | undefined;
  /** How the talks on the next phase stand, while a deal is carried out. */
  readonly nextPhase: NextPhaseState | undefined;
  /** What is due in the present phase and what was reported done of it. */
  readonly performance: readonly Performance[];
  /** Every event that would be accepted now. */
  readonly nextEvents: readonly EventTemplate[];
  /** What has happened, oldest first. */
  readonly log: readonly LogEntry[];
  /** The machine's own snapshot, plain JSON. */
  readonly snapshot: TalksSnapshot;
  /** Lets something happen, or says why it cannot. */
  do(event: TalksEvent): Reply;
  /** Takes back the last event; says whether there was one. */
  undo(): boolean;
  /** Does again what was last taken back; says whether there was anything. A new event leaves nothing to redo. */
  redo(): boolean;
  /** Other talks with the same past, which then go their own way. */
  fork(): Talks;
  /** These talks as plain JSON: their events, in an envelope that says what they belong to. */
  save(): SavedTalks;
}

/**
 * Opens talks on a scenario. No offer lies on the table yet.
 *
 * Throws a `FaultError` with `talks/bad-option` for options that cannot be; whatever is wrong with an event comes back as
 * a reason: `talks/…`, or a fault of `checkOffer` in an offer brought in whole.
 *
 * @example
 * const talks = openTalks(scenario);
 * talks.do({ type: 'offer.tabled', offer: 'first-offer' }); // { accepted: true, reasons: [] }
 * talks.state; // 'talks.blocked'
 * talks.stickingPoints.map((point) => point.title); // ['catch: at least 40 tonnes']
 *
 * @example
 * const talks = openTalks(scenario);
 * talks.do({ type: 'offer.withdrawn', offer: 'counter' }).reasons.map((r) => r.code); // ['talks/not-on-the-table']
 * talks.do({ type: 'offer.tabled', offer: 'first-offer' }).accepted; // true
 *
 * // North accepts all the same, and so concedes its demand for this offer.
 * talks.do({ type: 'answer.declared', party: 'north', answer: 'accepts' }).accepted; // true
 * talks.state; // 'talks.agreedInPrinciple'
 * talks.undo(); // true
 * talks.state; // 'talks.blocked'
 * talks.redo(); // true
 * talks.state; // 'talks.agreedInPrinciple'
 */
export function openTalks(scenario: Scenario, options: TalksOptions = {}): Talks {
  const house = houseOf(scenario, options);
  const [snapshot] = initialTransition(house.machine);
  return talksAt(house, { snapshot });
}

/** What talks on one scenario with the same options share. */
export interface House {
  readonly rules: Rules;
  readonly machine: TalksMachine;
  readonly step: Step;
  readonly follow: Follow;
}

/** The house of all talks on a scenario that are run alike. */
export function houseOf(scenario: Scenario, options: TalksOptions = {}): House {
  const rules = rulesOf(scenario, options);
  const follow = followerOf(rules);
  const machine = machineFor(rules, follow);
  return { rules, machine, step: steppingOf(machine), follow };
}

/** Talks that stand at a point of their course. */
export function talksAt(house: House, point: Point, undone: readonly Point[] = []): Talks {
  const { rules, step } = house;
  const { scenario } = rules;
  let here = point;
  // The next to be done again is the last; talks that went on elsewhere have a list of their own.
  let ahead = [...undone];
  const context = () => here.snapshot.context;

  return {
    get scenario() {
      return rules.effective(context());
    },
    options: rules.options,
    get state() {
      return stateOf(here.snapshot.value);
    },
    get offer() {
      const { offer } = context();
      return offer === null ? undefined : rules.offer(context(), offer);
    },
    get assessment() {
      return rules.assessment(context());
    },
    get stickingPoints() {
      return rules.assessment(context())?.stickingPoints ?? [];
    },
    get openPoints() {
      return rules.assessment(context())?.openPoints ?? [];
    },
    get answers() {
      return rules.assessment(context())?.answers ?? {};
    },
    get clock() {
      const { today, asOf } = context();
      return { today, asOf };
    },
    get deadlines() {
      const present = presentOf(context());
      return mapValues(scenario.process.deadlines, (d) => ({ ...d, standing: standingOf(d, present) }));
    },
    get deal() {
      return context().deal ?? undefined;
    },
    get nextPhase() {
      return nextPhaseOf(here.snapshot.value);
    },
    get performance() {
      return performanceOf(rules, context(), context().deal?.phase ?? 0);
    },
    get nextEvents() {
      return nextEventsOf(rules, here.snapshot);
    },
    get log() {
      return logOf(here);
    },
    get snapshot() {
      return here.snapshot;
    },
    do(event) {
      const malformed = eventFaults(scenario, event, offersIn(rules, context()));
      if (malformed.length > 0) return { accepted: false, reasons: malformed };
      // What its sender does with the event later does not touch the log.
      const own = frozenCopy(event);
      const reasons = reasonsIn(house, here.snapshot, own, 'checked');
      if (reasons.length > 0) return { accepted: false, reasons };
      const snapshot = step(here.snapshot, own);
      deepFreeze([snapshot.value, snapshot.context]); // forks share them
      const entry: LogEntry = Object.freeze({ event: own, state: stateOf(snapshot.value) });
      here = { snapshot, entry, before: here };
      ahead = [];
      return { accepted: true, reasons: [] };
    },
    undo() {
      if (!here.before) return false;
      ahead.push(here);
      here = here.before;
      return true;
    },
    redo() {
      const next = ahead.pop();
      if (!next) return false;
      here = next;
      return true;
    },
    fork() {
      return talksAt(house, here, ahead);
    },
    save() {
      return saveOf(scenario, rules.options, logOf(here), stateOf(here.snapshot.value));
    },
  };
}

/**
 * Every reason against an event in the machine's present state; none means that the machine will take it.
 * For those who hold an actor of their own: the machine itself ignores what it refuses.
 *
 * Throws a `FaultError` with `talks/bad-option` for options that cannot be; they must be those the machine was made with.
 *
 * @example
 * import { createActor } from 'xstate';
 *
 * const actor = createActor(createTalksMachine(scenario)).start();
 * refusalsOf(scenario, actor.getSnapshot(), { type: 'talks.resumed' }).map((r) => r.code); // ['talks/no-place']
 */
export function refusalsOf(
  scenario: Scenario,
  snapshot: TalksSnapshot,
  event: TalksEvent,
  options: TalksOptions = {},
): readonly Fault[] {
  const rules = rulesOf(scenario, options);
  return reasonsIn({ rules, follow: followerOf(rules) }, snapshot, event);
}

function reasonsIn(
  house: Pick<House, 'rules' | 'follow'>,
  snapshot: TalksSnapshot,
  event: TalksEvent,
  checked?: 'checked',
): readonly Fault[] {
  const { rules, follow } = house;
  const { context } = snapshot;
  // What is wrong with an event in any state comes before whether it has a place in this one, and that before the rest.
  const malformed = checked ? [] : eventFaults(rules.scenario, event, offersIn(rules, context));
  if (malformed.length > 0) return malformed;
  return hasPlace(snapshot, event.type) ? follow(context, event, 'checked').reasons : [noPlace(rules, snapshot, event)];
}

function noPlace(rules: Rules, snapshot: TalksSnapshot, event: TalksEvent): Fault {
  const state = stateOf(snapshot.value);
  const possible = nextTypesOf(rules, snapshot);
  const way = possible.length === 0 ? 'These talks are over.' : `What can happen now: ${listed(possible, 'or')}.`;
  const message = `'${event.type}' has no place in the state '${state}'. ${way}`;
  return fault('talks/no-place', ['type'], message, { type: event.type, state, possible });
}
