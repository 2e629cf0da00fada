import * as z from 'zod/mini';
import { figure } from '../../base/list.js';
import { leastOf, mostOf } from '../../base/span.js';
import { bothSupports, copyBounds, type Written } from '../../base/tighten.js';
import type { Deal } from '../../offers/deal.js';
import type { Namers } from '../../terms/amount-words.js';
import { decimalsOf, scaled } from '../../terms/decimal.js';
import { quantitySum, sumFromTotal } from '../../terms/layout.js';
import { sayScope, type Scope } from '../../terms/scope.js';
import { scopeShape } from '../../terms/shapes.js';
import type { Surface } from '../../terms/surface.js';
import { quantityAt, termLabel } from '../../terms/term.js';
import { ratioOf, ratioUnit } from '../../offers/ratio.js';
import { drawAsk, encodeAsk, type Ask } from '../ask.js';
import { judgeAsk, judgeReach, reachOfAsk } from '../judge-ask.js';
import { reachIn, sharper, type Reached } from '../reach.js';
import { checkFigure } from '../amount-checks.js';
import { checkQuantity, type Checked } from '../checks.js';
import type { Frame } from '../frame.js';
import type { Formula } from '../formula.js';
import { judgedAll, type Judge, type Margin } from '../judged.js';
import { bandsOf, OP_WORDS, slackOf } from '../line.js';
import { OPS, type Op } from '../op.js';
import { checkMagnitude } from '../magnitude.js';
import type { Mention } from '../mention.js';
import type { Reading } from '../reading.js';
import type { Region } from '../region.js';

/**
 * So many of one thing for each of another. Holds only where there is at least one step of the other: over zero it is
 * unmet, and so its negation is met.
 *
 * @example
 * const fair: RatioCondition = { kind: 'ratio', of: 'prisoners', per: 'hostages', op: '<=', line: 3 };
 */
export interface RatioCondition<Q extends string = string> {
  readonly kind: 'ratio';
  readonly of: Q;
  readonly per: Q;
  /** For quantities of each phase: which; without it, the totals. */
  readonly in?: Scope;
  readonly op: Op;
  /** A decimal figure. */
  readonly line: number;
}

/** The two things a ratio condition asks: that the ratio is defined, and that it lies right. */
interface Laid {
  readonly defined: Ask;
  readonly right: Ask;
  /** Its sum taken apart: the ways to write what is held against it, and how many times one step of the other counts. */
  readonly of: readonly Written[];
  readonly line: number;
}

export const judge: Reading<RatioCondition, Surface, Judge> = (c, surface) => {
  const laid = layOutRatio(c, surface);
  const isDefined = judgeAsk(laid.defined, surface, c.per);
  const [reachOf, holdTo] = [reachWhereDefined(laid), judgeReach(laid.right, surface, c.of)];
  return (deal) => {
    const liesRight = { ...holdTo(reachOf(deal), deal), approximate: false, margins: [] };
    return { ...judgedAll([isDefined(deal), liesRight]), margins: ratioMargin(c, deal) };
  };
};

export const say: Reading<RatioCondition, Namers, string> = (c, { terms }) =>
  `${termLabel(terms, c.of)} per ${termLabel(terms, c.per)}${sayScope(c.in)}: ${OP_WORDS[c.op]} ${figure(c.line)}`;

export const encode: Reading<RatioCondition, Frame, Formula> = (c, frame) => {
  const { defined, right } = layOutRatio(c, frame);
  return {
    kind: frame.want === 'met' ? 'and' : 'or',
    of: [encodeAsk(defined, frame.layout, frame.want), encodeAsk(right, frame.layout, frame.want)],
  };
};

export const draw: Reading<RatioCondition, Frame, Region> = (c, frame) => {
  const { defined, right } = layOutRatio(c, frame);
  return {
    kind: frame.want === 'met' ? 'both' : 'either',
    of: [drawAsk(defined, frame.layout, frame.want), drawAsk(right, frame.layout, frame.want)],
  };
};

export const shape = () =>
  z.strictObject({
    kind: z.literal('ratio'),
    of: z.string(),
    per: z.string(),
    in: z.optional(scopeShape()),
    op: z.enum(OPS),
    line: z.number(),
  });

export const mentions: Reading<RatioCondition, undefined, readonly Mention[]> = (c) =>
  [c.of, c.per].map((term) => ({
    term,
    ...(c.in === undefined ? {} : { in: c.in }),
  }));

export const check: Reading<RatioCondition, Checked, void> = (c, where) => {
  const of = checkQuantity(where, c.of, c.in);
  const per = checkQuantity(where, c.per, c.in, 'per');
  if (!checkFigure(where.in('line'), c.line) || !of || !per) return;
  const { weight, line } = weightsOf(c, of.step, per.step);
  const scope = c.in ?? 'total';
  checkMagnitude(where, [
    { of: c.of, in: scope, weight },
    { of: c.per, in: scope, weight: line },
  ]);
};

/** What one step of either side counts, so that every number is whole. */
function weightsOf(c: RatioCondition, ofStep: number, perStep: number) {
  const stepDecimals = Math.max(decimalsOf(ofStep), decimalsOf(perStep));
  const lineDecimals = decimalsOf(c.line);
  return {
    weight: scaled(ofStep, stepDecimals) * 10 ** lineDecimals,
    line: scaled(perStep, stepDecimals) * scaled(c.line, lineDecimals),
  };
}

/** `of − line × per` against zero, multiplied through so that every number is whole. */
function layOutRatio(c: RatioCondition, { layout, terms }: Surface): Laid {
  const { weight, line } = weightsOf(c, quantityAt(terms, c.of).step, quantityAt(terms, c.per).step);
  const of = quantitySum(layout, c.of, c.in, weight);
  const per = quantitySum(layout, c.per, c.in);
  const one = {
    surely: { least: 1 },
    possibly: { least: 1 },
    approximate: false,
  };
  return {
    defined: { sum: per, same: [sumFromTotal(layout, c.per, c.in)], ...one },
    right: {
      sum: [...of, ...quantitySum(layout, c.per, c.in, -line)],
      ...bandsOf(c.op, { low: 0, high: 0 }),
      approximate: false,
    },
    of: [{ sum: of }, sumFromTotal(layout, c.of, c.in, weight)],
    line,
  };
}

/**
 * What `of − line × per` comes to, taken for granted that there is at least one step of what is divided by: as one sum,
 * in which the two may be tied to each other, or as the difference of two.
 */
function reachWhereDefined(laid: Laid): (deal: Deal) => Reached {
  const [asOne, above, below] = [reachIn([{ sum: laid.right.sum }]), reachIn(laid.of), reachOfAsk(laid.defined)];
  return (deal) => sharperOf(laid.line, asOne(atLeastOne(deal, laid.defined)), above(deal), below(deal));
}

function sharperOf(line: number, asOne: Reached, above: Reached, below: Reached): Reached {
  if (line === 0) return sharper(asOne, above);
  const [fewest, most] = [Math.max(1, below.least), Math.max(1, below.most)];
  const ends = [line * fewest, line * most];
  const [leastFrom, mostFrom] = line > 0 ? [below.mostFrom, below.leastFrom] : [below.leastFrom, below.mostFrom];
  return sharper(asOne, {
    least: above.least - Math.max(...ends),
    most: above.most - Math.min(...ends),
    leastFrom: bothSupports(above.leastFrom, leastFrom),
    mostFrom: bothSupports(above.mostFrom, mostFrom),
  });
}

/** The same deal with at least one step of what is divided by, where that is one figure. */
function atLeastOne(deal: Deal, defined: Ask): Deal {
  const [only] = defined.sum;
  if (!only || defined.sum.length > 1 || (deal.bounds.least[only.of] ?? 0) >= 1) return deal;
  const bounds = copyBounds(deal.bounds);
  bounds.least[only.of] = 1;
  return { ...deal, bounds };
}

function ratioMargin(c: RatioCondition, deal: Deal): readonly Margin[] {
  const ratio = ratioOf(deal, c, c.in);
  if (!('least' in ratio || 'most' in ratio)) return [];
  const { support, ...ends } = ratio;
  const slack = slackOf(c.op, { least: leastOf(ends), most: mostOf(ends) }, { low: c.line, high: c.line });
  return [{ slack, op: c.op, unit: ratioUnit(deal.terms, c), support, of: c.of }];
}
