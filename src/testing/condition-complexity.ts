import type { Condition } from '../positions/condition.js';
import { weighed } from './data-weight.js';

/** How much there is to a condition: the conditions in it and itself; what they hold; how great their figures are. */
export function conditionComplexity(condition: Condition): readonly number[] {
  const { values, figures } = weighed(condition);
  return [conditionsIn(condition), values, figures];
}

function conditionsIn(condition: Condition): number {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.reduce((sum, part) => sum + conditionsIn(part), 1);
    case 'not':
      return 1 + conditionsIn(condition.of);
    case 'ifThen':
      return 1 + conditionsIn(condition.if) + conditionsIn(condition.then);
    default:
      return 1;
  }
}
