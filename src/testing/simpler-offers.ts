import type { Offer } from '../offers/offer.js';
import { readDeal } from '../offers/read-deal.js';
import { checkOffer } from '../scenario/check-offer.js';
import type { NewOffer } from '../scenario/events/table.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import type { Point } from '../terms/layout.js';
import { complexityOf, isSimpler } from './complexity.js';
import { fullOfferAt } from './full-offer-at.js';
import { DEFAULT_MOST, EVERYWHERE, points } from './points.js';
import { simplerTexts } from './simpler-texts.js';

/**
 * Offers that are simpler than one, whatever it was drawn of: without who put it forward, or its text; of a full one, what a
 * simpler point of the offer space comes to, along `complexityOf`; last, with less in its text.
 */
export function* simplerOffers(scenario: Scenario, given: NewOffer): Generator<Offer> {
  const checked = checkOffer(scenario, given.id, given);
  if (!checked.ok) return;
  const offer = checked.value;
  for (const key of ['by', 'to', 'text'] as const) {
    const { [key]: left, ...rest } = offer;
    if (left) yield rest;
  }
  const measure = complexityOf(scenario, offer);
  if (offer.known === 'full') {
    for (const other of atSimplerPoints(scenario, offer)) {
      if (isSimpler(complexityOf(scenario, other), measure)) yield other;
    }
  }
  yield* simplerTexts(scenario, offer);
}

function* atSimplerPoints(scenario: Scenario, offer: Offer): Generator<Offer> {
  const { bounds } = readDeal(settingOf(scenario), offer);
  const negotiated = offer.phases.map(({ toBeNegotiated }) => toBeNegotiated?.value === true);
  const leftOut = { terms: Object.keys(scenario.terms), phases: true };
  const at = (point: Point, open: readonly boolean[]): Offer => {
    const { terms, phases, length } = fullOfferAt(scenario, point, leftOut, open);
    return { ...offer, ...(length && { length }), terms, phases };
  };
  yield at(bounds.least, negotiated);
  // In a course each of them would be played: none is drawn anew.
  for (const { value } of points(scenario, EVERYWHERE, DEFAULT_MOST, 0).shrink(bounds.least, undefined)) {
    yield at(value, negotiated);
  }
  for (const [i, open] of negotiated.entries()) if (open) yield at(bounds.least, negotiated.with(i, false));
}
