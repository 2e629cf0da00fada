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
import { followerOf } from '../../src/machine/follow.js';
import { rulesOf } from '../../src/machine/rules.js';
import { offers, scenarios } from 'sticking-points/testing';
import { fishery } from './fishery.js';
import { rivers } from './rivers.js';
import { wages } from './wages.js';
import { matchesTemplate } from '../../src/machine/next-events.js';

/** One try in random talks: the nth of what can happen now, or any event at all, right or wrong. */
export type Step = { readonly pick: number } | { readonly event: unknown };

/** The scenarios written for these tests, and random ones with random offers. */
export const anyScenario: fc.Arbitrary<Scenario> = fc.oneof(
  fc.constantFrom(fishery, wages, rivers),
  scenarios().chain((scenario) =>
    fc.array(offers(scenario), { minLength: 1, maxLength: 3 }).map((drawn) => ({
      ...scenario,
      offers: Object.fromEntries(drawn.map((offer, i) => [`offer-${i}`, { ...offer, id: `offer-${i}` }])),
    })),
  ),
);

/** Random tries: about half of them steps that can be taken, so that talks get somewhere. */
export function stepsIn(scenario: Scenario): fc.Arbitrary<readonly Step[]> {
  const pick = fc.record({ pick: fc.nat(200) });
  const event = fc.record({ event: fc.oneof({ weight: 9, arbitrary: eventsIn(scenario) }, fc.anything()) });
  return fc.array(fc.oneof(pick, event), { maxLength: 12 });
}

/** Options that talks on a scenario may have: either way of answering, by any day on which something was reported. */
export function optionsIn(scenario: Scenario): fc.Arbitrary<TalksOptions> {
  const dates = Object.values(scenario.sources).map((s) => s.date);
  return fc.record(
    { asOf: fc.constantFrom('2029-12', ...dates), answers: fc.constantFrom('by position', 'declared') },
    { requiredKeys: [] },
  );
}

/** The event that a step means now. What comes from outside may be no event: that is for the talks to say. */
export function eventOf(talks: Pick<Talks, 'nextEvents' | 'log' | 'scenario' | 'deal'>, step: Step): TalksEvent {
  if ('event' in step) return step.event as TalksEvent;
  const { nextEvents, log } = talks;
  const template = nextEvents[step.pick % nextEvents.length];
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
    days: { days: 1 + (n % 40) },
    amount: { amount: { wording: 'some' } },
    by:
      event.type === 'breach.cured'
        ? { ...disputed[0] }
        : by([undefined, ...Object.keys(scenario.parties)].find((id) => !disputed.some((d) => d.by === id))),
    mandate: { mandate: MANDATES[n % 4] },
    citation: { citation: { source: Object.keys(scenario.sources)[0], attribution: 'narrator' } },
  };
  // Made up of the parts that its type has.
  return Object.assign(event, ...free.map((part) => parts[part])) as TalksEvent;
}

const by = (party: string | undefined) => (party === undefined ? {} : { by: party });

/** Whether one of the talks' next events stands for an event. */
export function isForeseen(scenario: Scenario, options: TalksOptions, talks: Talks, event: TalksEvent): boolean {
  const rules = rulesOf(scenario, options);
  const { reasons } = followerOf(rules)(talks.snapshot.context, event);
  return reasons.length === 0 && talks.nextEvents.some((template) => matchesTemplate(template, event));
}

/** A snapshot as JSON has it. */
export function plain(snapshot: TalksSnapshot): unknown {
  return JSON.parse(JSON.stringify(snapshot));
}

/** Events with ids of the scenario and of nothing, with whole offers valid and not, with dates and citations good and bad. */
function eventsIn(scenario: Scenario): fc.Arbitrary<unknown> {
  const one = (ids: readonly string[]) => fc.constantFrom(...ids, 'nobody', 'constructor', '__proto__');
  const offers = Object.keys(scenario.offers);
  const offer = one([...offers, 'new-0', 'new-1']);
  const parties = one(Object.keys(scenario.parties));
  const details = fc.record(
    {
      on: fc.constantFrom('2030-01-01', '2030-02', '2030-02-30', 'yesterday'),
      reportedOn: fc.constantFrom('2030-01-01', '30.1.2030'),
      citation: fc.record({
        source: one(Object.keys(scenario.sources)),
        attribution: fc.constantFrom('on-record', 'hearsay'),
      }),
      because: fc.constantFrom('so it was said', 5),
      unheard: fc.constant('of'),
    },
    { requiredKeys: [] },
  );
  const events = fc.oneof(
    fc.record({ type: fc.constant('offer.tabled'), offer }),
    fc.record({ type: fc.constant('offer.tabled'), offer: newOffers(scenario, offer) }),
    fc.record({ type: fc.constant('offer.withdrawn'), offer }),
    fc.record(
      {
        type: fc.constant('answer.declared'),
        party: parties,
        answer: fc.constantFrom('accepts', 'rejects', 'undecided', 'maybe'),
        concedes: fc.subarray(Object.keys(scenario.positions)),
      },
      { requiredKeys: ['type', 'party', 'answer'] },
    ),
    fc.record(
      { type: fc.constant('talks.suspended'), by: fc.array(parties, { maxLength: 2 }) },
      { requiredKeys: ['type'] },
    ),
    fc.record({ type: fc.constant('talks.resumed') }),
    fc.record({ type: fc.constantFrom('offer.table', 'constructor', 7, null) }),
  );
  return fc
    .tuple(events, fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, details))
    .map(([e, d]) => ({ ...e, ...d }));
}

/** Whole offers: those of the scenario under another id, and drafts with and without faults. */
function newOffers(scenario: Scenario, ids: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const known = fc.constantFrom(...Object.values(scenario.offers));
  const drafts = fc.constantFrom<object>(
    {},
    { by: Object.keys(scenario.parties), note: 'together' },
    { terms: { nothing: 5 } },
    { by: ['nobody'] },
    { standing: 'carried out' },
    { reported: '2050-01-01' },
    { basis: 'inferred' },
    { phases: null },
    { related: [{ how: 'amendment of', offer: 'new-0' }] },
  );
  return fc.tuple(fc.oneof(known, drafts), ids).map(([offer, id]) => ({ ...offer, id }));
}
