import { anchorOn, lastEnd } from './anchors.js';
import { begunOn } from './begun.js';
import { beginsOf, isAnchor, type Begins } from './deal.js';
import { completedOn, owedOf } from './done.js';
import { reachedOn, saidOf, startedOn } from './said.js';
import { dutyOf, putOffTo, type Carried } from './told.js';

/**
 * The last day of an obligation by plan: what has not happened yet, and hangs on other obligations, will have when each of
 * those opens, and is done on its last day.
 */
export function plannedDue(model: Carried, id: string): number | null {
  const { kind, within, until } = dutyOf(model, id);
  const putOff = putOffTo(model, id);
  if (putOff !== null && kind !== 'recurring') return putOff;
  const opens = plannedOn(model, beginsOf(model.deal, id));
  const ends = until ? anchorOn(model, until, 'plan') : opens === null ? null : opens + within;
  const due = kind === 'recurring' ? lastEnd(model, 'plan') : ends;
  const last = due === null ? null : Math.max(due, putOff ?? due);
  return opens === null || last === null || last < opens ? null : last;
}

function plannedOn(model: Carried, begins: Begins): number | null {
  const after = (day: number | null, n: number) => (day === null ? null : day + n);
  if (isAnchor(begins)) return anchorOn(model, begins, 'plan');
  if ('found' in begins) return begunOn(model, begins, undefined);
  if ('started' in begins) {
    const { started: id } = begins;
    return after(startedOn(model, id, undefined) ?? plannedOn(model, beginsOf(model.deal, id)), begins.after);
  }
  if ('completed' in begins) {
    const { completed: id } = begins;
    return after(completedOn(model, id, undefined) ?? plannedDue(model, id), begins.after);
  }
  if ('total' in begins) return after(plannedTotal(model, begins), begins.after);
  const parts = ('first' in begins ? begins.first : begins.last).map((part) => plannedOn(model, part));
  const known = parts.filter((day) => day !== null);
  if ('first' in begins) return known.length > 0 ? Math.min(...known) : null;
  return known.length === parts.length ? Math.max(...known) : null;
}

/** When a total is reached by what has been done so far, and by what is still to be done on its last day. */
function plannedTotal(
  model: Carried,
  { total, reaches }: Extract<Begins, { readonly reaches: unknown }>,
): number | null {
  const owed = total.reduce((sum, id) => sum + owedOf(model, id, undefined), 0);
  const steps = total.flatMap((id) => {
    let before = 0;
    const done = saidOf(model, id, undefined).map(({ day, total: sum }) => {
      const step = { day, n: sum - before };
      before = sum;
      return step;
    });
    const due = plannedDue(model, id);
    const rest = owedOf(model, id, undefined) - before;
    return due === null || rest <= 0 ? done : [...done, { day: due, n: rest }];
  });
  const days = [...new Set(steps.map(({ day }) => day))].sort((x, y) => x - y);
  const totals = days.map((day) => ({
    day,
    total: steps.reduce((sum, step) => sum + (step.day <= day ? step.n : 0), 0),
  }));
  return reachedOn(totals, typeof reaches === 'number' ? reaches : (owed * reaches.parts) / reaches.outOf);
}
