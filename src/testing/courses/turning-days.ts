import { daysBetween, firstDay, lastDay } from '../../base/day.js';
import { presentOf } from '../../machine/clock.js';
import type { Talks } from '../../machine/talks.js';

/** Numbers of days by which something ends: what is left of a phase, or of days of objection, and just before and after. */
export function turningDays(talks: Talks): readonly number[] {
  const objection = talks.scenario.process.ratification.flatMap(({ objectionDays = 0 }) => [objectionDays]);
  const left = daysLeft(talks);
  return [...objection, left - 1, left, left + 1].filter((n) => n >= 1);
}

/** Numbers of days to each deadline that is ahead, and to the day after it; none where it is not known what day it is. */
export function daysToDeadlines({ clock, scenario }: Talks): readonly number[] {
  const present = presentOf(clock);
  if (present === undefined) return [];
  const left = Object.values(scenario.process.deadlines).map(({ by }) => daysBetween(firstDay(present), lastDay(by)));
  return left.flatMap((days) => [days, days + 1]).filter((n) => n >= 1);
}

/** How many days are left of the present phase of a deal, as far as its text gives it a length in days or weeks. */
export function daysLeft({ deal, scenario }: Talks): number {
  const length = deal && scenario.offers[deal.offer]?.phases[deal.phase - 1]?.length;
  const amount = length && 'value' in length && length.value.unit !== 'months' ? length.value : undefined;
  const exact = amount && 'n' in amount.length ? amount.length.n * (amount.unit === 'weeks' ? 7 : 1) : 0;
  return exact + (deal?.extended ?? 0) - (deal?.day ?? 0);
}
