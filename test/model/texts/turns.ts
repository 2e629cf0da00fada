import { anchorOn, lastEnd, onceInForce, phaseEnd } from './anchors.js';
import { isAnchor } from './deal.js';
import { dutyOf, putOffTo, restedFrom, type Carried } from './told.js';

type By = 'fact' | 'plan';

/**
 * The days by which each turn of something that recurs is due, by plan: the end of each phase that is not over before it
 * begins, or of each period until its end: as long as nobody knows when that is, of those that have come round. A phase whose
 * end has no day yet is owed for all the same.
 */
export function turnsOf(model: Carried, id: string, observer?: string): readonly (number | null)[] {
  const opens = opensOn(model, id, observer);
  const turns = turnsByText(model, id, opens, observer);
  return opens === null ? turns : moved(model, id, opens, turns, endOf(model, id, 'plan', observer));
}

/** The day by which the last turn is due, once it is known when it ends. */
export function lastTurn(model: Carried, id: string, opens: number, by: By, observer?: string): number | null {
  const end = endOf(model, id, by, observer);
  if (end === null || Math.max(end, putOffTo(model, id) ?? end) < opens) return null;
  const { every } = dutyOf(model, id);
  const phaseEnds = model.deal.phases.map((_, i) => phaseEnd(model, i + 1, by, observer));
  const ends =
    every === 'phase' ? phaseEnds.filter((day) => day !== null && day >= opens) : daysUpTo(opens, every!, end);
  return Math.max(...moved(model, id, opens, ends.length > 0 ? ends : [end], end).map((day) => day ?? end));
}

/** Turns with what has moved them: to the start, where they would be over by then; the last, where all of it was put off beyond that, or each for itself. */
function moved(model: Carried, id: string, opens: number, turns: readonly (number | null)[], end: number | null) {
  const putOff = putOffTo(model, id);
  const first = onceInForce(model, id, opens, 'plan') ?? opens;
  const latest = Math.max(...turns.map((day) => day ?? -Infinity));
  return turns.map((day, i) => {
    if (day === null) return null;
    const isLast = i === turns.length - 1 && end !== null;
    const ofAll = Math.max(isLast && putOff !== null && putOff > latest ? putOff : day, first);
    const alone = putOffTo(model, id, i + 1);
    return restedFrom(model, id, first, Math.max(ofAll, alone ?? ofAll), alone === null ? undefined : i + 1);
  });
}

function daysUpTo(opens: number, every: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.floor((end - opens) / every)) }, (_, i) => opens + every * (i + 1));
}

/** When what recurs ends: on its own day, or with the last phase. */
export function endOf(model: Carried, id: string, by: By, observer?: string): number | null {
  const { until } = dutyOf(model, id);
  return until ? anchorOn(model, until, by, observer) : lastEnd(model, by, observer);
}

function opensOn(model: Carried, id: string, observer?: string): number | null {
  const { begins } = dutyOf(model, id);
  return isAnchor(begins) ? anchorOn(model, begins, 'plan', observer) : null;
}

/** When it opened by what has happened: that it would have by plan does not make it come round. */
function begunOn(model: Carried, id: string, observer?: string): number | null {
  const { begins } = dutyOf(model, id);
  return isAnchor(begins) ? onceInForce(model, id, anchorOn(model, begins, 'fact', observer), 'fact') : null;
}

function turnsByText(model: Carried, id: string, opens: number | null, observer?: string): readonly (number | null)[] {
  const { every } = dutyOf(model, id);
  if (opens === null) return [null];
  if (every === 'phase') {
    const ends = model.deal.phases.map((_, i) => phaseEnd(model, i + 1, 'plan', observer));
    const turns = ends.filter((end) => end === null || end >= opens);
    // What opens when all phases are over is part of the text still, and has no day.
    return turns.length > 0 ? turns : [null];
  }
  if (every === undefined) return [null];
  const last = endOf(model, id, 'plan', observer);
  const dayOf = (n: number) => opens + every * n;
  let times = last === null ? 0 : daysUpTo(opens, every, last).length;
  // Until its end has come it goes on, whatever the plan was.
  const first = begunOn(model, id, observer);
  const goesOn = endOf(model, id, 'fact', observer) === null && first !== null && first <= model.day;
  while (goesOn && restedFrom(model, id, first, Math.max(dayOf(times + 1), first)) <= model.day) times++;
  if (times === 0) return last === null ? [] : [last < opens ? null : last];
  return Array.from({ length: times }, (_, i) => dayOf(i + 1));
}

/** How much a turn asks: what it did when it fell due, where that was before the deal was amended. */
export const askedAt = (model: Carried, id: string, turn: number): number =>
  model.fallen.get(id)?.[turn - 1] ?? dutyOf(model, id).tonnes ?? 1;

/** How much all turns ask that are over by today. */
export function askedByNow(model: Carried, id: string, observer?: string): number {
  return turnsOf(model, id, observer).reduce<number>(
    (sum, day, i) => (day !== null && day < model.day ? sum + askedAt(model, id, i + 1) : sum),
    0,
  );
}

/**
 * Whether the turns cannot be counted, since how long it lasts hangs on the day of an entry into force that has none yet: what
 * is counted from that, and what has a date, stand at no known distance.
 */
export function isCountedFromNoDay(model: Carried, id: string): boolean {
  if (typeof dutyOf(model, id).every !== 'number') return false;
  const lengths = [-1000, 0, 1000].map((supposed) => {
    const [opens, end] = [opensOn({ ...model, supposed }, id), endOf({ ...model, supposed }, id, 'plan')];
    return opens === null || end === null ? null : end - opens;
  });
  return new Set(lengths).size > 1;
}

/**
 * The day to which a turn can be put off at the earliest, once so much was done or let go; nothing where there is no such turn,
 * or it is done. `isAnyNumber`: nobody knows how many there are, not even by plan; `isUncounted`: nor when any of them but
 * those that are reckoned from its first day.
 */
export function turnPutOffFrom(
  model: Carried,
  id: string,
  turn: number,
  gone: number,
  isAnyNumber: boolean,
  isUncounted: boolean,
) {
  const { every } = dutyOf(model, id);
  const turns = isUncounted ? [null] : turnsOf(model, id);
  if (every === undefined || (turn > turns.length && !isAnyNumber && !isUncounted)) return null;
  const key = (n: number) => turns[n - 1] ?? Infinity;
  // What is done counts for the turns in the order of their days.
  const asked = turns.reduce<number>((sum, _, i) => {
    const isFirst = key(i + 1) < key(turn) || (key(i + 1) === key(turn) && i + 1 <= turn);
    return isFirst ? sum + askedAt(model, id, i + 1) : sum;
  }, 0);
  if (turn <= turns.length && gone >= asked) return null;
  const day = turns[turn - 1];
  if (day !== undefined && day !== null) return day + 1;
  const opens = opensOn(model, id);
  if (opens === null || typeof every !== 'number') return -Infinity;
  return Math.max(opens + every * turn, onceInForce(model, id, opens, 'plan') ?? opens) + 1;
}
