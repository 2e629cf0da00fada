import { anchorOn, isHarvestTold, onceInForce } from './anchors.js';
import { partsOf } from './circle.js';
import { beginsOf, isAnchor, type Begins } from './deal.js';
import { completedOn, goneOf, isOpen, neededOf, owedOf } from './done.js';
import { dueTogether } from './together.js';
import { owedByKey } from './key.js';
import { heldOn, levelOf } from './level.js';
import { ownDelayOn } from './own-delay.js';
import { reachedOn, saidOf, startedOn } from './said.js';
import { endOf, lastTurn, turnsOf } from './turns.js';
import { curedOn, dutyOf, foundOn, putOffTo, restedFrom, type Carried } from './told.js';

/** The day on which something begins; nothing as long as that has not come about. */
export function begunOn(model: Carried, begins: Begins, observer?: string): number | null {
  if (isAnchor(begins)) return anchorOn(model, begins, 'fact', observer);
  const after = (day: number | null, n: number) => (day === null ? null : day + n);
  if ('started' in begins) return after(startOn(model, begins.started, observer), begins.after);
  if ('completed' in begins) return after(leftOn(model, begins.completed, observer), begins.after);
  if ('found' in begins) return after(foundOn(model, begins.found), begins.after);
  if ('total' in begins) {
    const steps = begins.total.map((id) => saidOf(model, id, observer));
    const days = [...new Set(steps.flat().map(({ day }) => day))].sort((x, y) => x - y);
    const totals = days.map((day) => ({
      day,
      total: steps.reduce((sum, one) => sum + (one.findLast((step) => step.day <= day)?.total ?? 0), 0),
    }));
    return after(totalOn(model, begins, observer, totals), begins.after);
  }
  const parts = ('first' in begins ? begins.first : begins.last).map((part) => begunOn(model, part, observer));
  const known = parts.filter((day) => day !== null);
  if ('first' in begins) return known.length > 0 ? Math.min(...known) : null;
  return known.length === parts.length ? Math.max(...known) : null;
}

/** The day on which something began: of what is left undone, on which it binds; what was let go before counts as begun then. */
export function startOn(model: Carried, id: string, observer: string | undefined): number | null {
  const { kind, every } = dutyOf(model, id);
  const begun = kind === 'refrain' ? windowOf(model, id, observer).opens : startedOn(model, id, observer);
  const whole = goneOf(model, id).find(({ tonnes }) => tonnes === Infinity)?.day ?? null;
  // How often something comes round may not be known yet: then no figure tells that all of it was let go.
  const gone = typeof every === 'number' ? whole : goneOn(model, id, observer);
  const days = [begun, gone].filter((day) => day !== null);
  return days.length > 0 ? Math.min(...days) : null;
}

/** The day on which nothing of it is left: what was let go is over since then, though it be kept to up to its last day. */
export function leftOn(model: Carried, id: string, observer: string | undefined): number | null {
  const days = [overOn(model, id, observer), goneOn(model, id, observer)].filter((day) => day !== null);
  return days.length > 0 ? Math.min(...days) : null;
}

/** The day since which nothing of it has been left to do, as it was let go, whole or by figures that come to all of the rest. */
export function goneOn(model: Carried, id: string, observer: string | undefined): number | null {
  const { kind } = dutyOf(model, id);
  const gone = goneOf(model, id);
  const whole = gone.find(({ tonnes }) => tonnes === Infinity)?.day ?? null;
  const owed = owedOf(model, id, observer);
  const isCounted = kind === 'once' || (kind === 'recurring' && !isToComeRound(model, id, observer));
  if (gone.length === 0 || !isCounted || owed <= 0 || isOpen(model, id, observer)) return whole;
  const said = saidOf(model, id, observer);
  const days = [...new Set([...said, ...gone].map(({ day }) => day))].sort((a, b) => a - b);
  const restOn = (day: number) =>
    owed -
    (said.findLast((one) => one.day <= day)?.total ?? 0) -
    gone.reduce((sum, one) => (one.day <= day ? sum + one.tonnes : sum), 0);
  return days[days.findLastIndex((day) => restOn(day) > 0) + 1] ?? null;
}

/**
 * The day since which a total has been reached: so much, or a share of what was still owed by then, which what was let go is
 * not. Where nothing was done, nothing was reached by letting it go.
 */
export function totalOn(
  model: Carried,
  { total: ids, reaches }: Extract<Begins, { readonly reaches: unknown }>,
  observer: string | undefined,
  totals: readonly { readonly day: number; readonly total: number }[],
): number | null {
  if (typeof reaches === 'number') return reachedOn(totals, reaches);
  const isCertain = ids.some((id) => askedOf(model, id, observer) > 0);
  const gone = ids.map((id) => goneOf(model, id));
  const days = [...new Set([...totals, ...gone.flat()].map(({ day }) => day))].sort((x, y) => x - y);
  const isReached = (day: number) => {
    const total = totals.findLast((one) => one.day <= day)?.total ?? 0;
    const letGo = ids.map((_, i) => (gone[i] ?? []).reduce((sum, one) => (one.day <= day ? sum + one.tonnes : sum), 0));
    const asked = ids.map((id, i) => {
      const all = isCertain ? askedOf(model, id, observer) : mostOf(model, id, observer);
      const done = saidOf(model, id, observer).findLast((one) => one.day <= day)?.total ?? 0;
      return letGo[i] === Infinity ? Math.min(all, done) : Math.max(0, all - (letGo[i] ?? 0));
    });
    const needed = (asked.reduce((sum, n) => sum + n, 0) * reaches.parts) / reaches.outOf;
    return total >= needed && (total > 0 || letGo.every((n) => n === 0));
  };
  return days[days.findLastIndex((day) => !isReached(day)) + 1] ?? null;
}

/** How much of it all is: of what has not come round yet, up to a day that nobody knows, one turn, which it will at the least. */
function askedOf(model: Carried, id: string, observer: string | undefined): number {
  const { tonnes = 1 } = dutyOf(model, id);
  const isYetToCome = isToComeRound(model, id, observer) && turnsOf(model, id, observer).length === 0;
  return isYetToCome ? tonnes : neededOf(model, id, observer);
}

/**
 * The first and the last day of an obligation by what has happened; nothing where it has none, or none yet. Its length counts
 * from the day of its words, though it opens only with the deal; what would be over by then is due on that day.
 */
export function windowOf(model: Carried, id: string, observer: string | undefined) {
  const { kind, within, until } = dutyOf(model, id);
  const worded = begunOn(model, beginsOf(model.deal, id), observer);
  const opens = onceInForce(model, id, worded, 'fact');
  const putOff = putOffTo(model, id);
  const ends = until ? anchorOn(model, until, 'fact', observer) : (worded ?? 0) + within;
  const lasts = opens === null ? null : kind === 'recurring' ? endOf(model, id, 'fact', observer) : ends;
  if (kind === 'recurring') {
    // What recurs loses no turn by being put off; and what is over before it opens has no last day.
    const last = opens === null ? null : lastTurn(model, id, worded!, 'fact', observer);
    return { opens, due: last, isShut: last === null && opens !== null && lasts !== null };
  }
  // What could only be done before it may be done has no last day.
  const byText = lasts === null || lasts < worded! ? null : Math.max(lasts, opens!);
  // Put off, it is due then or later by its text, and never before it opens.
  const moved = putOff === null || opens === null ? byText : Math.max(byText ?? putOff, putOff, opens);
  const due = moved ?? ownDelayOn(model, id, worded, observer);
  // Nobody is late with what is to be left undone.
  const isShut = due === null && opens !== null && lasts !== null;
  if (due === null || kind === 'refrain') return { opens, due, isShut };
  return { opens, due: dueTogether(model, id, opens, due, restedFrom(model, id, opens, due)), isShut };
}

/**
 * The day on which an obligation was done with, for what waits for that. What is to be left undone is on its last day, or that
 * of the cure, as long as nothing is found; what asks for nothing certain, when all that it allows was done, or on its last day.
 */
export function overOn(model: Carried, id: string, observer: string | undefined): number | null {
  const { kind, byKey } = dutyOf(model, id);
  if (kind === 'level') return heldOn(model, id, observer);
  // As long as nobody knows how often it comes round, more may be to come.
  if (isToComeRound(model, id, observer)) return null;
  if (kind !== 'refrain' && neededOf(model, id, observer) > 0) return completedOn(model, id, observer);
  const { opens, due, isShut } = windowOf(model, id, observer);
  // What is to be left undone, and over before it begins, is done with as it would begin.
  const ends = kind === 'refrain' && isShut ? opens : due;
  const last = ends !== null && ends <= model.day ? ends : null;
  if (kind === 'refrain') {
    if (last === null || foundOn(model, id) !== null) return null;
    return Math.max(last, curedOn(model, id) ?? last);
  }
  const { most } = owedByKey(model, byKey ?? [], observer);
  const all = most > 0 ? reachedOn(saidOf(model, id, observer), most) : null;
  return all === null || last === null ? (all ?? last) : Math.min(all, last);
}

/** Whether it hangs on a flood of which nobody has told, nor of its day. */
const isNeverTold = (model: Carried, begins: Begins): boolean => 'flood' in begins && begunOn(model, begins) === null;

/**
 * Whether only a finding that there is not could set something off, itself or what it hangs on: as long as nothing is found
 * it is then not owed.
 */
export const needsFinding = (model: Carried, begins: Begins, observer: string | undefined): boolean =>
  wantOf(model, begins, observer) === FINDING;

/** The same, or a notice or certification that did not come: once the text is over it is not owed either. */
export const needsNotice = (model: Carried, begins: Begins, observer: string | undefined): boolean =>
  wantOf(model, begins, observer) !== NOTHING;

/** What alone could set something off that may never come; a finding is not to be waited for as long as a notice. */
const [NOTHING, NOTICE, FINDING] = [0, 1, 2] as const;

function wantOf(model: Carried, begins: Begins, observer: string | undefined): number {
  const want = (part: Begins) => wantOf(model, part, observer);
  if (begunOn(model, begins, observer) !== null) return NOTHING;
  if ('found' in begins) return FINDING;
  if ('flood' in begins || 'certified' in begins) return NOTICE;
  if ('phase' in begins) {
    const own = model.deal.phases[begins.phase - 1]?.begins;
    if (own) return want(own);
    return begins.phase > 1 ? want({ phase: begins.phase - 1, end: true, after: 0 }) : NOTHING;
  }
  if ('harvest' in begins) return isHarvestTold(model) ? NOTHING : want(model.deal.upon.harvest);
  if ('started' in begins) return want(beginsOf(model.deal, begins.started));
  if ('completed' in begins) return want(beginsOf(model.deal, begins.completed));
  if ('total' in begins) return Math.min(...begins.total.map((id) => want(beginsOf(model.deal, id))));
  if ('first' in begins) {
    const isAtEnd = model.ended.size === model.deal.phases.length;
    const wants = begins.first.map(want);
    // Whoever could still give a notice of it has not, all the while.
    const isFinding = begins.first.every((part, i) => wants[i] === FINDING || (isAtEnd && isNeverTold(model, part)));
    return isFinding && wants.includes(FINDING) ? FINDING : Math.min(...wants, NOTICE);
  }
  return 'last' in begins ? Math.max(...begins.last.map(want)) : NOTHING;
}

/** Whether the last days of all phases are over, and every day that the text gives. */
export function isTextOver(model: Carried, observer: string | undefined): boolean {
  const { deal, day, ended } = model;
  if (ended.size < deal.phases.length || [...ended.values()].some((last) => last >= day)) return false;
  const ids = Object.keys(deal.duties);
  const triggers: readonly (Begins | undefined)[] = [
    ...ids.flatMap((id) => [dutyOf(model, id).begins, dutyOf(model, id).until]),
    ...Object.values(deal.talks).flatMap(({ begin, end }) => [begin, end]),
    ...deal.phases.map(({ begins }) => begins),
    deal.upon.harvest,
    deal.upon.start,
  ];
  const parts = triggers.flatMap((begins) => (begins ? partsOf(begins) : []));
  const days = [
    ...parts.map((part) => begunOn(model, part, observer)),
    ...ids.map((id) => windowOf(model, id, observer).due),
  ];
  return days.every((one) => one === null || one < day);
}

/** How much of something may be done at the most. */
export function mostOf(model: Carried, id: string, observer: string | undefined): number {
  const { kind, byKey } = dutyOf(model, id);
  if (byKey) return owedByKey(model, byKey, observer).most;
  return kind === 'level' ? levelOf(model, id).most : owedOf(model, id, observer);
}

/** Whether something comes round by days, and nobody knows yet how often, since the last phase has no end so far. */
export function isToComeRound(model: Carried, id: string, observer: string | undefined): boolean {
  const { due, isShut } = windowOf(model, id, observer);
  return typeof dutyOf(model, id).every === 'number' && due === null && !isShut;
}

/** Whether only a finding would end that. */
export function isEndedByFinding(model: Carried, id: string, observer: string | undefined): boolean {
  const { phases } = model.deal;
  const { until } = dutyOf(model, id);
  if (until) return needsFinding(model, until, observer);
  const mayOverlap = phases.some(({ begins }, i) => i > 0 && begins !== undefined);
  return phases.some((_, i) => {
    const counts = mayOverlap || i === phases.length - 1;
    return counts && needsFinding(model, { phase: i + 1, end: true, after: 0 }, observer);
  });
}
