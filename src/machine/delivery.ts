import type { Offer } from '../offers/offer.js';
import type { Scenario } from '../scenario/scenario.js';
import { TEXT_AGREED } from '../obligations/text-run.js';
import type { DealRun } from './context.js';
import { dayAfter, phaseOf } from '../obligations/course.js';

/** Where a deal stands after something happened: in the phase it was in, in another that begins, or at an end. */
export type Delivered =
  | { readonly to: 'stay'; readonly deal: DealRun }
  | { readonly to: `phase${number}`; readonly next: 'toBegin' | 'none'; readonly deal: DealRun }
  | { readonly to: 'fulfilled' | 'lapsed'; readonly deal: DealRun };

/** A deal agreed upon, before it starts. */
export function awaiting(offer: string, hasText = false): DealRun {
  return {
    ...(hasText && { text: TEXT_AGREED }),
    offer,
    phase: 0,
    day: 0,
    began: null,
    extended: 0,
    extensions: {},
    settled: null,
    disputes: [],
    performed: {},
  };
}

/** What carrying out a deal needs: the scenario, and the texts of its offers. */
export interface Texts {
  readonly scenario: Scenario;
  readonly text: (offer: string) => Offer | undefined;
  /** What binds by the text of a deal and is not settled. */
  readonly unsettled: (deal: DealRun) => readonly string[];
}

/** The deal with a phase begun, so many days ago, by the text that was settled for it. */
export function begin(texts: Texts, deal: DealRun, phase: number, day: number): Delivered {
  const offer = deal.settled ?? deal.offer;
  const began = deal.began === null || deal.phase === 0 ? deal.began : dayAfter(deal.began, deal.day - day);
  const next = courseOf(texts, offer, phase + 1, null);
  return {
    to: `phase${phase}`,
    next: next && next.has !== false && next.toBeNegotiated ? 'toBegin' : 'none',
    deal: {
      ...deal,
      offer,
      phase,
      day,
      began,
      extended: 0,
      extensions: {},
      settled: null,
      ...(deal.text && {
        text: { ...deal.text, phases: { ...deal.text.phases, [phase]: deal.text.day - day } },
      }),
    },
  };
}

/**
 * The deal after so many days: phases that last no longer than that are over, one after the other. While it is disputed
 * whether the deal is kept, days count and no phase ends; before it starts none count.
 */
export function pass(texts: Texts, deal: DealRun, days: number): Delivered {
  if (deal.phase === 0) return { to: 'stay', deal };
  let now: Delivered = { to: 'stay', deal: { ...deal, day: deal.day + days } };
  if (deal.disputes.length > 0) return now;
  for (;;) {
    const { phase, day, began, extended, offer } = now.deal;
    const most = courseOf(texts, offer, phase, began)?.days.most;
    if (most === undefined || day < most + extended) return now;
    now = end(texts, now.deal, day - most - extended);
    if (now.to === 'fulfilled' || now.to === 'lapsed' || now.to === 'stay') return now;
  }
}

/**
 * The deal after a phase that ended so many days ago. A further phase that still had to be negotiated and was not settled
 * leaves nothing to carry out: the deal lapses. One of which it is open whether the deal has it begins only if settled.
 */
export function end(texts: Texts, deal: DealRun, daysAgo: number): Delivered {
  const phase = deal.phase + 1;
  const next = courseOf(texts, deal.settled ?? deal.offer, phase, null);
  if (next && (deal.settled !== null || (next.has === true && !next.toBeNegotiated))) {
    return begin(texts, deal, phase, daysAgo);
  }
  const wanted = next !== undefined && (next.has === true || (next.has === 'open' && next.toBeNegotiated));
  if (wanted) return { to: 'lapsed', deal };
  // Whatever binds and is not done, waived or excused by then keeps the deal from being fulfilled.
  return texts.unsettled(deal).length > 0 ? { to: 'stay', deal } : { to: 'fulfilled', deal };
}

/** How a phase of a text runs; nothing where the offer space has no such phase. */
function courseOf({ scenario, text }: Texts, offer: string, phase: number, began: DealRun['began']) {
  const whole = text(offer);
  return whole && phase <= scenario.space.phases.most ? phaseOf(scenario, whole, phase, began) : undefined;
}
