import { anchorOn, lastEnd, phaseEnd } from './anchors.js';
import { isAnchor } from './deal.js';
import { dutyOf, putOffTo, restedFrom, type Carried } from './told.js';

/**
 * The days by which each turn of something that recurs is due, by plan: the end of each phase that is not over before it
 * begins, or of each period until the last phase ends: as long as nobody knows when that is, of those that have come round. A
 * phase whose end has no day yet is owed for all the same.
 */
export function turnsOf(model: Carried, id: string, observer?: string): readonly (number | null)[] {
  const opens = opensOn(model, id, observer);
  const turns = turnsByText(model, id, opens, observer);
  const end = lastEnd(model, 'plan', observer);
  const [putOff, closes] = [putOffTo(model, id), opens === null ? null : lastTurnBy(model, id, opens, end)];
  // Put off beyond the end, the last turn is due by then.
  const all =
    putOff !== null && closes !== null && putOff > closes && turns.length > 0 ? turns.with(-1, putOff) : turns;
  return all.map((day) => (day === null ? null : restedFrom(model, id, opens, day)));
}

/** The day of the last turn by the end of what recurs, if any is over by then; else that end itself. */
export function lastTurnBy(model: Carried, id: string, opens: number, end: number | null): number | null {
  const { every } = dutyOf(model, id);
  if (end === null || typeof every !== 'number' || end - opens < every) return end;
  return opens + Math.floor((end - opens) / every) * every;
}

function opensOn(model: Carried, id: string, observer?: string): number | null {
  const { begins } = dutyOf(model, id);
  return isAnchor(begins) ? anchorOn(model, begins, 'plan', observer) : null;
}

function turnsByText(model: Carried, id: string, opens: number | null, observer?: string): readonly (number | null)[] {
  const { every } = dutyOf(model, id);
  if (opens === null) return [null];
  const ends = model.deal.phases.map((_, i) => phaseEnd(model, i + 1, 'plan', observer));
  if (every === 'phase') {
    const turns = ends.filter((end) => end === null || end >= opens);
    // What opens when all phases are over is part of the text still, and has no day.
    return turns.length > 0 ? turns : [null];
  }
  if (every === undefined) return [null];
  const last = lastEnd(model, 'plan', observer);
  if (last !== null && last < opens) return [null];
  const dayOf = (n: number) => opens + every * n;
  let times = last === null ? 0 : Math.floor((last - opens) / every);
  // Until its end has come it goes on, whatever the plan was.
  const goesOn = lastEnd(model, 'fact', observer) === null && opens <= model.day;
  while (goesOn && restedFrom(model, id, opens, dayOf(times + 1)) <= model.day) times++;
  if (times === 0) return last === null ? [] : [last];
  return Array.from({ length: times }, (_, i) => dayOf(i + 1));
}

/** How many turns are over by today. */
export function turnsOver(model: Carried, id: string, observer?: string): number {
  return turnsOf(model, id, observer).filter((day) => day !== null && day < model.day).length;
}
