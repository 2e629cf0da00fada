import { daysBetween } from '../../../src/base/day.js';
import { CONCLUDED, type Anchor, type EventId } from './deal.js';
import { begunOn } from './begun.js';
import { grantedTo } from './extended.js';
import { plannedOn } from './plan.js';
import { toldOf, type Carried } from './told.js';

/** The day to which an event was last moved. */
function movedTo(model: Carried, event: string): number | null {
  const last = toldOf(model, 'event.moved').findLast((one) => one.event.event === event);
  return last ? daysBetween(CONCLUDED, last.event.to) : null;
}

/** The day of the flood, or of the harvest, which may be still to come; nothing while nobody knows of one. */
function eventOn(model: Carried, event: 'flood' | 'harvest', by: By = 'fact', observer?: string): number | null {
  const told = toldOf(model, 'event.happened').find((one) => one.event.event === event)?.day ?? movedTo(model, event);
  if (told !== null || event === 'flood') return told; // Nothing but a report brings the flood about.
  return by === 'fact'
    ? begunOn(model, model.deal.upon.harvest, observer)
    : plannedOn(model, model.deal.upon.harvest, observer);
}

/** Whether it is told that the harvest came about, or when it will. */
export const isHarvestTold = (model: Carried): boolean =>
  movedTo(model, 'harvest') !== null || toldOf(model, 'event.happened').some((one) => one.event.event === 'harvest');

/** Whether an event has come about. */
export function hasHappened(model: Carried, event: EventId): boolean {
  const day = event === 'start' ? startsOn(model) : eventOn(model, event);
  return day !== null && day <= model.day;
}

/** The day of the entry into force, which may be still to come; nothing while nobody knows of one. */
export function startsOn(model: Carried, by: By = 'fact'): number | null {
  if (model.started !== null) return model.started;
  // What is planned is counted from the start whenever that will be.
  const told = toldOf(model, 'deal.started')[0]?.day ?? movedTo(model, 'start');
  const { start } = model.deal.upon;
  const set = start ? anchorOn(model, start, by) : null;
  // It comes into force no earlier than it was concluded, as it is now.
  if (told !== null || set !== null) return told ?? Math.max(model.amended ?? 0, set!);
  return by === 'fact' ? null : (model.supposed ?? 0);
}

/**
 * When an obligation opens that its words let open on a day: no sooner than the deal is in force, or the amendment that brings
 * it. As long as nobody knows when that will be nothing has opened, and what is planned is planned by its words.
 */
export function onceInForce(model: Carried, id: string, worded: number | null, by: By): number | null {
  const start = startsOn(model);
  if (worded === null || start === null) return by === 'fact' ? null : worded;
  return Math.max(worded, start, model.brought.get(id) ?? start);
}

/** The same, once it has come. */
export function startedOn(model: Carried): number | null {
  const day = startsOn(model);
  return day !== null && day <= model.day ? day : null;
}

/** By what has happened, or also by plan: that one phase follows another is planned until it has come. */
type By = 'fact' | 'plan';

/** When a phase begins: by its own trigger, or once the one before it is over, which only that makes known. Begun is begun. */
export function phaseStart(model: Carried, n: number, by: By = 'fact', observer?: string): number | null {
  const began = model.began[n - 1];
  if (began !== undefined) return began;
  const { begins, isToSettle } = model.deal.phases[n - 1]!;
  // What is still to be negotiated has not begun by any day of its own.
  if (isToSettle && by === 'fact') return null;
  if (begins) return (by === 'plan' ? plannedOn : begunOn)(model, begins, observer);
  if (n === 1) return startsOn(model, by);
  return by === 'plan' ? phaseEnd(model, n - 1, by, observer) : null;
}

/** When a phase ends that begins on a known day, with all that was added to it; over is over. */
export function phaseEnd(model: Carried, n: number, by: By = 'fact', observer?: string): number | null {
  const ended = model.ended.get(n);
  if (ended !== undefined) return ended;
  const start = phaseStart(model, n, by, observer);
  const added = model.told.reduce((sum, { event, phase }) => {
    return sum + (event.type === 'phase.extended' && phase === n ? event.days : 0);
  }, 0);
  if (start === null) return null;
  const end = start + model.deal.phases[n - 1]!.length + added;
  return model.began[n - 1] === undefined ? end : end + grantedTo(model, n, end);
}

/** When the last of all phases to end does. */
export function lastEnd(model: Carried, by: By = 'fact', observer?: string): number | null {
  const ends = model.deal.phases.map((_, i) => phaseEnd(model, i + 1, by, observer));
  return ends.includes(null) ? null : Math.max(...ends.map((end) => end ?? 0));
}

/** The day that hangs on the entry into force, the flood, a phase, a date, or what is certified; nothing while that is not known. */
export function anchorOn(model: Carried, anchor: Anchor, by: By = 'fact', observer?: string): number | null {
  const after = (day: number | null, n: number) => (day === null ? null : day + n);
  if ('date' in anchor) return anchor.date;
  if ('on' in anchor) return after(startsOn(model, by), anchor.on);
  if ('flood' in anchor) return after(eventOn(model, 'flood'), anchor.flood);
  if ('harvest' in anchor) return after(eventOn(model, 'harvest', by, observer), anchor.harvest);
  if ('certified' in anchor) return after(toldOf(model, 'certification.given')[0]?.day ?? null, anchor.certified);
  return after((anchor.end ? phaseEnd : phaseStart)(model, anchor.phase, by, observer), anchor.after);
}
