import type { Amount } from './amount.js';
import { added } from './decimal.js';

/** The possible figures of an amount, `±Infinity` for no limit. */
export interface Reach {
  readonly least: number;
  readonly most: number;
}

/**
 * The figures an amount may be, in its unit. `step` is the distance between possible figures.
 *
 * A share reaches anywhere by itself: what it is a share of is a matter for the deal it stands in.
 */
export function reachOf(amount: Amount, step: number): Reach {
  switch (amount.wording) {
    case 'exactly':
      return { least: amount.n, most: amount.n };
    case 'about':
      return { least: added(amount.n, -(amount.give?.n ?? 0)), most: added(amount.n, amount.give?.n ?? 0) };
    case 'between':
      return { least: amount.from, most: amount.to };
    case 'at least':
      return { least: amount.n, most: Infinity };
    case 'more than':
      return { least: added(amount.n, step), most: Infinity };
    case 'at most':
    case 'up to':
      return { least: -Infinity, most: amount.n };
    case 'less than':
      return { least: -Infinity, most: added(amount.n, -step) };
    case 'some':
      return { least: step, most: Infinity };
    case 'all':
    case 'remaining':
    case 'half of':
    case 'share of':
      return { least: -Infinity, most: Infinity };
  }
}

/** The figures a wording is made of, for checking that each is on the step and within bounds. */
export function figuresIn(amount: Amount): readonly number[] {
  if ('n' in amount) return [amount.n];
  return amount.wording === 'between' ? [amount.from, amount.to] : [];
}

/** Whether a verdict that rests on this amount is approximate. */
export function isApproximate(amount: Amount): boolean {
  return amount.wording === 'about';
}
