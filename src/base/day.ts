/**
 * A calendar day of the Gregorian calendar, `2024-02-23`, or a month known no closer, `2024-03`, which may stand for its
 * first day or its last.
 */
export type CalendarDate = string;

const MONTHS_IN_CYCLE = 4800; // 400 years, after which the Gregorian calendar repeats

/** Whether the text is a real day (`2024-02-29`) or a month (`2024-03`). */
export function isCalendarDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? '1')];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The last day a date may stand for: itself, or the last day of its month. */
export function lastDay(date: CalendarDate): CalendarDate {
  if (date.length > 7) return date;
  const days = daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
  return `${date}-${String(days).padStart(2, '0')}`;
}

/** The first day a date may stand for: itself, or the first of its month. */
export function firstDay(date: CalendarDate): CalendarDate {
  return date.length > 7 ? date : `${date}-01`;
}

/** Days in a month of the Gregorian calendar; `month` from 1. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

// A memo, not state: at most one entry for each number of months in the cycle.
const windows = /* @__PURE__ */ new Map<number, { readonly least: number; readonly most: number }>();

/**
 * The fewest and the most days that `months` calendar months can have, whenever they start.
 *
 * @example
 * daysInMonths(2); // { least: 59, most: 62 }
 */
export function daysInMonths(months: number): { readonly least: number; readonly most: number } {
  if (months === 0) return { least: 0, most: 0 };
  const whole = Math.floor(months / MONTHS_IN_CYCLE) * 146_097; // days in 400 years
  const rest = months % MONTHS_IN_CYCLE;
  const window = windows.get(rest) ?? windowOf(rest);
  windows.set(rest, window);
  return { least: whole + window.least, most: whole + window.most };
}

/** The fewest and the most days of so many months on end, of all that begin in one cycle. */
function windowOf(rest: number): { readonly least: number; readonly most: number } {
  let [least, most, days] = [Infinity, -Infinity, 0];
  for (let start = 0; start < MONTHS_IN_CYCLE; start++) {
    // The first window is summed; each later one gains the month it reaches and loses the one it leaves.
    if (start === 0) for (let month = 0; month < rest; month++) days += monthLength(month);
    else days += monthLength(start + rest - 1) - monthLength(start - 1);
    [least, most] = [Math.min(least, days), Math.max(most, days)];
  }
  return { least, most };
}

function monthLength(index: number): number {
  return daysInMonth(2000 + Math.floor(index / 12), (index % 12) + 1);
}

const A_DAY = 86_400_000; // milliseconds

/** The day so many days after a day; nothing beyond the year 9999. */
export function addDays(day: CalendarDate, days: number): CalendarDate | undefined {
  const date = new Date(instant(day) + days * A_DAY);
  const year = date.getUTCFullYear();
  if (!(year <= 9999)) return undefined; // past what Date can hold, the year is NaN
  return [pad(year, 4), pad(date.getUTCMonth() + 1, 2), pad(date.getUTCDate(), 2)].join('-');
}

/** The day so many calendar months after a day: the same day of its month, or the last where that month is shorter. */
export function addMonths(day: CalendarDate, months: number): CalendarDate | undefined {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  if (year > 9999) return undefined;
  const last = daysInMonth(year, month);
  return [pad(year, 4), pad(month, 2), pad(Math.min(last, Number(day.slice(8, 10))), 2)].join('-');
}

/** Days from one day to another; negative where the other lies before it. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (instant(to) - instant(from)) / A_DAY;
}

/** The later of two dates, a month taken as its last day; where there is no first, the second. */
export function later(a: CalendarDate | null, b: CalendarDate): CalendarDate {
  return a !== null && lastDay(a) >= lastDay(b) ? a : b;
}

/** Milliseconds from 1970, in UTC, where every day has as many. */
function instant(day: CalendarDate): number {
  const date = new Date(0);
  // Date.UTC takes the years 0 to 99 for those of the twentieth century.
  return date.setUTCFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}
