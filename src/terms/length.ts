import { daysInMonths } from '../base/day.js';
import { figure } from '../base/list.js';
import { normaliseAmount, type Amount, type AmountDraft } from './amount.js';
import { reachOf, type Reach } from './amount-span.js';
import { showAmount, type Namers } from './amount-words.js';

/** The units a length may be worded in. */
export const LENGTH_UNITS = ['days', 'weeks', 'months'] as const;

/** One of {@link LENGTH_UNITS}. */
export type LengthUnit = (typeof LENGTH_UNITS)[number];

/** A stretch of time as worded. A week is 7 days; a calendar month stays one until a start is known. */
export interface Length {
  readonly length: Amount;
  readonly unit: LengthUnit;
}

/** A length as a modeller may write it. */
export interface LengthDraft {
  readonly length: AmountDraft;
  readonly unit: LengthUnit;
}

/** So many days. */
export const days = (length: AmountDraft) => ({ length, unit: 'days' }) as const;
/** So many weeks of 7 days. */
export const weeks = (length: AmountDraft) => ({ length, unit: 'weeks' }) as const;
/** So many calendar months. */
export const months = (length: AmountDraft) => ({ length, unit: 'months' }) as const;

/** A length from what a modeller wrote. */
export function normaliseLength(draft: LengthDraft): Length {
  return { length: normaliseAmount(draft.length), unit: draft.unit };
}

/**
 * The days a length may have: 42 for six weeks, 59 to 62 for two months.
 * Never negative: a length with no lower figure begins at nothing.
 */
export function daysOf(length: Length): Reach {
  const { least, most } = reachOf(length.length, 1);
  return { least: toDays(Math.max(0, least), length.unit, 'least'), most: toDays(most, length.unit, 'most') };
}

function toDays(n: number, unit: LengthUnit, end: 'least' | 'most'): number {
  if (!Number.isFinite(n) || unit === 'days') return n;
  return unit === 'weeks' ? 7 * n : daysInMonths(n)[end];
}

/** `6 weeks`, `about 2 months`. */
export function showLength(length: Length, namers: Namers): string {
  const { length: amount, unit } = length;
  const one = amount.wording === 'exactly' && amount.n === 1;
  return `${showAmount(amount, namers)} ${one ? unit.slice(0, -1) : unit}`;
}

/** `1 day`, `42 days`. */
export function showDays(n: number): string {
  return `${figure(n)} ${n === 1 ? 'day' : 'days'}`;
}
