import { initialTransition, transition, type StateValueFrom } from 'xstate';
import { deepFreeze } from '../base/freeze.js';
import { fault, type Fault } from '../base/fault.js';
import { listed, unique } from '../base/list.js';
import type { ByParty, PartyAnswers } from '../assessment/answers.js';
import type { Assessment } from '../assessment/assess.js';
import type { Verdict } from '../assessment/verdict.js';
import type { Offer } from '../offers/offer.js';
import type { Scenario } from '../scenario/scenario.js';
import type { TalksEvent } from './event.js';
import { nextEventsOf, hasPlace, type EventTemplate, type TalksSnapshot } from './next-events.js';
import { eventFaults, refusals } from './refusals.js';
import { rulesOf, type Rules, type TalksOptions } from './rules.js';
import { machineFor, type TalksMachine } from './talks-machine.js';

/** Where talks stand, as one name. */
export type TalksState = 'talks.open' | 'talks.considering' | 'talks.blocked' | 'talks.agreedInPrinciple' | 'suspended';

/** What became of an event: accepted, or refused with every reason. A refused event has changed nothing. */
export interface Reply {
  readonly accepted: boolean;
  readonly reasons: readonly Fault[];
}

/** An event that was accepted, and the state it led to. */
export interface LogEntry {
  readonly event: TalksEvent;
  readonly state: TalksState;
}

/** One run through a scenario: where it stands, what led there, and what can happen next. */
export interface Talks {
  /** The scenario with the offers that were brought to the table in it. */
  readonly scenario: Scenario;
  readonly state: TalksState;
  /** The offer on the table. */
  readonly offer: Offer | undefined;
  /** That offer held against all positions. */
  readonly assessment: Assessment | undefined;
  /** Red lines and demands it leaves unmet, those conceded left out. */
  readonly stickingPoints: readonly Verdict[];
  /** Red lines and demands that are open on it. */
  readonly openPoints: readonly Verdict[];
  /** The three kinds of answer of each party to it. */
  readonly answers: ByParty<PartyAnswers>;
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
}

/** A point in the course of talks. */
interface Step {
  readonly snapshot: TalksSnapshot;
  readonly entry?: LogEntry;
}

/**
 * Opens talks on a scenario. No offer lies on the table yet.
 *
 * Throws a `FaultError` with `talks/bad-option` for options that cannot be; whatever is wrong with an event comes back as
 * a reason: `talks/…`, or a fault of `checkOffer` in an offer tabled whole.
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
 */
export function openTalks(scenario: Scenario, options: TalksOptions = {}): Talks {
  const rules = rulesOf(scenario, options);
  const machine = machineFor(rules);
  const [first] = initialTransition(machine);
  let steps: readonly [Step, ...Step[]] = [{ snapshot: first }];
  const now = (): TalksSnapshot => (steps.at(-1) ?? steps[0]).snapshot;

  return {
    get scenario() {
      return rules.effective(now().context);
    },
    get state() {
      return stateOf(now());
    },
    get offer() {
      const { offer } = now().context;
      return offer === null ? undefined : rules.offer(now().context, offer);
    },
    get assessment() {
      return rules.assessment(now().context);
    },
    get stickingPoints() {
      return rules.assessment(now().context)?.stickingPoints ?? [];
    },
    get openPoints() {
      return rules.assessment(now().context)?.openPoints ?? [];
    },
    get answers() {
      return rules.assessment(now().context)?.answers ?? {};
    },
    get nextEvents() {
      return nextEventsOf(rules, now());
    },
    get log() {
      return steps.flatMap((step) => step.entry ?? []);
    },
    get snapshot() {
      return now();
    },
    do(event) {
      const reasons = reasonsAgainst(rules, now(), event);
      if (reasons.length > 0) return { accepted: false, reasons };
      const snapshot = step(machine, now(), event);
      const entry = deepFreeze<LogEntry>({ event: copyOf(event), state: stateOf(snapshot) });
      steps = [...steps, { snapshot, entry }];
      return { accepted: true, reasons: [] };
    },
    undo() {
      if (steps.length === 1) return false;
      const [start, ...rest] = steps;
      steps = [start, ...rest.slice(0, -1)];
      return true;
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
  return reasonsAgainst(rulesOf(scenario, options), snapshot, event);
}

function reasonsAgainst(rules: Rules, snapshot: TalksSnapshot, event: TalksEvent): readonly Fault[] {
  const malformed = eventFaults(rules, event);
  if (malformed.length > 0) return malformed;
  if (!hasPlace(snapshot, event.type)) return [noPlace(rules, snapshot, event)];
  return refusals(rules, snapshot.context, event);
}

function noPlace(rules: Rules, snapshot: TalksSnapshot, event: TalksEvent): Fault {
  const state = stateOf(snapshot);
  const possible = unique(nextEventsOf(rules, snapshot).map((t) => t.type));
  return fault(
    'talks/no-place',
    ['type'],
    `'${event.type}' has no place in the state '${state}'. What can happen now: ${listed(possible, 'or')}.`,
    { type: event.type, state, possible },
  );
}

/** A copy of an event, which is plain JSON: what its sender does with the original later does not touch the log. */
function copyOf(event: TalksEvent): TalksEvent {
  return JSON.parse(JSON.stringify(event)) as TalksEvent;
}

function step(machine: TalksMachine, snapshot: TalksSnapshot, event: TalksEvent): TalksSnapshot {
  const [next] = transition(machine, snapshot, event);
  return next;
}

function stateOf(snapshot: TalksSnapshot): TalksState {
  const value: StateValueFrom<TalksMachine> = snapshot.value;
  return typeof value === 'string' ? value : `talks.${value.talks ?? 'open'}`;
}
