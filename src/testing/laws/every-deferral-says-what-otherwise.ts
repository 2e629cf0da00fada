import { readingsOf } from '../../evidence/field.js';
import type { Clauses, Offer } from '../../offers/offer.js';
import { isUnsettled } from '../../terms/value.js';
import type { Finding, OfferInvariant } from '../invariant.js';
import { together } from './together.js';

/**
 * Whatever is left to be agreed later says what happens otherwise.
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
    offer: (offer) => together(clausesOf(offer).flatMap((clauses) => deferralsIn(clauses, offer.known))),
    speaksOf: (offer) => clausesOf(offer).some((clauses) => Object.values(clauses).some(isDeferredIn)),
    asksDraft: () => true,
  };
}

function clausesOf({ terms, phases }: Offer): readonly Clauses[] {
  return [terms, ...phases.map((phase) => phase.terms)];
}

function isDeferredIn(field: Clauses[string]): boolean {
  return readingsOf(field).some(({ value }) => isUnsettled(value) && value.unsettled === 'deferred');
}

function deferralsIn(clauses: Clauses, known: 'partial' | 'full'): readonly Finding[] {
  return Object.values(clauses).flatMap((field): readonly Finding[] => {
    const readings = readingsOf(field);
    const bare = readings.filter(
      ({ value }) => isUnsettled(value) && value.unsettled === 'deferred' && value.otherwise === undefined,
    );
    if (bare.length === 0) return [];
    return [known === 'full' && bare.length === readings.length ? 'broken' : 'undetermined'];
  });
}
