import { owedByKey } from './key.js';
import { levelOf } from './level.js';
import { reachedOn, saidOf } from './said.js';
import { dutyOf, type Carried } from './told.js';
import { turnsOf } from './turns.js';

/** How much an obligation comes to, as an observer sees what it is owed for. */
export function owedOf(model: Carried, id: string, observer: string | undefined): number {
  const { kind, tonnes, byKey } = dutyOf(model, id);
  if (byKey) return owedByKey(model, byKey, observer).least;
  if (kind === 'level') return levelOf(model, id).least;
  if (kind === 'recurring') return turnsOf(model, id, observer).length * (tonnes ?? 1);
  return kind === 'refrain' ? 0 : (tonnes ?? 1);
}

/** What was let go: so much, or, where no figure is given, whatever was left; and how much of it without a figure. */
export function letGo(model: Carried, id: string, observer: string | undefined) {
  let [waived, excused, rest] = [0, 0, 0];
  const done = saidOf(model, id, observer).at(-1)?.total ?? 0;
  for (const { event } of model.told) {
    if (event.type !== 'performance.waived' && event.type !== 'performance.excused') continue;
    if (event.obligation !== id) continue;
    const left = Math.max(0, owedOf(model, id, observer) - done - waived - excused);
    const figure = event.amount as number | undefined; // drawn so
    if (event.type === 'performance.waived') waived += figure ?? left;
    else excused += figure ?? left;
    if (figure === undefined) rest += left;
  }
  return { waived, excused, rest };
}

/**
 * The day since which what is still needed has been done, and not been taken back. What was let go without a figure is not
 * needed any more, and is not done by that either.
 */
export function completedOn(model: Carried, id: string, observer: string | undefined): number | null {
  const { waived, excused, rest } = letGo(model, id, observer);
  const needed = owedOf(model, id, observer) - waived - excused + rest;
  return needed > 0 ? reachedOn(saidOf(model, id, observer), needed) : null;
}
