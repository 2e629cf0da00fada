import { getNextTransitions, type SnapshotFrom } from 'xstate';
import { firstDay, lastDay, type CalendarDate } from '../base/day.js';
import { ANSWERS } from '../scenario/agreement.js';
import type { TalksEvent } from '../scenario/event.js';
import { deciding } from '../scenario/process.js';
import { daysOf } from '../terms/length.js';
import { pathsOf, quantityAt } from '../terms/term.js';
import { concededBy } from './against-answer.js';
import { isFound } from '../obligations/account.js';
import { deliveryOf } from './text-in-force.js';
import type { TalksContext } from './context.js';
import { against } from './follow.js';
import type { Rules } from './rules.js';
import type { TalksMachine } from './talks-machine.js';
import { phaseToExtend } from './under-way.js';

/** A part of an event that a template leaves to be filled in. */
export type FreePart = 'offer' | 'condition' | 'outcome' | 'days' | 'amount' | 'by' | 'mandate' | 'citation' | 'to';

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
const ID_KEYS = [
  'party',
  'offer',
  'position',
  'round',
  'precondition',
  'step',
  'body',
  'rule',
  'obligation',
  'obligations',
  'event',
  'certification',
  'talks',
  'instrument',
  'phase',
  'mandate',
  'answer',
  'outcome',
] as const;
type IdKey = (typeof ID_KEYS)[number];

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
  const state = typeof value === 'string' ? value : JSON.stringify(value);
  const known =
    ofMachine.get(state) ?? new Set(getNextTransitions(snapshot).map(({ eventType }): string => String(eventType)));
  ofMachine.set(state, known);
  return known;
}

/** Every event that would be accepted, as templates. */
export function nextEventsOf(rules: Rules, snapshot: TalksSnapshot): readonly EventTemplate[] {
  if (snapshot.status !== 'active') return [];
  const found = candidates(rules, snapshot.context)
    .filter((candidate) => isPossible(rules, snapshot, candidate))
    .map(({ template }) => template);
  // Several events may stand for one template: it is listed once.
  return found.filter((one, i) => one.type !== 'instrument.suspended' || !isListedBefore(found, i));
}

function isListedBefore(templates: readonly EventTemplate[], at: number): boolean {
  const same = JSON.stringify(templates[at]);
  return templates.slice(0, at).some((other) => JSON.stringify(other) === same);
}

/** The types of the events that would be accepted. */
export function nextTypesOf(rules: Rules, snapshot: TalksSnapshot): readonly TalksEvent['type'][] {
  if (snapshot.status !== 'active') return [];
  const found = new Set<TalksEvent['type']>();
  for (const candidate of candidates(rules, snapshot.context)) {
    const { type } = candidate.template;
    if (!found.has(type) && isPossible(rules, snapshot, candidate)) found.add(type);
  }
  return [...found];
}

function isPossible(rules: Rules, snapshot: TalksSnapshot, { template, like }: Candidate): boolean {
  return hasPlace(snapshot, template.type) && against(rules, snapshot.context, like).reasons.length === 0;
}

/** Whether an event is one that a template stands for, as far as type, ids and filled parts go. */
export function matchesTemplate(template: EventTemplate, event: TalksEvent): boolean {
  if (template.type !== event.type) return false;
  const free: readonly string[] = template.free ?? [];
  // Ids are looked up by name: each event has those of its own type.
  const given = event as unknown as Readonly<Record<string, unknown>>;
  const wanted = template as unknown as Readonly<Record<string, unknown>>;
  if (free.includes('offer') === (typeof given['offer'] === 'string')) {
    if (event.type === 'offer.tabled' || event.type === 'offer.recorded') return false;
  }
  if (event.type === 'answer.declared' && event.concedes) {
    const { concedes } = wanted;
    if (!Array.isArray(concedes) || !sameIds(event.concedes, concedes as readonly string[])) return false;
  }
  // An extension of the present phase may name it, or not.
  const isNamed = (key: IdKey) =>
    free.includes(key) || (key === 'phase' && event.type === 'phase.extended' && wanted[key] === undefined);
  return ID_KEYS.every((key) => isNamed(key) || sameOrAlike(given[key], wanted[key]));
}

/** A template, and an event that it stands for: what is left free is filled in so that only ids can stand against it. */
interface Candidate {
  readonly template: EventTemplate;
  readonly like: TalksEvent;
}

const disputing = (type: 'breach.alleged' | 'breach.cured', obligation: string, by: string | undefined): Candidate => ({
  template: { type, obligation, free: ['by'] },
  like: { type, obligation, ...(by !== undefined && { by }) },
});

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
  const others = Object.keys(scenario.terms).filter((id) => scenario.terms[id]?.kind !== 'quantity');
  // A new offer that says nothing, and whose author nobody knows, under an id that none has.
  const silent = { id: [...offers, 'o'].reduce((longest, id) => (id.length > longest.length ? id : longest)) + '-0' };
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
    ...each([...quantities, ...others], (obligation): readonly Candidate[] => {
      const alleged = context.deal?.disputes.filter((dispute) => dispute.obligation === obligation) ?? [];
      const free = [undefined, ...parties].filter((by) => !alleged.some((dispute) => dispute.by === by));
      return [
        ...each(free.slice(0, 1), (by) => disputing('breach.alleged', obligation, by)),
        ...each(alleged.slice(0, 1), ({ by }) => disputing('breach.cured', obligation, by)),
      ];
    }),
    ...textCandidates(rules, context),
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
  const { today } = context;
  const to = run.dated?.date ?? (today !== null && isOneDay(today) ? today : undefined);
  const parties = Object.keys(rules.scenario.parties);
  const isDisputed = (id: string) => context.deal?.disputes.some(({ obligation }) => obligation === id) === true;
  const duties = Object.entries(text.obligations).flatMap(([obligation, duty]): readonly Candidate[] => {
    const consent = [...duty.owedBy.value, ...(duty.to?.value ?? [])];
    const finder = duty.verifier?.value ?? Object.keys(text.bodies)[0];
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
      ...(to === undefined
        ? []
        : [
            {
              template: { type: 'performance.postponed', obligation, free: ['to', 'by'] },
              like: { type: 'performance.postponed', obligation, to: '9999-12-31', by: consent },
            } as const,
          ]),
      ...(['performance.suspended', 'performance.resumed'] as const).map((type) =>
        ready({ type, obligations: [obligation] }),
      ),
      ...(finder === undefined ? [] : [ready({ type: 'breach.found', obligation, by: finder })]),
      disputing('breach.alleged', obligation, undefined),
      ...(isFound(run, obligation) && !isDisputed(obligation)
        ? [disputing('breach.cured', obligation, undefined)]
        : []),
    ];
  });
  const ways = [undefined, ...phasesBeside(context)].flatMap((phase) =>
    (text.phases[context.deal ? phaseToExtend(context.deal, phase) : 0]?.extensions ?? []).map(({ how: rule, unit }) =>
      extending({ rule }, phase, unit ? Math.max(1, daysOf(unit).least) : 1),
    ),
  );
  const instruments = Object.entries(text.instruments).flatMap(([instrument, { parties }]): readonly Candidate[] => {
    const bound = Object.keys(parties).length > 0 ? Object.keys(parties) : Object.keys(rules.scenario.parties);
    const found = Object.keys(text.obligations).filter((id) => isFound(run, id));
    return [
      ...found.flatMap((obligation) =>
        // Any that may: of several the first for which something is left to be suspended.
        bound.map((party): Candidate => ({
          template: { type: 'instrument.suspended', instrument, obligation, free: ['by'] },
          like: { type: 'instrument.suspended', instrument, obligation, by: [party] },
        })),
      ),
      ready({ type: 'instrument.resumed', instrument }),
    ];
  });
  return [
    ...duties,
    ...ways,
    ...instruments,
    ...Object.entries(text.events).flatMap(([event, { movedBy }]): readonly Candidate[] => [
      ready({ type: 'event.happened', event }),
      ...(to === undefined
        ? []
        : [
            {
              template: { type: 'event.moved', event, free: ['to', 'by'] },
              like: { type: 'event.moved', event, to: '9999-12-31', by: movedBy },
            } as const,
          ]),
    ]),
    ...Object.keys(text.talks).flatMap((talks) =>
      (['promisedTalks.opened', 'promisedTalks.settled', 'promisedTalks.failed'] as const).map((type) =>
        ready({ type, talks }),
      ),
    ),
    ...Object.keys(text.certifications).map((certification) => ready({ type: 'certification.given', certification })),
  ];
}

/** Whether a date is a day, and no month. */
const isOneDay = (date: CalendarDate) => firstDay(date) === lastDay(date);

/** An observer who has reported nothing yet. */
const UNHEARD_OF = '\u0000';

function sameOrAlike(a: unknown, b: unknown): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && sameIds(a as readonly string[], b as readonly string[]));
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === b.length && b.every((id) => a.includes(id));
}
