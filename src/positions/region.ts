import type { NamedMultiple } from './formula.js';

/**
 * Where the offers lie that meet a condition, or leave it unmet, as plain data from which they can be generated: the
 * fourth reading. `either` of nothing is the empty region, `both` of nothing is everywhere.
 */
export type Region =
  | { readonly kind: 'band'; readonly sum: readonly NamedMultiple[]; readonly least?: number; readonly most?: number }
  | { readonly kind: 'both' | 'either'; readonly of: readonly Region[] };

/** Whether the point given by a value for every variable lies in the region. */
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
