import { daysBetween, type CalendarDate } from '../../base/day.js';
import type { TalksEvent } from '../../scenario/event.js';

/**
 * Courses with events left out that bear days, as many as may be first, of which the next one bears the day on which it
 * happened: the others may have mattered by their days alone.
 *
 * @param dayAfter - the day that the talks have come to after an event, by its place; before all, by -1
 */
export function* withDaysHandedOn(
  events: readonly TalksEvent[],
  dayAfter: (place: number) => CalendarDate | undefined,
): Generator<readonly TalksEvent[]> {
  for (const [at, event] of events.entries()) {
    const last = events.slice(0, at).findLastIndex(({ on }) => on !== undefined);
    const on = last < 0 || event.on !== undefined ? undefined : dayAfter(at);
    if (on === undefined) continue;
    for (let from = 0; from <= last; from++) {
      yield [...events.slice(0, from), { ...event, on }, ...events.slice(at + 1)];
    }
  }
}

/** Courses in which as many days pass as lead to the day on which they did, without telling it. */
export function* withDaysCounted(
  events: readonly TalksEvent[],
  dayAfter: (place: number) => CalendarDate | undefined,
): Generator<readonly TalksEvent[]> {
  for (const [at, event] of events.entries()) {
    if (event.type !== 'days.passed' || event.on === undefined || event.days === undefined) continue;
    const [before, after] = [dayAfter(at - 1), dayAfter(at)];
    const days = before === undefined || after === undefined ? 0 : daysBetween(before, after);
    if (days >= 1) yield events.with(at, { type: 'days.passed', days });
  }
}
