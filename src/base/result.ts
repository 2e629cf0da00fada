import { FaultError, type Fault } from './fault.js';

/**
 * Either a value or the complete list of what is wrong with the input; never both, never an exception.
 *
 * @example
 * const result: Result<Scenario> = checkScenario({ id: 'lake' });
 * const codes = result.ok ? [] : result.faults.map((fault) => fault.code);
 * codes; // ['scenario/shape', …]
 */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly Fault[] };

/** A result that carries `value`. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A result that carries everything found wrong. */
export function failure(faults: readonly Fault[]): Result<never> {
  return { ok: false, faults };
}

/** The value of a result, or a thrown {@link FaultError} that carries every fault. */
export function valueOrThrow<T>(result: Result<T>, what: string): T {
  if (result.ok) return result.value;
  throw new FaultError(what, result.faults);
}
