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
  return holdsAt(formula, (name) => values[name] ?? 0);
}

/** The same, of values that are kept in some other way. */
export function holdsAt(formula: Formula, at: (name: string) => number): boolean {
  if (formula.kind !== 'linear') {
    return formula.kind === 'and'
      ? formula.of.every((part) => holdsAt(part, at))
      : formula.of.some((part) => holdsAt(part, at));
  }
  let sum = 0;
  for (const m of formula.sum) sum += m.times * at(m.of);
  return sum >= formula.least;
}
