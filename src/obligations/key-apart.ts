import type { KeyTable } from '../offers/text/key-table.js';
import { splitPath, type Terms } from '../terms/term.js';

type Lines = Pick<KeyTable, 'rows' | 'outside'>;

/**
 * Under which path id a key counts what is done of another: a category that no line names belongs to a line for a group that
 * holds it, or for the whole, unless the key leaves it outside.
 */
export function countedAs(terms: Terms, { rows, outside }: Lines, path: string): string {
  const { term: id, category } = splitPath(path);
  const term = Object.hasOwn(terms, id) ? terms[id] : undefined;
  const named = new Set(rows.flatMap((row) => row.for?.of ?? []));
  if (category === undefined || term?.kind !== 'quantity' || named.has(path)) return path;
  const groups = Object.entries(term.categories).flatMap(([group, { of = [] }]) =>
    of.includes(category) ? [`${id}/${group}`] : [],
  );
  if ([path, ...groups].some((one) => outside.includes(one))) return path;
  return [...groups, id].find((at) => named.has(at)) ?? path;
}

/**
 * Under which path ids a key may count what is done of a quantity, a group or a category, while it is not known of which
 * category it is: one, if it counts under that whatever it is. Where it counts for nothing, no line names the path id.
 */
export function mayCountAs(terms: Terms, key: Lines, path: string): readonly string[] {
  const { term: id, category } = splitPath(path);
  const term = Object.hasOwn(terms, id) ? terms[id] : undefined;
  if (term?.kind !== 'quantity') return [path];
  const plain = Object.entries(term.categories).flatMap(([one, { of }]) => (of === undefined ? [one] : []));
  const within = category === undefined ? plain : (term.categories[category]?.of ?? []);
  const found = new Set(within.map((one) => countedAs(terms, key, `${id}/${one}`)));
  // Where a line is for the whole, what is in no category belongs to it as well.
  const hasOthers = category === undefined && !term.complete && key.rows.some((row) => row.for?.of.includes(path));
  if (found.size === 0 || hasOthers) found.add(countedAs(terms, key, path));
  return [...found];
}
