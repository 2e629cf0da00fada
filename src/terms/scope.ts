/**
 * Where in a deal something stands: a phase by its number from 1, everything up to a phase, or the whole deal.
 *
 * @example
 * const scopes: Scope[] = [1, { upTo: 2 }, 'total'];
 */
export type Scope = number | { readonly upTo: number } | 'total';

/** ` in phase 1`, ` up to phase 2`, ` in total`, as conditions say it. */
export function sayScope(scope: Scope | undefined): string {
  if (scope === undefined) return '';
  if (scope === 'total') return ' in total';
  return typeof scope === 'number' ? ` in phase ${scope}` : ` up to phase ${scope.upTo}`;
}

/** The phases a scope covers, of `phases` possible ones; none for the whole deal, which is a figure of its own. */
export function phasesIn(scope: Scope, phases: number): readonly number[] {
  if (scope === 'total') return [];
  if (typeof scope === 'number') return [scope];
  return Array.from({ length: Math.min(scope.upTo, phases) }, (_, i) => i + 1);
}
