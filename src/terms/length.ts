import { daysInMonths } from '../base/day.js';
import { figure } from '../base/list.js';
import { normaliseAmount, type Amount, type AmountDraft } from './amount.js';
import { reachOf, type Reach } from './amount-span.js';
import { showAmount, type Namers } from './amount-words.js';

/** The units a length may be worded in. */
export const LENGTH_UNITS = ['days', 'weeks', 'months'] as const;

/** The unit a length is worded in: one of {@link LENGTH_UNITS}. */
export type LengthUnit = (typeof LENGTH_UNITS)[number];

/** A stretch of time as worded. A week is 7 days; a calendar month stays one until a start is known. */
export interface Length {
  readonly length: Amount;
  readonly unit: LengthUnit;
  /** Of an exact figure of calendar months: how many days these are, where the text says so or their start is known. */
  readonly days?: number;
}

/** A length as a modeller may write it. */
export interface LengthDraft {
  readonly length: AmountDraft;
  readonly unit: LengthUnit;
  readonly days?: number;
}

/**
 * A length of so many days.
 *
 * @example
 * days(between(35, 42)); // { length: { wording: 'between', from: 35, to: 42 }, unit: 'days' }
 */
export const days = (length: AmountDraft) => ({ length, unit: 'days' }) as const;
/**
 * A length of so many weeks of 7 days.
 *
 * @example
 * weeks(6); // { length: 6, unit: 'weeks' }
 */
export const weeks = (length: AmountDraft) => ({ length, unit: 'weeks' }) as const;
/**
 * A length of so many calendar months, of 28 to 31 days as long as no start is known; of an exact figure, `days` says how
 * many they are.
 *
 * @example
 * months(2); // { length: 2, unit: 'months' }
 * months(2, { days: 60 }); // { length: 2, unit: 'months', days: 60 }
 */
export const months = (length: AmountDraft, known: { readonly days?: number } = {}) =>
  ({ length, unit: 'months', ...(known.days !== undefined && { days: known.days }) }) as const;

/** A length from what a modeller wrote. */
export function normaliseLength(draft: LengthDraft): Length {
  const { unit, days } = draft;
  return { length: normaliseAmount(draft.length), unit, ...(days !== undefined && { days }) };
}

/**
 * The days a length may have: 42 for six weeks, 59 to 62 for two months; more than a week is 8 days or more.
 * Never negative: a length with no lower figure begins at nothing; one with no upper figure has no end (`Infinity`).
 *
 * @example
 * daysOf({ length: exactly(6), unit: 'weeks' }); // { least: 42, most: 42 }
 * daysOf({ length: exactly(2), unit: 'months' }); // { least: 59, most: 62 }
 * daysOf({ length: moreThan(1), unit: 'weeks' }); // { least: 8, most: Infinity }
 */
export function daysOf(length: Length): Reach {
  const { length: amount, unit, days } = length;
  if (days !== undefined) return { least: days, most: days };
  // The step of a length is the day, whatever its unit.
  if (amount.wording === 'more than') return { least: toDays(amount.n, unit, 'least') + 1, most: Infinity };
  if (amount.wording === 'less than') return { least: 0, most: toDays(amount.n, unit, 'most') - 1 };
  const { least, most } = reachOf(amount, 1);
  return { least: toDays(Math.max(0, least), unit, 'least'), most: toDays(most, unit, 'most') };
}

/** Whole days, for a tolerance of half a week too; a month that is not whole lies between its neighbours. */
function toDays(n: number, unit: LengthUnit, end: 'least' | 'most'): number {
  if (!Number.isFinite(n)) return n;
  const [inwards, outwards] = end === 'least' ? [Math.ceil, Math.floor] : [Math.floor, Math.ceil];
  if (unit === 'months') return daysInMonths(outwards(n))[end];
  return inwards(unit === 'weeks' ? 7 * n : n);
}

/**
 * A length as a reader meets it, in the unit it was worded in.
 *
 * @example
 * showLength({ length: about(2), unit: 'months' }, scenario); // 'about 2 months'
 * showLength({ length: exactly(2), unit: 'months', days: 60 }, scenario); // '2 months (60 days)'
 */
export function showLength(length: Length, namers: Namers): string {
  const { length: amount, unit, days } = length;
  const one = amount.wording === 'exactly' && amount.n === 1;
  const worded = `${showAmount(amount, namers)} ${one ? unit.slice(0, -1) : unit}`;
  return days === undefined ? worded : `${worded} (${showDays(days)})`;
}

/** `1 day`, `42 days`. */
export function showDays(n: number): string {
  return `${figure(n)} ${n === 1 ? 'day' : 'days'}`;
}
