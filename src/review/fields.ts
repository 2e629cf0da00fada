import { readingsOf, type Field } from '../evidence/field.js';
import type { Offer } from '../offers/offer.js';
import type { Value } from '../terms/value.js';

/** What an offer says of its terms and phases, each with the id of its clause. */
export function fieldsOf(offer: Offer): readonly (readonly [string, Field<Value>])[] {
  return [
    ...Object.entries(offer.terms).map(([path, field]) => [`terms.${path}`, field] as const),
    ...offer.phases.flatMap(({ terms }, i) =>
      Object.entries(terms).map(([path, field]) => [`phases.${i + 1}.${path}`, field] as const),
    ),
  ];
}

/** The term that a clause of an offer is about. */
export const pathIn = (clause: string) => clause.replace(/^(terms|phases\.\d+)\./, '');

/** Every value that an offer gives, in each reading. */
export function valuesOf(offer: Offer): readonly (readonly [string, Value])[] {
  return fieldsOf(offer).flatMap(([clause, field]) => readingsOf(field).map(({ value }) => [clause, value] as const));
}
