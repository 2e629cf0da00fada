import * as z from 'zod/mini';
import { fault } from '../../base/fault.js';
import { figure } from '../../base/list.js';
import { normaliseAmount, shareIn } from '../../terms/amount.js';
import { sayAmount, type Namers } from '../../terms/amount-words.js';
import { amountShape, scopeShape } from '../../terms/shapes.js';
import { countName } from '../../terms/layout.js';
import { sayScope } from '../../terms/scope.js';
import type { Surface } from '../../terms/surface.js';
import { quantityAt, splitPath, termLabel } from '../../terms/term.js';
import { drawAsk, encodeAsk } from '../ask.js';
import { judgeReach, reachOfAsk } from '../judge-ask.js';
import { checkAmount, MOST_TIMES } from '../amount-checks.js';
import { checkQuantity, type Checked } from '../checks.js';
import { withoutCounts, type Frame } from '../frame.js';
import type { Formula } from '../formula.js';
import type { Judge } from '../judged.js';
import { marginOf, OP_WORDS, scaledReach } from '../line.js';
import { OPS } from '../op.js';
import { checkMagnitude } from '../magnitude.js';
import type { Mention } from '../mention.js';
import type { Reading } from '../reading.js';
import type { Region } from '../region.js';
import { addends, baseOf, layOutSum, weigh, type Addend, type SumAgainstLine } from '../sum-against-line.js';

/**
 * A figure of the deal, or a sum of figures, held against a line.
 *
 * @example
 * const enough: Compare = { kind: 'compare', of: 'catch', op: '>=', line: 40 };
 * const inPhaseOne: Compare = { kind: 'compare', of: 'prisoners', in: 1, op: '>=', line: about(1500) };
 */
export interface Compare<Q extends string = string, C extends string = string> extends SumAgainstLine<Q, C> {
  readonly kind: 'compare';
}

export const judge: Reading<Compare, Surface, Judge> = (c, surface) => {
  const { ask, line, inUnits } = layOutSum(c, surface);
  const [reachOf, holdTo] = [reachOfAsk(ask), judgeReach(ask, surface, c.of)];
  const { unit } = quantityAt(surface.terms, c.of);
  return (deal) => {
    const reached = reachOf(deal);
    const { verdict, support, causes } = holdTo(reached, deal);
    const margin = marginOf(c.op, scaledReach(reached, inUnits), line, deal, { unit, of: c.of });
    return { verdict, support, causes, approximate: ask.approximate, margins: [margin] };
  };
};

export const say: Reading<Compare, Namers, string> = (c, namers) => {
  const { unit } = quantityAt(namers.terms, c.of);
  const sum = addends(c).map((a, i) => {
    const times = a.times ?? 1;
    const sign = i === 0 ? (times < 0 ? 'minus ' : '') : times < 0 ? ' minus ' : ' plus ';
    const many = Math.abs(times) === 1 ? '' : `${figure(Math.abs(times))} times `;
    return `${sign}${many}${termLabel(namers.terms, a.of)}${sayScope(a.in)}`;
  });
  const line = normaliseAmount(c.line);
  const noun = line.wording === 'exactly' && Math.abs(line.n) === 1 ? unit.one : unit.many;
  return `${sum.join('')}: ${OP_WORDS[c.op]} ${sayAmount(line, namers)}${shareIn(line) ? '' : ` ${noun}`}`;
};

export const encode: Reading<Compare, Frame, Formula> = (c, frame) =>
  encodeAsk(withoutCounts(layOutSum(c, frame).ask, frame), frame.layout, frame.want);

export const draw: Reading<Compare, Frame, Region> = (c, frame) =>
  drawAsk(withoutCounts(layOutSum(c, frame).ask, frame), frame.layout, frame.want);

const addendShape = () => ({
  of: z.string(),
  in: z.optional(scopeShape()),
  times: z.optional(z.int()),
});

export const shape = () =>
  z.strictObject({
    kind: z.literal('compare'),
    ...addendShape(),
    plus: z.optional(z.array(z.strictObject(addendShape()))),
    op: z.enum(OPS),
    line: amountShape(),
  });

export const mentions: Reading<Compare, undefined, readonly Mention[]> = (c) =>
  [...addends(c), ...baseOf(c)].map((a) => ({
    term: a.of,
    ...(a.in === undefined ? {} : { in: a.in }),
  }));

export const check: Reading<Compare, Checked, void> = (c, where) => {
  checkQuantity(where, c.of, c.in);
  c.plus?.forEach((a, i) => checkQuantity(where.in('plus', i), a.of, a.in));
  const exact = checkAmount(where.in('line'), normaliseAmount(c.line), c.of, 'line');
  const few = addends(c).map((a, i) => checkTimes(i === 0 ? where : where.in('plus', i - 1), a.times ?? 1));
  const { terms } = where.known;
  const known = (a: Addend) => terms[splitPath(a.of).term]?.kind === 'quantity';
  if (!exact || few.includes(false) || ![...addends(c), ...baseOf(c)].every(known)) return;
  const { weighed, base, baseWeight, ends, decimals } = weigh(c, terms);
  const ofBase =
    base && ('count' in base ? { of: countName(base.count) } : { of: base.quantity, in: base.in ?? 'total' });
  const line = Math.max(0, ...[ends.least, ends.most].filter(Number.isFinite).map(Math.abs)) * 10 ** decimals;
  checkMagnitude(where, [...weighed, ...(ofBase ? [{ ...ofBase, weight: baseWeight }] : [])], line);
};

function checkTimes(where: Checked, times: number): boolean {
  if (Math.abs(times) <= MOST_TIMES) return true;
  const message = `Nothing counts ${times} times: give a whole number of at most ${MOST_TIMES}, or use a larger unit.`;
  where.report(
    fault('condition/out-of-range', [...where.path, 'times'], message, {
      times,
    }),
  );
  return false;
}
