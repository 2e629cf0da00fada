import type { CalendarDate } from '../base/day.js';
import type { Basis } from './basis.js';
import type { Citation } from './citation.js';

/**
 * A value together with what it rests on.
 *
 * @example
 * const rigidity: Noted<Rigidity> = { value: 'demand', basis: 'assumed', because: 'No report says.', citations: [] };
 */
export interface Noted<T, S extends string = string> {
  readonly value: T;
  readonly basis: Basis;
  /** The reasoning, where the value is inferred or assumed. */
  readonly because?: string;
  readonly citations: readonly Citation<S>[];
  /** The day from which it was known, where that is not the day of its earliest source. */
  readonly reported?: CalendarDate;
}

/** A value that reports give in several ways: all stand, none is averaged. */
export interface Disputed<T, S extends string = string> {
  readonly readings: readonly Noted<T, S>[];
}

/** What a record holds at one place, once normalised: one noted value, or several readings of it. */
export type Field<T, S extends string = string> = Noted<T, S> | Disputed<T, S>;

/** A noted value as a modeller writes it: citations may be left out, and then are those of the record around it. */
export interface NotedDraft<T, S extends string = string> {
  readonly value: T;
  readonly basis: Basis;
  readonly because?: string;
  readonly citations?: readonly Citation<S>[];
  readonly reported?: CalendarDate;
}

/**
 * What a modeller may write for a field: the bare value, a noted one, or several readings. A bare value takes its basis
 * and its citations from the record around it.
 *
 * @example
 * const bare: FieldDraft<AmountDraft> = 40;
 * const disputed: FieldDraft<AmountDraft> = { readings: [40, assumed(about(50), 'As the year before.')] };
 */
export type FieldDraft<T, S extends string = string> =
  T | NotedDraft<T, S> | { readonly readings: readonly (T | NotedDraft<T, S>)[] };

/** A noted value or a bare one, where several readings make no sense. */
export type NoteDraft<T, S extends string = string> = T | NotedDraft<T, S>;

/**
 * A value that a source states. Without citations it takes those of the record around it.
 *
 * @example
 * reported(40, { source: 'gazette', attribution: 'on-record' });
 * // { value: 40, basis: 'reported', citations: [{ source: 'gazette', attribution: 'on-record' }] }
 */
export function reported<const T, const S extends string = never>(
  value: T,
  ...citations: Citation<S>[]
): NotedDraft<T, S> {
  return { value, basis: 'reported', ...(citations.length > 0 ? { citations } : {}) };
}

/**
 * A value that follows from reports without standing in them; `because` gives the reasoning.
 *
 * @example
 * inferred(true, 'A shared patrol is an observer.');
 * // { value: true, basis: 'inferred', because: 'A shared patrol is an observer.' }
 */
export function inferred<const T, const S extends string = never>(
  value: T,
  because: string,
  ...citations: Citation<S>[]
): NotedDraft<T, S> {
  return { value, basis: 'inferred', because, ...(citations.length > 0 ? { citations } : {}) };
}

/**
 * A value that the modeller supposes; `because` says why it was needed. It has no citations, nor takes any over.
 *
 * @example
 * assumed(100, 'The lake yields no more.');
 * // { value: 100, basis: 'assumed', because: 'The lake yields no more.', citations: [] }
 */
export function assumed<const T>(
  value: T,
  because: string,
): NotedDraft<T, never> & { readonly citations: readonly [] } {
  return { value, basis: 'assumed', because, citations: [] };
}

/**
 * Every reading of a field: one, or several.
 *
 * @example
 * const said = first.terms['catch'];
 * said && readingsOf(said).map((reading) => reading.value); // [{ wording: 'exactly', n: 30 }]
 */
export function readingsOf<T>(field: Field<T>): readonly Noted<T>[] {
  return 'readings' in field ? field.readings : [field];
}

/** Whether what a modeller wrote is a noted value rather than a bare one. Values have no key called `basis`. */
export function isNoted<T>(draft: T | NotedDraft<T>): draft is NotedDraft<T> {
  return typeof draft === 'object' && draft !== null && 'basis' in draft;
}

/** What a field takes over from the record around it. */
export interface Surroundings {
  readonly basis: Basis;
  readonly because?: string;
  readonly citations: readonly Citation[];
}

/** A modeller's field with everything filled in from the record around it. */
export function normaliseField<T, R>(
  draft: FieldDraft<T>,
  around: Surroundings,
  normaliseValue: (value: T) => R,
): Field<R> {
  if (typeof draft === 'object' && draft !== null && 'readings' in draft && Object.keys(draft).length === 1) {
    // The key alone tells readings from values, which have it at most beside others; TypeScript cannot see that of a free T.
    const { readings } = draft;
    const [first, ...more] = readings.map((reading) => normaliseNote(reading, around, normaliseValue));
    return first && more.length === 0 ? first : { readings: first ? [first, ...more] : [] };
  }
  return normaliseNote(draft as NoteDraft<T>, around, normaliseValue);
}

/** A modeller's note with everything filled in from the record around it. */
export function normaliseNote<T, R>(
  draft: NoteDraft<T>,
  around: Surroundings,
  normaliseValue: (value: T) => R,
): Noted<R> {
  if (!isNoted(draft)) {
    return {
      value: normaliseValue(draft),
      basis: around.basis,
      ...(around.because === undefined ? {} : { because: around.because }),
      citations: around.citations,
    };
  }
  return {
    value: normaliseValue(draft.value),
    basis: draft.basis,
    ...(draft.because === undefined ? {} : { because: draft.because }),
    citations: draft.citations ?? around.citations,
    ...(draft.reported === undefined ? {} : { reported: draft.reported }),
  };
}
