import type { Condition } from '../positions/condition.js';
import { monthsAt } from '../positions/kinds/length.js';

/** The whole calendar months, ascending, that the lines of conditions lie at or between. */
export function monthsToldApart(conditions: readonly Condition[], given: readonly number[] = []): readonly number[] {
  const found = new Set(given);
  const walk = (condition: Condition): void => {
    switch (condition.kind) {
      case 'length':
        for (const months of monthsAt(condition)) found.add(months);
        return;
      case 'all':
      case 'any':
        return condition.of.forEach(walk);
      case 'not':
        return walk(condition.of);
      case 'ifThen':
        walk(condition.if);
        return walk(condition.then);
      default:
    }
  };
  conditions.forEach(walk);
  return [...found].sort((a, b) => a - b);
}
