import type { Scenario } from '../../scenario/scenario.js';
import type { PointsPart, ScorePart } from '../../scenario/score.js';
import { fromSteps, inSteps } from '../../terms/decimal.js';
import { splitPath, type Term } from '../../terms/term.js';
import type { AdditiveDomain, AdditiveProfile, Evaluation, Issue, Losses } from './additive-domain.js';

/** A scenario as a domain with profiles, and what was lost on the way. */
export interface ExportedDomain {
  readonly domain: AdditiveDomain;
  /** One for each party that has a score, by its id. */
  readonly profiles: Readonly<Record<string, AdditiveProfile>>;
  readonly lost: Losses;
}

/** The most values that figures are written out as, where a worth does not run along one straight line. */
const MOST_VALUES = 1000;

/**
 * A scenario as an additive domain: its terms as issues, its parties' scores as profiles, their utilities scaled so that the
 * best of each issue together come to 1. Says what is lost: everything but terms and scores is.
 *
 * @param view - whose profiles to write: one party's, by its id; all, unless given
 * @example
 * domainOf(scenario).domain.issues.map((issue) => issue.name); // ['catch', 'observer']
 */
export function domainOf(scenario: Scenario, view?: string): ExportedDomain {
  const lost: string[] = [...alwaysLost(scenario)];
  const scores = Object.entries(scenario.scores).filter(([party]) => view === undefined || party === view);
  const parts = scores.flatMap(([, score]) => score.parts);
  const issues = Object.entries(scenario.terms).flatMap(([id, term]) => issuesOf(id, term, parts, lost));
  const domain = { name: scenario.id, issues };
  const profiles = scores.map(
    ([party, score]) => [party, profileOf(scenario, domain, party, score.parts, score.threshold, lost)] as const,
  );
  return { domain, profiles: Object.fromEntries(profiles), lost };
}

function alwaysLost(scenario: Scenario): Losses {
  const said = (n: number, what: string) =>
    n > 0 ? [`${n} ${what}: a domain of this kind has no place for them.`] : [];
  const { positions, offers, sources, statements, invariants, space } = scenario;
  return [
    ...said(Object.keys(positions).length, 'positions, with their readings'),
    ...said(Object.keys(offers).length, 'offers'),
    ...said(Object.keys(sources).length, 'sources, and every citation and basis'),
    ...said(Object.keys(statements).length, 'statements'),
    ...said(Object.keys(invariants).length, 'conditions asked of every deal'),
    ...(space.phases.most > 1
      ? [`Phases: the offer space has up to ${space.phases.most}, and here there is one deal.`]
      : []),
    'The process, the time line and the rule of agreement.',
  ];
}

function issuesOf(id: string, term: Term, parts: readonly ScorePart[], lost: string[]): readonly Issue[] {
  if (term.kind === 'flag') return [{ name: id, kind: 'discrete', values: ['no', 'yes'] }];
  if (term.kind === 'choice') return [{ name: id, kind: 'discrete', values: Object.keys(term.options) }];
  const categories = Object.keys(term.categories).length;
  if (categories > 0) lost.push(`The ${categories} categories of '${id}', of which the total alone is kept.`);
  const { least, most } = term.bounds;
  if (most === undefined) {
    lost.push(`'${id}', which has no upper bound.`);
    return [];
  }
  const on = parts.filter((part) => part.of === id && part.in === undefined);
  const straight = on.every((part) => 'points' in part && isStraight(part, least, most));
  if (term.step === 1 && Number.isInteger(least) && Number.isInteger(most) && straight) {
    return [{ name: id, kind: 'integer', least, most }];
  }
  const [from, to] = [inSteps(least, term.step), inSteps(most, term.step)];
  if (to - from >= MOST_VALUES) {
    lost.push(`'${id}', which has ${to - from + 1} figures and is worth what no straight line says.`);
    return [];
  }
  return [
    {
      name: id,
      kind: 'discrete',
      values: Array.from({ length: to - from + 1 }, (_, i) => String(fromSteps(from + i, term.step))),
    },
  ];
}

/** Whether points lie on one line from end to end. */
function isStraight({ points }: PointsPart, least: number, most: number): boolean {
  const [first, last] = [points[0], points.at(-1)];
  return points.length === 2 && first?.at === least && last?.at === most && least < most;
}

function profileOf(
  scenario: Scenario,
  { issues }: AdditiveDomain,
  party: string,
  parts: readonly ScorePart[],
  threshold: number,
  lost: string[],
): AdditiveProfile {
  const whole = parts.filter((part) => {
    const kept = part.in === undefined && issues.some((issue) => issue.name === part.of);
    if (!kept)
      lost.push(
        `What ${splitPath(part.of).term === part.of ? 'a phase' : 'a category'} of '${part.of}' is worth to '${party}'.`,
      );
    return kept;
  });
  const worth = issues.map((issue) =>
    worthsOf(
      issue,
      whole.filter((part) => part.of === issue.name),
    ),
  );
  const best = worth.map(({ most }) => most);
  const least = worth.map(({ least: low }) => low);
  const below = least.reduce((sum, n) => sum + Math.min(0, n), 0);
  if (below < 0)
    lost.push(`That some values are worth less than nothing to '${party}': all are counted from the worst.`);
  const offset = least.map((n) => Math.min(0, n));
  const total = best.reduce((sum, n, i) => sum + n - (offset[i] ?? 0), 0);
  const even = issues.length === 0 ? 0 : 1 / issues.length;
  const weights = issues.map(
    (issue, i) => [issue.name, total > 0 ? ((best[i] ?? 0) - (offset[i] ?? 0)) / total : even] as const,
  );
  const evaluations = issues.map((issue, i) => {
    const span = (best[i] ?? 0) - (offset[i] ?? 0);
    return [
      issue.name,
      worth[i]?.evaluate((n) => (span > 0 ? (n - (offset[i] ?? 0)) / span : 0)) ?? { kind: 'discrete', worth: {} },
    ] as const;
  });
  return {
    name: scenario.parties[party]?.label ?? party,
    weights: Object.fromEntries(weights),
    evaluations: Object.fromEntries<Evaluation>(evaluations),
    ...(total > 0 && { reservation: Math.min(1, Math.max(0, (threshold - below) / total)) }),
  };
}

/** What the values of an issue are worth, unscaled, and how to write them once scaled. */
function worthsOf(issue: Issue, parts: readonly ScorePart[]) {
  if (issue.kind === 'integer') {
    const at = (n: number) => parts.reduce((sum, part) => sum + worthAt(part, n), 0);
    const [low, high] = [at(issue.least), at(issue.most)];
    return {
      least: Math.min(low, high),
      most: Math.max(low, high),
      evaluate: (scaled: (n: number) => number): Evaluation => ({
        kind: 'integer',
        atLeast: scaled(low),
        atMost: scaled(high),
      }),
    };
  }
  const worth = issue.values.map(
    (value) => [value, parts.reduce((sum, part) => sum + worthAt(part, value), 0)] as const,
  );
  return {
    least: Math.min(...worth.map(([, n]) => n)),
    most: Math.max(...worth.map(([, n]) => n)),
    evaluate: (scaled: (n: number) => number): Evaluation => ({
      kind: 'discrete',
      worth: Object.fromEntries(worth.map(([value, n]) => [value, scaled(n)])),
    }),
  };
}

function worthAt(part: ScorePart, value: string | number): number {
  if ('table' in part) return (Object.hasOwn(part.table, value) ? part.table[value] : undefined) ?? 0;
  return interpolated(part.points, Number(value));
}

function interpolated(points: PointsPart['points'], at: number): number {
  const after = points.findIndex((point) => point.at >= at);
  const [left, right] = [points[after - 1], points[after]];
  if (!right) return points.at(-1)?.worth ?? 0;
  if (!left || right.at === at) return right.worth;
  return left.worth + ((right.worth - left.worth) * (at - left.at)) / (right.at - left.at);
}
