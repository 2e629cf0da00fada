import type { KeyTable } from '../offers/text/key-table.js';
import type { Reach } from '../terms/amount-span.js';
import { isWithin } from '../terms/categories.js';
import { pathsOf, quantityAt, splitPath, type Terms } from '../terms/term.js';
import type { Bases } from './base.js';
import { countedAs } from './key-apart.js';

/** What the deal gives of a quantity, less what a key counts otherwise: by a line for a category, or not at all. */
export function thereUnder(terms: Terms, key: Pick<KeyTable, 'rows' | 'outside'>, path: string, bases: Bases): Reach {
  const whole = bases.quantity(path);
  const term = quantityAt(terms, path);
  const apart = pathsOf(splitPath(path).term, term)
    .filter((one) => term.categories[splitPath(one).category ?? '']?.of === undefined && isWithin(term, one, path))
    .filter((one) => one !== path && splitPath(one).category !== undefined && countedAs(terms, key, one) !== path)
    .map((one) => bases.quantity(one));
  const most = apart.reduce((sum, one) => sum + one.most, 0);
  const each = apart.map((one) => one.least);
  const least = term.overlap ? Math.max(0, ...each) : each.reduce((sum, one) => sum + one, 0);
  return { least: Math.max(0, whole.least - most), most: Math.max(0, whole.most - least) };
}
