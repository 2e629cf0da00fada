// The only file that knows highs, the solver of mixed integer programs.
import type { Highs, Model as NativeModel, ModelData } from 'highs';
import { holds, type NamedMultiple } from '../positions/formula.js';
import { modelOf, type Model } from './model.js';
import type { Program, Solved, Values } from './program.js';

/** Looks for values, and blocks while it does. */
export interface Solver {
  /**
   * Looks for values between the ends of the unknowns with which everything holds that must.
   *
   * @param goal - a sum, of which the values make the least that there is; without one, any values will do
   * @param limits - how long it may take, in seconds: past that, `unknown`
   */
  readonly solve: (program: Program, goal?: readonly NamedMultiple[], limits?: { readonly seconds?: number }) => Solved;
}

/** Where the solver's parts are. */
export interface LoadOptions {
  /** Says where a page has `highs.wasm`; without it, it is looked for beside the solver's code. */
  readonly locateFile?: (file: string) => string;
}

/** One for all: it holds no answers, and starting it takes longer than most questions do. */
let loading: Promise<Highs> | undefined;

/**
 * Loads the solver, once: who asks again is given the same, whatever the options.
 *
 * @example
 * const solver = await loadSolver();
 * const program: Program = {
 *   unknowns: [{ name: 'catch', least: 0, most: 100 }],
 *   must: [{ kind: 'linear', sum: [{ of: 'catch', times: 3 }], least: 100 }],
 * };
 * solver.solve(program, [{ of: 'catch', times: 1 }]); // { found: 'values', values: { catch: 34 } }
 */
export async function loadSolver(options: LoadOptions = {}): Promise<Solver> {
  loading ??= start(options);
  const started = loading;
  try {
    const highs = await started;
    return { solve: (program, goal, limits) => solve(highs, program, goal, limits?.seconds) };
  } catch (error) {
    // What could not be loaded may be there the next time.
    if (loading === started) loading = undefined;
    throw error;
  }
}

async function start(options: LoadOptions): Promise<Highs> {
  const { default: load } = await import('highs');
  // Its declarations are read as CommonJS, whose `default` is one deeper than that of the module that runs.
  return (load as unknown as typeof load.default)(options);
}

function solve(highs: Highs, program: Program, goal?: readonly NamedMultiple[], seconds = Infinity): Solved {
  const model = modelOf(program, goal);
  if (model === 'nothing') return { found: 'nothing' };
  if (model === 'range') return { found: 'unknown', why: 'range' };
  if (model.rows.length === 0) return tried(program, model.valuesAt([]));
  // What `withModel` makes it disposes of, even where the solver throws.
  return highs.withModel(dataOf(model), (native): Solved => {
    native.options.set({
      output_flag: false,
      // The proof is whole: costs are whole numbers, so half of one tells the cheapest from the next.
      mip_rel_gap: 0,
      mip_abs_gap: 0.5,
      mip_allow_restart: false, // a restart simplifies
      ...(seconds < Infinity && { time_limit: Math.max(seconds, 0) }),
    });
    // Simplified, a program is solved sooner, but not always rightly: 1.15.3 misses what fits, and the least (see the
    // tests). Values can be tried; that there are none, or none that cost less, is taken from the program as it stands.
    if (model.columns.every(({ cost }) => cost === 0)) {
      native.options.set({ presolve: 'on' });
      const quick = run(highs, native, program, model);
      if (quick.found === 'values' || (quick.found === 'unknown' && quick.why === 'time')) return quick;
      native.clearSolver();
    }
    native.options.set({ presolve: 'off' });
    return run(highs, native, program, model);
  });
}

function run(
  { constants: { modelStatus: ended } }: Highs,
  native: NativeModel,
  program: Program,
  model: Model,
): Solved {
  switch (native.run().modelStatus) {
    case ended.optimal: {
      const values = model.valuesAt(native.getSolution().colValue);
      const isAsCheap = Math.abs(native.getObjectiveValue() - model.costOf(values)) < 0.5;
      return isAsCheap ? tried(program, values) : { found: 'unknown', why: 'solver' };
    }
    case ended.infeasible:
    case ended.unboundedOrInfeasible: // every column has two ends, so it is not unbounded
      return { found: 'nothing' };
    case ended.timeLimit:
      return { found: 'unknown', why: 'time' };
    default:
      return { found: 'unknown', why: 'solver' };
  }
}

/** A solver counts in doubles: what it found is believed only where it holds in whole numbers. */
function tried(program: Program, values: Values): Solved {
  return fits(program, values) ? { found: 'values', values } : { found: 'unknown', why: 'solver' };
}

function dataOf({ columns, rows }: Model): ModelData {
  const entries = rows.flatMap(({ sum }) => sum);
  const starts = [0];
  for (const { sum } of rows) starts.push((starts.at(-1) ?? 0) + sum.length);
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(() => 0),
    colUpper: columns.map(({ most }) => most),
    integrality: columns.map(() => 1), // whole numbers
    rowLower: rows.map(({ least }) => least),
    rowUpper: rows.map(() => Infinity),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: entries.map(([place]) => place),
      values: entries.map(([, times]) => times),
    },
  };
}

function fits({ unknowns, must }: Program, values: Values): boolean {
  const at = ({ name }: { readonly name: string }): number => values[name] ?? NaN;
  return unknowns.every((u) => at(u) >= u.least && at(u) <= u.most) && must.every((formula) => holds(formula, values));
}
