import { unique } from '../base/list.js';
import type { KeyRow, KeyTable } from '../offers/text/key-table.js';
import type { Reach } from '../terms/amount-span.js';

/** What was done, or is to be done, of quantities: by path id, those of a category apart from those of none known. */
export type Given = Readonly<Record<string, Reach>>;

/**
 * What a key gives for what was done: by the path id of what is given, in its unit.
 *
 * A line for several categories together counts them together. What was done of a quantity without its categories being
 * known may belong to any line for one of them, or to none that the key leaves outside: the answer is then an interval.
 * A line for `all` counts once, whatever the number; one that gives `all` gives what `whole` says there is.
 *
 * @example
 * const key: KeyTable = {
 *   label: 'boats for nets',
 *   rows: [{ for: { n: 2, of: ['nets'] }, give: [{ n: 1, of: 'boats' }] }],
 *   totals: {},
 *   outside: [],
 *   basis: 'assumed',
 *   citations: [],
 * };
 * owedByKey(key, { nets: { least: 5, most: 5 } }, () => ({ least: 0, most: 9 })); // { boats: { least: 2.5, most: 2.5 } }
 */
export function owedByKey(key: KeyTable, given: Given, whole: (path: string) => Reach): Record<string, Reach> {
  const owed: Record<string, Reach> = {};
  const add = (path: string, { least, most }: Reach) => {
    const before = owed[path] ?? { least: 0, most: 0 };
    owed[path] = { least: before.least + least, most: before.most + most };
  };
  const named = new Set(key.rows.flatMap((row) => row.for?.of ?? []));
  for (const row of key.rows) {
    const times = timesOf(row, given);
    for (const { n, of } of row.give) {
      const all = whole(of);
      add(
        of,
        n === 'all'
          ? { least: times.least > 0 ? all.least : 0, most: times.most > 0 ? all.most : 0 }
          : {
              least: times.least * n,
              most: times.most * n,
            },
      );
    }
  }
  // What was done of a quantity as a whole, and of none of its categories by name: whichever line it belongs to, or none.
  for (const [path, figure] of Object.entries(given)) {
    if (path.includes('/') || named.has(path)) continue;
    const rows = key.rows.filter((row) => row.for?.of.some((of) => of.startsWith(`${path}/`)));
    const done = rows.flatMap((row) => row.for?.of ?? []).reduce((sum, of) => sum + (given[of]?.least ?? 0), 0);
    const rest = { least: Math.max(0, figure.least - done), most: Math.max(0, figure.most - done) };
    if (rest.most === 0 || rows.length === 0) continue;
    const categories = unique(rows.flatMap((row) => row.for?.of ?? [])).filter((of) => of.startsWith(`${path}/`));
    for (const of of new Set(rows.flatMap((row) => row.give.map((gives) => gives.of)))) {
      // A category may stand in several lines, and is then answered by all of them.
      const rates = categories.map((category) =>
        rows.reduce((sum, row) => sum + (row.for?.of.includes(category) ? rateOf(row, of) : 0), 0),
      );
      const covered = !key.outside.some((outside) => outside.startsWith(`${path}/`));
      const least = covered ? Math.min(...rates) : 0;
      const most = Math.max(...rates);
      add(of, { least: rest.least * least, most: most === 0 ? 0 : rest.most * most });
    }
    // What a line says of all counts once, and may be set off by what is not known to belong to it.
    for (const row of rows.filter((one) => timesOf(one, given).most === 0)) {
      for (const { n, of } of row.give) {
        if (n === 'all') add(of, { least: 0, most: whole(of).most });
        else if (row.for?.n === 'all') add(of, { least: 0, most: n });
      }
    }
  }
  return owed;
}

function timesOf(row: KeyRow, given: Given): Reach {
  if (!row.for) return { least: 1, most: 1 };
  const { n, of } = row.for;
  const together = of.reduce(
    (sum, path) => ({
      least: sum.least + (given[path]?.least ?? 0),
      most: sum.most + (given[path]?.most ?? 0),
    }),
    { least: 0, most: 0 },
  );
  if (n === 'all') return { least: together.least > 0 ? 1 : 0, most: together.most > 0 ? 1 : 0 };
  return n === 0 ? { least: 0, most: 0 } : { least: together.least / n, most: together.most / n };
}

function rateOf(row: KeyRow, of: string): number {
  const n = row.for?.n;
  const gives = row.give
    .filter((line) => line.of === of)
    .reduce((sum, line) => sum + (line.n === 'all' ? 0 : line.n), 0);
  return typeof n === 'number' && n > 0 ? gives / n : 0;
}
