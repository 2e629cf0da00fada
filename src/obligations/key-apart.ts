import type { KeyTable } from '../offers/text/key-table.js';
import type { Terms } from '../terms/term.js';

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
