import type { CalendarDate } from '../base/day.js';
import { citationsBy, notedSince, reportedBy, type Sources } from '../evidence/clocks.js';
import { readingsOf, type Field, type Noted } from '../evidence/field.js';
import type { Clauses, Offer, OfferPhase, Offers } from './offer.js';

/**
 * An offer as it was known by a day: only the readings, relations and citations that had been reported by then.
 *
 * @param known - the scenario it belongs to
 * @param asOf - without it, the offer as it is
 * @example
 * const november = gaza2024().offers['november']!;
 * const inJanuary = offerBy(november, gaza2024(), '2024-01-31');
 * Object.keys(inJanuary.terms); // ['ceasefire', 'hostages']
 */
export function offerBy(
  offer: Offer,
  known: { readonly sources: Sources; readonly offers: Offers },
  asOf: CalendarDate | undefined,
): Offer {
  if (asOf === undefined) return offer;
  const { sources } = known;
  const isKnown: Test = (noted) => reportedBy(notedSince(noted, sources, offer.reported), asOf);
  const { by, to, length, phaseCount, ...rest } = offer;
  const then: Offer = {
    ...rest,
    ...(by && isKnown(by) && { by }),
    ...(to && isKnown(to) && { to }),
    ...fieldBy('length', length, isKnown),
    ...fieldBy('phaseCount', phaseCount, isKnown),
    citations: citationsBy(offer.citations, sources, asOf),
    related: offer.related.filter((r) => reportedBy(known.offers[r.offer]?.reported, asOf)),
    terms: clausesBy(offer.terms, isKnown),
    phases: offer.phases.map(({ length: phaseLength, toBeNegotiated, terms, ...phase }): OfferPhase => ({
      ...phase,
      ...fieldBy('length', phaseLength, isKnown),
      ...(toBeNegotiated && isKnown(toBeNegotiated) && { toBeNegotiated }),
      terms: clausesBy(terms, isKnown),
    })),
    barred: Object.fromEntries(Object.entries(offer.barred).filter(([, reason]) => isKnown(reason))),
  };
  // A text of which a clause was yet to be reported was not known in full: its silence there was no absence.
  return clausesIn(then) < clausesIn(offer) ? { ...then, known: 'partial' } : then;
}

/** How many things an offer says whose absence from a full text would mean something. */
function clausesIn({ terms, phases, phaseCount }: Offer): number {
  const places = [terms, ...phases.map((phase) => phase.terms)];
  return places.reduce((sum, clauses) => sum + Object.keys(clauses).length, phaseCount ? 1 : 0);
}

type Test = (noted: Noted<unknown>) => boolean;

function clausesBy(terms: Clauses, isKnown: Test): Clauses {
  return Object.assign({}, ...Object.entries(terms).map(([path, field]) => fieldBy(path, field, isKnown))) as Clauses;
}

/** `{ [key]: field }` with only the known readings, or nothing where none is. */
function fieldBy<K extends string, T>(
  key: K,
  field: Field<T> | undefined,
  isKnown: Test,
): { readonly [key in K]?: Field<T> } {
  const [first, ...more] = field ? readingsOf(field).filter(isKnown) : [];
  if (!first) return {};
  // TypeScript widens a computed key to string; the record has exactly this one.
  return { [key]: more.length === 0 ? first : { readings: [first, ...more] } } as { readonly [key in K]?: Field<T> };
}
