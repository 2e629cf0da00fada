import fc from 'fast-check';
import {
  MANDATES,
  type EventTemplate,
  type FreePart,
  type Scenario,
  type Talks,
  type TalksEvent,
  type TalksOptions,
  type TalksSnapshot,
} from 'sticking-points';
import type { Follow } from '../../src/machine/follow.js';
import { offers, scenarios } from 'sticking-points/testing';
import { eventsIn } from './events.js';
import { fishery } from './fishery.js';
import { PLAIN } from './plain.js';
import { enriched } from './random-process.js';
import { treaty } from './refused.js';
import { rivers } from './rivers.js';
import { wages } from './wages.js';
import { matchesTemplate } from './matches-template.js';

/**
 * One try in random talks: the nth of what can happen now, the nth of what leads on to an agreement and through it, or any
 * event at all, right or wrong.
 */
export type Step = { readonly pick: number } | { readonly onward: number } | { readonly event: unknown };

/** The scenarios written for these tests, and random ones with random offers, processes and rules of agreement. */
export const anyScenario: fc.Arbitrary<Scenario> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(fishery, wages, rivers, treaty, treaty) },
  {
    weight: 3,
    arbitrary: fc
      .boolean()
      .chain((bounded) => scenarios({ bounded, ...PLAIN }))
      .chain(withOffers)
      .chain(enriched),
  },
);

/** The scenario with up to three random offers, of which some leave a later phase to be negotiated. */
function withOffers(scenario: Scenario): fc.Arbitrary<Scenario> {
  const drawn = fc.array(fc.tuple(offers(scenario), fc.boolean()), { minLength: 1, maxLength: 3 });
  return drawn.map((pairs) => ({
    ...scenario,
    offers: Object.fromEntries(
      pairs.map(([offer, open], i) => {
        const toBeNegotiated = { value: true, basis: 'assumed', citations: [] } as const;
        const phases = offer.phases.map((phase, n) => (open && n > 0 ? { ...phase, toBeNegotiated } : phase));
        return [`offer-${i}`, { ...offer, phases, id: `offer-${i}` }];
      }),
    ),
  }));
}

/** Random tries: most of them steps that can be taken, so that talks get somewhere. */
export function stepsIn(scenario: Scenario, maxLength = 24): fc.Arbitrary<readonly Step[]> {
  const pick = fc.record({ pick: fc.nat(200) });
  const onward = fc.record({ onward: fc.nat(200) });
  const event = fc.record({ event: fc.oneof({ weight: 9, arbitrary: eventsIn(scenario) }, fc.anything()) });
  const step = fc.oneof(
    { weight: 2, arbitrary: pick },
    { weight: 5, arbitrary: onward },
    { weight: 2, arbitrary: event },
  );
  return fc.array(step, { minLength: maxLength / 2, maxLength, size: 'max' });
}

/** Options that talks on a scenario may have: either way of answering, by any day on which something was reported. */
export function optionsIn(scenario: Scenario): fc.Arbitrary<TalksOptions> {
  const dates = Object.values(scenario.sources).map((s) => s.date);
  return fc.record(
    { asOf: fc.constantFrom('2029-12', ...dates), answers: fc.constantFrom('by position', 'declared') },
    { requiredKeys: [] },
  );
}

/** Whether what a template stands for is likely to bring talks on: nothing given up, taken back or broken off. */
function leadsOn(template: EventTemplate, inForce: boolean): boolean {
  const { type } = template;
  if (inForce && BEFORE_A_DEAL.includes(type)) return false;
  if (type === 'answer.declared') return !('answer' in template) || template.answer === 'accepts';
  return ONWARD.includes(type) && !(type === 'offer.tabled' && template.free);
}

const BEFORE_A_DEAL: readonly TalksEvent['type'][] = ['answer.declared', 'offer.tabled', 'position.revised'];

const ONWARD: readonly TalksEvent['type'][] = [
  'precondition.met',
  'round.opened',
  'offer.tabled',
  'position.revised',
  'talks.resumed',
  'agreement.concluded',
  'ratification.voted',
  'days.passed',
  'deal.started',
  'phase.ended',
  'breach.alleged',
  'breach.cured',
  'nextPhase.opened',
  'nextPhase.settled',
];

/** What is taken first where it can be. */
const STRAIGHT_ON: readonly TalksEvent['type'][] = [
  'round.opened',
  'answer.declared',
  'agreement.concluded',
  'ratification.voted',
  'deal.started',
  'talks.resumed',
  'nextPhase.opened',
  'nextPhase.settled',
];

/** The event that a step means now. What comes from outside may be no event: that is for the talks to say. */
export function eventOf(talks: Pick<Talks, 'nextEvents' | 'log' | 'scenario' | 'deal'>, step: Step): TalksEvent {
  if ('event' in step) return step.event as TalksEvent;
  const { nextEvents, log } = talks;
  const onward = 'onward' in step ? nextEvents.filter((template) => leadsOn(template, talks.deal !== undefined)) : [];
  const straight = onward.filter(({ type }) => STRAIGHT_ON.includes(type));
  const among = straight.length > 0 ? straight : onward.length > 0 ? onward : nextEvents;
  // By type first, or the many positions would crowd out what there is one of.
  const types = [...new Set(among.map(({ type }) => type))];
  const n = 'onward' in step ? step.onward : step.pick;
  const ofType = among.filter(({ type }) => type === types[n % types.length]);
  const template = ofType[Math.floor(n / types.length) % ofType.length];
  // Talks that are over take nothing any more: that is for them to say.
  return template ? standFor(template, log.length, talks) : { type: 'talks.resumed' };
}

/** An event that a template stands for: itself, or a new offer that says nothing. */
export function standFor(template: EventTemplate, n: number, talks: Pick<Talks, 'scenario' | 'deal'>): TalksEvent {
  const { free, ...event } = template;
  if (!free) return event as TalksEvent;
  const { scenario, deal } = talks;
  const disputed = (deal?.disputes ?? []).filter((d) => 'obligation' in event && d.obligation === event.obligation);
  const parts: Readonly<Record<FreePart, object>> = {
    offer: { offer: { id: `stand-in-${n}` } },
    condition: { condition: { kind: 'all', of: [] } },
    outcome: { outcome: n % 3 === 0 ? 'rejected' : 'approved' },
    days: { days: event.type === 'phase.extended' ? 1 : 1 + ((n * 7) % 12) },
    amount: { amount: { wording: 'some' } },
    by:
      event.type === 'breach.cured'
        ? { ...disputed[0] }
        : by([undefined, ...Object.keys(scenario.parties)].find((id) => !disputed.some((d) => d.by === id))),
    mandate: { mandate: MANDATES[n % 4] },
    to: { to: '2035-01-31' },
    occurrence: { occurrence: 1 },
    citation: { citation: { source: Object.keys(scenario.sources)[0], attribution: 'narrator' } },
  };
  // Made up of the parts that its type has.
  return Object.assign(event, ...free.map((part) => parts[part])) as TalksEvent;
}

const by = (party: string | undefined) => (party === undefined ? {} : { by: party });

/** Whether one of the talks' next events stands for an event. */
export function isForeseen(follow: Follow, talks: Talks, event: TalksEvent): boolean {
  return (
    follow(talks.snapshot.context, event).reasons.length === 0 &&
    talks.nextEvents.some((template) => matchesTemplate(template, event))
  );
}

/** A snapshot as JSON has it. */
export function plain(snapshot: TalksSnapshot): unknown {
  return JSON.parse(JSON.stringify(snapshot));
}
