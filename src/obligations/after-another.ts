import { heldIn } from '../base/records.js';
import { added } from '../terms/decimal.js';
import { isRoundUntil, isStillToEnd } from './endless.js';
import { isBefore, type Instant } from './instant.js';
import { at, type Timed } from './timed.js';
import type { Look, Timetable } from './timetable.js';
import { timeTrigger } from './trigger-day.js';

/** When what merely comes after another may begin: once that is done, or the rest of it was let go, as no more of it comes then. */
export function afterAnother(table: Timetable, of: Look, id: string): Timed {
  const done = timeTrigger(table, of, { kind: 'completed', obligation: id });
  const gone = letGoOn(table, of, id);
  const isDone = done.at !== undefined && !done.provisional;
  return gone && !(isDone && isBefore(done.at, gone)) ? at(gone) : done;
}

/** The day since which nothing of an obligation has been left to do, where it, or what was left of it, was let go. */
function letGoOn(table: Timetable, of: Look, id: string): Instant | undefined {
  const { happened } = table;
  const gone = heldIn(happened.letGo, id) ?? [];
  if (gone.length === 0) return undefined;
  const needed = isCounted(table, of, id) ? table.owes(id) : Infinity;
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
function isCounted({ text, owes, isUnsettled }: Timetable, of: Look, id: string): boolean {
  const obligation = text.obligations[id];
  if (!obligation || obligation.kind === 'level' || obligation.kind === 'refrain') return false;
  if (owes(id) <= 0 || isUnsettled?.(id) === true) return false;
  return !(isRoundUntil(obligation) && isStillToEnd(of(`due ${id}`)));
}
