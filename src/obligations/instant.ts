import { addDays, addMonths, daysBetween, firstDay, lastDay, type CalendarDate } from '../base/day.js';
import { daysOf, type Length } from '../terms/length.js';

/**
 * A day: on the calendar, counted from 1970; or, while it is not known when the deal starts, counted from its start.
 * Two that are counted from different days cannot be compared.
 */
export interface Instant {
  readonly count: 'calendar' | 'start';
  readonly day: number;
}

const EPOCH = '1970-01-01';

/** A calendar day as an instant; nothing for a month, of which it is not known which day is meant. */
export function instantOf(date: CalendarDate): Instant | undefined {
  return firstDay(date) === lastDay(date) ? { count: 'calendar', day: daysBetween(EPOCH, date) } : undefined;
}

/** The calendar day of an instant; nothing for one that is counted from a start whose day is not known. */
export function dateOf({ count, day }: Instant): CalendarDate | undefined {
  return count === 'calendar' ? addDays(EPOCH, day) : undefined;
}

/** So many days later. */
export function plusDays(at: Instant, days: number): Instant {
  return { ...at, day: at.day + days };
}

/**
 * The end of a length from an instant on, or before it. Calendar months need the calendar; of a length that is no one
 * figure it is `end` that counts.
 */
export function plusLength(
  at: Instant,
  length: Length,
  end: 'least' | 'most' = 'most',
  sign: 1 | -1 = 1,
): Instant | undefined {
  const { length: amount, unit, days: stated } = length;
  if (stated !== undefined) return plusDays(at, sign * stated);
  if (unit === 'months' && amount.wording === 'exactly' && Number.isInteger(amount.n)) {
    const from = dateOf(at);
    const to = from === undefined ? undefined : addMonths(from, sign * amount.n);
    return to === undefined ? undefined : instantOf(to);
  }
  const days = daysOf(length)[end];
  return unit === 'months' || !Number.isFinite(days) ? undefined : plusDays(at, sign * days);
}

/** Whether a day that is known comes before another; not where the two are counted otherwise. */
export function isBefore(a: Instant | undefined, b: Instant | undefined): boolean {
  return a !== undefined && a.count === b?.count && a.day < b.day;
}

/** The earlier of two instants that are counted alike; nothing for others. */
export function earlierOf(a: Instant, b: Instant): Instant | undefined {
  if (a.count !== b.count) return undefined;
  return a.day <= b.day ? a : b;
}

/** The later of two instants that are counted alike; nothing for others. */
export function laterOf(a: Instant, b: Instant): Instant | undefined {
  if (a.count !== b.count) return undefined;
  return a.day >= b.day ? a : b;
}
