/** A whole-number multiple of a variable, which is named by its place in a list. */
export interface Multiple {
  readonly of: number;
  readonly times: number;
}

/** Something that always holds between variables: `least ≤ Σ times × variable ≤ most`. An absent end is no limit. */
export interface Tie {
  readonly sum: readonly Multiple[];
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  /** What the tie itself rests on; nothing where it always holds. */
  readonly support?: Support | undefined;
  /** What its lower end alone rests on. */
  readonly leastFrom?: Support | undefined;
}

/** What a bound rests on: the numbers of the facts it was drawn from, ascending. */
export type Support = readonly number[];
