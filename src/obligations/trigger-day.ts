import { heldIn } from '../base/records.js';
import type { Trigger } from '../offers/text/trigger.js';
import type { Length } from '../terms/length.js';
import { added } from '../terms/decimal.js';
import type { DoneOn } from './happened.js';
import { earlierOf, instantOf, isBefore, laterOf, plusDays, plusLength, type Instant } from './instant.js';
import { letGoOn } from './let-go-on.js';
import { plannedSteps } from './planned-steps.js';
import { at, waiting, wantedByAll, wantedByAny, wanting, type Timed } from './timed.js';
import type { Look, Timetable } from './timetable.js';

const FIXED = { waits: [], provisional: false } as const;

/** So long after something that has its day. */
export function after(start: Timed, length: Length | undefined, sign: 1 | -1 = 1): Timed {
  if (!start.at || !length) return start;
  const moved = plusLength(start.at, length, sign === 1 ? 'most' : 'least', sign);
  if (moved) return { ...start, at: moved };
  return waiting({ for: length.unit === 'months' && start.at.count === 'start' ? 'calendar' : 'length' });
}

/** When a trigger fires, by what it hangs on. */
export function timeTrigger(table: Timetable, of: Look, trigger: Trigger): Timed {
  const { happened } = table;
  switch (trigger.kind) {
    case 'day': {
      const from = of(`event ${trigger.from}`);
      return from.at ? { ...from, at: plusDays(from.at, trigger.day - trigger.first) } : from;
    }
    case 'event': {
      const event = after(of(`event ${trigger.event}`), trigger.after);
      return after(event, trigger.before, -1);
    }
    case 'date': {
      const day = instantOf(trigger.date);
      return day ? { ...FIXED, at: day } : waiting({ for: 'calendar' });
    }
    case 'started':
      return after(startOf(table, of, trigger.obligation), trigger.after);
    case 'completed':
      return after(completionOf(table, of, trigger.obligation), trigger.after);
    case 'total':
      return after(totalReached(table, of, trigger), trigger.after);
    case 'certified': {
      const { certification } = trigger;
      const given = Object.hasOwn(happened.certified, certification) ? happened.certified[certification] : undefined;
      return given ? after(at(given), trigger.after) : wanting('notice', { for: 'certification', certification });
    }
    case 'found': {
      const { obligation } = trigger;
      const found = Object.hasOwn(happened.found, obligation) ? happened.found[obligation] : undefined;
      return found ? after(at(found), trigger.after) : wanting('finding', { for: 'finding', obligation });
    }
    case 'earliest':
      return firstOf(trigger.of.map((part) => ({ ...timeTrigger(table, of, part), isNotice: isNotice(table, part) })));
    case 'latest':
      return lastOf(trigger.of.map((part) => timeTrigger(table, of, part)));
  }
}

/** What is let go whole before it is begun counts as begun by that, for what waits for its start. */
function startOf(table: Timetable, of: Look, id: string): Timed {
  const { happened, by, text, noEarlier } = table;
  const opens = of(`opens ${id}`);
  const gone = letGoOn(table, of, id, false);
  // Nobody reports that something is left undone: it is from the day on which that binds.
  const isLeftUndone = text.obligations[id]?.kind === 'refrain' && opens.at !== undefined;
  if (isLeftUndone && !(gone && isBefore(gone, opens.at))) return opens;
  const begun = isLeftUndone ? undefined : begunOn(heldIn(happened.done, id) ?? []);
  const since = firstDay(begun, gone);
  if (since) return at(since);
  if (by === 'plan' && opens.at && !isLetGo(table, id))
    return { ...opens, at: stillToCome(opens.at, noEarlier), provisional: true };
  return wanting(opens.wants, { for: 'start of', obligation: id });
}

const firstDay = (one: Instant | undefined, other: Instant | undefined) =>
  one && other ? (earlierOf(one, other) ?? one) : (one ?? other);

/** The day of what is not done yet: its own, or, if that is over, the one on which it can be done at the earliest. */
function stillToCome(planned: Instant, noEarlier: Instant | undefined): Instant {
  return (noEarlier && laterOf(planned, noEarlier)) ?? planned;
}

/** Whether, as things stand, nothing more of an obligation is to come, since the rest of it was let go. */
function isLetGo({ happened, owes, noEarlier, text }: Timetable, id: string): boolean {
  const kind = text.obligations[id]?.kind;
  if (noEarlier === undefined || kind === 'level' || kind === 'refrain' || owes(id) <= 0) return false;
  const [done, gone] = [heldIn(happened.done, id), heldIn(happened.letGo, id)].map((steps = []) =>
    steps.reduce((sum, { amount }) => sum + amount, 0),
  );
  return (gone ?? 0) > 0 && (done ?? 0) + (gone ?? 0) >= owes(id);
}

/** The day since which some of it has been done: that nothing was is no beginning, nor is what was taken back. */
function begunOn(done: readonly DoneOn[]): Instant | undefined {
  let sum = 0;
  let since: Instant | undefined;
  for (const step of done) {
    sum = added(sum, step.amount);
    since = sum > 0 ? (since ?? step.at) : undefined;
  }
  return since;
}

/** What is let go whole, or as to what was left of it, is settled by that, and what waits for its completion begins then. */
function completionOf(table: Timetable, of: Look, id: string): Timed {
  const { happened, by, noEarlier } = table;
  const due = of(`due ${id}`);
  const done = heldIn(happened.completed, id) ?? happened.lasted?.(id, due);
  const since = firstDay(done, letGoOn(table, of, id, true));
  if (since) return at(since);
  if (by === 'plan' && due.at && !isLetGo(table, id))
    return { ...due, at: stillToCome(due.at, noEarlier), provisional: true };
  return wanting(of(`opens ${id}`).wants, { for: 'completion of', obligation: id });
}

function totalReached(table: Timetable, of: Look, { of: ids, reaches }: Extract<Trigger, { kind: 'total' }>): Timed {
  const { happened, by, owes, allows, isUnsettled, noEarlier } = table;
  const whole = wholeOf(ids, { least: owes, most: allows, isUnsettled });
  const parts = new Map(ids.map((id) => [id, { done: 0, letGo: 0 }]));
  const steps = ids.flatMap((id) => {
    const done = heldIn(happened.done, id) ?? [];
    const gone = heldIn(happened.letGo, id) ?? [];
    const known = [
      ...done.map(({ at, amount }) => ({ id, at, done: amount, letGo: 0, provisional: false })),
      ...gone.map(({ at, amount }) => ({ id, at, done: 0, letGo: amount, provisional: false })),
    ];
    if (by === 'fact') return known;
    const before = known.reduce((sum, step) => added(sum, added(step.done, step.letGo)), 0);
    return [
      ...known,
      ...plannedSteps(table, of, id, before).map(({ at, amount }) => {
        return { id, at: stillToCome(at, noEarlier), done: amount, letGo: 0, provisional: true };
      }),
    ];
  });
  const [first] = steps;
  const alike = steps.filter((step) => step.at.count === first?.at.count).sort((a, b) => a.at.day - b.at.day);
  // From the day on since when it has been at so much: what is taken back later was never reached, as with completion.
  let provisional = false;
  let since: Timed | undefined;
  let sum = 0;
  let isAnyGone = false;
  const stillNeeded = () => neededFor(reaches, ids, { least: (id) => stillAsked(whole(id), parts.get(id)) });
  // Of a long list that comes round often it is the same on each day, as long as nothing is let go.
  let needed = stillNeeded();
  for (const [i, step] of alike.entries()) {
    const part = parts.get(step.id);
    if (part) {
      part.done = added(part.done, step.done);
      part.letGo += step.letGo;
    }
    sum = added(sum, step.done);
    isAnyGone ||= step.letGo > 0;
    provisional ||= step.provisional;
    if (step.at.day === alike[i + 1]?.at.day) continue; // only what the day comes to
    if (isAnyGone) needed = stillNeeded();
    const isLetGo = sum <= 0 && isAnyGone;
    since = sum < needed || isLetGo ? undefined : (since ?? at(step.at, provisional));
  }
  return since ?? wanting(wantedByAll(ids.map((id) => of(`opens ${id}`))), { for: 'total', of: ids });
}

/** How much each is owed at the least and at the most, and whether that is settled. */
interface Counting {
  readonly least: (id: string) => number;
  readonly most?: ((id: string) => number) | undefined;
  readonly isUnsettled?: ((id: string) => boolean) | undefined;
}

/** How much of an obligation is still asked once some was let go: of one whose rest was, no more than was done. */
function stillAsked(whole: number, { done, letGo } = { done: 0, letGo: 0 }): number {
  if (letGo === 0) return whole;
  return letGo === Infinity ? Math.min(whole, done) : Math.max(0, added(whole, -letGo));
}

/**
 * How much a total has to come to: of a share, so much of what is owed for certain, or, where nothing is, of the most that may
 * be done. Half of up to ten is five; of what is not settled nothing is certain but the most that it may be.
 */
export function neededFor(
  reaches: Extract<Trigger, { kind: 'total' }>['reaches'],
  ids: readonly string[],
  counting: Counting,
): number {
  if (typeof reaches === 'number') return reaches;
  const whole = wholeOf(ids, counting);
  return (ids.reduce((sum, id) => sum + whole(id), 0) * reaches.parts) / reaches.outOf;
}

/** How much of each counts as all of it: what is certain, or the most, where that is not settled or nothing of any is certain. */
function wholeOf(ids: readonly string[], { least, most, isUnsettled }: Counting): (id: string) => number {
  const certain = (id: string) => (most && isUnsettled?.(id) === true ? most(id) : least(id));
  return ids.some((id) => certain(id) > 0) ? certain : (most ?? certain);
}

/** Whether something is up to whoever gives a notice, and can be given up with the deal that is at its end. */
function isNotice({ text, happened }: Timetable, trigger: Trigger): boolean {
  const event = trigger.kind === 'event' ? trigger.event : trigger.kind === 'day' ? trigger.from : undefined;
  if (happened.isAtEnd !== true || event === undefined || Object.hasOwn(happened.events, event)) return false;
  const own = heldIn(text.events, event);
  return own !== undefined && own.trigger === undefined;
}

/** The first of several: of those that have a day. */
function firstOf(parts: readonly (Timed & { readonly isNotice: boolean })[]): Timed {
  const dated = parts.filter((part) => part.at !== undefined);
  const [first] = dated;
  // Any of them would do: all have to want a finding, but for a notice beside one that was never given.
  if (!first) {
    const isSo = (part: Timed) => part.wants === 'finding';
    const onFinding = parts.some(isSo) && parts.every((part) => isSo(part) || part.isNotice);
    return wanting(onFinding ? 'finding' : wantedByAll(parts), ...parts.flatMap((part) => part.waits));
  }
  let best: Timed = first;
  for (const part of dated) {
    const earlier = part.at && best.at && earlierOf(best.at, part.at);
    if (!earlier) return waiting({ for: 'calendar' });
    if (earlier !== best.at) best = part;
  }
  // A part without a day yet may still come first.
  return { ...best, provisional: best.provisional || dated.length < parts.length };
}

/** The last of several: once each has its day. */
export function lastOf(parts: readonly Timed[]): Timed {
  const waits = parts.flatMap((part) => part.waits);
  const undated = parts.filter((part) => !part.at);
  if (undated.length > 0) return wanting(wantedByAny(undated), ...waits);
  let latest: Instant | undefined;
  for (const { at: day } of parts) {
    if (!day) continue;
    latest = latest === undefined ? day : laterOf(latest, day);
    if (!latest) return waiting({ for: 'calendar' });
  }
  return latest
    ? at(
        latest,
        parts.some((part) => part.provisional),
      )
    : waiting({ for: 'trigger' });
}
