import { windowOf } from './begun.js';
import { goneOf } from './done.js';
import { saidOf } from './said.js';
import { dutyOf, type Carried } from './told.js';

type Said = ReturnType<typeof saidOf>;

/** Between which figures a level lies as the text has it. */
export function levelOf(model: Carried, id: string) {
  const { tonnes = 0, holds } = dutyOf(model, id);
  return { least: holds === 'at most' ? 0 : tonnes, most: holds === 'at least' ? Infinity : tonnes };
}

/** Whether it is where it should be on a day: what was let go by a figure is not needed any more from then on. */
function isHeldAt(model: Carried, id: string, total: number, day: number): boolean {
  const { least, most } = levelOf(model, id);
  const letGo = goneOf(model, id).filter((one) => one.day <= day && one.tonnes !== Infinity);
  const gone = letGo.reduce((sum, { tonnes }) => sum + tonnes, 0);
  return total >= Math.max(0, least - gone) && total <= most;
}

/** The first day, from one on if there is one, on which it is where it should be. */
function heldSince(model: Carried, id: string, observer: string | undefined, from: number | null): number | null {
  const said = saidOf(model, id, observer);
  const at = (day: number) => said.findLast((one) => one.day <= day)?.total ?? 0;
  const gone = goneOf(model, id).filter(({ tonnes }) => tonnes !== Infinity);
  // Without a day from which to count it is reached no sooner than anything is said of it.
  const days = [...said, ...gone]
    .map(({ day }) => day)
    .filter((day) => (from === null ? day >= (said[0]?.day ?? Infinity) : day > from));
  const sorted = [...(from === null ? [] : [from]), ...days.sort((a, b) => a - b)];
  return sorted.find((day) => isHeldAt(model, id, at(day), day)) ?? null;
}

/**
 * What counts of a level: what is said of days up to its last one; and where it was not held on that, up to the first day on
 * which it was after all.
 */
export function countedOf(model: Carried, id: string, observer: string | undefined): Said {
  const said = saidOf(model, id, observer);
  const { due } = windowOf(model, id, observer);
  if (due === null) return said;
  const until = heldSince(model, id, observer, due) ?? due;
  return said.filter(({ day }) => day <= until);
}

/** The day on which a level was done with: its last one, or that on which it was reached late. */
export function heldOn(model: Carried, id: string, observer: string | undefined): number | null {
  const { opens, due, isShut } = windowOf(model, id, observer);
  // Where it may be nothing, nobody has anything to do: it is done with as it would begin.
  if (isShut && levelOf(model, id).least === 0) return opens !== null && opens <= model.day ? opens : null;
  // It never has a last day where it closes before it opens: reached, it is done with, for good.
  if (isShut) return heldSince(model, id, observer, null);
  return due === null || due > model.day ? null : heldSince(model, id, observer, due);
}

/** Whether it counts as done for now: by what was last said of it, or, where nothing was, on its last day. */
export function isHeldNow(model: Carried, id: string, observer: string | undefined): boolean {
  const { due } = windowOf(model, id, observer);
  const hasCome = due !== null && due <= model.day;
  const isSaid = saidOf(model, id, observer).length > 0 || hasCome;
  // Of what was let go after it was over, nothing can tell whether it was held.
  const on = hasCome ? (heldSince(model, id, observer, due) ?? model.day) : model.day;
  return isSaid && isHeldAt(model, id, countedOf(model, id, observer).at(-1)?.total ?? 0, on);
}
