import type { KeyRow } from '../offers/text/key-table.js';
import type { Reach } from '../terms/amount-span.js';
import { added } from '../terms/decimal.js';
import type { Counted, Given, Wanting } from './key-open.js';

const NOTHING: Reach = { least: 0, most: 0 };

/**
 * What has to be done more before a line is owed that gives so much whatever its number; nothing where it is owed. A line for all
 * wants all that there is of each, beside what others answered: for certain with the most that it may be, at the most with the least.
 */
export function wantingFor(
  row: KeyRow,
  { given }: Counted,
  beside: Counted | undefined,
  there: (path: string) => Reach,
  end: keyof Reach,
): Wanting | undefined {
  if (!row.for) return undefined;
  const { n, of } = row.for;
  const isAny = of.some((path) => (given[path] ?? NOTHING)[end] > 0);
  if (n !== 'all') return isAny ? undefined : { any: of };
  const each = new Map<string, number>();
  for (const path of of) {
    const all = there(path)[end === 'least' ? 'most' : 'least'];
    const known = knownOf(path, given, beside, end);
    const needed = known === Infinity ? 0 : all === Infinity ? Infinity : added(all, -known);
    if (needed > 0) each.set(path, needed);
  }
  if (each.size > 0) return { each };
  return isAny ? undefined : { any: of };
}

/** How much counts under a path id by itself, and of what others answered: at the most, all of that which may. */
function knownOf(path: string, given: Given, beside: Counted | undefined, end: keyof Reach): number {
  const own = (given[path] ?? NOTHING)[end] + (beside?.given[path] ?? NOTHING)[end];
  const open = end === 'most' ? (beside?.open ?? []).filter(({ at }) => at.includes(path)) : [];
  return open.reduce((sum, { figure }) => sum + figure.most, own);
}

/** Whether something sets a line off that gives so much whatever its number. */
export function isSetOff(
  row: KeyRow,
  counted: Counted,
  there: (path: string) => Reach,
): { readonly surely: boolean; readonly maybe: boolean } {
  if (row.for?.n === 0) return { surely: false, maybe: false };
  const { open } = counted;
  const sure = wantingFor(row, counted, undefined, there, 'least');
  const wanted = wantingFor(row, counted, undefined, there, 'most');
  const mayBe = (path: string) =>
    open.reduce((sum, { figure, at }) => (at.includes(path) ? sum + figure.most : sum), 0);
  return {
    surely:
      !sure ||
      ('any' in sure && open.some(({ figure, at }) => figure.least > 0 && at.every((path) => sure.any.includes(path)))),
    maybe:
      !wanted ||
      ('any' in wanted
        ? wanted.any.some((path) => mayBe(path) > 0)
        : [...wanted.each].every(([path, needed]) => mayBe(path) >= needed)),
  };
}
