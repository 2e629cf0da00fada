import type { Noted } from '../../evidence/field.js';
import type { Amount } from '../../terms/amount.js';
import type { ClauseGrounds } from './grounds.js';

/** How many: a figure, or all of them, whatever their number. */
export type KeyFigure = number | 'all';

/**
 * One line of an exchange key: for so many of these, together, so many of those. For `all` of these it is owed once, with the last
 * of all that there is of each. Without `for`, what it gives is tied to nothing.
 */
export interface KeyRow<Q extends string = string> {
  readonly for?: { readonly n: KeyFigure; readonly of: readonly Q[] };
  readonly give: readonly { readonly n: KeyFigure; readonly of: Q }[];
}

/** What is given for what in a text, line by line; quantities by path id. */
export interface KeyTable extends ClauseGrounds {
  readonly label: string;
  readonly rows: readonly KeyRow[];
  /** What the text says that the lines come to, by the path id of what is given. */
  readonly totals: Readonly<Record<string, Noted<Amount>>>;
  /** Quantities that the text leaves outside the key. */
  readonly outside: readonly string[];
}
