import { getNextTransitions, type SnapshotFrom } from 'xstate';
import { unique } from '../base/list.js';
import { ANSWERS } from '../scenario/agreement.js';
import type { TalksEvent } from '../scenario/event.js';
import { deciding } from '../scenario/process.js';
import type { Text } from '../offers/text/text.js';
import { daysOf } from '../terms/length.js';
import { pathsOf, quantityAt } from '../terms/term.js';
import { concededBy } from './against-answer.js';
import { isFound } from '../obligations/breaches.js';
import type { Delivery } from '../obligations/delivery.js';
import { isTurnDone, standingsOf } from '../obligations/standing.js';
import { deliveryOf } from './text-in-force.js';
import type { TalksContext } from './context.js';
import { against } from './follow.js';
import type { Rules } from './rules.js';
import type { TalksMachine } from './talks-machine.js';
import { phaseToExtend } from './under-way.js';

/** A part of an event that a template leaves to be filled in. */
export type FreePart =
  'offer' | 'condition' | 'outcome' | 'days' | 'amount' | 'by' | 'mandate' | 'citation' | 'to' | 'occurrence';

/** An event that nothing is left to be filled in of. */
type Ready<E> = E extends TalksEvent ? Omit<E, 'on' | 'reportedOn' | 'citation' | 'because'> : never;

/**
 * An event that would be accepted, by its type and ids. One without `free` can be done as it stands; one with it stands for
 * every event that fills those parts in and against which there is no reason.
 *
 * @example
 * openTalks(scenario).nextEvents.find((template) => template.type === 'days.passed'); // { type: 'days.passed', free: ['days'] }
 */
export type EventTemplate =
  | (Ready<TalksEvent> & { readonly free?: never })
  | (Partial<Record<IdKey, string | number | readonly string[]>> & {
      readonly type: TalksEvent['type'];
      readonly free: readonly FreePart[];
    });

/** The keys by which events name what they are about. */
type IdKey =
  | 'party'
  | 'offer'
  | 'position'
  | 'round'
  | 'precondition'
  | 'step'
  | 'body'
  | 'rule'
  | 'obligation'
  | 'obligations'
  | 'event'
  | 'certification'
  | 'talks'
  | 'instrument'
  | 'phase'
  | 'mandate'
  | 'answer'
  | 'outcome';

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

/** A template, and an event that it stands for: what is left free is filled in so that only ids can stand against it. */
interface Candidate {
  readonly template: EventTemplate;
  readonly like: TalksEvent;
}

/** That an obligation is not kept, by anybody who has not alleged it yet; that it is again, by those who have, or as it was found. */
function disputing(rules: Rules, { deal }: TalksContext, obligation: string): readonly Candidate[] {
  const about = (type: 'breach.alleged' | 'breach.cured', by: string | undefined): Candidate => ({
    template: { type, obligation, free: ['by'] },
    like: { type, obligation, ...(by !== undefined && { by }) },
  });
  const alleged = (deal?.disputes ?? []).filter((dispute) => dispute.obligation === obligation);
  const isFoundToo = deal?.text !== undefined && isFound(deal.text, obligation);
  return [
    ...[undefined, ...Object.keys(rules.scenario.parties)].map((by) => about('breach.alleged', by)),
    ...alleged.map(({ by }) => about('breach.cured', by)),
    ...(isFoundToo ? [about('breach.cured', undefined)] : []),
  ];
}

/** That it is kept again: also of what an amendment has taken out of the text since, or else the dispute would last. */
const curing = (rules: Rules, context: TalksContext, obligation: string): readonly Candidate[] =>
  disputing(rules, context, obligation).filter(({ template }) => template.type === 'breach.cured');

/** What is said, or was found, not to be kept. */
function inDispute({ deal }: TalksContext): readonly string[] {
  const text = deal?.text;
  const found = text ? Object.keys(text.duties).filter((id) => isFound(text, id)) : [];
  return unique([...(deal?.disputes ?? []).map(({ obligation }) => obligation), ...found]);
}

const extending = (by: { readonly rule?: string }, phase: number | undefined, days = 1): Candidate => ({
  template: { type: 'phase.extended', ...by, ...(phase !== undefined && { phase }), free: ['days'] },
  like: { type: 'phase.extended', ...by, ...(phase !== undefined && { phase }), days },
});

const ready = (event: Ready<TalksEvent>): Candidate => ({ template: event, like: event });

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

/** The present phase of a deal, and those that may still go on beside it. */
function phasesBegun({ deal }: TalksContext): readonly number[] {
  if (!deal) return [];
  return [...new Set([...Object.keys(deal.text?.phases ?? {}).map(Number), deal.phase])];
}

/** Phases that may still go on beside the present one. */
function phasesBeside(context: TalksContext): readonly number[] {
  return phasesBegun(context).filter((phase) => phase !== context.deal?.phase);
}

/** What can be reported of the text of the deal in force. */
function textCandidates(rules: Rules, context: TalksContext): readonly Candidate[] {
  const delivery = deliveryOf(rules, context);
  if (!delivery) return [];
  const { text, run } = delivery;
  const parties = Object.keys(rules.scenario.parties);
  const duties = Object.entries(text.obligations).flatMap(([obligation, duty]): readonly Candidate[] => {
    const consent = [...duty.owedBy.value, ...(duty.to?.value ?? [])];
    const finders = duty.verifier ? [duty.verifier.value] : Object.keys(text.bodies);
    const amount = duty.of === undefined ? 1 : quantityAt(rules.scenario.terms, duty.of).step;
    return [
      {
        template: { type: 'performance.reported', obligation, free: ['amount'] },
        like: { type: 'performance.reported', obligation, amount, observer: UNHEARD_OF },
      },
      ...(['performance.waived', 'performance.excused'] as const).map((type): Candidate => ({
        template: { type, obligation, free: ['amount', 'by'] },
        // What is owed to nobody by name is let go by all others.
        like: { type, obligation, by: [...new Set([...parties, ...consent])] },
      })),
      {
        template: { type: 'performance.withheld', obligation, free: ['by'] },
        like: { type: 'performance.withheld', obligation },
      },
      {
        template: { type: 'performance.postponed', obligation, free: ['to', 'by'] },
        like: { type: 'performance.postponed', obligation, to: '9999-12-31', by: consent },
      },
      ...postponingTurns(delivery, obligation, consent),
      ...(['performance.suspended', 'performance.resumed'] as const).map((type) =>
        ready({ type, obligations: [obligation] }),
      ),
      ...finders.map((by) => ready({ type: 'breach.found', obligation, by })),
      ...disputing(rules, context, obligation),
    ];
  });
  const ways = [undefined, ...phasesBeside(context)].flatMap((phase) =>
    (text.phases[context.deal ? phaseToExtend(context.deal, phase) : 0]?.extensions ?? []).map(({ how: rule, unit }) =>
      extending({ rule }, phase, unit ? Math.max(1, daysOf(unit).least) : 1),
    ),
  );
  const instruments = Object.keys(text.instruments).flatMap((instrument): readonly Candidate[] => {
    const found = Object.keys(text.obligations).filter((id) => isFound(run, id));
    return [
      ...found.map((obligation): Candidate => ({
        template: { type: 'instrument.suspended', instrument, obligation, free: ['by'] },
        like: {
          type: 'instrument.suspended',
          instrument,
          obligation,
          by: invokersOf(text, parties, instrument, obligation),
        },
      })),
      ready({ type: 'instrument.resumed', instrument }),
    ];
  });
  return [
    ...duties,
    ...ways,
    ...instruments,
    ...Object.entries(text.events).flatMap(([event, { movedBy }]): readonly Candidate[] => [
      ready({ type: 'event.happened', event }),
      {
        template: { type: 'event.moved', event, free: ['to', 'by'] },
        like: { type: 'event.moved', event, to: '9999-12-31', by: movedBy },
      },
    ]),
    ...Object.keys(text.talks).flatMap((talks): readonly Candidate[] => [
      ...(['promisedTalks.opened', 'promisedTalks.settled', 'promisedTalks.failed'] as const).map((type) =>
        ready({ type, talks }),
      ),
      ...Object.keys(text.bodies).map((by) => ready({ type: 'breach.found', obligation: talks, by })),
      ...disputing(rules, context, talks),
    ]),
    ...Object.keys(text.certifications).map((certification) => ready({ type: 'certification.given', certification })),
  ];
}

/** That a turn of what recurs is put off, if any is still to be done: the first that is stands for all. */
function postponingTurns(delivery: Delivery, obligation: string, by: readonly string[]): readonly Candidate[] {
  if (delivery.text.obligations[obligation]?.kind !== 'recurring') return [];
  const now = standingsOf(delivery).find(({ id }) => id === obligation);
  const turn = now?.duties.find(({ occurrence }) => !isTurnDone(now, occurrence));
  if (!turn) return [];
  const { occurrence } = turn;
  return [
    {
      template: { type: 'performance.postponed', obligation, free: ['occurrence', 'to', 'by'] },
      like: { type: 'performance.postponed', obligation, occurrence, to: '9999-12-31', by },
    },
  ];
}

/** All who may invoke that something of an instrument was not kept: together they suspend whatever any of them would. */
function invokersOf(
  { instruments, obligations }: Text,
  parties: readonly string[],
  instrument: string,
  obligation: string,
): readonly string[] {
  const named = instruments[instrument]?.parties ?? {};
  const bound = parties.filter((id) => Object.keys(named).length === 0 || BOUND.includes(named[id]));
  return bound.filter((party) => !obligations[obligation]?.owedBy.value.includes(party));
}

/** How a party that may invoke an instrument stands to it. */
const BOUND: readonly (string | undefined)[] = ['signs', 'adheres'];

/** An observer who has reported nothing yet. */
const UNHEARD_OF = '\u0000';
