import { firstDay, lastDay, type CalendarDate } from '../base/day.js';
import type { Basis } from './basis.js';
import type { Citation } from './citation.js';
import type { Noted } from './field.js';
import type { Source } from './source.js';

/**
 * When something happened or was put forward, as closely as it is known: the first of the two clocks.
 *
 * @example
 * const late: Moment = { words: 'late January', earliest: '2030-01-21', latest: '2030-01-31', basis: 'inferred' };
 */
export interface Moment {
  /** As worded: `late January`, `several weeks before 26 January`. */
  readonly words?: string;
  /** Not before this day. */
  readonly earliest?: CalendarDate;
  /** Not after this day. */
  readonly latest?: CalendarDate;
  readonly basis: Basis;
  readonly because?: string;
}

/** Sources by id, for looking up their dates. */
export type Sources = Readonly<Record<string, Source>>;

/**
 * The day from which something was known: the earliest date among its sources, those that merely support left aside.
 * Without any citation: nothing, which means that it was known from the first. A source dated by its month alone counts
 * from the month's last day.
 *
 * @example
 * const sources = { gazette: { outlet: 'The Gazette', date: '2030-02', dateBasis: 'inferred' } } as const;
 * knownSince([{ source: 'gazette', attribution: 'on-record' }], sources); // '2030-02-28'
 */
export function knownSince(citations: readonly Citation[], sources: Sources): CalendarDate | undefined {
  const establishing = citations.filter((c) => c.as !== 'support');
  const dates = (establishing.length > 0 ? establishing : citations)
    .map((c) => sources[c.source]?.date)
    .filter((date) => date !== undefined)
    .map(lastDay);
  return dates.length === 0 ? undefined : dates.reduce((a, b) => (a < b ? a : b));
}

/** The day from which a noted value was known; `around` is the day of the record it stands in. */
export function notedSince(noted: Noted<unknown>, sources: Sources, around?: CalendarDate): CalendarDate | undefined {
  return noted.reported ?? knownSince(noted.citations, sources) ?? around;
}

/**
 * Whether something known since `since` had been reported by `asOf`. Without either date: yes. A month counts as its last
 * day.
 *
 * @example
 * reportedBy('2030-01-10', '2030-01-10'); // true
 * reportedBy('2030-01', '2030-01-30'); // false
 */
export function reportedBy(since: CalendarDate | undefined, asOf: CalendarDate | undefined): boolean {
  return since === undefined || asOf === undefined || lastDay(since) <= lastDay(asOf);
}

/** Those citations whose reports had appeared by `asOf`. */
export function citationsBy(
  citations: readonly Citation[],
  sources: Sources,
  asOf: CalendarDate | undefined,
): readonly Citation[] {
  if (asOf === undefined) return citations;
  return citations.filter((c) => reportedBy(sources[c.source]?.date, asOf));
}

/** Whether the first was over before the second can have begun. */
export function definitelyBefore(a: Moment | undefined, b: Moment | undefined): boolean {
  return a?.latest !== undefined && b?.earliest !== undefined && lastDay(a.latest) < firstDay(b.earliest);
}
