import { mapValues, optional } from '../base/records.js';
import { knownSince, type Moment } from '../evidence/clocks.js';
import type { Field, Noted, Surroundings } from '../evidence/field.js';
import type { Offer } from '../offers/offer.js';
import type { Amount } from '../terms/amount.js';
import type { Length } from '../terms/length.js';
import type { Value } from '../terms/value.js';
import type { OfferDraft } from './offer-draft.js';
import type { Scenario } from './scenario.js';
import { textDraftOf } from './text-draft-of.js';

/**
 * The draft that a modeller could have written to get this offer: `normaliseOffer` the other way round. What would be
 * filled in again is left out, and what rests on what the offer rests on stands bare.
 */
export function offerDraftOf(offer: Offer, { basis, sources }: Pick<Scenario, 'basis' | 'sources'>): OfferDraft {
  const { id, label, standing, by, to, known, put, reported, citations, related, phaseCount, length, note } = offer;
  const clauses = (terms: Offer['terms']) => mapValues(terms, (said) => field(said, offer, value));
  const phases = offer.phases.map((phase) => ({
    ...optional('label', phase.label),
    ...(phase.length && { length: field(phase.length, offer, lengthDraft) }),
    ...ifAny('terms', clauses(phase.terms)),
    ...(phase.toBeNegotiated && { toBeNegotiated: noted(phase.toBeNegotiated, offer, asItIs) }),
  }));
  const draft = {
    ...(label !== id && { label }),
    ...(standing !== 'proposal' && { standing }),
    ...(by && { by: noted(by, offer, asItIs) }),
    ...(to && { to: noted(to, offer, asItIs) }),
    ...(known !== 'partial' && { known }),
    ...(put && { put: moment(put, offer) }),
    ...(reported !== undefined && reported !== knownSince(citations, sources) && { reported }),
    ...(offer.basis !== basis && { basis: offer.basis }),
    ...optional('because', offer.because),
    ...ifAny('citations', citations),
    ...ifAny(
      'related',
      related.map((tie) => ({ how: tie.how, offer: tie.offer, ...grounds(tie, offer) })),
    ),
    ...(phaseCount && { phaseCount: field(phaseCount, offer, amount) }),
    ...(length && { length: field(length, offer, lengthDraft) }),
    ...ifAny('terms', clauses(offer.terms)),
    ...ifAny('phases', phases),
    ...ifAny(
      'barred',
      mapValues(offer.barred, (reason) => noted(reason, offer, asItIs)),
    ),
    ...(offer.text && { text: textDraftOf(offer.text, offer) }),
    ...optional('note', note),
  };
  // Which values go with which term the draft's own types know of each path, and a record by any path has lost.
  return draft as unknown as OfferDraft;
}

const asItIs = (value: unknown) => value;

function field<T>(said: Field<T>, around: Surroundings, bare: (value: T) => unknown): unknown {
  if (!('readings' in said)) return noted(said, around, bare);
  return { readings: said.readings.map((reading) => noted(reading, around, bare)) };
}

function noted<T>({ value: held, ...rest }: Noted<T>, around: Surroundings, bare: (value: T) => unknown): unknown {
  const { basis, because, citations, reported } = rest;
  const taken = same(citations, around.citations);
  const value = bare(held);
  if (taken && basis === around.basis && because === around.because && reported === undefined) return value;
  // What `assumed` makes of it has its own list of citations, an empty one.
  const cites = taken && !(basis === 'assumed' && because !== undefined && citations.length === 0);
  return {
    value,
    basis,
    ...optional('because', because),
    ...(!cites && { citations }),
    ...optional('reported', reported),
  };
}

function moment(put: Moment, around: Surroundings): unknown {
  const { basis: _, because: __, ...when } = put;
  const taken = grounds(put, around);
  const aDay = when.words === undefined && when.earliest !== undefined && when.earliest === when.latest;
  return aDay && Object.keys(taken).length === 0 ? when.earliest : { ...when, ...taken };
}

function grounds(own: Pick<Surroundings, 'basis' | 'because'>, around: Surroundings): object {
  const { basis, because } = own;
  if (basis === around.basis && because === around.because) return {};
  return { basis, ...optional('because', because) };
}

function amount(held: Amount): unknown {
  return held.wording === 'exactly' && held.words === undefined ? held.n : held;
}

function lengthDraft({ length, unit, days }: Length): unknown {
  return { length: amount(length), unit, ...optional('days', days) };
}

function value(held: Value): unknown {
  if (typeof held === 'boolean') return held;
  if ('wording' in held) return amount(held);
  return 'oneOf' in held && held.oneOf.length === 1 ? held.oneOf[0] : held;
}

function ifAny<K extends string, T extends object>(key: K, held: T): object {
  return Object.keys(held).length === 0 ? {} : { [key]: held };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
