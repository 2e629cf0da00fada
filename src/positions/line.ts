import { leastOf, mostOf, span, type Span } from '../base/span.js';
import { bothSupports, type Support } from '../base/tighten.js';
import type { Deal } from '../offers/deal.js';
import type { Reach } from '../terms/amount-span.js';
import { MOST_DECIMALS } from '../terms/decimal.js';
import { PHASE_LIMIT } from '../terms/layout.js';
import type { Band } from './ask.js';
import type { Reached } from './reach.js';
import type { Margin } from './judged.js';
import type { Op } from './op.js';

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
      return {
        surely: { least: Math.ceil(high) },
        possibly: { least: Math.ceil(low) },
      };
    case '>':
      return {
        surely: { least: Math.floor(high) + 1 },
        possibly: { least: Math.floor(low) + 1 },
      };
    case '<=':
      return {
        surely: { most: Math.floor(low) },
        possibly: { most: Math.floor(high) },
      };
    case '<':
      return {
        surely: { most: Math.ceil(low) - 1 },
        possibly: { most: Math.ceil(high) - 1 },
      };
    case '=': {
      const possibly = { least: Math.ceil(low), most: Math.floor(high) };
      return {
        surely: low === high ? possibly : { least: 1, most: 0 },
        possibly,
      };
    }
  }
}

/** The same sum counted in other units. */
export function scaledReach(reached: Reached, inUnits: (n: number) => number): Reached {
  const { least, most, leastFrom, mostFrom } = reached;
  return { least: inUnits(least), most: inUnits(most), leastFrom, mostFrom };
}

/** Room to spare, or what is short, of a figure held against a line: positive to spare, negative short. */
export function marginOf(op: Op, reached: Reached, line: Line, deal: Deal, about: Pick<Margin, 'unit' | 'of'>): Margin {
  const { least, most, leastFrom, mostFrom } = reached;
  const [isLeast, isMost] = [reportedEnd(leastFrom, deal), reportedEnd(mostFrom, deal)];
  // A figure on its quantity's bound is no less exact for that, where the offer gives one of its ends.
  const isExact = least === most && ((isLeast && leastFrom.length > 0) || (isMost && mostFrom.length > 0));
  const known = { least: isLeast || isExact ? least : -Infinity, most: isMost || isExact ? most : Infinity };
  return {
    slack: slackOf(op, known, line),
    op,
    unit: about.unit,
    support: bothSupports(leastFrom, mostFrom),
    of: about.of,
  };
}

/** How far a figure from `least` to `most` lies on the right side of a line; of an exact one, never more than at it. */
export function slackOf(op: Op, { least, most }: Reach, { low, high }: Line): Span {
  const [above, below] = [tidySpan(least - high, most - low), tidySpan(low - most, high - least)];
  switch (op) {
    case '>=':
    case '>':
      return above;
    case '<=':
    case '<':
      return below;
    case '=': {
      const farthest = Math.min(leastOf(above), leastOf(below));
      const nearest = Math.min(0, mostOf(above), mostOf(below));
      // That there is nothing to spare holds of every exact line: alone, it says nothing of the offer.
      return nearest === 0 && farthest === -Infinity ? {} : tidySpan(farthest, nearest);
    }
  }
}

/** A span without the noise of binary fractions: figures have at most six digits after the point. */
function tidySpan(least: number, most: number): Span {
  return span(tidy(least), tidy(most));
}

function tidy(n: number): number {
  // Halves and quarters are exact as they are. Plus nothing: never minus nothing.
  return Number.isInteger(4 * n) || !Number.isFinite(n) ? n + 0 : Number(n.toFixed(MOST_DECIMALS)) + 0;
}

/** An end that rests on a quantity's bound is no news about the offer, and is left out. */
function reportedEnd(support: Support, deal: Deal): boolean {
  return !support.some((f) => f !== PHASE_LIMIT && deal.facts[f]?.kind === 'space');
}
