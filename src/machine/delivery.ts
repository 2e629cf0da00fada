import type { Offer } from '../offers/offer.js';
import type { Scenario } from '../scenario/scenario.js';
import type { DealRun } from './context.js';
import { dayAfter, phaseOf } from './course.js';

/** Where a deal stands after something happened: in the phase it was in, in another that begins, or at an end. */
export type Delivered =
  | { readonly to: 'stay'; readonly deal: DealRun }
  | { readonly to: `phase${number}`; readonly next: 'toBegin' | 'none'; readonly deal: DealRun }
  | { readonly to: 'fulfilled' | 'lapsed'; readonly deal: DealRun };

/** A deal agreed upon, before it starts. */
export function awaiting(offer: string): DealRun {
  return {
    offer,
    phase: 0,
    day: 0,
    began: null,
    extended: 0,
    extensions: {},
    settled: false,
    disputes: [],
    performed: {},
  };
}

/** The deal with a phase begun, so many days ago. */
export function begin(scenario: Scenario, offer: Offer, deal: DealRun, phase: number, day: number): Delivered {
  const began = deal.began === null || deal.phase === 0 ? deal.began : dayAfter(deal.began, deal.day - day);
  const next = phase < scenario.space.phases.most && phaseOf(scenario, offer, phase + 1, null);
  return {
    to: `phase${phase}`,
    next: next && next.has !== false && next.toBeNegotiated ? 'toBegin' : 'none',
    deal: { ...deal, phase, day, began, extended: 0, extensions: {}, settled: false },
  };
}

/**
 * The deal after so many days: phases that last no longer than that are over, one after the other. While it is disputed
 * whether the deal is kept, days count and no phase ends.
 */
export function pass(scenario: Scenario, offer: Offer, deal: DealRun, days: number): Delivered {
  let now: Delivered = { to: 'stay', deal: { ...deal, day: deal.day + days } };
  if (deal.phase === 0 || deal.disputes.length > 0) return now;
  for (;;) {
    const { phase, day, began, extended } = now.deal;
    const { most } = phaseOf(scenario, offer, phase, began).days;
    if (most === undefined || day < most + extended) return now;
    now = end(scenario, offer, now.deal, day - most - extended);
    if (now.to === 'fulfilled' || now.to === 'lapsed') return now;
  }
}

/**
 * The deal after a phase that ended so many days ago. A further phase that still had to be negotiated and was not settled
 * leaves nothing to carry out: the deal lapses. One of which it is open whether the deal has it begins only if settled.
 */
export function end(scenario: Scenario, offer: Offer, deal: DealRun, daysAgo: number): Delivered {
  const phase = deal.phase + 1;
  const next = phase <= scenario.space.phases.most ? phaseOf(scenario, offer, phase, null) : undefined;
  if (next && (deal.settled || (next.has === true && !next.toBeNegotiated))) {
    return begin(scenario, offer, deal, phase, daysAgo);
  }
  const wanted = next !== undefined && next.has !== false && (next.has === true || next.toBeNegotiated);
  return { to: wanted ? 'lapsed' : 'fulfilled', deal };
}
