import { readingsOf } from '../../evidence/field.js';
import type { Clauses } from '../../offers/offer.js';
import type { Text } from '../../offers/text/text.js';
import { unsettledAmount } from '../../offers/text/own-amount.js';
import { isUnsettled, type Value } from '../../terms/value.js';
import type { Finding, OfferInvariant } from '../invariant.js';
import { together } from './together.js';

/**
 * Whatever is left to be agreed later, a term or an amount that the text makes due, says what happens otherwise.
 *
 * Broken where a full text defers a term without it; undetermined where that is only how an offer known in part is
 * reported, or where reports differ on it.
 *
 * @example
 * const law = everyDeferralSaysWhatOtherwise();
 * const later = checkOffer(scenario, 'later', { known: 'full', terms: { catch: 40, observer: deferred() } });
 * later.ok && law.offer(later.value, scenario); // 'broken'
 */
export function everyDeferralSaysWhatOtherwise(): OfferInvariant {
  return {
    title: 'whatever is deferred says what happens otherwise',
    offer: ({ terms, phases, known, text }) =>
      together([
        ...[terms, ...phases.map((phase) => phase.terms)].flatMap((clauses) => deferralsIn(clauses, known)),
        ...(text ? deferredAmounts(text, known) : []),
      ]),
  };
}

function deferralsIn(clauses: Clauses, known: 'partial' | 'full'): readonly Finding[] {
  return Object.values(clauses).flatMap((field): readonly Finding[] => {
    const readings = readingsOf(field);
    const bare = readings.filter(({ value }) => isBare(value));
    if (bare.length === 0) return [];
    return [known === 'full' && bare.length === readings.length ? 'broken' : 'undetermined'];
  });
}

function deferredAmounts({ obligations }: Text, known: 'partial' | 'full'): readonly Finding[] {
  return Object.values(obligations).flatMap((obligation): readonly Finding[] => {
    const value = unsettledAmount(obligation);
    return value && isBare(value) ? [known === 'full' ? 'broken' : 'undetermined'] : [];
  });
}

function isBare(value: Value): boolean {
  return isUnsettled(value) && value.unsettled === 'deferred' && value.otherwise === undefined;
}
