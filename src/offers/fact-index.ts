import type { Amount } from '../terms/amount.js';
import { isApproximate } from '../terms/amount-span.js';
import type { Length } from '../terms/length.js';
import { isAmount, type Value } from '../terms/value.js';
import type { Fact } from './deal.js';

/** The facts whose figure is approximate. */
export function aboutIn(facts: readonly Fact[]): ReadonlySet<number> {
  const about = new Set<number>();
  facts.forEach(({ value }, f) => {
    const amount = amountIn(value);
    if (amount && isApproximate(amount)) about.add(f);
  });
  return about;
}

/** The amount that a value or a length is given as. */
export function amountIn(value: Value | Length): Amount | undefined {
  if (typeof value !== 'object') return undefined;
  if ('unit' in value) return value.length;
  return isAmount(value) ? value : undefined;
}
