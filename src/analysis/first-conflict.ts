import type { Case } from './case.js';
import { dualise } from './dualise.js';
import { conflictOf, type Conflict } from './find-conflicts.js';
import type { Stopped } from './watch.js';

/** A smallest conflict among claims that exclude each other, or why none was found. */
export async function firstConflict(
  whole: Case,
  claims: readonly number[],
): Promise<{ readonly conflict?: Conflict; readonly why?: Stopped }> {
  const { watch, feasibility } = whole;
  const { conflicts, stopped } = await dualise({
    claims,
    mayGive: () => true,
    check: (asked) => feasibility.check(asked),
    watch,
    enough: (found) => found > 0,
  });
  const [first] = conflicts;
  if (first) return { conflict: await conflictOf(whole, first) };
  return stopped && stopped !== 'most' ? { why: stopped } : {};
}
