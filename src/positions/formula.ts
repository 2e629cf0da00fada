/** A whole-number multiple of a variable of the offer space, by name. */
export interface NamedMultiple {
  readonly of: string;
  readonly times: number;
}

/**
 * What must hold, as plain data in whole numbers over the variables of the offer space: the third reading of a
 * condition, for solvers. `and` of nothing always holds, `or` of nothing never does. A quantity is counted in its steps, a
 * length in days; a flag or an option is 0 or 1.
 *
 * @example
 * const enough: Formula = { kind: 'linear', sum: [{ of: 'catch', times: 1 }], least: 40 };
 */
export type Formula =
  | { readonly kind: 'linear'; readonly sum: readonly NamedMultiple[]; readonly least: number }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Formula[] };

/**
 * Whether a formula holds where every variable has a value; one that is left out is 0.
 *
 * @example
 * holds({ kind: 'linear', sum: [{ of: 'catch', times: 1 }], least: 40 }, { catch: 50 }); // true
 */
export function holds(formula: Formula, values: Readonly<Record<string, number>>): boolean {
  switch (formula.kind) {
    case 'linear':
      return formula.sum.reduce((sum, m) => sum + m.times * (values[m.of] ?? 0), 0) >= formula.least;
    case 'and':
      return formula.of.every((part) => holds(part, values));
    case 'or':
      return formula.of.some((part) => holds(part, values));
  }
}
