import { startedOn } from './anchors.js';
import {
  isEndedByFinding,
  isTextOver,
  isToComeRound,
  mostOf,
  needsFinding,
  needsNotice,
  overOn,
  windowOf,
} from './begun.js';
import { beginsOf } from './deal.js';
import { completedOn, goneOf, isOpen, letGo, neededOf, owedOf } from './done.js';
import { dueByKey, isMissing } from './key.js';
import { countedOf, heldOn, isHeldNow, levelOf } from './level.js';
import { isWithheld, saidOf } from './said.js';
import { askedByNow as askedByTurns, turnsOf } from './turns.js';
import { dutyOf, foundOn, isSuspended, suspendedSince, toldOf, wasFound, type Carried } from './told.js';

/** How one obligation stands. */
export interface Stands {
  readonly standing: string;
  readonly settled: boolean;
  /** At the least, and at the most. */
  readonly owed: number;
  readonly most: number;
  readonly done: number;
  readonly waived: number;
  readonly excused: number;
  readonly opens: number | null;
  readonly due: number | null;
}

/** How an obligation stands, as an observer sees it, or as it counts. */
export function standsOf(model: Carried, id: string, observer?: string): Stands {
  const { kind } = dutyOf(model, id);
  const begins = beginsOf(model.deal, id);
  const owed = owedOf(model, id, observer);
  const most = mostOf(model, id, observer);
  const isLevel = kind === 'level';
  const said = isLevel ? countedOf(model, id, observer) : saidOf(model, id, observer);
  const done = said.at(-1)?.total ?? 0;
  const { waived, excused } = letGo(model, id, observer);
  const { opens, due } = windowOf(model, id, observer);
  const isToCome = isToComeRound(model, id, observer);
  const isDone = isLevel ? isHeldNow(model, id, observer) : !isToCome && doneOn(model, id, observer) !== null;
  const figures = { owed, most, done, waived, excused, opens, due };
  const needed = neededOf(model, id, observer);
  const parts = dueByKey(model, id, observer);
  const askedByNow = parts?.findLast(({ day }) => day < model.day)?.owed ?? askedByTurns(model, id, observer);
  const weighed = { ...figures, observer, needed, isDone, isToCome, isInParts: parts !== null, askedByNow };
  const standing = wordFor(model, id, weighed);
  const isOver =
    ['done', 'waived', 'excused', 'kept', 'not kept', 'binding'].includes(standing) ||
    (neededOf(model, id, observer) === 0 && !(isLevel && done > most));
  const isLetGo = standing === 'waived' || standing === 'excused';
  const isKept = lasts(model, id, observer) ? isLetGo : isOver;
  const isNeverSetOff =
    needsFinding(model, begins, observer) || (needsNotice(model, begins, observer) && isTextOver(model, observer));
  const settled = standing !== 'breach found' && (isKept || isNeverSetOff);
  return { standing, settled, ...figures };
}

interface Weighed extends Omit<Stands, 'standing' | 'settled'> {
  readonly observer: string | undefined;
  readonly needed: number;
  readonly isDone: boolean;
  readonly isToCome: boolean;
  /** Whether what is owed by a key is due part by part. */
  readonly isInParts: boolean;
  readonly askedByNow: number;
}

function wordFor(model: Carried, id: string, weighed: Weighed): string {
  const {
    owed,
    needed,
    most,
    done,
    waived,
    excused,
    opens,
    due,
    isDone,
    isToCome,
    isInParts,
    askedByNow: asked,
  } = weighed;
  const { kind, strength } = dutyOf(model, id);
  const hasCome = opens !== null && opens <= model.day;
  const isPast = due !== null && due < model.day;
  if (foundOn(model, id) !== null) return 'breach found';
  const isFree = hasCome && isOverBeforeItBegins(model, id, weighed.observer);
  if (kind === 'refrain') {
    if (toldOf(model, 'performance.waived', id).length > 0) return 'waived';
    if (toldOf(model, 'performance.excused', id).length > 0) return 'excused';
    if (isSuspended(model, id) && !isPast) return 'suspended';
    if (!hasCome) return 'waiting';
    // Its last day is over with the deal.
    if (!isFree && !isPast && !(model.over !== null && due === model.day)) return 'binding';
    return wasFound(model, id) ? 'not kept' : 'kept';
  }
  const isClear = done + waived + excused >= needed && !(kind === 'level' && done > most);
  // It hangs on what is overdue, and may still come, whether more of it is owed.
  const isUncertain = needed > owed;
  if (isDone || isFree) return 'done';
  if (waived > 0 && isClear && !isToCome) return 'waived';
  if (excused > 0 && isClear && !isToCome) return 'excused';
  if (kind === 'level' || isToCome || isUncertain || (isClear && owed > 0)) {
    // Too high, to come round again, not certain, or done afterwards, it is let go only as a whole.
    if (isLetGoWhole(model, id, 'performance.waived')) return 'waived';
    if (isLetGoWhole(model, id, 'performance.excused')) return 'excused';
  }
  if (isSuspended(model, id)) return 'suspended';
  if (isWithheld(model, id)) return 'withheld';
  const isEnough = isInParts ? done + waived + excused >= asked : isUncertain && done + waived + excused >= owed;
  if (isPast && isEnough && done <= most) return done > 0 ? 'partly done' : 'open';
  const isBehind = kind === 'recurring' && hasCome && done + waived + excused < asked;
  if (isBehind && strength === 'shall') return 'late';
  if (isToCome && hasCome && isClear) return 'binding';
  // Nobody is late with what asks for nothing certain.
  if (isPast && needed === 0 && !(kind === 'level' && strength === 'shall')) return done > 0 ? 'done' : 'not done';
  if (isPast) return strength === 'shall' ? 'late' : 'not done';
  if (done > 0) return 'partly done';
  return hasCome ? 'open' : 'waiting';
}

/** Whether nobody has to do anything for it: it is to be left undone, or held at no more than so much. */
const isPassive = (model: Carried, id: string): boolean => {
  const { kind } = dutyOf(model, id);
  return kind === 'refrain' || (kind === 'level' && levelOf(model, id).least === 0);
};

/** Whether nobody ever has to keep it, since its last day lies before its first. */
export const isOverBeforeItBegins = (model: Carried, id: string, observer?: string): boolean =>
  windowOf(model, id, observer).isShut && isPassive(model, id);

/** Whether the text is over, and all that would end it is a notice that was never given: where nothing is to be done, nobody waits. */
export function isUnended(model: Carried, id: string, observer?: string): boolean {
  const { until } = dutyOf(model, id);
  return (
    isPassive(model, id) && until !== undefined && needsNotice(model, until, observer) && isTextOver(model, observer)
  );
}

/** Whether it was let go without a figure. */
const isLetGoWhole = ({ told }: Carried, id: string, type: 'performance.waived' | 'performance.excused') =>
  told.some(({ event }) => event.type === type && event.obligation === id && event.amount === undefined);

/** Whether it is to be held, or left undone, up to a day still to come, known or not, or comes round up to one nobody knows. */
export function lasts(model: Carried, id: string, observer?: string): boolean {
  const { due, isShut } = windowOf(model, id, observer);
  const { kind, until } = dutyOf(model, id);
  if (kind === 'level' || kind === 'refrain') {
    if (due !== null) return due > model.day;
    if (isUnended(model, id, observer)) return false;
    return !isShut && !(until && needsFinding(model, until, observer));
  }
  return isToComeRound(model, id, observer) && !isEndedByFinding(model, id, observer);
}

/** When it was done: in full, or, of what asks for nothing certain, all that it allows, or what there was on its last day. */
function doneOn(model: Carried, id: string, observer: string | undefined): number | null {
  if (neededOf(model, id, observer) > 0) return completedOn(model, id, observer);
  const over = overOn(model, id, observer);
  const last = saidOf(model, id, observer).findLast(({ day }) => over !== null && day <= over);
  return last && last.total > 0 ? over : null;
}

/** What binds and is not settled. */
export const unsettled = (model: Carried): readonly string[] =>
  Object.entries(model.deal.duties).flatMap(([id, { strength }]) =>
    strength === 'shall' && !standsOf(model, id).settled ? [id] : [],
  );

/** Whether nothing is left to be done of what was owed. */
export function isNothingLeft(model: Carried, id: string): boolean {
  const { standing, done, waived, excused } = standsOf(model, id);
  const needed = neededOf(model, id, undefined);
  const goesOn = lasts(model, id);
  if (dutyOf(model, id).kind !== 'level' && !goesOn) return needed > 0 && done + waived + excused >= needed;
  const isOver = standing === 'done' ? !goesOn : standing === 'waived' || standing === 'excused';
  return needed > 0 && isOver;
}

/** Whether all that is certain of it was done or let go, and the rest is owed only for what is overdue, and of which nobody says anything. */
export function isOwedInExchange(model: Carried, id: string): boolean {
  const { owed, done, waived, excused } = standsOf(model, id);
  const isTied = dutyOf(model, id).byKey?.some((other) => isMissing(model, other, undefined)) === true;
  return isTied && isOpen(model, id, undefined) && done + waived + excused >= owed;
}

/**
 * Whether it can have been broken: it has opened, has not been suspended ever since, is not waived in full, or left only in
 * exchange for what nobody performed, and the finder has not seen it done in time.
 */
export function canBeBroken(model: Carried, id: string, finder: string): boolean {
  const { opens, waived } = standsOf(model, id);
  const { kind } = dutyOf(model, id);
  const isAll = isOpen(model, id, undefined) && isLetGoWhole(model, id, 'performance.waived');
  const isWaived =
    kind === 'refrain'
      ? toldOf(model, 'performance.waived', id).length > 0
      : isAll || (waived > 0 && waived >= neededOf(model, id, undefined));
  const isOverdue = standsOf(model, id).due !== null && standsOf(model, id).due! < model.day;
  const isYetToOpen = opens === null || opens > model.day;
  if ((isYetToOpen && !isOverdue) || isWaived || isOwedInExchange(model, id)) return false;
  if (isOverBeforeItBegins(model, id)) return false;
  const since = suspendedSince(model, id);
  if (since !== null && opens !== null && since <= opens) return false;
  if (kind === 'recurring') return true;
  const { due } = standsOf(model, id, finder);
  // Who has said nothing of a level has not said that it was held.
  if (saidOf(model, id, finder).length === 0) return true;
  if (kind === 'level' && !isHeldNow(model, id, finder)) return true;
  const done = kind === 'level' ? heldOn(model, id, finder) : doneOn(model, id, finder);
  const parts = dueByKey(model, id, finder);
  if (done === null || parts === null) return done === null || (due !== null && done > due);
  const said = saidOf(model, id, finder);
  const doneBy = (day: number) => said.findLast((one) => one.day <= day)?.total ?? 0;
  const goneBy = (day: number) => goneOf(model, id).reduce((sum, one) => (one.day <= day ? sum + one.tonnes : sum), 0);
  return parts.some(({ day, owed }) => doneBy(day) + goneBy(day) < owed);
}

/**
 * Whether so much is more than is left of it: of what is to be left undone there is no such thing, and of what comes round
 * nobody can tell before the deal is in force.
 */
export function isMoreThanLeft(model: Carried, id: string, amount: number | undefined): boolean {
  if (amount === undefined) return false;
  const isRound = dutyOf(model, id).kind === 'recurring';
  if (isRound && (startedOn(model) === null || turnsOf(model, id).length === 0)) return false;
  const { most, done, waived, excused } = standsOf(model, id);
  return dutyOf(model, id).kind !== 'refrain' && amount > most - done - waived - excused;
}
