import { capital } from '../base/capital.js';
import { fault, type Fault, type Path } from '../base/fault.js';
import { isRecord, show } from '../base/plain.js';
import { failure, valueOrThrow } from '../base/result.js';
import type { Offer } from '../offers/offer.js';
import { checkOffer } from '../scenario/check-offer.js';
import type { Scenario } from '../scenario/scenario.js';

/** What is wrong with what is to be a whole offer of a scenario: `testing/unfit-offer`, with what `checkOffer` finds first. */
export function wholeOfferFaults(scenario: Scenario, offer: unknown, path: Path): readonly Fault[] {
  if (isOneOf(scenario, offer)) return [];
  const name = `no offer of '${scenario.id}'`;
  if (!isWhole(offer)) {
    const message = `${offer === undefined ? 'Nothing' : capital(show(offer))} is ${name}: give a whole one, as checkOffer returns it.`;
    return [fault('testing/unfit-offer', path, message, { found: show(offer) })];
  }
  const checked = checkOffer(scenario, offer.id, offer);
  if (checked.ok) return [];
  const [first] = checked.faults;
  const message = `'${offer.id}' is ${name}: ${first?.message ?? ''} Correct it, and check it with checkOffer.`;
  const codes = checked.faults.map(({ code }) => code);
  return [fault('testing/unfit-offer', path, message, { offer: offer.id, codes })];
}

/** Throws a `FaultError` with `testing/unfit-offer` for what is no whole offer of a scenario. */
export function checkWholeOffer(scenario: Scenario, offer: unknown, path: Path): void {
  const faults = wholeOfferFaults(scenario, offer, path);
  if (faults.length > 0) valueOrThrow(failure(faults), 'That offer does not fit the scenario.');
}

/** Offers of a scenario were checked with it. */
function isOneOf({ offers }: Scenario, offer: unknown): boolean {
  return isWhole(offer) && Object.hasOwn(offers, offer.id) && offers[offer.id] === offer;
}

/** Whether something has what a draft may lack; the rest is for `checkOffer` to see. */
function isWhole(offer: unknown): offer is Offer {
  return (
    typeof offer === 'object' &&
    offer !== null &&
    'id' in offer &&
    typeof offer.id === 'string' &&
    'known' in offer &&
    'terms' in offer &&
    isRecord(offer.terms) &&
    'phases' in offer &&
    Array.isArray(offer.phases)
  );
}
