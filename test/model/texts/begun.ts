import { anchorOn, isHarvestTold } from './anchors.js';
import { beginsOf, isAnchor, type Begins } from './deal.js';
import { completedOn, owedOf } from './done.js';
import { reachedOn, saidOf, startedOn } from './said.js';
import { foundOn, type Carried } from './told.js';

/** The day on which something begins; nothing as long as that has not come about. */
export function begunOn(model: Carried, begins: Begins, observer?: string): number | null {
  if (isAnchor(begins)) return anchorOn(model, begins, 'fact', observer);
  const after = (day: number | null, n: number) => (day === null ? null : day + n);
  if ('started' in begins) return after(startedOn(model, begins.started, observer), begins.after);
  if ('completed' in begins) return after(completedOn(model, begins.completed, observer), begins.after);
  if ('found' in begins) return after(foundOn(model, begins.found), begins.after);
  if ('total' in begins) {
    const steps = begins.total.map((id) => saidOf(model, id, observer));
    const days = [...new Set(steps.flat().map(({ day }) => day))].sort((x, y) => x - y);
    const totals = days.map((day) => ({
      day,
      total: steps.reduce((sum, one) => sum + (one.findLast((step) => step.day <= day)?.total ?? 0), 0),
    }));
    const { reaches } = begins;
    const owed = begins.total.reduce((sum, id) => sum + owedOf(model, id, observer), 0);
    const needed = typeof reaches === 'number' ? reaches : (owed * reaches.parts) / reaches.outOf;
    return after(reachedOn(totals, needed), begins.after);
  }
  const parts = ('first' in begins ? begins.first : begins.last).map((part) => begunOn(model, part, observer));
  const known = parts.filter((day) => day !== null);
  if ('first' in begins) return known.length > 0 ? Math.min(...known) : null;
  return known.length === parts.length ? Math.max(...known) : null;
}

/**
 * Whether only a finding that there is not could set something off, itself or what it hangs on: as long as nothing is found
 * it is then not owed.
 */
export function needsFinding(model: Carried, begins: Begins, observer: string | undefined): boolean {
  if (begunOn(model, begins, observer) !== null) return false;
  if ('found' in begins) return true;
  if ('phase' in begins) {
    const own = model.deal.phases[begins.phase - 1]?.begins;
    if (own) return needsFinding(model, own, observer);
    return begins.phase > 1 && needsFinding(model, { phase: begins.phase - 1, end: true, after: 0 }, observer);
  }
  if ('harvest' in begins) return !isHarvestTold(model) && needsFinding(model, model.deal.upon.harvest, observer);
  if ('started' in begins) return needsFinding(model, beginsOf(model.deal, begins.started), observer);
  if ('completed' in begins) return needsFinding(model, beginsOf(model.deal, begins.completed), observer);
  if ('total' in begins) {
    return begins.total.every((id) => needsFinding(model, beginsOf(model.deal, id), observer));
  }
  if ('first' in begins) return begins.first.every((part) => needsFinding(model, part, observer));
  if ('last' in begins) return begins.last.some((part) => needsFinding(model, part, observer));
  return false;
}
