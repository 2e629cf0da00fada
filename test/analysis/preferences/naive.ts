// The frontier, the solutions and the rest once more, as a person would do it: list every deal, and look at all of them.
import { checkOffer, type Condition, type Scenario, type ScorePart } from 'sticking-points';
import { completions } from '../../laws/enumerate.js';
import { amountOf, evaluate, type PlainDeal } from '../../laws/naive.js';

export type Scores = Readonly<Record<string, number>>;

/** Every deal's scores, each list of them once. */
export function everyOutcome(scenario: Scenario, meeting: readonly string[] = []): readonly Scores[] {
  const silent = checkOffer(scenario, 'silent', {});
  if (!silent.ok) throw new Error('An offer that says nothing fits every scenario.');
  const must = mustMeet(scenario, meeting);
  const spoken = Object.values(scenario.scores).flatMap(({ parts }) => parts.map(mentioning));
  const found = new Map<string, Scores>();
  for (const deal of completions(scenario, silent.value, { kind: 'all', of: [...must, ...spoken] })) {
    if (must.some((condition) => evaluate(condition, deal, scenario) !== 'yes')) continue;
    const scores = scoresOf(scenario, deal);
    found.set(keyOf(scores), scores);
  }
  return [...found.values()];
}

export function mustMeet(scenario: Scenario, meeting: readonly string[] = []): readonly Condition[] {
  const positions = meeting.flatMap((id) => scenario.positions[id]?.readings.map((r) => r.condition) ?? []);
  return [...Object.values(scenario.invariants).map((norm) => norm.condition), ...positions];
}

/** A condition that speaks of the same as a part of a score. */
export function mentioning(part: ScorePart): Condition {
  if ('points' in part) {
    return { kind: 'compare', of: part.of, ...(part.in !== undefined && { in: part.in }), op: '>=', line: 0 };
  }
  return { kind: 'flag', of: part.of, ...(part.in !== undefined && { in: part.in }), is: true };
}

export function scoresOf(scenario: Scenario, deal: PlainDeal): Scores {
  return Object.fromEntries(
    Object.entries(scenario.scores).map(([party, { parts }]) => [
      party,
      parts.reduce((sum, part) => sum + worthOf(part, deal, scenario), 0),
    ]),
  );
}

function worthOf(part: ScorePart, deal: PlainDeal, scenario: Scenario): number {
  if (!('points' in part)) {
    const settled = deal.terms[part.of]?.[(part.in ?? 1) - 1];
    if (scenario.terms[part.of]?.kind === 'flag') return part.table[settled === true ? 'yes' : 'no'] ?? NaN;
    return typeof settled === 'string' ? (part.table[settled] ?? NaN) : 0;
  }
  const at = amountOf(deal, scenario, part.of, part.in);
  const { points } = part;
  const [first, last] = [points[0]!, points.at(-1)!];
  if (at <= first.at) return first.worth;
  if (at >= last.at) return last.worth;
  const after = points.findIndex((p) => p.at >= at - 1e-9);
  const [left, right] = [points[after - 1] ?? first, points[after]!];
  if (left === right) return right.worth;
  return left.worth + ((at - left.at) / (right.at - left.at)) * (right.worth - left.worth);
}

/** Scores in a form in which what was lost in adding does not show. */
export function keyOf(scores: Scores): string {
  return Object.keys(scores)
    .sort()
    .map((party) => `${party} ${Math.round(scores[party]! * 1e7) + 0}`)
    .join(', ');
}

const EPSILON = 1e-8;

function dominates(a: Scores, b: Scores): boolean {
  const parties = Object.keys(a);
  return parties.every((p) => a[p]! >= b[p]! - EPSILON) && parties.some((p) => a[p]! > b[p]! + EPSILON);
}

export function naiveFrontier(all: readonly Scores[]): readonly Scores[] {
  return all.filter((one) => !all.some((other) => dominates(other, one)));
}

export function naiveImprovements(all: readonly Scores[], offer: Scores): readonly Scores[] {
  return all.filter((one) => dominates(one, offer));
}

interface Bargain {
  readonly acceptable: readonly Scores[];
  readonly threshold: (party: string) => number;
  readonly best: (party: string) => number;
}

export function bargainOf({ scores }: Scenario, all: readonly Scores[]): Bargain {
  const threshold = (party: string) => scores[party]?.threshold ?? NaN;
  const acceptable = all.filter((one) => Object.keys(one).every((p) => one[p]! >= threshold(p) - EPSILON));
  const among = acceptable.length > 0 ? acceptable : all;
  return { acceptable, threshold, best: (party) => Math.max(...among.map((one) => one[party]!)) };
}

/** The solutions by definition, each as all deals that are equally good. */
export function naiveSolutions(scenario: Scenario, all: readonly Scores[]) {
  const { acceptable, threshold, best } = bargainOf(scenario, all);
  const parties = Object.keys(scenario.scores);
  const gain = (one: Scores, p: string) => one[p]! - threshold(p);
  const canGain = parties.filter((p) => best(p) - threshold(p) > EPSILON);
  const share = (one: Scores, p: string) => gain(one, p) / (best(p) - threshold(p));
  const ascending = (list: readonly number[]) => [...list].sort((a, b) => a - b);
  const gainers = (one: Scores) => canGain.filter((p) => gain(one, p) > EPSILON);
  return {
    nash: lexicographic(acceptable, (one) => [
      gainers(one).length,
      gainers(one).reduce((product, p) => product * share(one, p), 1),
    ]),
    kalaiSmorodinsky: lexicographic(acceptable, (one) => ascending(canGain.map((p) => share(one, p)))),
    egalitarian: lexicographic(acceptable, (one) => ascending(parties.map((p) => gain(one, p)))),
    utilitarian: lexicographic(acceptable, (one) => [parties.reduce((sum, p) => sum + one[p]!, 0)]),
  };
}

function lexicographic(all: readonly Scores[], figures: (one: Scores) => readonly number[]): readonly Scores[] {
  let left = all.map((one) => ({ one, figures: figures(one) }));
  for (let i = 0; i < (left[0]?.figures.length ?? 0); i++) {
    const most = Math.max(...left.map((l) => l.figures[i]!));
    left = left.filter((l) => l.figures[i]! >= most - EPSILON);
  }
  return left.map((l) => l.one);
}

/** Each party's gain as a share of the most it could gain, for those that could gain anything. */
export function naiveShares(scenario: Scenario, all: readonly Scores[], offer: Scores): Scores {
  const { threshold, best } = bargainOf(scenario, all);
  const can = Object.keys(scenario.scores).filter((p) => best(p) - threshold(p) > EPSILON);
  return Object.fromEntries(can.map((p) => [p, (offer[p]! - threshold(p)) / (best(p) - threshold(p))]));
}

export function naiveDistance(scenario: Scenario, all: readonly Scores[], a: Scores, b: Scores): number {
  const [x, y] = [naiveShares(scenario, all, a), naiveShares(scenario, all, b)];
  return Math.hypot(...Object.keys(x).map((p) => x[p]! - y[p]!));
}
