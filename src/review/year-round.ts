import { daysBetween } from '../base/day.js';
import { readingsOf } from '../evidence/field.js';
import type { Offer } from '../offers/offer.js';
import type { Text } from '../offers/text/text.js';
import { triggersIn, type Trigger } from '../offers/text/trigger.js';
import type { Length } from '../terms/length.js';

/** A day of a year, `02-28`, and the same counted from 1970. */
export interface DayOfYear {
  readonly name: string;
  readonly day: number;
}

/** Of a common year the first and the last of each month; the end of a February that has a day more comes last. */
export const DAYS_OF_A_YEAR: readonly DayOfYear[] = /* @__PURE__ */ (() => [
  ...[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].flatMap((last, i) =>
    [1, last].map((day) => dayOf(2079, i + 1, day)),
  ),
  dayOf(2080, 2, 29),
])();

function dayOf(year: number, month: number, day: number): DayOfYear {
  const name = [month, day].map((n) => String(n).padStart(2, '0')).join('-');
  return { name, day: daysBetween('1970-01-01', `${year}-${name}`) };
}

/** Whether anything in an offer is counted in calendar months, which are as long as the day has it from which they run. */
export function hasMonths({ phases }: Offer, text: Text): boolean {
  const lengths = phases.flatMap(({ length }) => (length ? readingsOf(length).map(({ value }) => value) : []));
  return [...lengths, ...lengthsIn(text)].some(({ unit, days }) => unit === 'months' && days === undefined);
}

function lengthsIn(text: Text): readonly Length[] {
  const obligations = Object.values(text.obligations);
  const ofDuties = obligations.flatMap(({ within, every }) => [within, every]);
  const triggers = [
    ...obligations.flatMap(({ begins, until, escrow }) => [begins?.value, until, escrow?.released, escrow?.returned]),
    ...Object.values(text.events).map(({ trigger }) => trigger),
    ...Object.values(text.phases).map(({ begins }) => begins),
    ...Object.values(text.selections).map(({ deadline }) => deadline),
    ...Object.values(text.talks).flatMap(({ begin, end }) => [begin, end]),
  ];
  const ofTriggers = triggers.flatMap((trigger) => (trigger ? triggersIn(trigger).flatMap(lengthsOf) : []));
  return [...ofDuties, ...ofTriggers].filter((one) => one !== undefined);
}

function lengthsOf(trigger: Trigger): readonly (Length | undefined)[] {
  return ['after' in trigger ? trigger.after : undefined, 'before' in trigger ? trigger.before : undefined];
}
