import type { Condition } from '../../positions/condition.js';
import type { Scenario } from '../../scenario/scenario.js';
import { all } from '../../terms/amount.js';
import { quantityAt, termLabel } from '../../terms/term.js';
import type { Scope } from '../../terms/scope.js';
import type { ConditionInvariant } from '../invariant.js';
import { fitting } from './fitting.js';

/**
 * A quantity never exceeds a count of the scenario: no more are released than are held.
 *
 * Where reports of the count differ, or leave its figure open, it is held only if that is so whichever of them is right,
 * and broken only if it is not so by any. Of what may be less than nothing in a phase, the sum up to each phase counts.
 *
 * @param of - a quantity or a category of one, by its path id
 * @param count - a count, by its id
 * @throws a `FaultError` with `scenario/unknown-term` or `scenario/unknown-count`, among others
 * @example
 * const law = neverMoreThanHeld(gaza2024(), 'hostages', 'held');
 * say(law.condition, gaza2024()); // 'hostages released: at most all of hostages still held'
 * neverMoreThanHeld(gaza2024(), 'hostages', 'hold'); // throws scenario/unknown-count
 */
export function neverMoreThanHeld(scenario: Scenario, of: string, count: string): ConditionInvariant {
  const within = (scope?: Scope): Condition => ({
    kind: 'compare',
    of,
    ...(scope !== undefined && { in: scope }),
    op: '<=',
    line: all({ count }),
  });
  const whole = fitting(scenario, within());
  const { scope, bounds } = quantityAt(scenario.terms, of);
  const title = `${termLabel(scenario.terms, of)}: never more than ${scenario.counts[count]?.label ?? count}`;
  if (scope === 'deal' || bounds.least >= 0) return { title, condition: whole };
  // What is given back later does not undo that there was too much before.
  const upTo = Array.from({ length: scenario.space.phases.most }, (_, i) => within({ upTo: i + 1 }));
  return { title, condition: { kind: 'all', of: [whole, ...upTo] } };
}
