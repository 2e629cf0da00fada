import { fault } from '../../base/fault.js';
import { figure } from '../../base/list.js';
import { show } from '../../base/plain.js';
import type { Condition } from '../../positions/condition.js';
import type { Scenario } from '../../scenario/scenario.js';
import { sayScope, type Scope } from '../../terms/scope.js';
import { termLabel } from '../../terms/term.js';
import type { ConditionInvariant } from '../invariant.js';
import { fitting, refuse } from './fitting.js';

/** Between which figures a ratio may lie, and where in the deal. */
export interface RatioBounds {
  readonly least?: number;
  readonly most?: number;
  /** For quantities of each phase: which; without it, the totals. */
  readonly in?: Scope;
}

/**
 * Where there is any of one thing, so many of another go with each: no fewer than `least`, no more than `most`.
 *
 * Where there is none of it, the law does not speak, and is held.
 *
 * @param of - what is counted, by its path id
 * @param per - for each of what
 * @throws a `FaultError` with `testing/bad-bound` for bounds that say nothing or exclude each other, and the faults of a
 *   ratio that does not fit the scenario
 * @example
 * const law = ratioWithin(gaza2024(), 'prisoners', 'hostages', { least: 3, most: 10 });
 * law.title; // 'prisoners released per hostages released: at least 3 and at most 10'
 * ratioWithin(gaza2024(), 'prisoners', 'hostages', {}); // throws testing/bad-bound
 */
export function ratioWithin(scenario: Scenario, of: string, per: string, bounds: RatioBounds): ConditionInvariant {
  const { least, most, in: scope } = bounds;
  if (least === undefined && most === undefined) {
    const message = 'A ratio with neither a least nor a most is within any bounds: give one of them, or both.';
    refuse([fault('testing/bad-bound', ['bounds'], message, { of, per })]);
  }
  for (const [key, n] of Object.entries({ least, most })) {
    if (n === undefined || Number.isFinite(n)) continue;
    const message = `'${key}' cannot be ${show(n)}: give a figure, or leave it out.`;
    refuse([fault('testing/bad-bound', ['bounds', key], message, { found: show(n) })]);
  }
  if (least !== undefined && most !== undefined && least > most) {
    const message = `No ratio is at least ${figure(least)} and at most ${figure(most)}: the smaller figure is the least.`;
    refuse([fault('testing/bad-bound', ['bounds'], message, { least, most })]);
  }
  // Over zero a ratio is unmet, and so its negation is met: that is "if there is any, then", and intervals can tell it
  // where they cannot tell whether there is any.
  const never = (op: '<' | '>', line: number): Condition => ({
    kind: 'not',
    of: { kind: 'ratio', of, per, ...(scope !== undefined && { in: scope }), op, line },
  });
  const sides = [
    ...(least === undefined ? [] : [never('<', least)]),
    ...(most === undefined ? [] : [never('>', most)]),
  ];
  const condition = fitting<Condition>(scenario, { kind: 'all', of: sides });
  const said = [
    ...(least === undefined ? [] : [`at least ${figure(least)}`]),
    ...(most === undefined ? [] : [`at most ${figure(most)}`]),
  ];
  const what = `${termLabel(scenario.terms, of)} per ${termLabel(scenario.terms, per)}${sayScope(scope)}`;
  return { title: `${what}: ${said.join(' and ')}`, condition };
}
