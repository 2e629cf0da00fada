import type { ConditionInvariant } from '../invariant.js';

/**
 * One thing begins in an earlier phase than another, wherever the other happens at all. No order is set beforehand: which
 * comes first is for the scenario to say.
 *
 * @param first - a quantity, a category or a flag of each phase, by its path id
 * @param then - the same
 * @example
 * const law = inOrder('hostages/women', 'hostages/soldiers');
 * say(law.condition, gaza2024());
 * // 'hostages released (women) begins before hostages released (soldiers) begins'
 */
export function inOrder(first: string, then: string): ConditionInvariant {
  return { condition: { kind: 'before', first, then } };
}
