import { unique } from '../../base/list.js';
import { readingsOf } from '../../evidence/field.js';
import type { Clauses, Offer } from '../../offers/offer.js';
import { isUnsettled, type Value } from '../../terms/value.js';
import type { Finding, OfferInvariant } from '../invariant.js';
import { inPlace, knownPath } from './fitting.js';
import { together } from './together.js';

/**
 * Every phase that is still to be negotiated, or on which the text promises talks, is answered by what happens if that
 * fails: a term says it, in the phase before or for the whole deal, or those talks do, in their `otherwise`.
 *
 * Broken where a full text is silent, or leaves that term itself open. Undetermined where an offer known in part is
 * silent, where reports differ on whether it is settled, and where it is settled out of sight: undisclosed, or deferred
 * with an `otherwise` in words. A phase of which nobody says that it is to be negotiated is not. What completes a draft
 * settles every term, so that the draft itself is asked.
 *
 * @param term - what the scenario calls it: a choice, a flag or a quantity, by its path id
 * @throws a `FaultError` with `scenario/unknown-term` and `testing/no-finding`, once asked in a scenario without such a term
 * @example
 * const law = everyNegotiatedPhaseHasAFallback('jobs');
 * const { offers } = labourContract();
 * offers['draft'] && law.offer(offers['draft'], labourContract()); // 'held'
 *
 * const bare = checkOffer(labourContract(), 'bare', {
 *   known: 'full',
 *   terms: { hours: 38 },
 *   phases: [{ terms: { raise: 3 } }, { toBeNegotiated: true }],
 * });
 * bare.ok && law.offer(bare.value, labourContract()); // 'broken'
 */
export function everyNegotiatedPhaseHasAFallback(term: string): OfferInvariant {
  return {
    title: `every phase to be negotiated has a fallback: ${term}`,
    offer: (offer, scenario) => {
      inPlace(scenario, () => knownPath(scenario, term, 'term'));
      const answered = talksOnPhases(offer).flatMap(({ place, otherwise }) => (otherwise === undefined ? [] : [place]));
      const open = toBeNegotiated(offer).filter((i) => !answered.includes(i));
      return together(open.map((i) => fallbackBefore(offer, i, term)));
    },
    speaksOf: (offer) => toBeNegotiated(offer).length > 0,
    asksDraft: () => true,
  };
}

/** Talks that a text promises on a phase, by its place: they may be promised on none. */
function talksOnPhases({ text }: Offer) {
  return Object.values(text?.talks ?? {}).flatMap(({ on, otherwise }) =>
    on === undefined ? [] : [{ place: on - 1, otherwise }],
  );
}

function toBeNegotiated(offer: Offer): readonly number[] {
  return unique([
    ...offer.phases.flatMap((phase, i) => (phase.toBeNegotiated?.value === true ? [i] : [])),
    ...talksOnPhases(offer).map(({ place }) => place),
  ]);
}

/** Whether the term is settled for the whole deal or in the phase before the one at this place. */
function fallbackBefore(offer: Offer, place: number, term: string): Finding {
  const said = [offer.terms, offer.phases[place - 1]?.terms ?? {}].flatMap((clauses) => saidIn(clauses, term));
  if (said.includes('held')) return 'held';
  if (said.includes('undetermined')) return 'undetermined';
  return said.length > 0 || offer.known === 'full' ? 'broken' : 'undetermined';
}

function saidIn(clauses: Clauses, term: string): readonly Finding[] {
  // A term may be called `constructor`: only what the record itself holds is a clause.
  const field = Object.hasOwn(clauses, term) ? clauses[term] : undefined;
  if (!field) return [];
  const found = readingsOf(field).map(({ value }) => settledBy(value));
  return [found.every((one) => one === found[0]) ? (found[0] ?? 'undetermined') : 'undetermined'];
}

function settledBy(value: Value): Finding {
  if (!isUnsettled(value)) return 'held';
  const outOfSight =
    value.unsettled === 'undisclosed' || (value.unsettled === 'deferred' && value.otherwise !== undefined);
  return outOfSight ? 'undetermined' : 'broken';
}
