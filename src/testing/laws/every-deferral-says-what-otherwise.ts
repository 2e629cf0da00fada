import { readingsOf } from '../../evidence/field.js';
import type { Clauses, Offer } from '../../offers/offer.js';
import { unsettledAmounts } from '../../offers/text/own-amount.js';
import { isUnsettled, type Value } from '../../terms/value.js';
import type { Finding, OfferInvariant } from '../invariant.js';
import { together } from './together.js';

/**
 * Whatever is left to be agreed later, a term or an amount that the text makes due, says what happens otherwise.
 *
 * Broken where a full text defers a term without it; undetermined where that is only how an offer known in part is
 * reported, or where reports differ on it. It speaks of offers that defer something; what completes a draft defers nothing,
 * so that the draft itself is asked.
 *
 * @example
 * const law = everyDeferralSaysWhatOtherwise();
 * const later = checkOffer(scenario, 'later', { known: 'full', terms: { catch: 40, observer: deferred() } });
 * later.ok && law.offer(later.value, scenario); // 'broken'
 */
export function everyDeferralSaysWhatOtherwise(): OfferInvariant {
  return {
    title: 'whatever is deferred says what happens otherwise',
    offer: (offer) =>
      together([
        ...clausesOf(offer).flatMap((clauses) => deferralsIn(clauses, offer.known)),
        ...amountsOf(offer).flatMap((amount) => deferralOf(amount, offer.known)),
      ]),
    speaksOf: (offer) => valuesIn(offer).some(isDeferred),
    asksDraft: () => true,
  };
}

function clausesOf({ terms, phases }: Offer): readonly Clauses[] {
  return [terms, ...phases.map((phase) => phase.terms)];
}

/** The amounts of the text's obligations that are not settled. */
function amountsOf({ text }: Offer): readonly Value[] {
  return Object.values(text?.obligations ?? {}).flatMap((obligation) =>
    unsettledAmounts(obligation).map(({ value }) => value),
  );
}

function valuesIn(offer: Offer): readonly Value[] {
  const said = clausesOf(offer).flatMap((clauses) => Object.values(clauses).flatMap(readingsOf));
  return [...said.map(({ value }) => value), ...amountsOf(offer)];
}

function deferralsIn(clauses: Clauses, known: 'partial' | 'full'): readonly Finding[] {
  return Object.values(clauses).flatMap((field): readonly Finding[] => {
    const readings = readingsOf(field);
    const bare = readings.filter(({ value }) => isBare(value));
    if (bare.length === 0) return [];
    return [known === 'full' && bare.length === readings.length ? 'broken' : 'undetermined'];
  });
}

function deferralOf(amount: Value, known: 'partial' | 'full'): readonly Finding[] {
  if (!isBare(amount)) return [];
  return [known === 'full' ? 'broken' : 'undetermined'];
}

function isDeferred(value: Value) {
  return isUnsettled(value) && value.unsettled === 'deferred' ? value : undefined;
}

function isBare(value: Value): boolean {
  const deferred = isDeferred(value);
  return deferred !== undefined && deferred.otherwise === undefined;
}
