import type { Arbitrary } from 'fast-check';
import { openTalks } from '../machine/talks.js';
import type { Offer } from '../offers/offer.js';
import type { TalksEvent } from '../scenario/event.js';
import type { Scenario } from '../scenario/scenario.js';
import { fc } from './fast-check.js';
import { findingOf, type Finding, type OfferInvariant, type TalksInvariant } from './invariant.js';
import { offers, type OffersConstraints } from './offers.js';

/** What is drawn to ask an invariant of, how it is asked, and how what was drawn reads. */
export interface Drawing<T> {
  readonly arbitrary: Arbitrary<T>;
  readonly find: (drawn: T) => Finding;
  readonly text: (drawn: T) => string;
}

/** Deals, for an invariant that is asked of one at a time. */
export function dealsFor(scenario: Scenario, invariant: OfferInvariant, among: OffersConstraints = {}): Drawing<Offer> {
  return {
    arbitrary: offers(scenario, among),
    find: (offer) => findingOf(invariant.offer(offer, scenario)),
    text: (offer) => JSON.stringify(offer, null, 2), // replaced on merge: by the deal to read and the code to paste
  };
}

/** Courses of talks, for an invariant that is asked at their beginning and after each event. */
export function coursesFor(scenario: Scenario, invariant: TalksInvariant): Drawing<readonly TalksEvent[]> {
  return {
    arbitrary: courses(scenario),
    find: (events) => {
      const talks = openTalks(scenario);
      let finding = findingOf(invariant.talks(talks));
      for (const event of events) {
        if (finding === 'broken') return finding;
        if (!talks.do(event).accepted) continue;
        const next = findingOf(invariant.talks(talks));
        if (next !== 'held') finding = next;
      }
      return finding;
    },
    text: (events) => events.map((event, i) => `${i + 1}. ${JSON.stringify(event)}`).join('\n'), // replaced on merge
  };
}

// replaced on merge: courses of events that need nothing filled in
function courses(scenario: Scenario): Arbitrary<readonly TalksEvent[]> {
  return fc.array(fc.nat(), { maxLength: 12 }).map((draws) => {
    const talks = openTalks(scenario);
    return draws.flatMap((draw) => {
      const ready = talks.nextEvents.filter((template) => template.free === undefined);
      const event = ready[draw % ready.length] as TalksEvent | undefined; // nothing is left to be filled in of it
      return event && talks.do(event).accepted ? [event] : [];
    });
  });
}
