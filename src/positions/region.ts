import type { NamedMultiple } from './formula.js';

/**
 * Where the offers lie that meet a condition, or leave it unmet, as plain data from which they can be generated: the
 * fourth reading. `either` of nothing is the empty region, `both` of nothing is everywhere. Figures are those of the offer
 * space's variables: a quantity's steps, a length's days, 0 or 1 for a flag or an option.
 *
 * @example
 * const upToSixty: Region = { kind: 'band', sum: [{ of: 'catch', times: 1 }], most: 60 };
 */
export type Region =
  | { readonly kind: 'band'; readonly sum: readonly NamedMultiple[]; readonly least?: number; readonly most?: number }
  | { readonly kind: 'both' | 'either'; readonly of: readonly Region[] };

/**
 * Whether the point given by a value for every variable lies in the region; a variable that is left out is 0.
 *
 * @example
 * const upToSixty: Region = { kind: 'band', sum: [{ of: 'catch', times: 1 }], most: 60 };
 * liesIn(upToSixty, { catch: 50, observer: 1 }); // true
 */
export function liesIn(region: Region, values: Readonly<Record<string, number>>): boolean {
  switch (region.kind) {
    case 'band': {
      const sum = region.sum.reduce((total, m) => total + m.times * (values[m.of] ?? 0), 0);
      return (region.least === undefined || sum >= region.least) && (region.most === undefined || sum <= region.most);
    }
    case 'both':
      return region.of.every((part) => liesIn(part, values));
    case 'either':
      return region.of.some((part) => liesIn(part, values));
  }
}
