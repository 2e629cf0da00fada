import { produceWithInverse, type Patch } from '../base/drafts.js';
import {
  isNoted,
  normaliseField,
  normaliseNote,
  readingsOf,
  type Field,
  type FieldDraft,
  type NoteDraft,
  type Noted,
} from '../evidence/field.js';
import { normaliseAmount, type AmountDraft } from '../terms/amount.js';
import { normaliseLength, type LengthDraft } from '../terms/length.js';
import { normaliseValue, type ValueDraft } from '../terms/value.js';
import type { Clauses, Offer, OfferPhase } from './offer.js';

/** What a recipe may write as an offer's clauses: fields as they are, noted values, or bare ones. */
export type WritableClauses = Record<string, FieldDraft<ValueDraft>>;

/** A phase that a recipe may write on. */
export type WritablePhase = Omit<
  { -readonly [K in keyof OfferPhase]: OfferPhase[K] },
  'terms' | 'length' | 'toBeNegotiated'
> & {
  terms: WritableClauses;
  length?: FieldDraft<LengthDraft>;
  toBeNegotiated?: NoteDraft<boolean>;
};

/** An offer that a recipe may write on; a field is replaced whole, and a bare value becomes an assumed one. */
export type WritableOffer = Omit<
  { -readonly [K in keyof Offer]: Offer[K] },
  'terms' | 'phases' | 'phaseCount' | 'length'
> & {
  terms: WritableClauses;
  phases: WritablePhase[];
  phaseCount?: FieldDraft<AmountDraft>;
  length?: FieldDraft<LengthDraft>;
};

/** An amended offer, and the changes both ways between it and the first one. */
export interface Amendment {
  readonly offer: Offer;
  readonly patches: readonly Patch[];
  /** `applyPatches(amendment.offer, amendment.inverse)` is the offer as it was. */
  readonly inverse: readonly Patch[];
}

/** What an amendment is called and whose it is. */
export interface AmendmentDetails {
  /** The id of the amended offer, which then says that it amends the other. Without it, the id stays. */
  readonly id?: string;
  readonly label?: string;
  /** Who puts it forward; nobody, unless given. */
  readonly by?: readonly string[];
}

const AROUND = { basis: 'assumed', because: 'Changed by an amendment.', citations: [] } as const;

/**
 * Changes an offer by a recipe that writes on a draft of it, and keeps the changes both ways; the offer itself stays.
 *
 * A bare value that the recipe writes is assumed. The result is not checked against a scenario: `checkOffer` does that,
 * and so does tabling it. Given an id of its own, the amended offer is nobody's, and says which one it amends.
 *
 * @example
 * const { offer } = amend(
 *   first,
 *   (draft) => {
 *     draft.terms['catch'] = 45;
 *   },
 *   { id: 'more-catch' },
 * );
 * offer.terms['catch']; // { value: { wording: 'exactly', n: 45 }, basis: 'assumed', … }
 * offer.related.map(({ how, offer: id }) => [how, id]); // [['amendment of', 'first-offer']]
 * checkOffer(scenario, offer.id, offer).ok; // true
 *
 * @example
 * const { offer, inverse } = amend(first, (draft) => {
 *   delete draft.terms['observer'];
 * });
 * describeChanges(scenario, first, offer).map((change) => change.sentence); // ['observer: yes was taken out']
 * describeChanges(scenario, first, applyPatches(offer, inverse)); // []
 */
export function amend(offer: Offer, recipe: (draft: WritableOffer) => void, details: AmendmentDetails = {}): Amendment {
  const [written, patches, inverse] = produceWithInverse(offer, (draft: WritableOffer) => {
    rename(draft, offer, details);
    recipe(draft);
  });
  const [filled, more, less] = produceWithInverse(written, (draft: WritableOffer) => {
    fillIn(draft, offer);
  });
  return { offer: filled, patches: [...patches, ...more], inverse: [...less, ...inverse] };
}

/** An amendment is an offer of its own: it has neither the first one's authors nor its dates, and no report gives it. */
function rename(draft: WritableOffer, offer: Offer, { id, label, by }: AmendmentDetails): void {
  if (id !== undefined && id !== offer.id) {
    draft.id = id;
    draft.related = [
      { how: 'amendment of', offer: offer.id, basis: 'assumed', because: 'Made by amending the other.' },
    ];
    draft.standing = 'proposal';
    draft.basis = 'assumed';
    draft.because = 'Made by amending another offer.';
    draft.citations = [];
    for (const key of ['by', 'to', 'put', 'reported', 'note'] as const) Reflect.deleteProperty(draft, key);
  }
  if (label !== undefined) draft.label = label;
  if (by !== undefined) draft.by = { value: by, ...AROUND };
}

/**
 * Turns whatever a recipe wrote bare into fields with their basis, and leaves every other field alone. A value changed
 * inside its field is no longer what the field's source says, and becomes assumed as well.
 */
function fillIn(draft: WritableOffer, before: Offer): void {
  // Recipes written without types may have taken out what every offer has.
  const loose = draft as Partial<Pick<WritableOffer, 'terms' | 'phases'>>;
  loose.terms ??= {};
  loose.phases ??= [];
  fillClauses(draft.terms, before.terms);
  fillField(draft, 'length', before.length, normaliseLength);
  fillField(draft, 'phaseCount', before.phaseCount, normaliseAmount);
  draft.phases.forEach((phase, i) => {
    const known = before.phases[i];
    (phase as Partial<Pick<WritablePhase, 'terms'>>).terms ??= {};
    fillClauses(phase.terms, known?.terms ?? {});
    fillField(phase, 'length', known?.length, normaliseLength);
    if (phase.toBeNegotiated !== undefined && !isField(phase.toBeNegotiated)) {
      phase.toBeNegotiated = normaliseNote(phase.toBeNegotiated, AROUND, (b) => b);
    }
  });
}

function fillClauses(terms: WritableClauses, before: Clauses): void {
  for (const path of Object.keys(terms)) {
    fillField(terms, path, Object.hasOwn(before, path) ? before[path] : undefined, normaliseValue);
  }
}

/** Fills in one field of a record, or takes it out where there is nothing. */
function fillField<K extends string, T>(
  record: { [key in K]?: FieldDraft<T> },
  key: K,
  before: Field<unknown> | undefined,
  normalise: (value: T) => unknown,
): void {
  const written: FieldDraft<T> | undefined = record[key];
  if (written === undefined || written === null) {
    Reflect.deleteProperty(record, key);
  } else if (!isField(written)) {
    // What normalising gives is one of the things that may be written there.
    record[key] = normaliseField(written, AROUND, normalise) as FieldDraft<T>;
  } else if (before && saysOtherwise(written, before)) {
    record[key] = { value: written.value as T, ...AROUND };
  }
}

/** Whether a field still rests on what it rested on, and no longer says the same. */
function saysOtherwise(written: Field<unknown>, before: Field<unknown>): written is Noted<unknown> {
  if ('readings' in written || 'readings' in before) return false;
  const { value, ...rest } = written;
  const { value: known, ...knownRest } = before;
  return JSON.stringify(rest) === JSON.stringify(knownRest) && JSON.stringify(value) !== JSON.stringify(known);
}

/** Whether something is a field with everything written out. */
function isField(draft: unknown): draft is Field<unknown> {
  if (typeof draft !== 'object' || draft === null) return false;
  if (!('readings' in draft) && !isNoted(draft)) return false;
  // One of the two keys is there, so this is a field, or one not filled in: which of them is what is asked here.
  return readingsOf(draft as Field<unknown>).every((reading: unknown) => {
    if (typeof reading !== 'object' || reading === null || !('citations' in reading) || !('value' in reading))
      return false;
    const { value } = reading;
    const bare = typeof value === 'number' || typeof value === 'string';
    const bareLength = typeof value === 'object' && value !== null && 'unit' in value && 'length' in value;
    return !bare && !(bareLength && typeof value.length === 'number');
  });
}
