import { bothSupports, type Support } from '../base/tighten.js';
import type { ExchangeKey } from '../terms/exchange.js';
import { fromSteps } from '../terms/decimal.js';
import { quantitySum } from '../terms/layout.js';
import type { Scope } from '../terms/scope.js';
import { quantityAt, termLabel, type Terms } from '../terms/term.js';
import type { Deal } from './deal.js';

/**
 * So many for each: an interval, an end being absent where nothing bounds it; or why there is no ratio. `support` are the
 * numbers of the facts it rests on, in the deal's list.
 *
 * @example
 * const ratio: Ratio = { least: 5, most: 8.5, support: [12, 13] };
 */
export type Ratio =
  | { readonly least?: number; readonly most?: number; readonly support: Support }
  | { readonly undefined: 'not reported' | 'over zero' | 'barred'; readonly of?: string };

/**
 * How many of one thing an offer gives for each of another, whichever ends of the two ranges belong together.
 * Undefined where a side is not reported, where neither figure has an upper end ("some for some" is no ratio), or where
 * there may be none of what is divided by.
 *
 * Interval division (Moore, "Interval Analysis", 1966).
 *
 * @param scope - for quantities of each phase: which; without it, the totals
 * @example
 * const gaza = gaza2024();
 * const plan = gaza.offers['P5'];
 * const deal = plan && readDeal(settingOf(gaza), plan);
 *
 * // 200 to 300 prisoners for 35 to 40 hostages
 * deal && ratioOf(deal, { of: 'prisoners', per: 'hostages' }); // { least: 5, most: 8.571…, support: … }
 */
export function ratioOf(deal: Deal, { of, per }: Pick<ExchangeKey, 'of' | 'per'>, scope?: Scope): Ratio {
  const [above, below] = [spanIn(deal, of, scope), spanIn(deal, per, scope)];
  for (const [path, side] of [
    [of, above],
    [per, below],
  ] as const) {
    if (!side.support.some((f) => deal.facts[f]?.kind === 'offer')) return { undefined: 'not reported', of: path };
  }
  if (below.least <= 0) return { undefined: 'over zero', of: per };
  const least = quotient(above.least, above.least < 0 ? below.least : below.most);
  const most = quotient(above.most, above.most < 0 ? below.most : below.least);
  if (least === undefined && most === undefined) return { undefined: 'not reported', of };
  return {
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
    support: bothSupports(above.support, below.support),
  };
}

function quotient(above: number, below: number): number | undefined {
  return Number.isFinite(above) && Number.isFinite(below) ? above / below : undefined;
}

/** `prisoners released per hostages released`, as the unit a ratio is in. */
export function ratioUnit(
  terms: Terms,
  { of, per }: Pick<ExchangeKey, 'of' | 'per'>,
): { readonly one: string; readonly many: string } {
  const name = `${termLabel(terms, of)} per ${termLabel(terms, per)}`;
  return { one: name, many: name };
}

interface Side {
  readonly least: number;
  readonly most: number;
  readonly support: Support;
}

/** What an offer gives of a quantity; an end that only the offer space sets is no end. */
function spanIn(deal: Deal, path: string, scope: Scope | undefined): Side {
  const { step } = quantityAt(deal.terms, path);
  let [least, most]: [number, number] = [0, 0];
  let support: Support = [];
  for (const { of } of quantitySum(deal.layout, path, scope)) {
    const [low, high] = [deal.bounds.least[of] ?? 0, deal.bounds.most[of] ?? Infinity];
    const highFrom = deal.bounds.mostFrom[of] ?? [];
    least += low;
    most += highFrom.some((f) => deal.facts[f]?.kind === 'space') ? Infinity : high;
    support = bothSupports(support, bothSupports(deal.bounds.leastFrom[of] ?? [], highFrom));
  }
  return { least: fromSteps(least, step), most: most === Infinity ? most : fromSteps(most, step), support };
}
