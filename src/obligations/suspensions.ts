import { isBefore, plusDays, type Instant } from './instant.js';
import { instantIn, reportsOf, type TextRun } from './text-run.js';

/** Days through which an obligation was suspended: up to the present one, as long as it is. */
export interface Suspension {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * When an obligation was suspended, one time after the other: before it was last put off to a day, it counts no longer, and for
 * a turn that was put off alone not before that either.
 */
export function suspensionsOf(run: TextRun, obligation: string, turn?: number): readonly Suspension[] {
  return daysSuspended(run, obligation, turn).map(({ from, to }) => ({
    from: instantIn(run, from),
    to: instantIn(run, to),
  }));
}

/** The same, in days of the run. */
export function daysSuspended(
  run: TextRun,
  obligation: string,
  turn?: number,
): readonly { readonly from: number; readonly to: number }[] {
  const all: { readonly from: number; readonly to: number }[] = [];
  let since: number | undefined;
  for (const { what, day, occurrence } of reportsOf(run, obligation)) {
    if (what === 'suspended') since ??= day;
    if (what === 'resumed' && since !== undefined) {
      all.push({ from: since, to: day });
      since = undefined;
    }
    if (what === 'postponed' && (occurrence === undefined || occurrence === turn)) {
      all.length = 0;
      since = since === undefined ? undefined : Math.max(since, day);
    }
  }
  if (since !== undefined) all.push({ from: since, to: run.day });
  return apart(all);
}

/** Stretches of days, each day in one of them: two that are told to overlap are one. */
function apart(stretches: readonly { readonly from: number; readonly to: number }[]) {
  const all: { from: number; to: number }[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else all.push({ from, to: Math.max(from, to) });
  }
  return all;
}

/**
 * A last day, with the days added through which an obligation was suspended after it opened and before that day had passed:
 * while it is suspended nobody has to perform it (Vienna Convention on the Law of Treaties, 1969, article 72), so that its
 * days do not run.
 */
export function withSuspensions(
  suspensions: readonly Suspension[],
  opens: Instant | undefined,
  last: Instant,
): Instant {
  let moved = last;
  for (const { from, to } of suspensions) {
    const since = opens && isBefore(from, opens) ? opens : from;
    if (since.count === moved.count && since.day <= moved.day && isBefore(since, to)) {
      moved = plusDays(moved, to.day - since.day);
    }
  }
  return moved;
}
