import type { Condition } from '../positions/condition.js';
import type { Op } from '../positions/op.js';
import { added } from '../terms/decimal.js';
import type { AmountDraft } from '../terms/amount.js';

/**
 * A condition that is met where another one is missed by so much at least, in the unit of its line: at most 30 where at
 * least 40 is missed by 10. None where it holds no figure against a line of its own.
 */
export function missedBy(condition: Condition, margin: number): Condition | undefined {
  if (condition.kind !== 'compare' && condition.kind !== 'length' && condition.kind !== 'ratio') return undefined;
  const sides = missed[condition.op].map(([op, sign]): Condition | undefined => {
    if (condition.kind === 'ratio') return { ...condition, op, line: added(condition.line, sign * margin) };
    const line = moved(condition.line, sign * margin);
    return line === undefined ? undefined : { ...condition, op, line };
  });
  const of = sides.filter((side) => side !== undefined);
  if (of.length < sides.length) return undefined;
  return of.length === 1 ? of[0] : { kind: 'any', of };
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

/** A line moved by so much; a share of something is no figure to move. */
function moved(line: AmountDraft, by: number): AmountDraft | undefined {
  if (typeof line === 'number') return added(line, by);
  if ('n' in line) return { ...line, n: added(line.n, by) };
  if ('from' in line) return { ...line, from: added(line.from, by), to: added(line.to, by) };
  return undefined;
}
