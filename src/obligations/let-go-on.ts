import { heldIn } from '../base/records.js';
import { added } from '../terms/decimal.js';
import { isRoundUntil, isStillToEnd } from './endless.js';
import type { Instant } from './instant.js';
import type { Look, Timetable } from './timetable.js';

/**
 * The day since which nothing of an obligation has been left to do, where it, or what was left of it, was let go: it is settled
 * by that, as much as if it had been done, for all that waits for it. Of what comes round up to a day, `byFigures` tells whether
 * its last day is known as far as it can be, so that figures tell that nothing is left.
 */
export function letGoOn(table: Timetable, of: Look, id: string, byFigures: boolean): Instant | undefined {
  const { happened } = table;
  const gone = heldIn(happened.letGo, id) ?? [];
  if (gone.length === 0) return undefined;
  const needed = isCounted(table, of, id, byFigures) ? table.owes(id) : Infinity;
  const done = needed === Infinity ? [] : (heldIn(happened.done, id) ?? []);
  let sum = 0;
  let since: Instant | undefined;
  const steps = [...done, ...gone].sort((a, b) => a.at.day - b.at.day);
  for (const step of steps) {
    sum = Number.isFinite(step.amount) ? added(sum, step.amount) : Infinity;
    if (sum < needed) since = undefined;
    else since ??= step.at;
  }
  return since;
}

/** Whether figures tell that nothing is left of it: not of what may be more than they say, nor of a level, nor of what is left undone. */
function isCounted(
  { text, owes, isUnsettled, happened }: Timetable,
  of: Look,
  id: string,
  byFigures: boolean,
): boolean {
  const obligation = text.obligations[id];
  if (!obligation || obligation.kind === 'level' || obligation.kind === 'refrain') return false;
  if (owes(id) <= 0 || isUnsettled?.(id) === true) return false;
  // How often it comes round is not known because a plan supposes it.
  const due = () => happened.dueInFact?.(id) ?? of(`due ${id}`);
  return !isRoundUntil(obligation) || (byFigures && !isStillToEnd(due()));
}
