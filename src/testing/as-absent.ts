import type { Clause } from '../offers/clauses.js';
import type { Value } from '../terms/value.js';

/** Whether a full text that left out the whole of a term would say this of one of its clauses. */
export function isAsAbsent(value: Value, { id, path, phase, term }: Clause): boolean {
  if (typeof value === 'boolean') return term.kind === 'flag' && value === term.absent;
  if ('unsettled' in value) return false;
  if ('oneOf' in value) return term.kind === 'choice' && value.oneOf.length === 1 && value.oneOf[0] === term.absent;
  if (term.kind !== 'quantity' || !('n' in value) || value.wording !== 'exactly') return false;
  // Absence of a quantity sets its total: its parts are certain only where that is nothing.
  const isPart = phase !== undefined || path !== id;
  return value.n === (isPart ? 0 : term.absent) && !(isPart && term.absent !== 0);
}
