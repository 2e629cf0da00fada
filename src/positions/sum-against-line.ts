import type { Multiple } from '../base/tighten.js';
import { normaliseAmount, shareIn, type AmountDraft } from '../terms/amount.js';
import { isApproximate, reachOf } from '../terms/amount-span.js';
import { decimalsOf, greatestCommonDivisor, scaled, unscaled } from '../terms/decimal.js';
import { addedTogether, countName, placeOf, quantitySum, sumFromTotal } from '../terms/layout.js';
import type { Scope } from '../terms/scope.js';
import type { Surface } from '../terms/surface.js';
import { quantityAt, type Terms } from '../terms/term.js';
import type { Ask } from './ask.js';
import { bandsOf, type Line } from './line.js';
import type { Op } from './op.js';

/** One addend of a comparison: a quantity, in a scope, some whole number of times. */
export interface Addend<Q extends string = string> {
  readonly of: Q;
  /** For a quantity of each phase: which; without it, the total. */
  readonly in?: Scope;
  /** How many times it counts, a whole number, negative to subtract; without it, once. */
  readonly times?: number;
}

/** A sum held against a line, whatever kind of condition holds it so. */
export interface SumAgainstLine<Q extends string = string, C extends string = string> extends Addend<Q> {
  /** Further addends. */
  readonly plus?: readonly Addend<Q>[];
  readonly op: Op;
  /** In the unit of `of`. A share has a count or another quantity as its base. */
  readonly line: AmountDraft<Q, C>;
}

/** A comparison in whole numbers: an ask, and where its line lies. */
export interface LaidSum {
  readonly ask: Ask;
  readonly line: Line;
  /** What a sum of the ask comes to in the unit of the term, beside a line in the same. */
  readonly inUnits: (n: number) => number;
}

/** Everything a comparison adds up. */
export function addends(c: SumAgainstLine): readonly Addend[] {
  return [c, ...(c.plus ?? [])];
}

/** The quantity of the same deal that the line is a share of, if it is. */
export function baseOf(c: SumAgainstLine): readonly Addend[] {
  const base = shareIn(normaliseAmount(c.line))?.of;
  if (!base || !('quantity' in base)) return [];
  const { quantity: of, ...scope } = base;
  return [{ of, ...scope }];
}

/** A comparison multiplied through so that every number in it is whole. */
export function weigh(c: SumAgainstLine, terms: Terms) {
  const amount = normaliseAmount(c.line);
  const share = shareIn(amount);
  const ends = reachOf(amount, quantityAt(terms, c.of).step);
  const base = share?.of;
  const baseStep = base && 'quantity' in base ? quantityAt(terms, base.quantity).step : 1;
  const decimals = Math.max(
    decimalsOf(baseStep),
    ...addends(c).map((a) => decimalsOf(quantityAt(terms, a.of).step)),
    decimalsOf(ends.least),
    decimalsOf(ends.most),
  );
  const outOf = share?.of ? share.outOf : 1;
  const weighed = addends(c).map((a) => ({
    ...a,
    weight: outOf * (a.times ?? 1) * scaled(quantityAt(terms, a.of).step, decimals),
  }));
  const baseWeight = share ? -share.parts * scaled(baseStep, decimals) : 0;
  return { amount, share, ends, base, decimals, outOf, weighed, baseWeight };
}

/** Lays a comparison over the offer space. */
export function layOutSum(c: SumAgainstLine, { layout, terms }: Surface): LaidSum {
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
