import fc from 'fast-check';
import type { Scenario, TalksEvent, TalksOptions } from 'sticking-points';
import { withLess } from '../../../src/testing/courses/less.js';
import { simplerCourses } from '../../../src/testing/courses/simpler-courses.js';
import { modelCourses } from '../../model/courses.js';
import { openings, randomScenarios, WRITTEN } from '../../model/scenarios.js';

/** Talks to be held: on a scenario, opened so, with these events, of which some are refused. */
export type Course = readonly [scenario: Scenario, options: TalksOptions, events: readonly TalksEvent[]];

/** Courses on scenarios that were written and on random ones; they shrink to fewer events. */
export const talked: fc.Arbitrary<Course> = fc
  .noShrink(fc.oneof(fc.constantFrom(...WRITTEN), randomScenarios))
  .chain((scenario) => fc.tuple(fc.constant(scenario), openedSoon, fewer(modelCourses(scenario))));

/** Ways to open talks, which shrink to the one that leads to them at once: a counterexample is then short of a round. */
const openedSoon = fc
  .tuple(fc.constantFrom(false, true, true, true), fc.noShrink(openings))
  .map(([asDrawn, options]) => ({
    ...options,
    ...(!asDrawn && { start: 'talks' as const }),
  }));

/** The same courses; what they shrink to has events left out, or less in one of them. */
function fewer(courses: fc.Arbitrary<readonly TalksEvent[]>): fc.Arbitrary<readonly TalksEvent[]> {
  return new Fewer(courses);
}

class Fewer extends fc.Arbitrary<readonly TalksEvent[]> {
  constructor(private readonly courses: fc.Arbitrary<readonly TalksEvent[]>) {
    super();
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<readonly TalksEvent[]> {
    return new fc.Value(this.courses.generate(random, bias).value, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is readonly TalksEvent[] {
    return Array.isArray(value);
  }

  override shrink(events: readonly TalksEvent[]): fc.Stream<fc.Value<readonly TalksEvent[]>> {
    return fc.stream(simplerCourses(events, withLess)).map((simpler) => new fc.Value(simpler, undefined));
  }
}

/** A course in one line. */
export function courseText([scenario, options, events]: Course): string {
  return `'${scenario.id}' ${JSON.stringify(options)}: ${events.map(eventText).join('; ')}`;
}

function eventText({ type, ...parts }: TalksEvent): string {
  const said = Object.entries(parts).map(([key, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return 'id' in value ? String(value.id) : key;
    return String(value);
  });
  return [type, ...said].join(' ');
}
