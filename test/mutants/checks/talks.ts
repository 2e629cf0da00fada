import { openTalks, type Talks, type Verdict } from 'sticking-points';
import { difference } from '../../model/compare.js';
import type { Check } from '../check.js';
import { courseText, talked, type Course } from './courses.js';
import { lookedFor } from './looked-for.js';

function look(title: string, wrong: (drawn: Course) => string | undefined, runs: number): Check {
  return lookedFor({ title, cases: [talked], wrong, size: ([, , events]) => events.length, tell: courseText, runs });
}

/** How talks go, by a model of them, and what is said of them on the way. */
export const TALKS_RIGHT: readonly Check[] = [
  look('talks go as the model of them does', parting, 1000),
  look('revised positions are held as revised, and brought offers known', forgetting, 100),
  look('a demand conceded by an acceptance is no sticking point, and every other is', missticking, 100),
];

function parting([scenario, options, events]: Course): string | undefined {
  const parts = difference(scenario, options, events);
  if (!parts) return undefined;
  const { model, talks } = parts;
  const keys = (Object.keys(model) as (keyof typeof model)[]).filter(
    (key) => JSON.stringify(model[key]) !== JSON.stringify(talks[key]),
  );
  const said = keys.map((key) => `${key} ${JSON.stringify(talks[key])}, and not ${JSON.stringify(model[key])}`);
  return [...said, ...talks.reasons].join('; ');
}

/** What is wrong with talks after one of the events that they accept. */
function along(
  [scenario, options, events]: Course,
  wrong: (talks: Talks, events: Course[2]) => string | undefined,
): string | undefined {
  const talks = openTalks(scenario, options);
  for (const event of events) {
    if (!talks.do(event).accepted) continue;
    const found = wrong(
      talks,
      talks.log.map((entry) => entry.event),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function forgetting(course: Course): string | undefined {
  const [scenario] = course;
  return along(course, (talks, events) => {
    const conditions = new Map(
      Object.values(scenario.positions).map((p) => [p.id, p.readings.map((r) => r.condition)] as const),
    );
    const offers = new Set(Object.keys(scenario.offers));
    for (const event of events) {
      if (event.type === 'position.revised') {
        if (event.condition === null) conditions.delete(event.position);
        else conditions.set(event.position, [event.condition]);
      }
      if ((event.type === 'offer.tabled' || event.type === 'offer.recorded') && typeof event.offer === 'object') {
        offers.add(event.offer.id);
      }
    }
    const held = Object.values(talks.scenario.positions).map(
      (p) => [p.id, p.readings.map((r) => r.condition)] as const,
    );
    return (
      differing('positions held', held, [...conditions]) ??
      differing(
        'offers known',
        Object.keys(talks.scenario.offers).map((id) => [id]),
        [...offers].map((id) => [id]),
      )
    );
  });
}

type Entries = readonly (readonly [string, unknown?])[];

function differing(what: string, found: Entries, wanted: Entries): string | undefined {
  const text = (entries: Entries) =>
    entries
      .map((entry) => JSON.stringify(entry))
      .sort()
      .join();
  return text(found) === text(wanted) ? undefined : `${what}: ${text(found)}, and not ${text(wanted)}`;
}

function missticking(course: Course): string | undefined {
  return along(course, ({ assessment, answers }) => {
    if (!assessment) return undefined;
    const said = Object.keys(answers).filter((party) => answers[party]?.declared?.answer === 'accepts');
    const isConceded = (v: Verdict) => v.rigidity.value === 'demand' && said.includes(v.party);
    const wanted = assessment.verdicts.filter(
      (v) => v.verdict === 'unmet' && v.rigidity.value !== 'preference' && !isConceded(v),
    );
    const ids = (verdicts: readonly Verdict[]): Entries => verdicts.map((v) => [v.position]);
    return differing('sticking points', ids(assessment.stickingPoints), ids(wanted));
  });
}
