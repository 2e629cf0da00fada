import { readingsOf } from '../../evidence/field.js';
import { schedule } from '../../obligations/schedule.js';
import type { Offer } from '../../offers/offer.js';
import type { Scenario } from '../../scenario/scenario.js';
import { all } from '../../terms/amount.js';
import { reachOf } from '../../terms/amount-span.js';
import { quantityAt, termLabel } from '../../terms/term.js';
import type { Finding, OfferInvariant } from '../invariant.js';
import { fitting, inPlace } from './fitting.js';
import { OF_TEXTS, ofText } from './of-text.js';
import { owedOf, owesAny } from './owed-of.js';

/**
 * What the obligations of a text come to never exceeds a count of the scenario: no more are to be released than are held.
 *
 * The obligations count that are of this path, of a category in it, or of anything that may be in it, each as often as it
 * comes round. Categories that exclude each other add up; of those that may overlap, and of a whole beside its categories, one
 * may be what another is too: at the least it is counted once, and at the most apart, so that between the two nobody can tell.
 * Of what passes through several hands, those count of whoever it comes from; what somebody only may do, or aims to, may come
 * to nothing. Levels and what is to be left undone release nothing. Where reports of the count differ it is held only if that
 * is so whichever of them is right, and broken only if it is not so by any. It speaks of texts that owe any of this path.
 *
 * @param of - a quantity or a category of one, by its path id
 * @param count - a count, by its id
 * @throws a `FaultError` with `scenario/unknown-term` or `scenario/unknown-count`, among others
 * @example
 * const law = neverMoreOwedThanHeld(gaza2024(), 'hostages', 'held');
 * const draft = checkOffer(gaza2024(), 'draft', {
 *   text: { obligations: { all: { owedBy: ['hamas'], of: 'hostages', amount: 50, begins: onDay(0) } } },
 * });
 * draft.ok && law.offer(draft.value, gaza2024()); // 'held'
 */
export function neverMoreOwedThanHeld(scenario: Scenario, of: string, count: string): OfferInvariant {
  const fits = (place: Scenario) => fitting(place, { kind: 'compare', of, op: '<=', line: all({ count }) });
  fits(scenario);
  return {
    title: `${termLabel(scenario.terms, of)}: never more owed than ${scenario.counts[count]?.label ?? count}`,
    offer: (offer, place) => {
      inPlace(place, () => fits(place));
      return ofText(offer, () => withinEach(place, offer, of, count));
    },
    ...OF_TEXTS,
    speaksOf: (offer, place) => offer.text !== undefined && owesAny(place.terms, schedule(place, offer).duties, of),
  };
}

function withinEach(scenario: Scenario, offer: Offer, of: string, count: string): Finding {
  const held = scenario.counts[count];
  const readings = held?.figure ? readingsOf(held.figure) : [];
  const found = readings.map((reading): Finding => {
    // What is a share of the count is a share of this reading of it.
    const supposed = { ...scenario, counts: { ...scenario.counts, [count]: { ...held, figure: reading } } };
    const owed = owedOf(scenario.terms, schedule(supposed as Scenario, offer).duties, of);
    const there = reachOf(reading.value, quantityAt(scenario.terms, of).step);
    if (owed.most <= there.least || owed.most === 0) return 'held';
    return owed.least > there.most ? 'broken' : 'undetermined';
  });
  const [first] = found;
  if (first === undefined)
    return owedOf(scenario.terms, schedule(scenario, offer).duties, of).most === 0 ? 'held' : 'undetermined';
  return found.every((one) => one === first) ? first : 'undetermined';
}
