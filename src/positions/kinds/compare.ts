import * as z from 'zod/mini';
import type { Multiple } from '../../base/tighten.js';
import { fault } from '../../base/fault.js';
import { figure } from '../../base/list.js';
import type { Deal } from '../../offers/deal.js';
import { normaliseAmount, shareIn, type AmountDraft } from '../../terms/amount.js';
import { isApproximate, reachOf } from '../../terms/amount-span.js';
import { sayAmount, type Namers } from '../../terms/amount-words.js';
import { amountShape, scopeShape } from '../../terms/shapes.js';
import { decimalsOf, greatestCommonDivisor, scaled, unscaled } from '../../terms/decimal.js';
import { addedTogether, countName, placeOf, quantitySum, sumFromTotal } from '../../terms/layout.js';
import { sayScope, type Scope } from '../../terms/scope.js';
import type { Surface } from '../../terms/surface.js';
import { quantityAt, splitPath, termLabel, type Terms } from '../../terms/term.js';
import { drawAsk, encodeAsk, type Ask } from '../ask.js';
import { judgeReach, reachOfAsk } from '../judge-ask.js';
import { checkAmount, MOST_TIMES } from '../amount-checks.js';
import { checkQuantity, type Checked } from '../checks.js';
import { withoutCounts, type Frame } from '../frame.js';
import type { Formula } from '../formula.js';
import type { Judged } from '../judged.js';
import { bandsOf, marginOf, scaledReach, OP_WORDS, OPS, type Line, type Op } from '../line.js';
import { checkMagnitude } from '../magnitude.js';
import type { Mention } from '../mention.js';
import type { Reading } from '../reading.js';
import type { Region } from '../region.js';

/** One addend of a {@link Compare}: a quantity, in a scope, some whole number of times. */
export interface Addend<Q extends string = string> {
  readonly of: Q;
  /** For a quantity of each phase: which; without it, the total. */
  readonly in?: Scope;
  /** How many times it counts, a whole number, negative to subtract; without it, once. */
  readonly times?: number;
}

/**
 * A figure of the deal, or a sum of figures, held against a line.
 *
 * @example
 * const enough: Compare = { kind: 'compare', of: 'catch', op: '>=', line: 40 };
 * const inPhaseOne: Compare = { kind: 'compare', of: 'prisoners', in: 1, op: '>=', line: about(1500) };
 */
export interface Compare<Q extends string = string, C extends string = string> extends Addend<Q> {
  readonly kind: 'compare';
  /** Further addends. */
  readonly plus?: readonly Addend<Q>[];
  readonly op: Op;
  /** In the unit of `of`. A share has a count or another quantity as its base, and is rounded down to the sum's step. */
  readonly line: AmountDraft<Q, C>;
}

/** A comparison in whole numbers: an ask, and where its line lies. */
interface Laid {
  readonly ask: Ask;
  readonly line: Line;
  /** What a sum of the ask comes to in the unit of the term, beside a line in the same. */
  readonly inUnits: (n: number) => number;
}

export const judge: Reading<Compare, Deal, Judged> = (c, deal) => {
  const { ask, line, inUnits } = layOutCompare(c, deal);
  const reached = reachOfAsk(ask, deal);
  const { unit } = quantityAt(deal.terms, c.of);
  return {
    ...judgeReach(reached, ask, deal, c.of),
    approximate: ask.approximate,
    margins: [
      marginOf(c.op, scaledReach(reached, inUnits), line, deal, {
        unit,
        of: c.of,
      }),
    ],
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
  const amount = line.wording === 'exactly' ? figure(line.n) : sayAmount(line, namers);
  const noun = line.wording === 'exactly' && Math.abs(line.n) === 1 ? unit.one : unit.many;
  return `${sum.join('')}: ${OP_WORDS[c.op]} ${amount}${shareIn(line) ? '' : ` ${noun}`}`;
};

export const encode: Reading<Compare, Frame, Formula> = (c, frame) =>
  encodeAsk(withoutCounts(layOutCompare(c, frame).ask, frame), frame.layout, frame.want);

export const draw: Reading<Compare, Frame, Region> = (c, frame) =>
  drawAsk(withoutCounts(layOutCompare(c, frame).ask, frame), frame.layout, frame.want);

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

function addends(c: Compare): readonly Addend[] {
  return [c, ...(c.plus ?? [])];
}

/** The quantity of the same deal that the line is a share of, if it is. */
function baseOf(c: Compare): readonly Addend[] {
  const base = shareIn(normaliseAmount(c.line))?.of;
  if (!base || !('quantity' in base)) return [];
  return [{ of: base.quantity, ...(base.in === undefined ? {} : { in: base.in }) }];
}

/** A comparison multiplied through so that every number in it is whole. */
function weigh(c: Compare, terms: Terms) {
  const amount = normaliseAmount(c.line);
  const share = shareIn(amount);
  const ends = reachOf(amount, quantityAt(terms, c.of).step);
  const base = share?.of;
  const baseStep = base && 'quantity' in base ? quantityAt(terms, base.quantity).step : 1;
  const decimals = Math.max(
    decimalsOf(baseStep),
    ...addends(c).map((a) => decimalsOf(quantityAt(terms, a.of).step)),
    ...[ends.least, ends.most].filter(Number.isFinite).map(decimalsOf),
  );
  const outOf = base ? (share?.outOf ?? 1) : 1;
  const weighed = addends(c).map((a) => ({
    ...a,
    weight: outOf * (a.times ?? 1) * scaled(quantityAt(terms, a.of).step, decimals),
  }));
  const baseWeight = share ? -share.parts * scaled(baseStep, decimals) : 0;
  return { amount, share, ends, base, decimals, outOf, weighed, baseWeight };
}

/** Lays a comparison over the offer space. */
function layOutCompare(c: Compare, { layout, terms }: Surface): Laid {
  const { amount, share, ends, base, decimals, outOf, weighed, baseWeight } = weigh(c, terms);
  const sum = weighed.flatMap((a) => quantitySum(layout, a.of, a.in, a.weight));
  const rest = addedTogether(weighed.map((a) => sumFromTotal(layout, a.of, a.in, a.weight)));
  const approximate = isApproximate(amount);
  if (!share || !base) {
    const line = {
      low: scaled(ends.least, decimals),
      high: scaled(ends.most, decimals),
    };
    return {
      ask: { sum, same: [rest], ...bandsOf(c.op, line), approximate },
      line: { low: ends.least, high: ends.most },
      inUnits: (n) => unscaled(n, decimals),
    };
  }
  // At least the part of the base, rounded down to the step: more than the part less one step. Of a sum, the step is
  // that of all its addends together, or it would not lie on the grid on which the part is rounded.
  const minus: readonly Multiple[] =
    'count' in base
      ? [{ of: placeOf(layout, countName(base.count)), times: baseWeight }]
      : quantitySum(layout, base.quantity, base.in, baseWeight);
  const grain = addends(c)
    .map((a) => scaled(quantityAt(terms, a.of).step, decimals))
    .reduce(greatestCommonDivisor);
  const oneStep = outOf * grain;
  const bands = {
    '>=': { least: 1 - oneStep },
    '>': { least: 1 },
    '<=': { most: 0 },
    '<': { most: -oneStep },
    '=': { least: 1 - oneStep, most: 0 },
  } as const;
  return {
    ask: {
      sum: [...sum, ...minus],
      same: [addedTogether([rest, { sum: minus }])],
      surely: bands[c.op],
      possibly: bands[c.op],
      approximate,
    },
    line: { low: 0, high: 0 },
    // Held against the part rounded down, a sum lies a whole number of steps from it.
    inUnits: (n) => unscaled(Math.ceil(n / oneStep) * grain, decimals),
  };
}
