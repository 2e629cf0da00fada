import type { Formula, NamedMultiple } from '../../positions/formula.js';
import type { Program, Values } from '../program.js';
import type { Rows } from './listed-space.js';
import type { Stopped } from '../watch.js';
import type { Run } from './options.js';
import type { ScoredSpace } from './scored-space.js';
import { worthAt, type Stretch } from './whole-scores.js';

/** Each party's score as a sum of unknowns, and what it is anyway. */
export interface LinearScore {
  readonly sum: readonly NamedMultiple[];
  readonly anyway: number;
}

/** The scored space as a program in which every score is a sum: what is worth several straight lines has an unknown for it. */
export function linearScores({ program, scores, shares }: ScoredSpace): {
  readonly program: Program;
  readonly scores: readonly LinearScore[];
} {
  const unknowns = [...program.unknowns];
  const must = [...program.must];
  const ends = new Map(program.unknowns.map((unknown) => [unknown.name, unknown]));
  const linear = scores.map(() => ({ sum: [] as NamedMultiple[], anyway: 0 }));
  shares.forEach(({ party, unknown, stretches }, number) => {
    const { least = 0, most = 0 } = ends.get(unknown) ?? {};
    const within = stretches.filter(({ from, to }) => from <= most && to >= least);
    const score = linear[party];
    const [only] = within;
    if (!score || !only) return;
    if (within.length === 1) {
      score.sum.push({ of: unknown, times: only.times });
      score.anyway += only.anyway;
      return;
    }
    const name = `worth ${number} of ${unknown}`; // no variable of an offer space has such a name
    const worths = within.flatMap((s) => [worthOf(s, Math.max(s.from, least)), worthOf(s, Math.min(s.to, most))]);
    unknowns.push({ name, least: Math.min(...worths), most: Math.max(...worths) });
    must.push({ kind: 'or', of: within.map((s) => onStretch(s, unknown, name, least, most)) });
    score.sum.push({ of: name, times: 1 });
  });
  return { program: { unknowns, must }, scores: linear };
}

function worthOf(stretch: Stretch, at: number): number {
  return worthAt([stretch], at);
}

function onStretch(
  { from, to, times, anyway }: Stretch,
  unknown: string,
  worth: string,
  least: number,
  most: number,
): Formula {
  const rise = [
    { of: worth, times: 1 },
    { of: unknown, times: -times },
  ];
  const fall = rise.map((m) => ({ of: m.of, times: -m.times }));
  return {
    kind: 'and',
    of: [
      { kind: 'linear', sum: [{ of: unknown, times: 1 }], least: Math.max(from, least) },
      { kind: 'linear', sum: [{ of: unknown, times: -1 }], least: -Math.min(to, most) },
      { kind: 'linear', sum: rise, least: anyway },
      { kind: 'linear', sum: fall, least: -anyway },
    ],
  };
}

/** That a score is more than a figure, or at least it. */
export function scoreFrom({ sum, anyway }: LinearScore, least: number): Formula {
  return { kind: 'linear', sum, least: least - anyway };
}

/** That a score is no more than a figure. */
export function scoreUpTo({ sum, anyway }: LinearScore, most: number): Formula {
  return { kind: 'linear', sum: sum.map((m) => ({ of: m.of, times: -m.times })), least: anyway - most };
}

/** What a solver finds one after another. */
export interface Found {
  readonly rows: Rows;
  readonly stopped?: Stopped;
}

/** A search by the solver: what must hold, what is made most, and what each outcome found forbids those to come. */
export interface Search {
  readonly program: Program;
  readonly scores: readonly LinearScore[];
  readonly most?: readonly NamedMultiple[];
  readonly unlike: (worth: readonly number[]) => Formula;
}

/** Finds outcomes until there are no others, or more than the limit. */
export async function foundBySolver(search: Search, run: Run): Promise<Found> {
  const parties = search.scores.length;
  const worths: number[] = [];
  const values: Values[] = [];
  const done = (stopped?: Stopped): Found => ({
    rows: {
      parties,
      size: values.length,
      worth: Float64Array.from(worths),
      valuesAt: (row) => {
        const at = values[row];
        if (!at) throw new RangeError(`There is no row ${row}.`);
        return at;
      },
    },
    ...(stopped !== undefined && { stopped }),
  });
  const solver = await run.solver();
  const goal = search.most?.map((m) => ({ of: m.of, times: -m.times }));
  const must = [...search.program.must];
  for (;;) {
    await run.turn();
    if (run.watch.stopped) return done(run.watch.stopped);
    run.tell({ doing: 'solving', found: values.length });
    const solved = solver.solve({ unknowns: search.program.unknowns, must }, goal, run.watch.left);
    if (solved.found === 'nothing') return done();
    if (solved.found === 'unknown') return done(solved.why);
    if (values.length >= run.limit) return done('most');
    const worth = search.scores.map(({ sum, anyway }) =>
      sum.reduce((total, m) => total + m.times * (solved.values[m.of] ?? 0), anyway),
    );
    worths.push(...worth);
    values.push(solved.values);
    must.push(search.unlike(worth));
  }
}
