import type { Reach } from '../terms/amount-span.js';
import type { ScheduledDuty } from './duty.js';

/** What the duties of one obligation come to: acts, where the text gives no figure. What is left undone owes nothing. */
export function owedBy(duties: readonly ScheduledDuty[]): Reach {
  const sum = { least: 0, most: 0 };
  for (const { kind, amount } of duties) {
    if (kind === 'refrain') continue;
    sum.least += amount ? (amount.least ?? 0) : 1;
    sum.most += amount ? (amount.most ?? Infinity) : 1;
  }
  return sum;
}
