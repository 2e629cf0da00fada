import type { NamedMultiple } from '../positions/formula.js';
import { narrowed, type Part } from './parts.js';
import type { Program, Values } from './program.js';
import { countedFromEnds, widthOf, type Row } from './row.js';

/**
 * The most that one unknown or selector may add to a row. A solver that counts in doubles takes for a whole number what is
 * within a millionth of one, so that from a million on a selector that is all but 0 could make up for what a row lacks.
 */
const LARGEST = 2e5;

/** The most that the multiples of a row come to together, so that what is nearly whole can be rounded and still fits. */
const LARGEST_TIMES = 4e5;

/** An unknown by its name, counted from its lower end, or a selector by its number: 1 only where what it selects holds. */
type Key = string | number;

/** A sum that reaches `least`. */
interface ModelRow {
  readonly sum: ReadonlyMap<Key, number>;
  readonly least: number;
}

/** A program for a solver of mixed integer programs: columns from 0 to `most`, rows over them by their places. */
export interface Model {
  readonly columns: readonly { readonly most: number; readonly cost: number }[];
  readonly rows: readonly {
    readonly sum: readonly (readonly [place: number, times: number])[];
    readonly least: number;
  }[];
  /** The values of the unknowns where the columns have these; whole numbers are made of what is nearly so. */
  readonly valuesAt: (point: ArrayLike<number>) => Values;
  /** What the columns cost at these values. */
  readonly costOf: (values: Values) => number;
}

/**
 * A program as rows for a solver, whose least cost is the goal's least sum; `nothing` where that is plain already, `range`
 * where it would need figures too large to be exact.
 *
 * Of what one part or another must hold of, a selector says which does, one way only: selected, the part holds. What a row
 * lacks when it need not hold is made up from how low its own sum can be at all.
 */
export function modelOf({ unknowns, must }: Program, goal: readonly NamedMultiple[] = []): Model | 'nothing' | 'range' {
  if (unknowns.some((u) => u.least > u.most)) return 'nothing';
  if (!unknowns.every((u) => Number.isSafeInteger(u.least) && Number.isSafeInteger(u.most))) return 'range';
  const within = narrowed(must, new Map(unknowns.map((u) => [u.name, u])));
  if (within === false) return 'nothing';
  if (within === 'range') return 'range';
  const costs = countedFromEnds(goal, within.unknowns);
  if (costs === 'range') return 'range';
  const rows = within.part === true ? [] : rowsFor(within.part);
  const mostOf = (key: Key): number => (typeof key === 'number' ? 1 : widthOf(within.unknowns, key));
  const keys = [...new Set(rows.flatMap((row) => [...row.sum.keys()]))];
  const places = new Map(keys.map((key, place) => [key, place]));
  const priced = new Map([...costs.above].filter(([name]) => places.has(name)));
  if (![priced, ...rows.map((row) => row.sum)].every((sum) => isSure(sum, mostOf))) return 'range';
  return {
    columns: keys.map((key) => ({
      most: mostOf(key),
      cost: typeof key === 'string' ? (priced.get(key) ?? 0) : 0,
    })),
    rows: rows.map(({ sum, least }) => ({ sum: [...sum].map(([key, times]) => [places.get(key) ?? 0, times]), least })),
    valuesAt: (point) =>
      Object.fromEntries(
        [...within.unknowns.values()].map(({ name, least, most }) => {
          const place = places.get(name);
          if (place !== undefined) return [name, least + Math.round(point[place] ?? 0)];
          // What is in no row is free to be where it costs least.
          return [name, (costs.above.get(name) ?? 0) < 0 ? most : least];
        }),
      ),
    costOf: (values) =>
      [...priced].reduce(
        (cost, [name, times]) => cost + times * ((values[name] ?? 0) - (within.unknowns.get(name)?.least ?? 0)),
        0,
      ),
  };
}

/** Whether a sum is small enough for a solver to be relied upon. */
function isSure(sum: ReadonlyMap<Key, number>, mostOf: (key: Key) => number): boolean {
  let together = 0;
  for (const [key, times] of sum) {
    if (Math.abs(times) * mostOf(key) > LARGEST) return false;
    together += Math.abs(times);
  }
  return together <= LARGEST_TIMES;
}

/** The rows that make a part hold. */
function rowsFor(whole: Part): readonly ModelRow[] {
  const rows: ModelRow[] = [];
  let selectors = 0;
  const hold = (part: Part, selector?: number): void => {
    if (part.kind === 'row') rows.push(selector === undefined ? part : selected(part, selector));
    else if (part.kind === 'or') clause(part.of, selector);
    else for (const one of part.of) hold(one, selector);
  };
  /** One of these parts holds; given a selector, only where that is 1. */
  const clause = (parts: readonly Part[], selector?: number): void => {
    const sum = new Map<Key, number>(selector === undefined ? [] : [[selector, -1]]);
    let least = selector === undefined ? 1 : 0;
    for (const part of parts) {
      const [key, times] = literalOf(part) ?? [selectors++, 1];
      if (typeof key === 'number') hold(part, key);
      const together = (sum.get(key) ?? 0) + times;
      if (together === 0) sum.delete(key);
      else sum.set(key, together);
      if (times < 0) least--;
    }
    if (sum.size > 0) rows.push({ sum, least });
  };
  hold(whole);
  return rows;
}

/** A row that holds where its selector is 1; where that is 0, it asks no more than the lowest its sum can be. */
function selected({ sum, least, from }: Row, selector: number): ModelRow {
  return { sum: new Map<Key, number>([...sum, [selector, from - least]]), least: from };
}

/** The 0 or 1 that a part turns on, and whether it has to be 1 (times 1) or 0 (times -1). */
function literalOf(part: Part): readonly [Key, number] | undefined {
  return part.kind === 'row' && part.sum.size === 1 && part.to - part.from === 1 ? [...part.sum][0] : undefined;
}
