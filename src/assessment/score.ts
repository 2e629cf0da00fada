import { span, type Span } from '../base/span.js';
import type { Deal } from '../offers/deal.js';
import type { Answer } from '../scenario/agreement.js';
import type { PointsPart, Score, TablePart } from '../scenario/score.js';
import type { Scenario } from '../scenario/scenario.js';
import { added, fromSteps } from '../terms/decimal.js';
import { flagName, optionName, phaseName, placeOf, quantitySum } from '../terms/layout.js';
import { splitPath } from '../terms/term.js';

/** An answer that follows from what a deal is worth to a party, as a modeller supposes. */
export interface AnswerByScore {
  readonly answer: Answer;
  /** What the offer may be worth, silence filled in either way. */
  readonly score: Span;
  readonly threshold: number;
  readonly basis: 'assumed';
  readonly because: string;
}

/**
 * The answer of each party that has a score: it accepts what is worth the threshold however silence is filled in, rejects
 * what never is, and is undecided otherwise. Part by part: what ties the terms of two parts together is not seen.
 */
export function scoredAnswers(scenario: Scenario, deal: Deal): Readonly<Record<string, AnswerByScore>> {
  const entries = Object.entries(scenario.scores).map(([party, score]) => [party, scoredAnswer(score, deal)] as const);
  return Object.fromEntries(entries);
}

function scoredAnswer({ parts, threshold, basis, because }: Score, deal: Deal): AnswerByScore {
  const worth = parts.map((part) => ('points' in part ? worthOfFigure(part, deal) : worthOfOption(part, deal)));
  const least = worth.reduce((sum, w) => added(sum, w.least), 0);
  const most = worth.reduce((sum, w) => added(sum, w.most), 0);
  const answer = least >= threshold ? 'accepts' : most < threshold ? 'rejects' : 'undecided';
  return { answer, score: span(least, most), threshold, basis, because };
}

interface Worth {
  readonly least: number;
  readonly most: number;
}

/** The least and most that the figures a quantity may have are worth: at its own ends, and at each point between them. */
function worthOfFigure({ of, in: scope, points }: PointsPart, deal: Deal): Worth {
  const term = deal.terms[splitPath(of).term];
  const step = term?.kind === 'quantity' ? term.step : 1;
  const end = (side: readonly number[], none: number) =>
    quantitySum(deal.layout, of, scope).reduce((sum, m) => sum + (side[m.of] ?? none) * m.times, 0);
  const inUnits = (steps: number) => (Number.isFinite(steps) ? fromSteps(steps, step) : steps);
  const [least, most] = [inUnits(end(deal.bounds.least, -Infinity)), inUnits(end(deal.bounds.most, Infinity))];
  const between = points.filter((p) => p.at > least && p.at < most).map((p) => p.worth);
  const worth = [worthAt(points, least), ...between, worthAt(points, most)];
  return { least: Math.min(...worth), most: Math.max(...worth) };
}

/** On the straight line between two points; level beyond the first and the last. */
function worthAt(points: PointsPart['points'], at: number): number {
  const after = points.findIndex((p) => p.at >= at);
  const right = points[after];
  if (right === undefined) return points.at(-1)?.worth ?? 0;
  const left = points[after - 1];
  if (left === undefined || right.at === at) return right.worth;
  return left.worth + ((right.worth - left.worth) * (at - left.at)) / (right.at - left.at);
}

/** The least and most of the options that are still possible. In a phase that a deal has not got, nothing is chosen. */
function worthOfOption({ of, in: phase, table }: TablePart, deal: Deal): Worth {
  const isFlag = deal.terms[of]?.kind === 'flag';
  const may = (name: string, value: 0 | 1) => {
    const place = placeOf(deal.layout, name);
    return (deal.bounds.least[place] ?? 0) <= value && (deal.bounds.most[place] ?? 1) >= value;
  };
  const possible = Object.entries(table)
    .filter(([option]) =>
      isFlag ? may(flagName(of, phase), option === 'yes' ? 1 : 0) : may(optionName(of, option, phase), 1),
    )
    .map(([, worth]) => worth);
  if (!isFlag && phase !== undefined && may(phaseName(phase), 0)) possible.push(0);
  return { least: Math.min(...possible), most: Math.max(...possible) };
}
