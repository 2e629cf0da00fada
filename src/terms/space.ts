import type { Basis } from '../evidence/basis.js';

/**
 * What counts as an offer at all: how many phases, how long. The bounds of each quantity stand with the quantity.
 * "All offers" means all that fit these.
 */
export interface Space {
  /** The fewest and the most phases; at least 1 and at most 12. */
  readonly phases: { readonly least: number; readonly most: number };
  /** The most days a deal may last in all; absent for no limit. */
  readonly days?: number;
  /**
   * The whole calendar months, ascending, of which offers are told apart by whether they word a length in just these: those
   * of the lines of positions and invariants, and what a modeller adds. Only with `days`.
   */
  readonly months?: readonly number[];
  readonly basis: Basis;
  readonly because?: string;
}

/** The most phases an offer space may have. */
export const MOST_PHASES = 12;
