import type { Scenario, TalksEvent, TalksOptions } from 'sticking-points';
import { difference, type Difference } from './compare.js';

/** A short course on which talks and model still part, for one on which they do: nothing in it can be left out. */
export function shortened(
  scenario: Scenario,
  options: TalksOptions,
  events: readonly TalksEvent[],
  partsOn = (course: readonly TalksEvent[]): Difference | undefined => difference(scenario, options, course),
): readonly TalksEvent[] {
  const parts = partsOn(events);
  if (!parts) return events;
  let course = events.slice(0, parts.at + 1);
  for (let i = course.length - 2; i >= 0; i--) {
    const without = course.filter((_, n) => n !== i);
    const still = partsOn(without);
    if (still) course = without.slice(0, still.at + 1);
    i = Math.min(i, course.length - 1);
  }
  return course;
}

/** Where talks and model part, for a reader: the course, and what both say. */
export function told(
  scenario: Scenario,
  options: TalksOptions,
  events: readonly TalksEvent[],
  partsOn = (course: readonly TalksEvent[]): Difference | undefined => difference(scenario, options, course),
): string {
  const course = shortened(scenario, options, events, partsOn);
  const parts = partsOn(course);
  if (!parts) return 'Talks and model agree.';
  return [
    `Talks and model part on '${scenario.id}', opened with ${JSON.stringify(options)}:`,
    ...course.map((event) => `  ${JSON.stringify(event)}`),
    `  model: ${JSON.stringify(parts.model)}`,
    `  talks: ${JSON.stringify(parts.talks)}`,
  ].join('\n');
}
