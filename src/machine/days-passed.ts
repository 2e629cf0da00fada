import { daysBetween, firstDay, lastDay } from '../base/day.js';
import { fault, type Fault } from '../base/fault.js';
import type { DaysPassed } from '../scenario/events/deal.js';
import type { TalksEvent } from '../scenario/event.js';
import type { Clock } from './clock.js';

/** The same event, days that pass up to a date being counted: from the day the talks have come to. */
export function counted(event: TalksEvent, { today }: Pick<Clock, 'today'>): TalksEvent {
  if (event.type !== 'days.passed' || event.until === undefined) return event;
  const { until, ...rest } = event;
  return { ...rest, days: today === null ? 0 : daysBetween(today, firstDay(until)) };
}

/** What stands against days that pass up to a date: a month for it, no day to count from, or one that is not ahead. */
export function againstPassing({ until }: DaysPassed, { today }: Pick<Clock, 'today'>): readonly Fault[] {
  if (until === undefined) return [];
  const at = (code: string, message: string) => [fault(code, ['until'], message, { until, today })];
  if (firstDay(until) !== lastDay(until)) return at('talks/bad-date', `'${until}' is a month: give the day.`);
  if (today === null) {
    const message = `It is not known what day it is, so that the days to ${until} cannot be counted: let so many 'days' pass.`;
    return at('talks/no-calendar', message);
  }
  if (daysBetween(today, until) > 0) return [];
  return at('talks/bad-date', `The talks have come to ${today}: give a day after that, and not ${until}.`);
}
