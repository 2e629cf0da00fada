import { unique } from '../base/list.js';
import type { KeyRow, KeyTable } from '../offers/text/key-table.js';
import type { Reach } from '../terms/amount-span.js';
import { owedForOpen, type Counted, type Given, type Once, type Open } from './key-open.js';
import { isSetOff, wantingFor } from './key-set-off.js';

/** What is asked of a key. */
interface Asked {
  /** How much there is of what is given. */
  readonly whole: (path: string) => Reach;
  /** How much there is that counts under a path id of a line. */
  readonly there: (path: string) => Reach;
  /** What given figures, by path id, come to of it. */
  readonly amount: (figures: Given) => Reach;
  /** What others answer, before this: what a line gives once is owed by the first with whom it is set off. */
  readonly before?: Before;
}

/** What others answer. */
export interface Before {
  readonly each: () => Iterable<Counted>;
  /** All of it together, and as much of it as is not answered once more. */
  readonly together: () => Counted;
  readonly beside: () => Counted;
}

const NOTHING: Reach = { least: 0, most: 0 };

/**
 * What a key gives for what was done: by the path id of what is given, in its unit.
 *
 * A line for several categories together counts them together. What was done of a quantity without its categories being
 * known may belong to any line for one of them, or to none: of what the key leaves outside, or where `others` says that there
 * is more of it than the categories of its lines. The answer is then an interval, between the least and the most that any way of
 * sorting it comes to, by steps of 1 unless `step` says otherwise.
 * A line for `all` is owed once, when all that `whole` says there is of each of these was given, whatever number that is: for
 * certain with the most that it may be, and not before the least. `whole` counts as the key does: without what has a line of its own.
 * A line that gives `all`, for so many, gives what `whole` says there is, with the first of them: in other lines a number is a rate, by
 * which each of them brings its part, and `all` has no parts. What is to wait for so many hangs on a total that they reach.
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
  return Object.fromEntries(
    paths.map((of) => [of, owedOf(key, counted, { whole, there: whole, amount: exactly(of) })]),
  );
}

/** What a key gives of one quantity, or category, for what counts under it. */
export function owedOf(key: Pick<KeyTable, 'rows'>, counted: Counted, { whole, there, amount, before }: Asked): Reach {
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
    const gives = ofTheFirst(row, counted, before, there, once);
    for (const end of ['least', 'most'] as const) {
      if (gives[end] <= 0) continue;
      const wanting = wantingFor(row, counted, n === 'all' ? before?.beside() : undefined, there, end);
      if (!wanting) sum[end] += gives[end];
      else lines[end].push({ wanting, gives: gives[end] });
    }
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
function ofTheFirst(
  row: KeyRow,
  counted: Counted,
  before: Before | undefined,
  there: (path: string) => Reach,
  once: Reach,
): Reach {
  if (!before) return once;
  const isForAll = row.for?.n === 'all';
  let [maybe, surely] = [false, false];
  for (const other of isForAll ? [before.together()] : isSetOff(row, counted, there).maybe ? before.each() : []) {
    const earlier = isSetOff(row, other, there);
    maybe ||= earlier.maybe;
    surely ||= earlier.surely;
    if (surely) break;
  }
  return { least: maybe ? 0 : once.least, most: surely ? 0 : once.most };
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
