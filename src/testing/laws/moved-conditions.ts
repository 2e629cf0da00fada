import type { Condition } from '../../positions/condition.js';
import type { Compare } from '../../positions/kinds/compare.js';
import type { LengthCondition } from '../../positions/kinds/length.js';
import { RANK_OPS, type RankCondition } from '../../positions/kinds/rank.js';
import type { RatioCondition } from '../../positions/kinds/ratio.js';
import type { Scenario } from '../../scenario/scenario.js';
import { normaliseAmount, shareIn } from '../../terms/amount.js';
import { MOST_DECIMALS } from '../../terms/decimal.js';
import { choiceAt, quantityAt } from '../../terms/term.js';
import { directionOf, movedLines, opsBeside, type Way } from './moved-line.js';

/**
 * A condition with one thing in it changed, each time another, so that it asks a little less, or a little more. Some may
 * have a line that the scenario would refuse.
 */
export function movedIn(scenario: Scenario, c: Condition, way: Way): readonly Condition[] {
  switch (c.kind) {
    case 'compare':
      return [...movedCompare(scenario, c, way), ...opsBeside(c.op, way).map((op) => ({ ...c, op }))];
    case 'length':
      return [...movedLength(c, way), ...opsBeside(c.op, way).map((op) => ({ ...c, op }))];
    case 'ratio':
      return [...movedRatio(c, way), ...opsBeside(c.op, way).map((op) => ({ ...c, op }))];
    case 'choice':
      return otherOptions(scenario, c.of, c.is, way).map((is) => ({ ...c, is }));
    case 'rank':
      return movedRank(scenario, c, way);
    case 'begins':
      return [{ ...c, noLaterThan: c.noLaterThan + (way === 'looser' ? 1 : -1) }];
    case 'flag':
    case 'before':
      return [];
    case 'all':
    case 'any': {
      const { kind, of } = c;
      // Fewer parts of `all` ask less, fewer branches of `any` ask more.
      const fewer = (kind === 'all') === (way === 'looser') ? of.map((_, i) => of.filter((__, j) => j !== i)) : [];
      const moved = of.flatMap((part, i) =>
        movedIn(scenario, part, way).map((other) => of.map((same, j) => (j === i ? other : same))),
      );
      return [...fewer, ...moved].map((parts) => ({ kind, of: parts }));
    }
    case 'not':
      return movedIn(scenario, c.of, OTHER[way]).map((of) => ({ kind: 'not', of }));
    case 'ifThen':
      return [
        ...movedIn(scenario, c.if, OTHER[way]).map((premise) => ({ ...c, if: premise })),
        ...movedIn(scenario, c.then, way).map((then) => ({ ...c, then })),
      ];
  }
}

const OTHER: Readonly<Record<Way, Way>> = { looser: 'tighter', tighter: 'looser' };

function movedCompare(scenario: Scenario, c: Compare, way: Way): readonly Condition[] {
  const direction = directionOf(c.op, way);
  const base = shareIn(normaliseAmount(c.line))?.of;
  // A smaller share of what may be less than nothing is no smaller.
  const turned = base && 'quantity' in base && quantityAt(scenario.terms, base.quantity).bounds.least < 0;
  if (direction === 0 || turned) return [];
  return movedLines(c.line, quantityAt(scenario.terms, c.of).step, direction).map((line) => ({ ...c, line }));
}

function movedLength(c: LengthCondition, way: Way): readonly Condition[] {
  const direction = directionOf(c.op, way);
  return direction === 0 ? [] : movedLines(c.line, 1, direction).map((line) => ({ ...c, line }));
}

/** A ratio has no step: its line moves by a tenth, or from nothing by one. */
function movedRatio(c: RatioCondition, way: Way): readonly Condition[] {
  const direction = directionOf(c.op, way);
  const by = c.line === 0 ? 1 : Math.abs(c.line) / 10;
  return direction === 0 ? [] : [{ ...c, line: Number((c.line + direction * by).toFixed(MOST_DECIMALS)) }];
}

function otherOptions(scenario: Scenario, of: string, is: readonly string[], way: Way): readonly (readonly string[])[] {
  const all = Object.keys(choiceAt(scenario.terms, of).options);
  if (way === 'looser') return all.filter((option) => !is.includes(option)).map((option) => [...is, option]);
  return is.length < 2 ? [] : is.map((one) => is.filter((other) => other !== one));
}

function movedRank(scenario: Scenario, c: RankCondition, way: Way): readonly Condition[] {
  const options = Object.keys(choiceAt(scenario.terms, c.of).options);
  const next = options[options.indexOf(c.option) + directionOf(c.op, way)];
  const beside = RANK_OPS.filter((op) => opsBeside(c.op, way).includes(op));
  return [
    ...(next === undefined ? [] : [{ ...c, option: next }]),
    ...beside.map((op): RankCondition => ({ ...c, op })),
  ];
}
