import type { Field } from '../evidence/field.js';
import type { Amount } from './amount.js';

/** How many there are of something outside the deal, as reported: a base for shares such as `all` and `half of`. */
export interface Count {
  readonly label: string;
  /** What each report says; absent where no report gives a figure. */
  readonly figure?: Field<Amount>;
  readonly note?: string;
}

/** Counts by id. */
export type Counts = Readonly<Record<string, Count>>;
