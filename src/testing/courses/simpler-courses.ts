import type { TalksEvent } from '../../scenario/event.js';
import { weighed } from '../data-weight.js';
import { nearerToNothing } from '../nearer-to-nothing.js';
import { withFewerEvents } from './fewer-events.js';
import { newOfferIn } from './fewer-offers.js';

/**
 * How much there is to a course for a person who reads it: its events; what they carry; how odd the figures of new offers in
 * them are; how great all figures are. What is drawn shrinks along it, the first number that differs deciding.
 *
 * @example
 * const short = courseComplexity([{ type: 'talks.suspended' }]);
 * isSimpler(short, courseComplexity([{ type: 'days.passed', days: 3 }])); // true
 */
export function courseComplexity(events: readonly TalksEvent[]): readonly number[] {
  const { values, figures } = weighed(events);
  const { digits } = weighed(events.map(newOfferIn));
  return [events.length, values - events.length, digits, figures];
}

/** Courses that may be simpler, what takes away most first: fewer events, the last ones first; then less in one of them. */
export function* simplerCourses(
  events: readonly TalksEvent[],
  simplerEvents: (event: TalksEvent) => Iterable<TalksEvent>,
): Generator<readonly TalksEvent[]> {
  yield* withFewerEvents(events);
  yield* withLessInOne(events, simplerEvents);
}

/** Courses of as many events, with a simpler one in place of one of them. */
export function* withLessInOne(
  events: readonly TalksEvent[],
  simplerEvents: (event: TalksEvent) => Iterable<TalksEvent>,
): Generator<readonly TalksEvent[]> {
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
