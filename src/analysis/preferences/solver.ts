import type { NamedMultiple } from '../../positions/formula.js';
import type { Program, Solved } from '../program.js';

/** What spaces too large to list are handed to: finds values where a sum of unknowns is least, exactly. */
export interface LeastFinder {
  /** Looks for values with which everything holds, the goal's sum the least that there is. */
  readonly solve: (program: Program, goal?: readonly NamedMultiple[], limits?: { readonly seconds?: number }) => Solved;
}
