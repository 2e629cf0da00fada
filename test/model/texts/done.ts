import { turnsOf } from './turns.js';
import { dutyOf, toldOf, type Carried } from './told.js';

/** How much an obligation comes to. */
export function owedOf(model: Carried, id: string): number {
  const { kind, tonnes } = dutyOf(model, id);
  if (kind === 'recurring') return turnsOf(model, id).length * (tonnes ?? 1);
  return kind === 'refrain' ? 0 : (tonnes ?? 1);
}

/** What one observer said, day by day, in all; the one whose word counts, where none is asked for. */
export function saidOf(model: Carried, id: string, observer: string | undefined) {
  const by = new Map<string, { day: number; total: number }[]>();
  for (const { day, event } of toldOf(model, 'performance.reported', id)) {
    const who = event.observer ?? '';
    by.set(who, [...(by.get(who) ?? []), { day, total: event.amount as number }]); // drawn as a number
  }
  if (observer !== undefined) return by.get(observer) ?? [];
  const { verifier } = dutyOf(model, id);
  if (verifier !== undefined && by.has(verifier)) return by.get(verifier) ?? [];
  let lowest: readonly { day: number; total: number }[] = [];
  for (const one of by.values()) {
    if (lowest.length === 0 || one.at(-1)!.total < lowest.at(-1)!.total) lowest = one;
  }
  return lowest;
}

/** What was let go: so much, or, where no figure is given, whatever was left; and how much of it without a figure. */
export function letGo(model: Carried, id: string, observer: string | undefined) {
  let [waived, excused, rest] = [0, 0, 0];
  const done = saidOf(model, id, observer).at(-1)?.total ?? 0;
  for (const { event } of model.told) {
    if (event.type !== 'performance.waived' && event.type !== 'performance.excused') continue;
    if (event.obligation !== id) continue;
    const left = Math.max(0, owedOf(model, id) - done - waived - excused);
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
  const needed = owedOf(model, id) - waived - excused + rest;
  return needed > 0 ? reachedOn(saidOf(model, id, observer), needed) : null;
}

/** The day since which anything has been done of it; what was taken back was never begun. */
export function startedOn(model: Carried, id: string, observer: string | undefined): number | null {
  return reachedOn(saidOf(model, id, observer), Number.MIN_VALUE);
}

/** The day since which a total has been reached. */
export function reachedOn(steps: readonly { day: number; total: number }[], needed: number): number | null {
  const lastBelow = steps.findLastIndex(({ total }) => total < needed);
  return steps[lastBelow + 1]?.day ?? null;
}
