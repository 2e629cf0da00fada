import { mapValues, optional } from '../base/records.js';
import type { Basis } from '../evidence/basis.js';
import { knownSince, type Sources } from '../evidence/clocks.js';
import { normaliseField, normaliseNote, type FieldDraft } from '../evidence/field.js';
import type { Offer, OfferPhase } from '../offers/offer.js';
import { normaliseAmount } from '../terms/amount.js';
import { normaliseLength } from '../terms/length.js';
import { normaliseValue, type ValueDraft } from '../terms/value.js';
import type { OfferDraft } from './offer-draft.js';
import { normaliseText } from './normalise-text.js';
import { around, normaliseMoment, reasoned } from './origin.js';

/** An offer from a draft that has been checked; it takes its basis from the scenario where it has none of its own. */
export function normaliseOffer(id: string, draft: OfferDraft, scenarioBasis: Basis, sources: Sources): Offer {
  const origin = around(draft, { basis: scenarioBasis, citations: [] });
  const value = <T, R>(field: FieldDraft<T>, change: (v: T) => R) => normaliseField(field, origin, change);
  // Each clause is a field of a value; the mapped types of the draft only tie each to its own term.
  const clauses = (terms: OfferDraft['terms']) =>
    mapValues((terms ?? {}) as Record<string, FieldDraft<ValueDraft>>, (field) => value(field, normaliseValue));
  const reported = draft.reported ?? knownSince(origin.citations, sources);
  return {
    id,
    label: draft.label ?? id,
    standing: draft.standing ?? 'proposal',
    ...(draft.by === undefined ? {} : { by: normaliseNote(draft.by, origin, (by) => by) }),
    ...(draft.to === undefined ? {} : { to: normaliseNote(draft.to, origin, (to) => to) }),
    known: draft.known ?? 'partial',
    ...optional('put', normaliseMoment(draft.put, origin.basis, origin.because)),
    ...optional('reported', reported),
    basis: origin.basis,
    ...optional('because', origin.because),
    citations: origin.citations,
    related: (draft.related ?? []).map((r) => ({
      how: r.how,
      offer: r.offer,
      ...reasoned(r, origin),
    })),
    ...(draft.phaseCount === undefined ? {} : { phaseCount: value(draft.phaseCount, normaliseAmount) }),
    ...(draft.length === undefined ? {} : { length: value(draft.length, normaliseLength) }),
    terms: clauses(draft.terms),
    phases: (draft.phases ?? []).map((p): OfferPhase => ({
      ...optional('label', p.label),
      ...(p.length === undefined ? {} : { length: value(p.length, normaliseLength) }),
      terms: clauses(p.terms),
      ...(p.toBeNegotiated === undefined ? {} : { toBeNegotiated: normaliseNote(p.toBeNegotiated, origin, (b) => b) }),
    })),
    barred: mapValues(draft.barred ?? {}, (reason) => normaliseNote(reason ?? '', origin, (r) => r)),
    ...(draft.text && { text: normaliseText(draft.text, origin) }),
    ...optional('note', draft.note),
  };
}
