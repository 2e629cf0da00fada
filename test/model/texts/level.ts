import { windowOf } from './begun.js';
import { letGo } from './done.js';
import { saidOf } from './said.js';
import { dutyOf, type Carried } from './told.js';

type Said = ReturnType<typeof saidOf>;

/** Between which figures a level lies as the text has it. */
export function levelOf(model: Carried, id: string) {
  const { tonnes = 0, holds } = dutyOf(model, id);
  return { least: holds === 'at most' ? 0 : tonnes, most: holds === 'at least' ? Infinity : tonnes };
}

/** Whether it is where it should be: what was let go by a figure is not needed any more. */
function isHeldAt(model: Carried, id: string, observer: string | undefined, total: number): boolean {
  const { least, most } = levelOf(model, id);
  const { waived, excused, rest } = letGo(model, id, observer);
  return total >= Math.max(0, least - waived - excused + rest) && total <= most;
}

/**
 * What counts of a level: what is said of days up to its last one; and where it was not held on that, up to the first day on
 * which it was after all.
 */
export function countedOf(model: Carried, id: string, observer: string | undefined): Said {
  const said = saidOf(model, id, observer);
  const { due } = windowOf(model, id, observer);
  if (due === null) return said;
  const inTime = said.filter(({ day }) => day <= due);
  if (isHeldAt(model, id, observer, inTime.at(-1)?.total ?? 0)) return inTime;
  const late = said.find(
    ({ day, total }, i) => day > due && said[i + 1]?.day !== day && isHeldAt(model, id, observer, total),
  );
  return late ? said.filter(({ day }) => day <= late.day) : inTime;
}

/** The day on which a level was done with: its last one, or that on which it was reached late. */
export function heldOn(model: Carried, id: string, observer: string | undefined): number | null {
  const { due, isShut } = windowOf(model, id, observer);
  if (isShut) {
    // It never has a last day: reached, it is done with, for good.
    const ends = saidOf(model, id, observer).filter(({ day }, i, said) => said[i + 1]?.day !== day);
    return ends.find(({ total }) => isHeldAt(model, id, observer, total))?.day ?? null;
  }
  if (due === null || due > model.day) return null;
  const last = countedOf(model, id, observer).at(-1);
  return isHeldAt(model, id, observer, last?.total ?? 0) ? Math.max(due, last?.day ?? due) : null;
}

/** Whether it counts as done for now: by what was last said of it, or, where nothing was, on its last day. */
export function isHeldNow(model: Carried, id: string, observer: string | undefined): boolean {
  const { due } = windowOf(model, id, observer);
  const isSaid = saidOf(model, id, observer).length > 0 || (due !== null && due <= model.day);
  return isSaid && isHeldAt(model, id, observer, countedOf(model, id, observer).at(-1)?.total ?? 0);
}
