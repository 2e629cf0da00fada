import type { Reach } from '../terms/amount-span.js';
import { fewestIn, isWithin } from '../terms/categories.js';
import { quantityAt, splitPath, type Terms } from '../terms/term.js';
import type { Given } from './key-open.js';

/**
 * What a line of a key gives of a quantity, a group or a category by the figures that it has for it and for what belongs to it,
 * by path id. A figure of the whole is in all, with its categories; without one, categories that exclude each other add up, and
 * of those that may overlap there are as many as of the largest, or as all of them. `apart` is not counted.
 */
export function givenOf(terms: Terms, of: string, figures: Given, apart: readonly string[] = []): Reach {
  const { term: id } = splitPath(of);
  const own = figures[of] ?? NOTHING;
  const inside = Object.keys(figures).filter((path) => path !== of && splitPath(path).term === id);
  if (inside.length === 0) return own;
  const term = quantityAt(terms, of);
  const counted = inside.filter(
    (path) => isWithin(term, path, of) && !apart.some((other) => isWithin(term, path, other)),
  );
  if (counted.length === 0) return own;
  const end = (which: 'least' | 'most') =>
    Object.fromEntries([of, ...counted].map((path) => [path, (figures[path] ?? NOTHING)[which]]));
  const least = fewestIn(term, of, end('least'));
  // Of what is given within what is given as well, no more is given.
  const outermost = counted.filter((path) => !counted.some((other) => other !== path && isWithin(term, path, other)));
  const sum = outermost.reduce((all, path) => all + (figures[path]?.most ?? 0), 0);
  if (own.most > 0) return { least, most: Math.max(own.most, least) };
  return { least, most: Math.max(least, sum) };
}

const NOTHING: Reach = { least: 0, most: 0 };
