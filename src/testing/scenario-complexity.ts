import type { Scenario } from '../scenario/scenario.js';
import { weighed } from './data-weight.js';

/**
 * How much there is to a scenario: its parties, terms, phases and positions, all counted together; what they hold; how great
 * its figures are.
 */
export function scenarioComplexity(scenario: Scenario): readonly number[] {
  const { parties, terms, positions, space } = scenario;
  const { values, figures } = weighed(scenario);
  const counted = [parties, terms, positions].reduce(
    (sum, record) => sum + Object.keys(record).length,
    space.phases.most,
  );
  return [counted, values, figures];
}
