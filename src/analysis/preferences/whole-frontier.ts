import { optional } from '../../base/records.js';
import type { NamedMultiple } from '../../positions/formula.js';
import { foundBySolver, linearScores, scoreFrom } from './by-solver.js';
import { countOf, listed, rowsIn, withinLimit, type ListedCase, type Rows } from './listed-space.js';
import type { Stopped } from '../watch.js';
import type { Run } from './options.js';
import type { ScoredSpace } from './scored-space.js';

/** How an answer was found, and whether it is the whole. */
export interface Provenance {
  readonly by: 'enumeration' | 'solver';
  /** True only where nothing is missing; `stopped` says why something may be. */
  readonly complete: boolean;
  readonly stopped?: Stopped;
}

/** The frontier in whole numbers, with what was listed on the way to it. */
export interface WholeFrontier extends Provenance {
  readonly rows: Rows;
  /** How many outcomes there are; absent where they were not listed, or are beyond counting exactly. */
  readonly count?: number;
  readonly cases?: readonly ListedCase[];
}

/** The outcomes that no other dominates: by listing where the space is small, by the solver otherwise. */
export async function wholeFrontier(space: ScoredSpace, run: Run): Promise<WholeFrontier> {
  const { limit, watch } = run;
  const stop = (stopped: Stopped): WholeFrontier => ({
    by: run.bySolver ? 'solver' : 'enumeration',
    complete: false,
    stopped,
    rows: noRows(space),
  });
  run.tell({ doing: 'listing', found: 0 });
  await run.turn();
  if (watch.stopped) return stop(watch.stopped);
  const cases = run.bySolver ? undefined : listed(space, limit);
  if (cases) {
    run.tell({ doing: 'combining', found: 0 });
    await run.turn();
    if (watch.stopped) return stop(watch.stopped);
    const rows = withinLimit(() => rowsIn(space, cases, 'frontier', limit));
    if (rows) return { by: 'enumeration', complete: true, rows, ...optional('count', countOf(cases)), cases };
  }
  const { rows, stopped } = await solvedFrontier(space, run);
  return {
    by: 'solver',
    complete: stopped === undefined,
    rows,
    ...(stopped !== undefined && { stopped }),
    ...optional('count', cases && countOf(cases)),
  };
}

/**
 * Asks again and again for a deal that is better for some party than each one found, with the greatest sum of scores: none
 * dominates it, for that would be such a deal too, with a greater sum. Each party's scores are counted as `WholeScore` does,
 * so this sum compares nobody with anybody: any positive weights would find the same frontier, in another order. The
 * epsilon constraints of Haimes, Lasdon and Wismer (1971), as clauses (Sylva and Crema, "A method for finding the set of
 * non-dominated vectors for multiple objective integer linear programs", 2004).
 */
function solvedFrontier(space: ScoredSpace, run: Run) {
  const { program, scores } = linearScores(space);
  const sums = new Map<string, number>();
  for (const { sum } of scores) for (const m of sum) sums.set(m.of, (sums.get(m.of) ?? 0) + m.times);
  const most = [...sums].map(([of, times]): NamedMultiple => ({ of, times }));
  return foundBySolver(
    {
      program,
      scores,
      most,
      unlike: (worth) => ({ kind: 'or', of: scores.map((score, p) => scoreFrom(score, (worth[p] ?? 0) + 1)) }),
    },
    run,
  );
}

function noRows({ scores }: ScoredSpace): Rows {
  const valuesAt = (row: number): never => {
    throw new RangeError(`There is no row ${row}.`);
  };
  return { parties: scores.length, size: 0, worth: new Float64Array(), valuesAt };
}
