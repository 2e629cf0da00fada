import { say } from '../positions/say.js';
import type { Scenario } from '../scenario/scenario.js';
import type { DealInvariant } from './invariant.js';

/** What an invariant is called: by its title, or else by its condition in words. */
export function titleOf(scenario: Scenario, invariant: DealInvariant): string {
  return 'condition' in invariant ? (invariant.title ?? say(invariant.condition, scenario)) : invariant.title;
}
