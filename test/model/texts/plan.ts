import { anchorOn, onceInForce } from './anchors.js';
import { begunOn, overOn, overOrGoneOn, totalOn } from './begun.js';
import { beginsOf, isAnchor, type Begins } from './deal.js';
import { goneOf, owedOf } from './done.js';
import { saidOf, startedOn } from './said.js';
import { dueTogether } from './together.js';
import { lastTurn, turnsOf } from './turns.js';
import { dutyOf, putOffTo, restedFrom, type Carried } from './told.js';

/**
 * The last day of an obligation by plan: what has not happened yet, and hangs on other obligations, will have when each of
 * those opens, and is done on its last day.
 */
export function plannedDue(model: Carried, id: string, observer?: string): number | null {
  const { kind, within, until } = dutyOf(model, id);
  const putOff = putOffTo(model, id);
  const worded = plannedOn(model, beginsOf(model.deal, id), observer);
  const opens = onceInForce(model, id, worded, 'plan');
  if (worded === null || opens === null) return null;
  const ends = until ? anchorOn(model, until, 'plan', observer) : worded + within;
  if (kind === 'recurring') return lastTurn(model, id, worded, 'plan', observer);
  const shut = putOff === null ? ends : Math.max(ends ?? putOff, putOff, opens);
  if (shut === null || shut < worded) return null;
  // NaN stays what it is: a day that has no date.
  const last = shut < opens ? opens : shut;
  return kind === 'refrain' ? last : dueTogether(model, id, opens, last, restedFrom(model, id, opens, last));
}

/** When an obligation opens by plan. */
const plannedOpening = (model: Carried, id: string, observer: string | undefined) =>
  onceInForce(model, id, plannedOn(model, beginsOf(model.deal, id), observer), 'plan');

export function plannedOn(model: Carried, begins: Begins, observer?: string): number | null {
  const after = (day: number | null, n: number) => (day === null ? null : day + n);
  if (isAnchor(begins)) return anchorOn(model, begins, 'plan', observer);
  if ('found' in begins) return begunOn(model, begins, observer);
  if ('started' in begins) {
    const { started: id } = begins;
    const isLeftUndone = dutyOf(model, id).kind === 'refrain';
    const begun = isLeftUndone ? null : startedOn(model, id, observer);
    return after(begun ?? plannedOpening(model, id, observer), begins.after);
  }
  if ('completed' in begins) {
    const { completed: id, orLetGo } = begins;
    const known = orLetGo ? overOrGoneOn(model, id, observer) : overOn(model, id, observer);
    return after(known ?? plannedDue(model, id, observer), begins.after);
  }
  if ('total' in begins) return after(plannedTotal(model, begins, observer), begins.after);
  const parts = ('first' in begins ? begins.first : begins.last).map((part) => plannedOn(model, part, observer));
  const known = parts.filter((day) => day !== null);
  if ('first' in begins) return known.length > 0 ? Math.min(...known) : null;
  return known.length === parts.length ? Math.max(...known) : null;
}

/**
 * What is still to be done of something by plan: all on its last day, or, of what comes round, so much on that of each of its
 * times, for which what was done or let go counts in the order of their days.
 */
function stillToCome(model: Carried, id: string, gone: number, observer: string | undefined) {
  const due = plannedDue(model, id, observer);
  if (due === null) return [];
  const { kind, tonnes = 1 } = dutyOf(model, id);
  const owed = owedOf(model, id, observer);
  const days = kind === 'recurring' ? turnsOf(model, id, observer).map((day) => Math.min(day ?? due, due)) : [];
  if (days.length < 2) return owed > gone ? [{ day: due, n: owed - gone }] : [];
  return days
    .sort((a, b) => a - b)
    .map((day, i) => ({ day, n: Math.min(tonnes, Math.max(0, (i + 1) * tonnes - gone)) }))
    .filter(({ n }) => n > 0);
}

/** When a total is reached by what has been done so far, and by what is still to be done by plan. */
function plannedTotal(
  model: Carried,
  begins: Extract<Begins, { readonly reaches: unknown }>,
  observer: string | undefined,
): number | null {
  const steps = begins.total.flatMap((id) => {
    let before = 0;
    const done = saidOf(model, id, observer).map(({ day, total: sum }) => {
      const step = { day, n: sum - before };
      before = sum;
      return step;
    });
    const letGo = goneOf(model, id).reduce((sum, { tonnes }) => sum + tonnes, 0);
    return [...done, ...stillToCome(model, id, before + letGo, observer)];
  });
  const days = [...new Set(steps.map(({ day }) => day))].sort((x, y) => x - y);
  const totals = days.map((day) => ({
    day,
    total: steps.reduce((sum, step) => sum + (step.day <= day ? step.n : 0), 0),
  }));
  return totalOn(model, begins, observer, totals);
}
