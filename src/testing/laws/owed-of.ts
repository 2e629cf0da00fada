import { heldIn } from '../../base/records.js';
import type { ScheduledDuty } from '../../obligations/duty.js';
import type { Reach } from '../../terms/amount-span.js';
import { fewestIn, isWithin, mayMeet } from '../../terms/categories.js';
import { added } from '../../terms/decimal.js';
import { quantityAt, splitPath, type Terms } from '../../terms/term.js';

/** A duty that is an amount of something. */
type Flow = ScheduledDuty & { readonly of: string };

/**
 * What all obligations come to of a quantity, or of a category of one: at the least, where whatever may be counted once is,
 * and at the most, where each is done with persons or things of its own, in that category if they may be.
 */
export function owedOf(terms: Terms, duties: readonly ScheduledDuty[], path: string): Reach {
  const quantity = quantityAt(terms, path);
  const flows = flowsOf(terms, duties, path);
  // What others hand on may be what they were given, as long as it may be of the same category.
  const given = (by: Flow, isSame: (handed: string, got: string) => boolean) =>
    flows.some(({ to, of }) => by.owedBy.some((actor) => to.includes(actor)) && isSame(by.of, of));
  const own = flows.filter((duty) => !given(duty, (handed, got) => mayMeet(quantity, handed, got)));
  const alone = flows.filter((duty) => !given(duty, (handed, got) => isWithin(quantity, handed, got)));
  const sums: Record<string, number> = {};
  for (const duty of own) sums[duty.of] = added(heldIn(sums, duty.of) ?? 0, leastOf(duty));
  // However often it changes hands, as much is there as anyone owes at once.
  for (const duty of flows) sums[duty.of] = Math.max(heldIn(sums, duty.of) ?? 0, leastOf(duty));
  const least = fewestIn(quantity, path, sums);
  const apart = (alone.length > 0 ? alone : flows).reduce((sum, duty) => added(sum, mostOf(duty)), 0);
  return { least, most: Math.max(least, apart, ...flows.map(mostOf)) };
}

/** Whether any obligation may be of a quantity, or of a category of one. */
export function owesAny(terms: Terms, duties: readonly ScheduledDuty[], path: string): boolean {
  return flowsOf(terms, duties, path).length > 0;
}

/** What may be of it. Levels, and what is to be left undone, come to none of it. */
function flowsOf(terms: Terms, duties: readonly ScheduledDuty[], path: string): readonly Flow[] {
  const quantity = quantityAt(terms, path);
  return duties.filter(
    (duty): duty is Flow =>
      duty.of !== undefined &&
      splitPath(duty.of).term === splitPath(path).term &&
      duty.kind !== 'level' &&
      duty.kind !== 'refrain' &&
      mayMeet(quantity, duty.of, path),
  );
}

/** What somebody only may do, or aims to, may come to nothing. */
function leastOf({ amount, strength }: ScheduledDuty): number {
  return strength === 'shall' ? (amount?.least ?? 0) : 0;
}

function mostOf({ amount, endless }: ScheduledDuty): number {
  return endless ? Infinity : (amount?.most ?? Infinity);
}
