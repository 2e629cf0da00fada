import { fractionOf, isLess, minus, nearestTo, over, plus, times, type Fraction } from '../base/fraction.js';
import { span, type Span } from '../base/span.js';
import type { Deal } from '../offers/deal.js';
import type { Answer } from '../scenario/agreement.js';
import type { PointsPart, Score, TablePart } from '../scenario/score.js';
import type { Scenario } from '../scenario/scenario.js';
import { fromSteps } from '../terms/decimal.js';
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
  const least = worth.reduce((sum, w) => plus(sum, w.least), NOTHING);
  const most = worth.reduce((sum, w) => plus(sum, w.most), NOTHING);
  const wanted = fractionOf(threshold);
  const answer = !isLess(least, wanted) ? 'accepts' : isLess(most, wanted) ? 'rejects' : 'undecided';
  return { answer, score: span(nearestTo(least), nearestTo(most)), threshold, basis, because };
}

/** In fractions: an offer that is worth the threshold exactly may not be taken to fall short by the noise of binary ones. */
interface Worth {
  readonly least: Fraction;
  readonly most: Fraction;
}

const NOTHING = /* @__PURE__ */ fractionOf(0);

/** The least and most that the figures a quantity may have are worth: at its own ends, and at each point between them. */
function worthOfFigure({ of, in: scope, points }: PointsPart, deal: Deal): Worth {
  const term = deal.terms[splitPath(of).term];
  const step = term?.kind === 'quantity' ? term.step : 1;
  const end = (side: readonly number[], none: number) =>
    quantitySum(deal.layout, of, scope).reduce((sum, m) => sum + (side[m.of] ?? none) * m.times, 0);
  const inUnits = (steps: number) => (Number.isFinite(steps) ? fromSteps(steps, step) : steps);
  const [least, most] = [inUnits(end(deal.bounds.least, -Infinity)), inUnits(end(deal.bounds.most, Infinity))];
  const between = points.filter((p) => p.at > least && p.at < most).map((p) => fractionOf(p.worth));
  return amongAll([worthAt(points, least), ...between, worthAt(points, most)]);
}

/** On the straight line between two points; level beyond the first and the last. */
function worthAt(points: PointsPart['points'], at: number): Fraction {
  const after = points.findIndex((p) => p.at >= at);
  const right = points[after] ?? points.at(-1);
  const left = points[after - 1];
  if (right === undefined) return NOTHING;
  const top = fractionOf(right.worth);
  if (left === undefined || right.at === at) return top;
  const [from, bottom] = [fractionOf(left.at), fractionOf(left.worth)];
  const slope = over(minus(top, bottom), minus(fractionOf(right.at), from));
  return plus(bottom, times(slope, minus(fractionOf(at), from)));
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
    .map(([, worth]) => fractionOf(worth));
  if (!isFlag && phase !== undefined && may(phaseName(phase), 0)) possible.push(NOTHING);
  return amongAll(possible);
}

/** The least and most of several, of which there is one at least: something of a deal that holds together is always possible. */
function amongAll([first = NOTHING, ...others]: readonly Fraction[]): Worth {
  return {
    least: others.reduce((least, one) => (isLess(one, least) ? one : least), first),
    most: others.reduce((most, one) => (isLess(most, one) ? one : most), first),
  };
}
