import { assign, emit, setup } from 'xstate';
import type { Scenario } from '../scenario/scenario.js';
import { NO_OFFER, type TalksContext } from './context.js';
import type { TalksEvent } from './event.js';
import { refusals } from './refusals.js';
import { rulesOf, type Rules, type TalksOptions } from './rules.js';

/** What the machine tells those who listen. */
export type TalksEmitted =
  | { readonly type: 'talks.blocked'; readonly offer: string; readonly stickingPoints: readonly string[] }
  | { readonly type: 'talks.agreed'; readonly offer: string };

/** The machine that `createTalksMachine` makes. */
export type TalksMachine = ReturnType<typeof machineFor>;

/**
 * The talks of a scenario as an xstate v5 machine: pure, without timers, its context plain JSON.
 *
 * An event against which there is a reason changes nothing; `refusalsOf` says the reason. States: `talks` with `open`,
 * `considering`, `blocked` (also a tag) and `agreedInPrinciple`; `suspended`. Emits `talks.blocked` and `talks.agreed`.
 * Throws a `FaultError` with `talks/bad-option` for options that cannot be. A statechart (Harel, "Statecharts: a visual
 * formalism for complex systems", 1987).
 *
 * @example
 * import { createActor } from 'xstate';
 *
 * const actor = createActor(createTalksMachine(scenario)).start();
 * actor.send({ type: 'offer.tabled', offer: 'first-offer' });
 * actor.getSnapshot().value; // { talks: 'blocked' }
 */
export function createTalksMachine(scenario: Scenario, options: TalksOptions = {}): TalksMachine {
  return machineFor(rulesOf(scenario, options));
}

/** The same, for rules already made. */
export function machineFor(rules: Rules) {
  /** Whether nothing stands against an event, and where it would leave the offer. */
  const leads = (context: TalksContext, event: TalksEvent, to: ReturnType<Rules['outcome']>): boolean =>
    refusals(rules, context, event).length === 0 && rules.outcome(rules.next(context, event)) === to;

  const onOffer = [
    { guard: 'blocks', target: '#talks.blocked', actions: 'record' },
    { guard: 'agrees', target: '#talks.agreedInPrinciple', actions: 'record' },
    { guard: 'leavesUndecided', target: '#talks.considering', actions: 'record' },
  ] as const;

  return setup({
    types: {
      context: {} as TalksContext,
      events: {} as TalksEvent,
      emitted: {} as TalksEmitted,
      tags: {} as 'blocked',
    },
    guards: {
      blocks: ({ context, event }) => leads(context, event, 'blocked'),
      agrees: ({ context, event }) => leads(context, event, 'agreed'),
      leavesUndecided: ({ context, event }) => leads(context, event, 'undecided'),
      isFree: ({ context, event }) => refusals(rules, context, event).length === 0,
    },
    actions: {
      record: assign(({ context, event }) => rules.next(context, event)),
      tellBlocked: emit(({ context }) => ({
        type: 'talks.blocked' as const,
        offer: context.offer ?? '',
        stickingPoints: rules.assessment(context)?.stickingPoints.map((v) => v.position) ?? [],
      })),
      tellAgreed: emit(({ context }) => ({ type: 'talks.agreed' as const, offer: context.offer ?? '' })),
    },
  }).createMachine({
    id: 'negotiation',
    context: NO_OFFER,
    initial: 'talks',
    states: {
      talks: {
        id: 'talks',
        initial: 'open',
        on: {
          'offer.tabled': onOffer,
          'offer.withdrawn': { guard: 'isFree', target: '#talks.open', actions: 'record' },
          'talks.suspended': { guard: 'isFree', target: '#negotiation.suspended' },
        },
        states: {
          open: {},
          considering: { on: { 'answer.declared': onOffer } },
          blocked: { tags: 'blocked', entry: 'tellBlocked', on: { 'answer.declared': onOffer } },
          agreedInPrinciple: { entry: 'tellAgreed' },
          whereItWas: { type: 'history', history: 'deep' },
        },
      },
      suspended: {
        on: { 'talks.resumed': { guard: 'isFree', target: '#talks.whereItWas' } },
      },
    },
  });
}
