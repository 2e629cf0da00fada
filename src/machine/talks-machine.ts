import { assign, emit, setup } from 'xstate';
import type { TalksEvent } from '../scenario/event.js';
import type { Scenario } from '../scenario/scenario.js';
import type { TalksContext } from './context.js';
import { followerOf, type Follow, type Leads } from './follow.js';
import type { TalksOptions } from './options.js';
import { phaseWords } from './phase-words.js';
import { rulesOf, type Rules } from './rules.js';

/** What the machine tells those who listen. */
export type TalksEmitted =
  | { readonly type: 'talks.blocked'; readonly offer: string; readonly stickingPoints: readonly string[] }
  | { readonly type: 'talks.agreed'; readonly offer: string }
  | { readonly type: 'phase.began'; readonly offer: string; readonly phase: number };

/** The machine that `createTalksMachine` makes. */
export type TalksMachine = ReturnType<typeof machineFor>;

/**
 * The talks of a scenario as an xstate v5 machine: pure, without timers, its context plain JSON.
 *
 * An event against which there is a reason changes nothing; `refusalsOf` says the reason. States: `betweenRounds`; `talks`
 * with `open`, `considering`, `blocked` (also a tag) and `agreedInPrinciple`; `suspended`; `ratifying`; `carryingOut`, whose
 * `delivery` has a state for each phase of the offer space, beside `nextPhase`; and at the end `fulfilled`, `superseded`,
 * `lapsed` or `collapsed`. Emits `talks.blocked`, `talks.agreed` and `phase.began` (of several phases that days cross at
 * once, the last). Throws a `FaultError` with
 * `talks/bad-option` for options that cannot be. A statechart (Harel, "Statecharts: a visual formalism for complex
 * systems", 1987).
 *
 * @example
 * import { createActor } from 'xstate';
 *
 * const actor = createActor(createTalksMachine(scenario)).start();
 * actor.send({ type: 'offer.tabled', offer: 'first-offer' });
 * actor.getSnapshot().value; // { talks: 'blocked' }
 */
export function createTalksMachine(scenario: Scenario, options: TalksOptions = {}): TalksMachine {
  const rules = rulesOf(scenario, options);
  return machineFor(rules, followerOf(rules));
}

/** What happens anywhere and may change how the offer on the table stands, since it brings new reports, or days. */
const ANYWHERE = [
  'precondition.met',
  'precondition.lapsed',
  'mandate.given',
  'offer.recorded',
  'position.revised',
  'days.passed',
] as const satisfies readonly TalksEvent['type'][];

/** What is reported of the text of a deal, whatever its phase. */
const ON_TEXT = [
  'performance.waived',
  'performance.excused',
  'performance.withheld',
  'performance.postponed',
  'performance.suspended',
  'performance.resumed',
  'instrument.suspended',
  'instrument.resumed',
  'breach.found',
  'event.happened',
  'event.moved',
  'certification.given',
  'promisedTalks.opened',
  'promisedTalks.settled',
  'promisedTalks.failed',
] as const satisfies readonly TalksEvent['type'][];

/** How the talks on the phase after one stand when that begins. */
const NEXT = ['toBegin', 'none'] as const;

/** The same, for rules already made. */
export function machineFor(rules: Rules, follow: Follow) {
  const { scenario, options } = rules;
  const { most } = scenario.space.phases;
  const phases = Array.from({ length: most }, (_, i) => i + 1);

  /** A transition for where an event leads, if nothing stands against it. */
  const to = <T extends string>(leads: Leads, target: T) =>
    ({ guard: { type: 'leadsTo', params: { leads } }, target, actions: 'record' }) as const;
  const stay = { guard: 'isFree', actions: 'record' } as const;

  const onTheTable = [
    to('lapsed', '#negotiation.lapsed'),
    to('open', '#talks.open'),
    to('blocked', '#talks.blocked'),
    to('agreed', '#talks.agreedInPrinciple'),
    to('considering', '#talks.considering'),
  ] as const;
  /** A phase that begins; its number says whether the talks on the one after it are to. */
  const beginning = phases.flatMap((phase) =>
    NEXT.map(
      (next) =>
        ({
          guard: { type: 'begins', params: { phase, next } },
          target: [`#delivery.phase${phase}`, `#nextPhase.${next}`],
          actions: ['record', 'tellPhase'],
        }) as const,
    ),
  );
  /** A deal that has just been approved may have come into force by then, and even be over. */
  const agreed = [to('inForce', '#carryingOut'), to('fulfilled', '#negotiation.fulfilled'), ...beginning] as const;
  /** An objection approves nothing. */
  const objections = [
    to('lapsed', '#negotiation.lapsed'),
    to('open', '#talks.open'),
    to('objectionWindow', '#ratifying.objectionWindow'),
    to('voting', '#ratifying.voting'),
  ] as const;
  const approvals = [...agreed, ...objections] as const;
  const course = [
    to('fulfilled', '#negotiation.fulfilled'),
    to('lapsed', '#negotiation.lapsed'),
    to('inDispute', '#delivery.inDispute'),
    // A history would not do: leaving one phase for a dispute does not leave the delivery whose history it were.
    { guard: { type: 'resumes', params: { phase: 0 } }, target: '#delivery.awaitingStart', actions: 'record' },
    ...phases.map(
      (phase) =>
        ({
          guard: { type: 'resumes', params: { phase } },
          target: `#delivery.phase${phase}`,
          actions: 'record',
        }) as const,
    ),
    // Its days run on in dispute, and whatever they begin is in dispute too.
    ...NEXT.map(
      (next) =>
        ({
          guard: { type: 'beginsInDispute', params: { next } },
          target: ['#delivery.inDispute', `#nextPhase.${next}`],
          actions: ['record', 'tellPhase'],
        }) as const,
    ),
    ...beginning,
    stay,
  ] as const;

  /** How the talks on the next phase end may end a phase that went on only as long as they did. */
  const turning = <T extends 'settled' | 'failed'>(how: T) =>
    [...course.slice(0, -1), { guard: 'isFree', target: how, actions: 'record' } as const] as const;
  const everywhere = <T>(transitions: T) =>
    Object.fromEntries(ANYWHERE.map((type) => [type, transitions])) as { readonly [K in (typeof ANYWHERE)[number]]: T };
  /** In each state of the table, so that one that is not left is not entered again. */
  const shifting = everywhere(onTheTable);
  const waiting = everywhere([to('lapsed', '#negotiation.lapsed'), stay] as const);

  /** What is reported of a text may be all that a deal whose last phase is over still waited for. */
  const onText = Object.fromEntries(ON_TEXT.map((type) => [type, course])) as {
    readonly [K in (typeof ON_TEXT)[number]]: typeof course;
  };

  /** As soon as the deal is in force, though its first phase may still be waited for. */
  const inForce = {
    'breach.alleged': { guard: 'isFree', target: '#delivery.inDispute', actions: 'record' },
    // What a body has found can be cured, though nobody alleged it.
    'breach.cured': course,
    'performance.reported': course,
  } as const;
  const inPhase = { ...inForce, 'phase.extended': stay } as const;
  const phaseStates = Object.fromEntries(
    phases.map((phase) => [
      `phase${phase}`,
      { description: phaseWords(scenario, phase), on: { ...inPhase, 'phase.ended': course } },
    ]),
  ) as Record<`phase${number}`, { description: string; on: typeof inPhase & { 'phase.ended': typeof course } }>;

  return setup({
    types: {
      context: {} as TalksContext,
      events: {} as TalksEvent,
      emitted: {} as TalksEmitted,
      tags: {} as 'blocked',
    },
    guards: {
      isFree: ({ context, event }) => follow(context, event).reasons.length === 0,
      leadsTo: ({ context, event }, params: { readonly leads: Leads }) => {
        const { reasons, leads } = follow(context, event);
        return reasons.length === 0 && leads === params.leads;
      },
      begins: ({ context, event }, params: { readonly phase: number; readonly next: (typeof NEXT)[number] }) => {
        const { reasons, leads, next } = follow(context, event);
        return reasons.length === 0 && leads === `phase${params.phase}` && next === params.next;
      },
      beginsInDispute: ({ context, event }, params: { readonly next: (typeof NEXT)[number] }) => {
        const { reasons, next, context: after } = follow(context, event);
        return reasons.length === 0 && next === params.next && (after.deal?.disputes.length ?? 0) > 0;
      },
      resumes: ({ context, event }, params: { readonly phase: number }) => {
        const { reasons, leads, context: after } = follow(context, event);
        return reasons.length === 0 && leads === 'resumed' && after.deal?.phase === params.phase;
      },
    },
    actions: {
      record: assign(({ context, event }) => follow(context, event).context),
      tellBlocked: emit(({ context }) => ({
        type: 'talks.blocked' as const,
        offer: context.offer ?? '',
        stickingPoints: rules.assessment(context)?.stickingPoints.map((v) => v.position) ?? [],
      })),
      tellAgreed: emit(({ context }) => ({ type: 'talks.agreed' as const, offer: context.offer ?? '' })),
      tellPhase: emit(({ context }) => ({
        type: 'phase.began' as const,
        offer: context.deal?.offer ?? '',
        phase: context.deal?.phase ?? 0,
      })),
    },
  }).createMachine({
    id: 'negotiation',
    context: rules.start,
    initial: startOf(scenario, options),
    states: {
      betweenRounds: {
        on: { ...waiting, 'round.opened': onTheTable },
      },
      talks: {
        id: 'talks',
        initial: 'open',
        on: {
          'offer.tabled': onTheTable,
          'offer.withdrawn': onTheTable,
          'round.closed': { guard: 'isFree', target: '#negotiation.betweenRounds', actions: 'record' },
          'talks.suspended': { guard: 'isFree', target: '#negotiation.suspended', actions: 'record' },
        },
        states: {
          open: { on: shifting },
          considering: { on: { ...shifting, 'answer.declared': onTheTable } },
          blocked: { tags: 'blocked', entry: 'tellBlocked', on: { ...shifting, 'answer.declared': onTheTable } },
          agreedInPrinciple: {
            entry: 'tellAgreed',
            on: { ...shifting, 'agreement.concluded': approvals },
          },
        },
      },
      suspended: {
        on: {
          ...waiting,
          // The days of an objection run on, whoever has broken off.
          'days.passed': [...agreed, ...waiting['days.passed']],
          // And so does the right to object.
          'ratification.objected': [to('lapsed', '#negotiation.lapsed'), stay],
          'round.opened': onTheTable,
          'talks.resumed': [
            ...onTheTable.slice(1),
            to('objectionWindow', '#ratifying.objectionWindow'),
            to('voting', '#ratifying.voting'),
          ],
        },
      },
      ratifying: {
        id: 'ratifying',
        initial: 'voting',
        on: {
          ...waiting,
          'days.passed': approvals,
          'talks.suspended': { guard: 'isFree', target: '#negotiation.suspended', actions: 'record' },
        },
        states: {
          voting: { on: { 'ratification.voted': approvals } },
          objectionWindow: { on: { 'ratification.objected': objections } },
        },
      },
      carryingOut: {
        id: 'carryingOut',
        type: 'parallel',
        on: {
          ...waiting,
          'days.passed': course,
          ...onText,
          'offer.tabled': stay,
          'offer.withdrawn': stay,
          'answer.declared': stay,
          // An amendment may take out all that the deal still waited for, or make a phase shorter.
          'agreement.concluded': course,
          'deal.superseded': { guard: 'isFree', target: '#negotiation.superseded', actions: 'record' },
          'deal.ended': { guard: 'isFree', target: '#negotiation.collapsed', actions: 'record' },
        },
        states: {
          delivery: {
            id: 'delivery',
            initial: 'awaitingStart',
            states: {
              awaitingStart: { on: { ...inForce, 'deal.started': course } },
              ...phaseStates,
              inDispute: { on: inPhase },
            },
          },
          nextPhase: {
            id: 'nextPhase',
            initial: 'none',
            states: {
              none: { on: { 'nextPhase.opened': { guard: 'isFree', target: 'underWay', actions: 'record' } } },
              toBegin: {
                on: {
                  'nextPhase.opened': { guard: 'isFree', target: 'underWay', actions: 'record' },
                  'nextPhase.failed': turning('failed'),
                },
              },
              underWay: {
                on: {
                  'nextPhase.settled': turning('settled'),
                  'nextPhase.failed': turning('failed'),
                },
              },
              settled: {},
              failed: { on: { 'nextPhase.opened': { guard: 'isFree', target: 'underWay', actions: 'record' } } },
            },
          },
        },
      },
      fulfilled: { type: 'final' },
      superseded: { type: 'final' },
      lapsed: { type: 'final' },
      collapsed: { type: 'final' },
    },
  });
}

/** Without rounds there is nothing to stand between: nobody could ever come to talks. */
function startOf(scenario: Scenario, { start }: TalksOptions): 'talks' | 'betweenRounds' {
  return Object.keys(scenario.process.rounds).length === 0 ? 'talks' : (start ?? 'betweenRounds');
}
