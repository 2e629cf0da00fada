import { fault, isFaultError, type Fault } from '../../base/fault.js';
import { show } from '../../base/plain.js';
import { failure, valueOrThrow } from '../../base/result.js';
import { checkCondition } from '../../positions/check.js';
import { checking, unknownId } from '../../positions/checks.js';
import type { Condition } from '../../positions/condition.js';
import type { Scenario } from '../../scenario/scenario.js';
import { pathsOf } from '../../terms/term.js';

/** What conditions are checked against. */
export type Ground = Pick<Scenario, 'terms' | 'counts' | 'space'>;

/** Everything in a condition that the scenario has not got, or that cannot be. */
export function faultsIn({ terms, counts, space }: Ground, condition: Condition): readonly Fault[] {
  const found: Fault[] = [];
  checkCondition(condition, checking({ terms, counts, space }, [], found));
  return found;
}

/** The condition, where it fits the scenario; else throws a `FaultError` with every fault. */
export function fitting<C extends Condition>(ground: Ground, condition: C): C {
  refuse(faultsIn(ground, condition));
  return condition;
}

/** The path id of a term, or of a category of one, where the scenario has it; else throws a `FaultError`. */
export function knownPath({ terms }: Ground, path: string, key: string): string {
  const known = Object.entries(terms).flatMap(([id, term]) => (term.kind === 'quantity' ? pathsOf(id, term) : [id]));
  refuse(known.includes(path) ? [] : [unknownId('term', 'scenario/unknown-term', [key], path, known)]);
  return path;
}

/** A whole number of at least 1; else throws a `FaultError` with `testing/bad-bound`. */
export function wholeBound(key: string, n: number): number {
  const message = `'${key}' cannot be ${show(n)}: give a whole number, 1 or more.`;
  refuse(Number.isSafeInteger(n) && n >= 1 ? [] : [fault('testing/bad-bound', [key], message, { found: show(n) })]);
  return n;
}

/** Throws a `FaultError` with these faults, where there are any. */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) valueOrThrow(failure(faults), 'Such a law cannot be laid down.');
}

/**
 * What a law makes of the scenario it is asked in. Where it speaks of what that has not got it is wrongly asked, which is no
 * finding: a `FaultError` with those faults and `testing/no-finding`.
 */
export function inPlace<T>({ id }: Pick<Scenario, 'id'>, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!isFaultError(error)) throw error;
    const message = `So the law finds nothing in '${id}': lay it down for what that scenario has.`;
    refuse([...error.faults, fault('testing/no-finding', [], message, { scenario: id })]);
    throw error;
  }
}
