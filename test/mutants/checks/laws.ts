import { openTalks } from 'sticking-points';
import { LAWS, theDoors } from '../../machine/laws.js';
import type { Played } from '../../support/runs.js';
import type { Check } from '../check.js';
import { courseText, talked, type Course } from './courses.js';
import { lookedFor } from './looked-for.js';

/** What holds of talks however they went: done again, taken back, forked, saved and restored. */
export const LAWS_HOLD: readonly Check[] = LAWS.map(([title, law]) =>
  lookedFor<Course>({
    title,
    cases: [talked],
    wrong: (course) => {
      law(played(course), theDoors);
      return undefined;
    },
    size: ([, , events]) => events.length,
    tell: courseText,
    runs: 40,
  }),
);

/** Talks as the laws take them: what was tried, and what of it happened. */
function played([scenario, options, events]: Course): Played {
  const talks = openTalks(scenario, options);
  const tries = events.map((event) => {
    const { accepted } = talks.do(event);
    return { event, accepted, foreseen: accepted, state: talks.state, after: undefined };
  });
  return { scenario, options, steps: [], tries, events: tries.filter((t) => t.accepted).map((t) => t.event) };
}
