import { getNextTransitions, type SnapshotFrom } from 'xstate';
import { unique } from '../base/list.js';
import { ANSWERS } from '../scenario/agreement.js';
import type { TalksEvent } from '../scenario/event.js';
import { deciding } from '../scenario/process.js';
import { pathsOf } from '../terms/term.js';
import { concededBy } from './against-answer.js';
import type { TalksContext } from './context.js';
import { extending, ready, type Candidate, type EventTemplate } from './event-template.js';
import { against } from './follow.js';
import { curing, disputing, inDispute, textCandidates } from './next-events-of-text.js';
import type { Rules } from './rules.js';
import type { TalksMachine } from './talks-machine.js';
import { phasesBegun, phasesBeside } from './under-way.js';

/** A snapshot of the talks machine. */
export type TalksSnapshot = SnapshotFrom<TalksMachine>;

/** Whether an event of this type has a place in the present state, as the machine itself says. */
export function hasPlace(snapshot: TalksSnapshot, type: string): boolean {
  return placesIn(snapshot).has(type);
}

// A memo, not state: of one machine, states of one value have the same places.
const places = /* @__PURE__ */ new WeakMap<TalksSnapshot['machine'], Map<string, ReadonlySet<string>>>();

function placesIn(snapshot: TalksSnapshot): ReadonlySet<string> {
  const { machine, status, value } = snapshot;
  if (status !== 'active') return new Set();
  const ofMachine = places.get(machine) ?? new Map<string, ReadonlySet<string>>();
  places.set(machine, ofMachine);
  const state = JSON.stringify(value);
  const known =
    ofMachine.get(state) ?? new Set(getNextTransitions(snapshot).map(({ eventType }): string => String(eventType)));
  ofMachine.set(state, known);
  return known;
}

/** Every event that would be accepted, as templates: one for which several events may stand is listed once. */
export function nextEventsOf(rules: Rules, snapshot: TalksSnapshot): readonly EventTemplate[] {
  const found = new Map<string, EventTemplate>();
  for (const candidate of candidates(rules, snapshot.context)) {
    const { template } = candidate;
    const key = JSON.stringify(template);
    if (!found.has(key) && isPossible(rules, snapshot, candidate)) found.set(key, template);
  }
  return [...found.values()];
}

// A memo, not state: whoever tries many events in one state is told after each that is refused what can happen there.
const typesIn = /* @__PURE__ */ new WeakMap<TalksSnapshot, readonly TalksEvent['type'][]>();

/** The types of the events that would be accepted. */
export function nextTypesOf(rules: Rules, snapshot: TalksSnapshot): readonly TalksEvent['type'][] {
  const known = typesIn.get(snapshot);
  if (known) return known;
  const found = new Set<TalksEvent['type']>();
  for (const candidate of candidates(rules, snapshot.context)) {
    const { type } = candidate.template;
    if (!found.has(type) && isPossible(rules, snapshot, candidate)) found.add(type);
  }
  const types = Object.freeze([...found]);
  typesIn.set(snapshot, types);
  return types;
}

function isPossible(rules: Rules, snapshot: TalksSnapshot, { template, like }: Candidate): boolean {
  return hasPlace(snapshot, template.type) && against(rules, snapshot.context, like).reasons.length === 0;
}

function candidates(rules: Rules, context: TalksContext): readonly Candidate[] {
  const { scenario } = rules;
  const { process } = scenario;
  const current = rules.assessment(context);
  const parties = Object.keys(scenario.parties);
  const offers = [...Object.keys(scenario.offers), ...Object.keys(context.added)];
  const source = Object.keys(scenario.sources)[0];
  const quantities = Object.entries(scenario.terms).flatMap(([id, t]) => (t.kind === 'quantity' ? pathsOf(id, t) : []));
  // A new offer that says nothing, and whose author nobody knows, under an id that none has.
  const silent = { id: 'o'.repeat(1 + Math.max(0, ...offers.map((id) => id.length))) };
  const each = <T>(ids: readonly T[], make: (id: T) => Candidate | readonly Candidate[]) => ids.flatMap(make);
  return [
    ...each(Object.keys(process.preconditions), (precondition) => [
      ready({ type: 'precondition.met', precondition }),
      ready({ type: 'precondition.lapsed', precondition }),
    ]),
    ...each(parties, (party): Candidate => ({
      template: { type: 'mandate.given', party, free: ['mandate'] },
      like: { type: 'mandate.given', party, mandate: 'conclude' },
    })),
    ...each(Object.keys(process.rounds), (round) => [
      ready({ type: 'round.opened', round }),
      ready({ type: 'round.closed', round }),
    ]),
    { template: { type: 'offer.recorded', free: ['offer'] }, like: { type: 'offer.recorded', offer: silent } },
    ...each(offers, (offer) => ready({ type: 'offer.tabled', offer })),
    { template: { type: 'offer.tabled', free: ['offer'] }, like: { type: 'offer.tabled', offer: silent } },
    ...(context.offer === null ? [] : [ready({ type: 'offer.withdrawn', offer: context.offer })]),
    ...each(parties, (party) =>
      each(ANSWERS, (answer) => {
        const concedes = answer === 'accepts' ? concededBy(party, current) : [];
        return ready({ type: 'answer.declared', party, answer, concedes });
      }),
    ),
    ...each(Object.entries(scenario.positions), ([position, { readings }]): readonly Candidate[] => {
      const condition = readings[0]?.condition ?? null;
      const like = { type: 'position.revised', position, condition } as const;
      return [{ template: { type: 'position.revised', position, free: ['condition'] }, like }];
    }),
    ready({ type: 'talks.suspended' }),
    ready({ type: 'talks.resumed' }),
    ready({ type: 'agreement.concluded' }),
    ...each(process.ratification, ({ id: step, rule }): readonly Candidate[] => [
      ...each(deciding(rule), (which): Candidate => ({
        template: { type: 'ratification.voted', step, ...which, free: ['outcome'] },
        like: { type: 'ratification.voted', step, ...which, outcome: 'approved' },
      })),
      ready({ type: 'ratification.objected', step, outcome: 'sustained' }),
      ready({ type: 'ratification.objected', step, outcome: 'dismissed' }),
    ]),
    { template: { type: 'days.passed', free: ['days'] }, like: { type: 'days.passed', days: 1 } },
    ready({ type: 'deal.started' }),
    ...each(phasesBegun(context), (phase) => ready({ type: 'phase.ended', phase })),
    ...each([undefined, ...phasesBeside(context)], (phase) => [
      extending({}, phase),
      ...each(Object.keys(process.extensions), (rule) => extending({ rule }, phase)),
    ]),
    ...each(quantities, (obligation): Candidate => ({
      template: { type: 'performance.reported', obligation, free: ['amount'] },
      like: { type: 'performance.reported', obligation, amount: { wording: 'some' } },
    })),
    ...each(unique([...quantities, ...Object.keys(scenario.terms)]), (term) => disputing(rules, context, term)),
    ...textCandidates(rules, context),
    ...each(inDispute(context), (obligation) => curing(rules, context, obligation)),
    ready({ type: 'nextPhase.opened' }),
    ready({ type: 'nextPhase.settled' }),
    ready({ type: 'nextPhase.failed' }),
    ready({ type: 'deal.superseded' }),
    ...each(offers, (offer) => ready({ type: 'deal.superseded', offer })),
    ...(source === undefined
      ? []
      : [
          {
            template: { type: 'deal.ended', free: ['citation'] },
            like: { type: 'deal.ended', citation: { source, attribution: 'narrator' } },
          } as const,
        ]),
  ];
}
