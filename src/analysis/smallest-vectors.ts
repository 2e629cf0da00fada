import type { Formula } from '../positions/formula.js';
import { findEnd } from './ends.js';
import type { Feasibility } from './feasibility.js';
import type { Program, Unknown, Values } from './program.js';
import type { Stopped } from './watch.js';

/** What smallest vectors are looked for among. */
export interface VectorsAsked {
  readonly program: Program;
  /** The unknowns that make up a vector, each of them wanted as small as can be. */
  readonly names: readonly string[];
  /** Makes a program ready to be checked. */
  readonly ready: (program: Program) => Feasibility;
  /** How many are enough. */
  readonly most: number;
}

/** A vector that nothing undercuts, with values at which it is reached. */
export interface Smallest {
  readonly vector: readonly number[];
  readonly values: Values;
}

/** The smallest vectors; all of them, unless it was stopped. */
export interface VectorsFound {
  readonly vectors: readonly Smallest[];
  readonly stopped?: Stopped;
}

/**
 * Finds every smallest vector: one that can be reached, while none that is no larger anywhere and smaller somewhere can.
 * Each one found bars what is no smaller than it, until there is nothing else (the guided improvement of Rayside, Estler
 * and Jackson, "A guided improvement algorithm for exact, general-purpose, many-objective combinatorial optimization", 2009).
 */
export async function smallestVectors({ program, names, ready, most }: VectorsAsked): Promise<VectorsFound> {
  const vectors: Smallest[] = [];
  let left = program;
  for (;;) {
    const feasibility = ready(left);
    const { watch } = feasibility;
    if (watch.stopped) return { vectors, stopped: watch.stopped };
    const any = await feasibility.check([]);
    if (any.found === 'unknown') return { vectors, stopped: any.why };
    if (any.found === 'nothing') return { vectors };
    if (vectors.length >= most) return { vectors, stopped: 'most' };
    let { values } = any;
    const ends = new Map(
      names.map((name): readonly [string, Unknown] => [name, { name, least: 0, most: values[name] ?? 0 }]),
    );
    for (const name of names) {
      const within = [...ends.values()];
      const end = await findEnd(feasibility, { claims: [], name, end: 'least', within, from: values });
      if (end.found === 'unknown') return { vectors, stopped: end.why };
      ({ values } = end);
      for (const one of names) ends.set(one, { name: one, least: 0, most: values[one] ?? 0 });
    }
    const vector = names.map((name) => values[name] ?? 0);
    vectors.push({ vector, values });
    left = { ...left, must: [...left.must, smallerSomewhere(names, vector)] };
  }
}

function smallerSomewhere(names: readonly string[], vector: readonly number[]): Formula {
  return {
    kind: 'or',
    of: names.map((of, i): Formula => ({ kind: 'linear', sum: [{ of, times: -1 }], least: 1 - (vector[i] ?? 0) })),
  };
}
