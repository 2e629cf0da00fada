import { unique } from '../base/list.js';
import type { KeyRow, KeyTable } from '../offers/text/key-table.js';
import type { Reach } from '../terms/amount-span.js';
import { owedForOpen, type Once, type Open } from './key-open.js';

/** What was done, or is to be done, of quantities: by path id, those of a category apart from those of none known. */
export type Given = Readonly<Record<string, Reach>>;

/** What was done, by the path id under which a key counts it; and what may count under any of several. */
export interface Counted {
  readonly given: Given;
  readonly open: readonly Open[];
}

/** What is asked of a key. */
interface Asked {
  /** How much there is of what is given. */
  readonly whole: (path: string) => Reach;
  /** What given figures, by path id, come to of it. */
  readonly amount: (figures: Given) => Reach;
  /** What others answer, before this: what a line gives once, whatever the number, is owed by the first whom it falls to. */
  readonly before?: () => Iterable<Counted>;
}

const NOTHING: Reach = { least: 0, most: 0 };

/**
 * What a key gives for what was done: by the path id of what is given, in its unit.
 *
 * A line for several categories together counts them together. What was done of a quantity without its categories being
 * known may belong to any line for one of them, or to none: of what the key leaves outside, or where `others` says that there
 * is more of it than the categories of its lines. The answer is then an interval, between the least and the most that any way of
 * sorting it comes to, by steps of 1 unless `step` says otherwise.
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
export function owedByKey(
  key: KeyTable,
  given: Given,
  whole: (path: string) => Reach,
  others: (path: string, categories: readonly string[]) => boolean = () => false,
  step: (path: string) => number = () => 1,
): Record<string, Reach> {
  const counted = { given, open: openIn(key, given, others, step) };
  const paths = unique(key.rows.flatMap((row) => row.give.map(({ of }) => of)));
  const exactly = (of: string) => (figures: Given) => figures[of] ?? NOTHING;
  return Object.fromEntries(paths.map((of) => [of, owedOf(key, counted, { whole, amount: exactly(of) })]));
}

/** What a key gives of one quantity, or category, for what counts under it. */
export function owedOf(
  key: Pick<KeyTable, 'rows'>,
  counted: Counted,
  { whole, amount, before = () => [] }: Asked,
): Reach {
  const sum = { least: 0, most: 0 };
  const add = (reach: Reach) => {
    sum.least += reach.least;
    sum.most += reach.most;
  };
  const rates = new Map<string, Reach>();
  const lines: Record<keyof Reach, Once[]> = { least: [], most: [] };
  for (const row of key.rows) {
    const rate = amount(
      figuresIn(
        row.give.filter(({ n }) => n !== 'all'),
        whole,
      ),
    );
    const { n, of = [] } = row.for ?? {};
    const isByNumber = typeof n === 'number';
    if (isByNumber && n > 0) {
      const each = { least: rate.least / n, most: rate.most / n };
      for (const path of of) rates.set(path, plus(rates.get(path) ?? NOTHING, each));
      add(times(together(row, counted.given), each));
    }
    const once = amount(figuresIn(isByNumber ? row.give.filter((line) => line.n === 'all') : row.give, whole));
    if (once.most <= 0 || n === 0) continue;
    const gives = ofTheFirst(row, counted, before, once);
    const known = setOff(row, { given: counted.given, open: [] });
    if (known.surely) sum.least += gives.least;
    else lines.least.push({ of, gives: gives.least });
    if (known.maybe) sum.most += gives.most;
    else lines.most.push({ of, gives: gives.most });
  }
  // What is of no known category belongs to whichever line it may, or to none.
  add(owedForOpen(counted.open, { each: (path) => rates.get(path) ?? NOTHING, once: lines }));
  return sum;
}

/** Whether a line gives anything once, whatever the number: it is tied to nothing, or for all there is, or gives all there is. */
export function isGivenOnce({ for: given, give }: KeyRow): boolean {
  return typeof given?.n !== 'number' || give.some(({ n }) => n === 'all');
}

/** What a line gives once if it is set off, as far as it was not by what others have answered before. */
function ofTheFirst(row: KeyRow, counted: Counted, before: () => Iterable<Counted>, once: Reach): Reach {
  let [maybe, surely] = [false, false];
  for (const other of setOff(row, counted).maybe ? before() : []) {
    const earlier = setOff(row, other);
    maybe ||= earlier.maybe;
    surely ||= earlier.surely;
    if (surely) break;
  }
  return { least: maybe ? 0 : once.least, most: surely ? 0 : once.most };
}

/** Whether something sets a line off that gives so much whatever its number. */
function setOff(row: KeyRow, { given, open }: Counted): { readonly surely: boolean; readonly maybe: boolean } {
  if (!row.for) return { surely: true, maybe: true };
  const { n, of } = row.for;
  if (n === 0) return { surely: false, maybe: false };
  const all = together(row, given);
  return {
    surely: all.least > 0 || open.some(({ figure, at }) => figure.least > 0 && at.every((path) => of.includes(path))),
    maybe: all.most > 0 || open.some(({ figure, at }) => figure.most > 0 && at.some((path) => of.includes(path))),
  };
}

/** What is given as a whole, and of none of its categories by name, where lines are for some of these. */
function openIn(
  key: KeyTable,
  given: Given,
  others: (path: string, categories: readonly string[]) => boolean,
  step: (path: string) => number,
): readonly Open[] {
  const named = unique(key.rows.flatMap((row) => row.for?.of ?? []));
  return Object.entries(given).flatMap(([path, figure]): readonly Open[] => {
    const at = named.filter((of) => of.startsWith(`${path}/`));
    if (path.includes('/') || named.includes(path) || at.length === 0) return [];
    const done = at.reduce((sum, of) => sum + (given[of]?.least ?? 0), 0);
    const rest = { least: Math.max(0, figure.least - done), most: Math.max(0, figure.most - done) };
    const isCovered = !key.outside.some((outside) => outside.startsWith(`${path}/`)) && !others(path, at);
    return rest.most === 0 ? [] : [{ figure: rest, at: isCovered ? at : [...at, path], step: step(path) }];
  });
}

/** How much was done of what a line is for, all together. */
function together({ for: given }: KeyRow, figures: Given): Reach {
  const sum = { least: 0, most: 0 };
  for (const path of given?.of ?? []) {
    sum.least += figures[path]?.least ?? 0;
    sum.most += figures[path]?.most ?? 0;
  }
  return sum;
}

/** What lines of a row give, by path id. */
function figuresIn(give: KeyRow['give'], whole: (path: string) => Reach): Given {
  const figures: Record<string, Reach> = {};
  for (const { n, of } of give) {
    const before = figures[of] ?? NOTHING;
    const { least, most } = n === 'all' ? whole(of) : { least: n, most: n };
    figures[of] = { least: before.least + least, most: before.most + most };
  }
  return figures;
}

const plus = (a: Reach, b: Reach): Reach => ({ least: a.least + b.least, most: a.most + b.most });

const times = (a: Reach, b: Reach): Reach => ({
  least: a.least * b.least,
  most: a.most === 0 || b.most === 0 ? 0 : a.most * b.most,
});
