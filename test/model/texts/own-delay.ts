import { anchorOn, isHarvestTold } from './anchors.js';
import { begunOn, goneOn, totalOn, windowOf } from './begun.js';
import { beginsOf, isAnchor, type Begins } from './deal.js';
import { completedOn, owedOf } from './done.js';
import { heldOn } from './level.js';
import { saidOf, startedOn } from './said.js';
import { dutyOf, putOffTo, type Carried } from './told.js';

/**
 * The day on which the window of something closed before it opened, though it would have opened by then had those who owe it
 * been in time with what it waits for: nobody gains by their own delay, and it is due on that day.
 */
export function ownDelayOn(model: Carried, id: string, worded: number | null, observer?: string): number | null {
  const { kind, until } = dutyOf(model, id);
  const ends = until && kind !== 'refrain' && kind !== 'recurring' ? anchorOn(model, until, 'fact', observer) : null;
  const putOff = putOffTo(model, id);
  if (ends === null || (worded !== null && (worded <= ends || putOff !== null))) return null;
  const last = Math.max(ends, putOff ?? ends);
  if (last >= model.day) return null;
  const inTime = inTimeOn(model, beginsOf(model.deal, id), id, observer);
  return inTime !== null && inTime <= last ? last : null;
}

/** When something would have begun if all that its debtor owes had been done on its last day. */
function inTimeOn(model: Carried, begins: Begins, by: string, observer: string | undefined): number | null {
  const after = (day: number | null, n: number) => (day === null ? null : day + n);
  const inTime = (part: Begins) => inTimeOn(model, part, by, observer);
  if ('harvest' in begins && !isHarvestTold(model)) return after(inTime(model.deal.upon.harvest), begins.harvest);
  if (isAnchor(begins) || 'found' in begins) return begunOn(model, begins, observer);
  if ('started' in begins) {
    const late = lateOn(model, begins.started, by, observer);
    const begun = startedOn(model, begins.started, observer);
    return late === null ? begunOn(model, begins, observer) : after(Math.min(begun ?? late, late), begins.after);
  }
  if ('completed' in begins) {
    const late = lateOn(model, begins.completed, by, observer);
    return late === null ? begunOn(model, begins, observer) : after(late, begins.after);
  }
  if ('total' in begins) {
    const late = new Map(begins.total.map((id) => [id, lateOn(model, id, by, observer)]));
    const steps = begins.total.map((id) => {
      const last = late.get(id) ?? null;
      const said = saidOf(model, id, observer).filter(({ day }) => last === null || day <= last);
      const total = Math.max(said.at(-1)?.total ?? 0, owedOf(model, id, observer));
      return last === null ? said : [...said, { day: last, total }];
    });
    const days = [...new Set(steps.flat().map(({ day }) => day))].sort((x, y) => x - y);
    const totals = days.map((day) => ({
      day,
      total: steps.reduce((sum, one) => sum + (one.findLast((step) => step.day <= day)?.total ?? 0), 0),
    }));
    // What would have been done in time would not have been let go.
    const told = model.told.filter(({ event }) => {
      const isLetGo = event.type === 'performance.waived' || event.type === 'performance.excused';
      return !isLetGo || (late.get(event.obligation) ?? null) === null;
    });
    return after(totalOn({ ...model, told }, begins, observer, totals), begins.after);
  }
  const parts = ('first' in begins ? begins.first : begins.last).map(inTime);
  const known = parts.filter((day) => day !== null);
  if ('first' in begins) return known.length > 0 ? Math.min(...known) : null;
  return known.length === parts.length ? Math.max(...known) : null;
}

/** The last day of something with which the debtor of something else is, or was, late; nothing where they were not. */
function lateOn(model: Carried, id: string, by: string, observer: string | undefined): number | null {
  const { kind, strength, owedBy } = dutyOf(model, id);
  if (kind === 'refrain' || strength !== 'shall' || owedBy !== dutyOf(model, by).owedBy) return null;
  if (kind !== 'level' && owedOf(model, id, observer) <= 0) return null;
  // What it is owed for by a key came late: that is another's delay.
  const cameLate = (one: string) => {
    const last = windowOf(model, one, observer).due;
    return last !== null && saidOf(model, one, observer).some(({ day }) => day > last);
  };
  if (dutyOf(model, id).byKey?.some(cameLate) === true) return null;
  const { due } = windowOf(model, id, observer);
  if (due === null || due >= model.day) return null;
  const done = kind === 'level' ? heldOn(model, id, observer) : completedOn(model, id, observer);
  const days = [done, goneOn(model, id, observer)].filter((day) => day !== null);
  return days.length > 0 && Math.min(...days) <= due ? null : due;
}
