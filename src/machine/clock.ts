import { addDays, daysBetween, firstDay, lastDay, later, type CalendarDate } from '../base/day.js';
import type { TalksEvent } from '../scenario/event.js';
import type { Deadline } from '../scenario/process.js';
import type { Scenario } from '../scenario/scenario.js';
import type { TalksContext } from './context.js';

/** How talks stand in time: the day they have come to, and the day up to which reports count. */
export type Clock = Pick<TalksContext, 'today' | 'asOf'>;

/**
 * Both clocks after an event. Neither goes back: what happened or was reported earlier leaves them where they are. An event
 * is learned of on the day it was reported, else on that of its source, else when it happened. Nothing past the year 9999.
 */
export function clockAfter(scenario: Scenario, clock: Clock, event: TalksEvent): Clock | undefined {
  const { on, reportedOn, citation } = event;
  const days = event.type === 'days.passed' ? (event.days ?? 0) : 0;
  const today = clock.today === null ? null : addDays(clock.today, days);
  const asOf = clock.asOf === null || days === 0 ? clock.asOf : addDays(lastDay(clock.asOf), days);
  if (today === undefined || asOf === undefined) return undefined;
  const source = citation && Object.hasOwn(scenario.sources, citation.source) && scenario.sources[citation.source];
  const learned = reportedOn ?? (source ? source.date : on);
  return {
    // Of a month no day is known: it moves on a day that is, and is none itself.
    today: on === undefined || (today === null && on !== firstDay(on)) ? today : later(today, firstDay(on)),
    asOf: asOf === null || learned === undefined ? asOf : later(asOf, learned),
  };
}

/** How many days ago something happened that is told today, as far as that is known: of a month no day is. */
export function daysAgo({ today }: Pick<Clock, 'today'>, { on }: Pick<TalksEvent, 'on'>): number {
  return today === null || on === undefined || isMonth(on) ? 0 : Math.max(0, daysBetween(on, today));
}

/** The day on which something happened that is told now: as it says, and else today, as far as that is known. */
export function toldOn({ today }: Pick<Clock, 'today'>, { on }: Pick<TalksEvent, 'on'>): CalendarDate | undefined {
  return on ?? today ?? undefined;
}

/** Whether all that is known of a day is its month. */
export function isMonth(on: CalendarDate | undefined): boolean {
  return on !== undefined && firstDay(on) !== on;
}

/** The day the talks stand at, as far as any is known. */
export function presentOf({ today, asOf }: Clock): CalendarDate | undefined {
  return today ?? asOf ?? undefined;
}

/** How a deadline stands: a month's may fall on any of its days. */
export type DeadlineStanding = 'ahead' | 'may have passed' | 'passed' | 'no day known';

/** How a deadline stands on a day. */
export function standingOf(deadline: Deadline, present: CalendarDate | undefined): DeadlineStanding {
  if (present === undefined) return 'no day known';
  if (lastDay(deadline.by) < firstDay(present)) return 'passed';
  return lastDay(present) <= firstDay(deadline.by) ? 'ahead' : 'may have passed';
}

/** The hard deadlines that are over for certain, by id. */
export function passedDeadlines(scenario: Scenario, clock: Clock): readonly string[] {
  const present = presentOf(clock);
  return Object.entries(scenario.process.deadlines)
    .filter(([, deadline]) => deadline.kind === 'hard' && standingOf(deadline, present) === 'passed')
    .map(([id]) => id);
}
