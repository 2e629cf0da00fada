import { fault, FaultError, type Fault } from '../../base/fault.js';
import type { NamedMultiple } from '../../positions/formula.js';
import type { Score, ScorePart } from '../../scenario/score.js';
import { layoutOf, type Scenario } from '../../scenario/scenario.js';
import { flagName, optionName, quantitySum } from '../../terms/layout.js';
import { quantityAt } from '../../terms/term.js';
import { commonMultiple, fractionOf, minus, type Fraction } from '../../base/fraction.js';
import { stretchesOf, type ExactStretch } from './stretches.js';

/** From one whole number to another, both included, something is worth `anyway`, and `times` more for each one of it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly times: number;
  readonly anyway: number;
}

/** What a sum of unknowns adds to a score. */
interface Addend {
  readonly of: readonly NamedMultiple[];
  readonly stretches: readonly Stretch[];
}

/** A score in whole numbers: `per` of them are one point as the modeller counts. */
export interface WholeScore {
  readonly party: string;
  readonly per: number;
  readonly threshold: number;
  readonly addends: readonly Addend[];
}

interface ExactAddend {
  readonly of: readonly NamedMultiple[];
  readonly stretches: readonly ExactStretch[];
}

/**
 * The scores of a scenario in whole numbers, in the order of its parties: each party's are multiplied by the least number that leaves no fraction, so
 * that two deals are worth the same exactly where their whole numbers are.
 *
 * @throws a `FaultError` with `analysis/no-scores`, `analysis/bad-score` for a figure that is none, or
 *   `analysis/score-too-fine` where whole numbers would no longer be exact
 */
export function wholeScores(scenario: Scenario): readonly WholeScore[] {
  const entries = Object.keys(scenario.parties).flatMap((party) => {
    const score = Object.hasOwn(scenario.scores, party) ? scenario.scores[party] : undefined;
    return score ? [[party, score] as const] : [];
  });
  if (entries.length === 0) {
    const message = `No party of '${scenario.id}' has a score. Suppose one of each party whose preferences matter: scores: { … }.`;
    refuse(scenario, fault('analysis/no-scores', ['scores'], message));
  }
  const bad = entries.flatMap(([party, score]) => badFigures(party, score));
  if (bad.length > 0) refuse(scenario, ...bad);
  const whole = entries.map(([party, score]) => wholeScore(scenario, party, score));
  const most = whole.reduce((sum, score) => sum + greatestOf(score), 0);
  if (most > Number.MAX_SAFE_INTEGER) {
    const [finest] = [...whole].sort((a, b) => b.per - a.per);
    const message =
      `Scores counted in whole numbers would pass ${Number.MAX_SAFE_INTEGER}, mostly those of '${finest?.party ?? ''}': ` +
      'give worths with fewer digits, and points whose figures lie round numbers of steps apart.';
    refuse(scenario, fault('analysis/score-too-fine', ['scores', finest?.party ?? ''], message, { per: finest?.per }));
  }
  return whole;
}

function badFigures(party: string, { threshold, parts }: Score): readonly Fault[] {
  const figures = parts.flatMap((part) =>
    'points' in part ? part.points.flatMap((p) => [p.at, p.worth]) : Object.values(part.table),
  );
  const bad = [threshold, ...figures].filter((n) => !Number.isFinite(n));
  if (bad.length === 0) return [];
  const message = `The score of '${party}' has figures that are none: ${bad.join(', ')}. Give a finite number for each.`;
  return [fault('analysis/bad-score', ['scores', party], message, { figures: bad.map(String) })];
}

function wholeScore(scenario: Scenario, party: string, { threshold, parts }: Score): WholeScore {
  const exact = parts.flatMap((part) => addendsOf(scenario, part));
  const fractions = exact.flatMap((a) => a.stretches.flatMap((s) => [s.times, s.anyway]));
  const per = commonMultiple([fractionOf(threshold), ...fractions].map((f) => f.lower));
  const whole = ({ upper, lower }: Fraction) => Number((upper * per) / lower);
  return {
    party,
    per: Number(per),
    threshold: whole(fractionOf(threshold)),
    addends: exact.map(({ of, stretches }) => ({
      of,
      stretches: stretches.map((s) => ({ ...s, times: whole(s.times), anyway: whole(s.anyway) })),
    })),
  };
}

function addendsOf(scenario: Scenario, part: ScorePart): readonly ExactAddend[] {
  const { variables } = layoutOf(scenario);
  if ('points' in part) {
    const sum = quantitySum(layoutOf(scenario), part.of, part.in);
    const { step } = quantityAt(scenario.terms, part.of);
    const end = (side: 'least' | 'most') => sum.reduce((total, m) => total + (variables[m.of]?.[side] ?? 0), 0);
    const of = sum.map((m) => ({ of: variables[m.of]?.name ?? '', times: m.times }));
    return [{ of, stretches: stretchesOf(part.points, step, end('least'), end('most')) }];
  }
  const binary = (of: string, no: Fraction, yes: Fraction): ExactAddend => ({
    of: [{ of, times: 1 }],
    stretches: [{ from: 0, to: 1, times: minus(yes, no), anyway: no }],
  });
  if (scenario.terms[part.of]?.kind === 'flag') {
    const { yes = 0, no = 0 } = part.table;
    return [binary(flagName(part.of, part.in), fractionOf(no), fractionOf(yes))];
  }
  return Object.entries(part.table).map(([option, worth]) =>
    binary(optionName(part.of, option, part.in), fractionOf(0), fractionOf(worth)),
  );
}

/** The most that a score can be, or the threshold, whichever is farther from nothing. */
function greatestOf({ addends, threshold }: WholeScore): number {
  const ends = addends.map(({ stretches }) => {
    const worths = stretches.flatMap((s) => [s.anyway, s.times * s.from + s.anyway, s.times * s.to + s.anyway]);
    // A stretch without an end is level.
    return Math.max(0, ...worths.filter(Number.isFinite).map(Math.abs));
  });
  return Math.abs(threshold) + ends.reduce((sum, end) => sum + end, 0);
}

/** What a whole number, the value of an addend's sum, is worth. */
export function worthAt(stretches: readonly Stretch[], at: number): number {
  for (const { from, to, times, anyway } of stretches) {
    // Level stretches may have no end, and nothing times no end is no number.
    if (at >= from && at <= to) return times === 0 ? anyway : times * at + anyway;
  }
  throw new RangeError(`Nothing says what ${at} is worth.`);
}

function refuse(scenario: Scenario, ...faults: readonly Fault[]): never {
  throw new FaultError(`The preferences of '${scenario.id}' cannot be analysed.`, faults);
}
