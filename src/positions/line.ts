import type { Span } from '../base/span.js';
import { span } from '../base/span.js';
import { bothSupports } from '../base/tighten.js';
import type { Deal } from '../offers/deal.js';
import { PHASE_LIMIT } from '../terms/layout.js';
import type { Band, Reached } from './ask.js';
import type { Margin } from './judged.js';

/** How a figure may be held against a line. */
export const OPS = ['>=', '<=', '>', '<', '='] as const;

/** One of {@link OPS}. */
export type Op = (typeof OPS)[number];

/** How each reads. */
export const OP_WORDS: Readonly<Record<Op, string>> = {
  '>=': 'at least',
  '<=': 'at most',
  '>': 'more than',
  '<': 'less than',
  '=': 'exactly',
};

/** A line that lies somewhere from `low` to `high`; one figure where they are the same. */
export interface Line {
  readonly low: number;
  readonly high: number;
}

/** The whole-number bands of a comparison with a line: met for sure within the first, never met outside the second. */
export function bandsOf(op: Op, { low, high }: Line): { readonly surely: Band; readonly possibly: Band } {
  switch (op) {
    case '>=':
      return { surely: { least: Math.ceil(high) }, possibly: { least: Math.ceil(low) } };
    case '>':
      return { surely: { least: Math.floor(high) + 1 }, possibly: { least: Math.floor(low) + 1 } };
    case '<=':
      return { surely: { most: Math.floor(low) }, possibly: { most: Math.floor(high) } };
    case '<':
      return { surely: { most: Math.ceil(low) - 1 }, possibly: { most: Math.ceil(high) - 1 } };
    case '=': {
      const possibly = { least: Math.ceil(low), most: Math.floor(high) };
      return { surely: low === high ? possibly : { least: 1, most: 0 }, possibly };
    }
  }
}

/** Room to spare, or what is short, of a figure held against a line: positive to spare, negative short. */
export function marginOf(
  op: Op,
  reached: Reached,
  line: Line,
  deal: Deal,
  toUnits: (n: number) => number,
  about: Pick<Margin, 'unit' | 'of'>,
): Margin {
  const low = op === '>=' || op === '>' || op === '=' ? reached.least - line.high : line.low - reached.most;
  const high = op === '>=' || op === '>' || op === '=' ? reached.most - line.low : line.high - reached.least;
  const reversed = op === '<=' || op === '<';
  const lowFrom = reversed ? reached.mostFrom : reached.leastFrom;
  const highFrom = reversed ? reached.leastFrom : reached.mostFrom;
  const slack: Span = span(
    reportedEnd(lowFrom, deal) ? toUnits(low) : -Infinity,
    reportedEnd(highFrom, deal) ? toUnits(high) : Infinity,
  );
  return { slack, support: bothSupports(lowFrom, highFrom), ...about };
}

/** An end that rests on a quantity's bound is no news about the offer, and is left out. */
function reportedEnd(support: readonly number[], deal: Deal): boolean {
  return !support.some((f) => f !== PHASE_LIMIT && deal.facts[f]?.kind === 'space');
}
