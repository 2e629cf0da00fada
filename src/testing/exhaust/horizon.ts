import { pushAll } from '../../base/list.js';
import { isCalendarDate, lastDay, type CalendarDate } from '../../base/day.js';
import type { DealRun } from '../../machine/context.js';
import { phaseOf } from '../../obligations/course.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';

/** How many days may matter to a deal, gone by in its present phase: with any more, all goes as it does with these. */
export type Horizon = (deal: DealRun) => number;

/**
 * Days matter up to the sum of the lengths of this phase and those after it, in whatever text is longest, each extended
 * as far as it may be: with so many every phase that has an end has come to it. Where events bring in texts of their own,
 * days matter without end.
 */
export function horizonOf(scenario: Scenario, menu: readonly TalksEvent[], extensions: number): Horizon {
  if (menu.some((event) => 'offer' in event && typeof event.offer === 'object')) return () => Infinity;
  const longestExtension = Math.max(0, ...menu.map((event) => (event.type === 'phase.extended' ? event.days : 0)));
  const texts = Object.values(scenario.offers);
  const most = Array.from({ length: scenario.space.phases.most }, (_, i) => {
    const lengths = texts.map((offer) => phaseOf(scenario, offer, i + 1, null).days);
    return (
      Math.max(0, ...lengths.flatMap(({ least = 0, most: end = 0 }) => [least, end])) + extensions * longestExtension
    );
  });
  return ({ phase }) => most.slice(Math.max(0, phase - 1)).reduce((sum, days) => sum + days, 0);
}

/** The latest day that anything in plain data speaks of: what is later is later than all of it. */
export function latestDayIn(data: unknown): CalendarDate | undefined {
  let latest: CalendarDate | undefined;
  const waiting: unknown[] = [data];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'object' && next !== null) pushAll(waiting, Object.values(next) as unknown[]);
    if (typeof next !== 'string' || !isCalendarDate(next)) continue;
    const day = lastDay(next);
    if (latest === undefined || day > latest) latest = day;
  }
  return latest;
}
