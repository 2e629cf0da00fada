import type { KeyTable } from '../offers/text/key-table.js';
import type { Reach } from '../terms/amount-span.js';
import { isWithin } from '../terms/categories.js';
import { added } from '../terms/decimal.js';
import { quantityAt, splitPath, type Terms } from '../terms/term.js';
import { countedAs, mayCountAs } from './key-apart.js';
import type { Counted, Open } from './key-open.js';

/** How much was done of a quantity, or is to be done, and how much of it is known to be of which category, by path id. */
export interface Amounted extends Reach {
  readonly parts?: Readonly<Record<string, number>>;
}

/**
 * How a key counts what was done. What is known to be of a category counts as an obligation of that category does; of the
 * rest, whatever its categories may be.
 */
export function countedUnder(
  terms: Terms,
  key: Pick<KeyTable, 'rows' | 'outside'>,
  all: readonly (Amounted & { readonly of: string })[],
): Counted {
  const given = new Map<string, Reach>();
  const open: Open[] = [];
  const add = (path: string, { least, most }: Reach) => {
    const before = given.get(path) ?? NOTHING;
    given.set(path, { least: before.least + least, most: before.most + most });
  };
  const count = (of: string, figure: Reach) => {
    const at = mayCountAs(terms, key, of);
    const [only = of, ...others] = at;
    if (others.length === 0) add(only, figure);
    else if (figure.most > 0) open.push({ figure, at, step: stepOf(terms, of) });
  };
  const named = new Set(key.rows.flatMap((row) => row.for?.of ?? []));
  for (const { of, parts = {}, ...figure } of all) {
    const term = quantityAt(terms, of);
    // What is said of all of it says nothing of its categories.
    const known = Object.entries(parts).filter(
      ([path, n]) => n > 0 && splitPath(path).category !== undefined && !isWithin(term, of, path),
    );
    if (term.overlap) {
      const counted = overlapping(terms, key, of, known, named);
      for (const [path, reach] of counted.at) add(path, reach);
      count(of, lessened(figure, counted.sum));
      continue;
    }
    const isPlain = (path: string) => term.categories[splitPath(path).category ?? '']?.of === undefined;
    const plain = known.filter(([path]) => isPlain(path));
    let rest = figure;
    for (const [path, n] of plain) {
      count(path, { least: n, most: n });
      rest = lessened(rest, n);
    }
    for (const [path, n] of known.filter(([one]) => !isPlain(one))) {
      const inside = plain.filter(([one]) => isWithin(term, one, path)).reduce((sum, [, m]) => added(sum, m), 0);
      const more = Math.min(Math.max(0, added(n, -inside)), rest.most);
      count(path, { least: more, most: more });
      rest = lessened(rest, more);
    }
    count(of, rest);
  }
  return { given: Object.fromEntries(given), open };
}

/** The step in which something is sorted; of what may be of several categories at once there is none. */
function stepOf(terms: Terms, of: string): number {
  const { step, overlap } = quantityAt(terms, of);
  return overlap ? 0 : step;
}

/** What is known of categories that may overlap: those under one line are as many as the largest, or as all of them. */
function overlapping(
  terms: Terms,
  key: Pick<KeyTable, 'rows' | 'outside'>,
  of: string,
  known: readonly (readonly [string, number])[],
  named: ReadonlySet<string>,
) {
  const term = quantityAt(terms, of);
  const { term: id } = splitPath(of);
  const at = new Map<string, Reach>();
  let sum = 0;
  for (const [path, n] of known) {
    const under = countedAs(terms, key, path);
    // What belongs to no line may belong to one by another of its categories, unless it stands outside.
    const isOutside = key.outside.some((one) => splitPath(one).term === id && isWithin(term, path, one));
    if (under === countedAs(terms, key, of) || !(named.has(under) || isOutside)) continue;
    const before = at.get(under) ?? NOTHING;
    at.set(under, { least: Math.max(before.least, n), most: before.most + n });
    sum = added(sum, n);
  }
  return { at, sum };
}

const lessened = ({ least, most }: Reach, by: number): Reach => ({
  least: Math.max(0, added(least, -by)),
  most: Number.isFinite(most) ? Math.max(0, added(most, -by)) : most,
});

const NOTHING: Reach = { least: 0, most: 0 };
