import { readingsOf } from '../evidence/field.js';
import type { Offer } from '../offers/offer.js';
import { readDeal } from '../offers/read-deal.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import { shareIn, type Amount, type Base } from '../terms/amount.js';
import { reachOf, type Reach } from '../terms/amount-span.js';
import { fromSteps } from '../terms/decimal.js';
import { placeOf, quantityName } from '../terms/layout.js';
import { quantityAt } from '../terms/term.js';
import { isUnsettled, type Unsettled } from '../terms/value.js';

/** Anything from nothing on. */
export const ANY: Reach = { least: 0, most: Infinity };

/** What an offer leaves possible for its quantities and for what shares are shares of. Made once for an offer. */
export interface Bases {
  /** The figures that a quantity may have over the whole deal, or in a phase, in its unit. */
  quantity(path: string, phase?: number): Reach;
  /** The figures that a base may have; of a share without a base, all of `of`, over the whole deal. */
  base(base: Base | undefined, of: string): Reach;
  /** The figures of an amount of `of`, before any rounding: of one that is not settled, whatever `of` can be, or nothing. */
  figures(amount: Amount | Unsettled, of: string | undefined): Reach;
  /**
   * Whether an amount is not settled, or a share of something that may be nothing or more, and of which no wording says that it
   * may.
   */
  isUntold(amount: Amount | Unsettled, of: string | undefined): boolean;
}

/** The bases of an offer. */
export function basesOf(scenario: Scenario, offer: Offer): Bases {
  const deal = readDeal(settingOf(scenario), offer);
  const quantity = (path: string, phase?: number): Reach => {
    const term = quantityAt(scenario.terms, path);
    const place = placeOf(deal.layout, quantityName(path, term.scope === 'phase' ? phase : undefined));
    const end = (steps: number | undefined, none: number) =>
      steps === undefined || !Number.isFinite(steps) ? none : fromSteps(steps, term.step);
    return { least: Math.max(0, end(deal.bounds.least[place], 0)), most: end(deal.bounds.most[place], Infinity) };
  };
  const base = (given: Base | undefined, of: string): Reach => {
    if (given === undefined) return quantity(of);
    if ('quantity' in given) return quantity(given.quantity, typeof given.in === 'number' ? given.in : undefined);
    const count = scenario.counts[given.count]?.figure;
    const reaches = count ? readingsOf(count).map(({ value }) => reachOf(value, 1)) : [];
    if (reaches.length === 0) return ANY;
    return {
      least: Math.max(0, Math.min(...reaches.map((reach) => reach.least))),
      most: Math.max(...reaches.map((reach) => reach.most)),
    };
  };
  const figures = (amount: Amount | Unsettled, of: string | undefined): Reach => {
    if (isUnsettled(amount)) {
      return of === undefined ? ANY : { least: 0, most: quantityAt(scenario.terms, of).bounds.most ?? Infinity };
    }
    const share = shareIn(amount);
    if (share && of !== undefined) {
      const whole = base(share.of, of);
      return { least: (whole.least * share.parts) / share.outOf, most: (whole.most * share.parts) / share.outOf };
    }
    const { least, most } = reachOf(amount, of === undefined ? 1 : quantityAt(scenario.terms, of).step);
    return { least: Math.max(0, least), most };
  };
  /** Whether a figure is worded so that nothing would fit it: `up to`, or from nothing on. */
  const isOptional = (path: string) => {
    const places = [path, ...offer.phases.map((_, i) => `phases.${i + 1}.${path}`)];
    return deal.facts.some(({ kind, path: place, value }) => {
      if (kind === 'space' || !places.includes(place)) return false;
      return typeof value === 'object' && 'wording' in value && !shareIn(value) && reachOf(value, 1).least <= 0;
    });
  };
  const isUntold = (amount: Amount | Unsettled, of: string | undefined) => {
    if (isUnsettled(amount)) return figures(amount, of).most > 0;
    const share = shareIn(amount);
    if (!share || of === undefined) return false;
    const { least, most } = base(share.of, of);
    if (least > 0 || most <= 0) return false;
    if (share.of && 'count' in share.of) return scenario.counts[share.of.count]?.figure === undefined;
    return !isOptional(share.of?.quantity ?? of);
  };
  return { quantity, base, figures, isUntold };
}
