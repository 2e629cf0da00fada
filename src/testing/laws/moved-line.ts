import type { Op } from '../../positions/op.js';
import { normaliseAmount, shareIn, type Amount, type AmountDraft } from '../../terms/amount.js';
import { figuresIn } from '../../terms/amount-span.js';
import { added, fromSteps, inSteps } from '../../terms/decimal.js';

/** Which way a condition is changed: so that more deals meet it, or fewer. */
export type Way = 'looser' | 'tighter';

const BESIDE: Readonly<Record<Way, Readonly<Record<Op, readonly Op[]>>>> = {
  looser: { '>': ['>='], '<': ['<='], '=': ['>=', '<='], '>=': [], '<=': [] },
  tighter: { '>=': ['>'], '<=': ['<'], '>': [], '<': [], '=': [] },
};

/** How else a figure may be held against the same line: with the line itself counted in, or counted out. */
export function opsBeside(op: Op, way: Way): readonly Op[] {
  return BESIDE[way][op];
}

/** Where a line moves to: up or down; nowhere where a figure has to be the line itself. */
export function directionOf(op: Op, way: Way): 1 | -1 | 0 {
  if (op === '=') return 0;
  return (op === '<=' || op === '<') === (way === 'looser') ? 1 : -1;
}

/** A line one step and a tenth of itself further up or down; of a share, with a tenth more or less of its parts. */
export function movedLines(line: AmountDraft, step: number, direction: 1 | -1): readonly Amount[] {
  const amount = normaliseAmount(line);
  const share = shareIn(amount);
  if (share) {
    const { parts, outOf, of } = share;
    return of ? [{ wording: 'share of', parts: parts * (10 + direction), outOf: outOf * 10, of }] : [];
  }
  const size = Math.max(0, ...figuresIn(amount).map((n) => Math.abs(inSteps(n, step))));
  const tenth = Math.max(1, Math.ceil(size / 10));
  return [1, tenth].flatMap((steps) => shifted(amount, direction * fromSteps(steps, step)));
}

/** An amount of figures with each of them moved; nothing of one that is worded without any. */
function shifted(amount: Amount, by: number): readonly Amount[] {
  const { words: _, ...plain } = amount; // a source's word for the old figure
  if ('n' in plain) return [{ ...plain, n: added(plain.n, by) }];
  if (plain.wording !== 'between') return [];
  return [{ ...plain, from: added(plain.from, by), to: added(plain.to, by) }];
}
