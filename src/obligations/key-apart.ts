import type { KeyTable } from '../offers/text/key-table.js';
import { splitPath, type Terms } from '../terms/term.js';

/**
 * The categories of a quantity that nothing the lines of a key are for can belong to, by path id: no line names them, alone or
 * in a group, and its categories exclude each other. None where a line is for the whole of it.
 */
export function apartFrom(terms: Terms, { rows }: Pick<KeyTable, 'rows'>, id: string): readonly string[] {
  const term = Object.hasOwn(terms, id) ? terms[id] : undefined;
  const named = new Set(rows.flatMap((row) => row.for?.of ?? []));
  if (term?.kind !== 'quantity' || term.overlap || named.has(id)) return [];
  const all = Object.entries(term.categories);
  const grouped = new Set(all.flatMap(([group, { of = [] }]) => (named.has(`${id}/${group}`) ? of : [])));
  return all.flatMap(([category, { of }]) => {
    const path = `${id}/${category}`;
    return of !== undefined || named.has(path) || grouped.has(category) ? [] : [path];
  });
}

/**
 * Under which path id a key counts what is done of another: a category that no line names belongs to a line for a group that
 * holds it, or for the whole, unless the key leaves it outside.
 */
export function countedAs(terms: Terms, { rows, outside }: Pick<KeyTable, 'rows' | 'outside'>, path: string): string {
  const { term: id, category } = splitPath(path);
  const term = Object.hasOwn(terms, id) ? terms[id] : undefined;
  const named = new Set(rows.flatMap((row) => row.for?.of ?? []));
  if (category === undefined || term?.kind !== 'quantity' || named.has(path) || outside.includes(path)) return path;
  const groups = Object.entries(term.categories).flatMap(([group, { of = [] }]) =>
    of.includes(category) ? [`${id}/${group}`] : [],
  );
  return [...groups, id].find((at) => named.has(at)) ?? path;
}
