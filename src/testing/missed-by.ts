import type { Condition } from '../positions/condition.js';
import type { Op } from '../positions/op.js';
import { added } from '../terms/decimal.js';
import { normaliseAmount, shareIn, type Amount } from '../terms/amount.js';
import { reachOf, type Reach } from '../terms/amount-span.js';

/**
 * A condition that is met where another one is missed by so much at least, in the unit of its line: at most 30 where at
 * least 40 is missed by 10. None where it holds no figure against a line of its own.
 */
export function missedBy(condition: Condition, margin: number): Condition | undefined {
  if (condition.kind === 'ratio') {
    return anyOf(
      missed[condition.op].map(([op, sign]) => ({ ...condition, op, line: added(condition.line, sign * margin) })),
    );
  }
  if (condition.kind !== 'compare' && condition.kind !== 'length') return undefined;
  const amount = normaliseAmount(condition.line);
  if (shareIn(amount)) return undefined; // no figure to miss
  // By how little more than or less than a line is meant, the step of its term says: the line itself is farther off.
  const { least, most } = openEnd(amount) ?? reachOf(amount, 1);
  const sides = missed[condition.op].flatMap(([op, sign]): readonly Condition[] => {
    // Of a line that is a range, the end that is farther off, so that it is missed by so much wherever it lies.
    const end = sign < 0 ? least : most;
    const line = added(end, sign * margin);
    // Nothing is endless, and nothing less than 0 long.
    return Number.isFinite(end) && (condition.kind === 'compare' || line >= 0) ? [{ ...condition, op, line }] : [];
  });
  return anyOf(sides);
}

function openEnd(amount: Amount): Reach | undefined {
  switch (amount.wording) {
    case 'more than':
      return { least: amount.n, most: Infinity };
    case 'less than':
      return { least: -Infinity, most: amount.n };
    case 'some':
      return { least: 0, most: Infinity };
    default:
      return undefined;
  }
}

function anyOf(of: readonly Condition[]): Condition {
  return of.length === 1 && of[0] ? of[0] : { kind: 'any', of };
}

/** On which sides of its line a comparison is missed, and which way the line then moves. */
const missed: Readonly<Record<Op, readonly (readonly [Op, 1 | -1])[]>> = {
  '>=': [['<=', -1]],
  '>': [['<=', -1]],
  '<=': [['>=', 1]],
  '<': [['>=', 1]],
  '=': [
    ['<=', -1],
    ['>=', 1],
  ],
};
