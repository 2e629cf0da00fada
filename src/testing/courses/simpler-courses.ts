import type { TalksEvent } from '../../scenario/event.js';
import { weighed } from '../data-weight.js';

/**
 * How much there is to a course for a person who reads it: its events; what they carry; how great their figures are. What is
 * drawn shrinks along it, the first number that differs deciding.
 *
 * @example
 * const short = courseComplexity([{ type: 'talks.suspended' }]);
 * isSimpler(short, courseComplexity([{ type: 'days.passed', days: 3 }])); // true
 */
export function courseComplexity(events: readonly TalksEvent[]): readonly number[] {
  const { values, figures } = weighed(events);
  return [events.length, values - events.length, figures];
}

/** Courses that may be simpler, what takes away most first: fewer events, the last ones first; then less in one of them. */
export function* simplerCourses(
  events: readonly TalksEvent[],
  simplerEvents: (event: TalksEvent) => readonly TalksEvent[],
): Generator<readonly TalksEvent[]> {
  if (events.length === 0) return;
  for (let cut = events.length; cut >= 1; cut = Math.floor(cut / 2)) {
    yield events.slice(0, events.length - cut);
    for (let at = events.length - 2 * cut; at > -cut; at -= cut) {
      yield [...events.slice(0, Math.max(0, at)), ...events.slice(at + cut)];
    }
  }
  for (const [i, event] of events.entries()) {
    for (const simpler of simplerEvents(event)) yield events.with(i, simpler);
  }
}

/** What may be left out of events. */
const DETAILS = [
  'on',
  'reportedOn',
  'because',
  'by',
  'concedes',
  'rule',
  'observer',
  'parts',
  'votes',
  'title',
  'rigidity',
];

/** An event with less in it: without a detail, or with a smaller figure. */
export function withLess(event: TalksEvent): readonly TalksEvent[] {
  const entries = Object.entries(event);
  const without = entries
    .filter(([key]) => DETAILS.includes(key))
    .map(([key]) => Object.fromEntries(entries.filter(([other]) => other !== key)));
  const smaller = entries.flatMap(([key, value]) =>
    typeof value === 'number' ? nearerToNothing(value).map((n) => ({ ...event, [key]: n })) : [],
  );
  // What is left is the same event, or one that will be refused, and then it is not used.
  return [...without, ...smaller] as unknown as readonly TalksEvent[];
}

function nearerToNothing(figure: number): readonly number[] {
  const nearer: number[] = [];
  for (let gap = figure; gap >= 1; gap = Math.floor(gap / 2)) nearer.push(figure - gap);
  return nearer;
}
