import type { Values } from '../program.js';
import { casesOf, type Case } from './cases.js';
import { combine, rowsOf, type Combined, type Keeping } from './combining.js';
import { listWorths, TooMany, type Listing } from './listing.js';
import { nonDominated } from './non-dominated.js';
import type { ScoredSpace } from './scored-space.js';
import { worthAt } from './whole-scores.js';

/** How many steps of the search are allowed for each row that is. */
const STEPS_A_ROW = 20;

/** One case of the offer space, with the worths of its clusters listed. */
export interface ListedCase {
  readonly of: Case;
  readonly anyway: Float64Array;
  readonly listings: readonly Listing[];
}

/** The offer space listed part by part; nothing where that takes more than so many rows. */
export function listed(space: ScoredSpace, rows: number): readonly ListedCase[] | undefined {
  const parties = space.scores.length;
  return withinLimit(() =>
    casesOf(space)
      .map((of): ListedCase => {
        const anyway = new Float64Array(parties);
        for (const { party, unknown, stretches } of of.shares) {
          const place = space.program.unknowns.findIndex(({ name }) => name === unknown);
          anyway[party] = (anyway[party] ?? 0) + worthAt(stretches, of.settled.least[place] ?? 0);
        }
        const allowance = { rows, steps: rows * STEPS_A_ROW };
        return { of, anyway, listings: of.clusters.map((cluster) => listWorths(cluster, parties, allowance)) };
      })
      .filter(({ listings }) => listings.every(({ size }) => size > 0)),
  );
}

/** What `work` comes to; nothing where it meets with too many rows. */
export function withinLimit<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooMany) return undefined;
    throw error;
  }
}

/** How many outcomes there are, told apart by what each part of a deal is worth; nothing where they are too many to be counted exactly. */
export function countOf(cases: readonly ListedCase[]): number | undefined {
  const count = cases.reduce((sum, { listings }) => sum + listings.reduce((product, { size }) => product * size, 1), 0);
  return Number.isSafeInteger(count) ? count : undefined;
}

/** Rows of worths, and how to come by a deal that is worth them. */
export interface Rows {
  readonly parties: number;
  readonly size: number;
  readonly worth: Float64Array;
  /** A value for each unknown of the offer space. */
  readonly valuesAt: (row: number) => Values;
}

/** The outcomes of a listed space, or those on its frontier. @throws {@link TooMany} */
export function rowsIn(space: ScoredSpace, cases: readonly ListedCase[], keep: Keeping, limit: number): Rows {
  const parties = space.scores.length;
  const combined = cases.map(({ anyway, listings }) => combine(anyway, listings, keep, { rows: limit, steps: 0 }));
  const together = joined(combined.map(({ worth }) => worth));
  const kept = keep === 'frontier' ? nonDominated(together, parties) : undefined;
  const valuesAt = (row: number) => {
    let [within, number] = [kept?.[row] ?? row, 0];
    while (within >= (combined[number]?.size ?? Infinity)) within -= combined[number++]?.size ?? 0;
    return valuesIn(space, cases[number], combined[number], within);
  };
  const worth = kept ? rowsOf(together, kept, parties) : together;
  return { parties, size: worth.length / parties, worth, valuesAt };
}

function joined([first, ...others]: readonly Float64Array[]): Float64Array {
  if (!first || others.length === 0) return first ?? new Float64Array();
  const all = new Float64Array(first.length + others.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const one of [first, ...others]) {
    all.set(one, at);
    at += one.length;
  }
  return all;
}

/** The values at a row of a case that was combined. */
function valuesIn(
  space: ScoredSpace,
  listedCase: ListedCase | undefined,
  combined: Combined | undefined,
  row: number,
): Values {
  if (!listedCase || !combined) throw new RangeError(`There is no row ${row}.`);
  return valuesFor(
    space,
    listedCase,
    combined.picks.map((pick) => pick[row] ?? 0),
  );
}

/** The values where each cluster is settled as in one row of its listing. */
export function valuesFor({ program }: ScoredSpace, { of, listings }: ListedCase, rows: readonly number[]): Values {
  const values = of.settled.least.slice();
  of.clusters.forEach(({ places }, c) => {
    places.forEach((place, i) => (values[place] = listings[c]?.points[(rows[c] ?? 0) * places.length + i] ?? 0));
  });
  return Object.fromEntries(program.unknowns.map(({ name }, place) => [name, values[place] ?? 0]));
}
