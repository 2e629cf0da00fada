import type { TalksOptions } from '../../machine/options.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import { courseCode } from './course-code.js';
import { courseText } from './course-text.js';
import { inReport } from './in-report.js';
import { printed } from './printed.js';

/**
 * The same list of events, which fast-check's reports of failures show as a person reads it and as code to paste.
 *
 * @example
 * const course = printedCourse(scenario, [{ type: 'offer.tabled', offer: 'counter' }]);
 * fc.stringify(course).split('\n').slice(2, 4); // ['// 1. offer.tabled: counter → talks.considering', …]
 */
export function printedCourse(
  scenario: Scenario,
  events: readonly TalksEvent[],
  options: TalksOptions = {},
): readonly TalksEvent[] {
  return printed([...events], (list) =>
    inReport(courseText(scenario, list, options), courseCode(list, scenario, options)),
  );
}
