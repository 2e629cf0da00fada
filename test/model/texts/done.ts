import { isMissing, owedByKey } from './key.js';
import { levelOf } from './level.js';
import { saidOf } from './said.js';
import { dutyOf, type Carried } from './told.js';
import { askedAt, turnsOf } from './turns.js';

/** How much an obligation comes to, as an observer sees what it is owed for. */
export function owedOf(model: Carried, id: string, observer: string | undefined): number {
  const { kind, tonnes, byKey } = dutyOf(model, id);
  if (byKey) return owedByKey(model, byKey, observer).least;
  if (kind === 'level') return levelOf(model, id).least;
  if (kind === 'recurring')
    return turnsOf(model, id, observer).reduce<number>((sum, _, i) => sum + askedAt(model, id, i + 1), 0);
  return kind === 'refrain' ? 0 : (tonnes ?? 1);
}

/**
 * How much it takes to be all of it for certain: the most that it may be, where it is owed for what is overdue and may still
 * come.
 */
export function neededOf(model: Carried, id: string, observer: string | undefined): number {
  const { byKey } = dutyOf(model, id);
  const isOpen = byKey?.some((other) => isMissing(model, other, observer)) === true;
  return isOpen ? owedByKey(model, byKey, observer).most : owedOf(model, id, observer);
}

/** Whether more of it may be owed than is for certain, once that has come. */
export const isOpen = (model: Carried, id: string, observer: string | undefined): boolean =>
  neededOf(model, id, observer) > owedOf(model, id, observer);

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

/** What was let go of it, day by day: all that was left, where no figure was given. */
export const goneOf = ({ told }: Carried, id: string) =>
  told.flatMap(({ day, event }) => {
    if (event.type !== 'performance.waived' && event.type !== 'performance.excused') return [];
    return event.obligation === id ? [{ day, tonnes: (event.amount as number | undefined) ?? Infinity }] : []; // drawn so
  });

/**
 * The day since which nothing has been left to do of it, and not been taken back: with what was done by then, and let go by
 * then, with a figure or as the rest. What was let go before any was done is not done by that.
 */
export function completedOn(model: Carried, id: string, observer: string | undefined): number | null {
  const owed = neededOf(model, id, observer);
  const said = saidOf(model, id, observer);
  const gone = goneOf(model, id);
  const letGoBy = (day: number) => gone.reduce((sum, one) => (one.day <= day ? sum + one.tonnes : sum), 0);
  const doneBy = (day: number) => said.findLast((one) => one.day <= day)?.total ?? 0;
  const moments = [...said, ...gone.map(({ day }) => ({ day, total: doneBy(day) }))].sort((a, b) => a.day - b.day);
  const lastBelow = moments.findLastIndex(({ day, total }) => total + letGoBy(day) < owed);
  const since = moments[lastBelow + 1];
  return since !== undefined && since.total > 0 ? since.day : null;
}
