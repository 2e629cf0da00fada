import { getNextTransitions, type SnapshotFrom } from 'xstate';
import { ANSWERS } from '../scenario/agreement.js';
import type { TalksContext } from './context.js';
import type { TalksEvent } from './event.js';
import { eventFaults, newOfferFaults, refusals } from './refusals.js';
import { concededBy, type Rules } from './rules.js';
import type { TalksMachine } from './talks-machine.js';

/**
 * An event that would be accepted, by its type and ids. All but `anyNewOffer` can be done as they stand; that one stands
 * for every whole offer that is valid in the scenario, reported by then, and whose id is not yet taken.
 */
export type EventTemplate =
  | { readonly type: 'offer.tabled'; readonly offer: string }
  | { readonly type: 'offer.tabled'; readonly anyNewOffer: true }
  | { readonly type: 'offer.withdrawn'; readonly offer: string }
  | {
      readonly type: 'answer.declared';
      readonly party: string;
      readonly answer: (typeof ANSWERS)[number];
      readonly concedes: readonly string[];
    }
  | { readonly type: 'talks.suspended' | 'talks.resumed' };

/** A snapshot of the talks machine. */
export type TalksSnapshot = SnapshotFrom<TalksMachine>;

/** Whether an event of this type has a place in the present state, as the machine itself says. */
export function hasPlace(snapshot: TalksSnapshot, type: string): boolean {
  return getNextTransitions(snapshot).some((transition) => transition.eventType === type);
}

/** Every event that would be accepted, as templates. */
export function nextEventsOf(rules: Rules, snapshot: TalksSnapshot): readonly EventTemplate[] {
  return candidates(rules, snapshot.context).filter(
    (template) =>
      hasPlace(snapshot, template.type) &&
      ('anyNewOffer' in template || refusals(rules, snapshot.context, template).length === 0),
  );
}

/** Whether an event is one that a template stands for. */
export function matchesTemplate(
  rules: Rules,
  snapshot: TalksSnapshot,
  template: EventTemplate,
  event: TalksEvent,
): boolean {
  if (eventFaults(rules, event).length > 0 || template.type !== event.type) return false;
  switch (event.type) {
    case 'offer.tabled': {
      if (typeof event.offer === 'string') return 'offer' in template && template.offer === event.offer;
      return 'anyNewOffer' in template && newOfferFaults(rules, snapshot.context, event.offer).length === 0;
    }
    case 'offer.withdrawn':
      return 'offer' in template && template.offer === event.offer;
    case 'answer.declared':
      return (
        'party' in template &&
        template.party === event.party &&
        template.answer === event.answer &&
        (event.concedes === undefined || sameIds(event.concedes, template.concedes))
      );
    case 'talks.suspended':
    case 'talks.resumed':
      return true;
  }
}

function candidates(rules: Rules, context: TalksContext): readonly EventTemplate[] {
  const { scenario } = rules;
  const current = rules.assessment(context);
  const offers = [...Object.keys(scenario.offers), ...Object.keys(context.tabled)];
  return [
    ...offers.map((offer) => ({ type: 'offer.tabled', offer }) as const),
    { type: 'offer.tabled', anyNewOffer: true },
    ...(context.offer === null ? [] : [{ type: 'offer.withdrawn', offer: context.offer } as const]),
    ...Object.keys(scenario.parties).flatMap((party) =>
      ANSWERS.map((answer) => {
        const concedes = answer === 'accepts' ? concededBy(party, current) : [];
        return { type: 'answer.declared', party, answer, concedes } as const;
      }),
    ),
    { type: 'talks.suspended' },
    { type: 'talks.resumed' },
  ];
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === b.length && b.every((id) => a.includes(id));
}
