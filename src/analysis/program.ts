import type { Formula } from '../positions/formula.js';

/** A whole-number unknown between two ends, both included. */
export interface Unknown {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/** What values are looked for, and everything that must hold of them at once. Plain data, in whole numbers. */
export interface Program {
  readonly unknowns: readonly Unknown[];
  readonly must: readonly Formula[];
}

/** A value for each unknown, by its name. */
export type Values = Readonly<Record<string, number>>;

/** What looking for values comes to; `unknown` is never taken for `nothing`. */
export type Solved =
  | { readonly found: 'values'; readonly values: Values }
  | { readonly found: 'nothing' }
  /** `time`: the limit was reached; `range`: figures too large to be exact; `solver`: it could not tell. */
  | { readonly found: 'unknown'; readonly why: 'time' | 'range' | 'solver' };

/** Whether an unknown has so many values that a search among them may not come to an end. */
export function isWide({ least, most }: { readonly least: number; readonly most: number }): boolean {
  return most - least > 10_000;
}
