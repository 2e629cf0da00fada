import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import { weighed } from '../data-weight.js';
import { withFewerEvents } from './fewer-events.js';
import { newOfferIn } from './fewer-offers.js';
import { latenessOf } from './ids.js';
import { withLessInOne } from './less-somewhere.js';

/**
 * How much there is to a course for a person who reads it: its events; what they carry; how odd the figures of new offers in
 * them are; how great all figures are; with a scenario, last, how late in it the ids stand that they speak of. What is drawn
 * shrinks along it, the first number that differs deciding.
 *
 * @example
 * const short = courseComplexity([{ type: 'talks.suspended' }]);
 * isSimpler(short, courseComplexity([{ type: 'days.passed', days: 3 }])); // true
 */
export function courseComplexity(events: readonly TalksEvent[], scenario?: Scenario): readonly number[] {
  const { values, figures } = weighed(events);
  const { digits } = weighed(events.map(newOfferIn));
  const lateness = scenario ? [latenessOf(scenario, events)] : [];
  return [events.length, values - events.length, digits, figures, ...lateness];
}

/** Courses that may be simpler, what takes away most first: fewer events, the last ones first; then less in one of them. */
export function* simplerCourses(
  events: readonly TalksEvent[],
  simplerEvents: (event: TalksEvent) => Iterable<TalksEvent>,
): Generator<readonly TalksEvent[]> {
  yield* withFewerEvents(events);
  yield* withLessInOne(events, simplerEvents);
}
