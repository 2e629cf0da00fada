import { breachesOf } from './breaches.js';
import type { Timing } from './days.js';
import type { Delivery } from './delivery.js';
import { dayIn, type ScheduledDay } from './duty.js';
import { knownFrom, plannedFrom } from './in-fact.js';
import { isBefore, type Instant } from './instant.js';
import { instantIn, reportsOf, type TalksOnPhase } from './text-run.js';

/** Talks that the text promises, plan against done; days counted from the start. */
export interface TalksProgress {
  readonly talks: string;
  readonly label: string;
  /** The phase that they are to settle, where it is one. */
  readonly on?: number;
  readonly begin?: ScheduledDay;
  readonly end?: ScheduledDay;
  readonly standing: 'not due' | 'due' | 'under way' | 'overdue' | 'settled' | 'failed';
  /** What holds by the text, as worded, now that they have failed, are overdue, or the phase before theirs is over without them. */
  readonly otherwise?: string;
  /** Who says that they are not held as the text says; and which bodies have found so. */
  readonly alleged: readonly string[];
  readonly found: readonly string[];
}

/** The talks that a text promises, by all that has happened so far, and for the rest by plan. */
export function talksProgressOf(delivery: Delivery): readonly TalksProgress[] {
  const { text, run } = delivery;
  const ids = Object.keys(text.talks);
  if (ids.length === 0) return [];
  const planned = plannedFrom(delivery);
  const known = knownFrom(delivery);
  const start = run.started === null ? undefined : instantIn(run, run.started);
  return ids.map((id): TalksProgress => {
    const { on, label = id } = text.talks[id] ?? {};
    const { begin, end } = daysOf(delivery, planned, id);
    // Where an obligation bears the same name, a report of a breach is of that.
    const breaches = breachesOf(Object.hasOwn(text.obligations, id) ? [] : reportsOf(run, id));
    return {
      talks: id,
      label,
      ...(on !== undefined && { on }),
      ...(begin && { begin: dayIn(begin, start) }),
      ...(end && { end: dayIn(end, start) }),
      ...standingWith(delivery, known, id),
      alleged: breaches.alleged,
      found: breaches.found,
    };
  });
}

/** How talks stand, and what holds otherwise once they have come to nothing so far. */
function standingWith(delivery: Delivery, known: Timing, id: string): Pick<TalksProgress, 'standing' | 'otherwise'> {
  const { text, run } = delivery;
  const { on, otherwise } = text.talks[id] ?? {};
  const standing = standingOf(delivery, known, id);
  const isOver = on !== undefined && Object.hasOwn(run.ended, on - 1) && !Object.hasOwn(run.phases, on);
  const isNothing = standing === 'failed' || standing === 'overdue' || (isOver && standing !== 'settled');
  return { standing, ...(isNothing && otherwise !== undefined && { otherwise }) };
}

/** Talks are to begin and to end on days by plan; they are due, or overdue, only by what has happened. */
function standingOf(delivery: Delivery, known: Timing, id: string): TalksProgress['standing'] {
  const { run } = delivery;
  const { opened, settled, failed } = happenedTo(delivery, id);
  const { begin, end } = daysOf(delivery, known, id);
  const today = instantIn(run, run.day);
  if (settled !== undefined) return 'settled';
  if (failed !== undefined) return 'failed';
  if (isBefore(end, today)) return 'overdue';
  if (opened !== undefined) return 'under way';
  return run.started !== null && (isBefore(begin, today) || begin?.day === today.day) ? 'due' : 'not due';
}

/** Whether promised talks left something to be kept by a day of the run: they were due, and not settled in time. */
export function leftUnheldBy(delivery: Delivery, id: string, day: number): 'not due' | 'settled in time' | 'unheld' {
  const { text, run } = delivery;
  const { opened, settled, failed } = happenedTo(delivery, id);
  const { begin, end } = daysOf(delivery, knownFrom(delivery), id);
  const at = instantIn(run, day);
  if (settled !== undefined && !isBefore(end, instantIn(run, settled))) return 'settled in time';
  // Talks without a first day are owed from the start.
  const isDue = text.talks[id]?.begin === undefined || (begin !== undefined && !isBefore(at, begin));
  return isDue || isBefore(end, at) || opened !== undefined || failed !== undefined ? 'unheld' : 'not due';
}

function happenedTo({ text, run }: Delivery, id: string): TalksOnPhase {
  return run.talks[text.talks[id]?.on ?? id] ?? {};
}

function daysOf({ text }: Delivery, timing: Timing, id: string): { readonly begin?: Instant; readonly end?: Instant } {
  const { begin, end } = text.talks[id] ?? {};
  const [from, until] = [begin, end].map((trigger) => trigger && timing.trigger(trigger).at);
  return { ...(from && { begin: from }), ...(until && { end: until }) };
}
