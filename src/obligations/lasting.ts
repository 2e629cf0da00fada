import type { Obligation } from '../offers/text/obligation.js';
import type { Reach } from '../terms/amount-span.js';
import { breachesOf } from './breaches.js';
import { isEndless } from './endless.js';
import { dayEnds, reachedOn, type Seen, type SeenStep } from './seen.js';
import { dayOfRun, type DutyReport, type TextRun } from './text-run.js';
import type { Timed } from './timed.js';

/** What it takes to say when something was done that is over with its last day; days counted as in the run. */
export interface Lasting {
  readonly obligation: Obligation;
  readonly reports: readonly DutyReport[];
  readonly sighting: Seen | undefined;
  /** Between which figures it is done; for what is owed by nobody for certain, at the most so much. */
  readonly bounds: Reach;
  /** Whether the text does not tell how much it asks. */
  readonly isUntold: boolean;
}

/**
 * Whether an obligation is done by its last day, and not by being reported in full alone: what is to be left undone, what is
 * to be held at a level, and what asks for nothing certain.
 */
export function isLasting(kind: Obligation['kind'], least: number): boolean {
  return kind === 'refrain' || kind === 'level' || least <= 0;
}

/** A last day, counted as in the run; where there can be none, since it would fall before the first, that it is `shut`. */
export type LastDay = number | 'shut' | undefined;

/** The last day of an obligation as it has been timed. */
export function lastDayOf(run: TextRun, due: Timed): LastDay {
  if (due.at) return dayOfRun(run, due.at);
  return due.waits.some((wait) => wait.for === 'window') ? 'shut' : undefined;
}

/** The day on which such an obligation was done, if this is its last day; nothing as long as it has not come. */
export function lastedOn(of: Lasting, today: number, lastDay: LastDay): number | undefined {
  const last = lastDay === 'shut' ? undefined : lastDay;
  const come = last !== undefined && last <= today ? last : undefined;
  const { obligation, sighting, bounds } = of;
  const begun = reachedOn(sighting, Number.MIN_VALUE);
  switch (obligation.kind) {
    case 'refrain':
      return come === undefined ? undefined : keptOn(of.reports, come);
    case 'level':
      return of.isUntold && begun === undefined ? undefined : levelOn(of, lastDay, come);
    default: {
      // Of what nobody knows how much it is, some has to be reported.
      if (of.isUntold) return come === undefined || begun === undefined ? undefined : Math.max(come, begun);
      const all = bounds.most > 0 ? reachedOn(sighting, bounds.most) : undefined;
      return all === undefined ? come : Math.min(all, come ?? all);
    }
  }
}

/** Its last day, as long as no body has found otherwise; that of the cure, where that came later. */
function keptOn(reports: readonly DutyReport[], last: number): number | undefined {
  const { foundOn, curedOn = last } = breachesOf(reports);
  return foundOn === undefined ? Math.max(last, curedOn) : undefined;
}

function levelOn(of: Lasting, lastDay: LastDay, come: number | undefined): number | undefined {
  const { obligation, sighting, bounds } = of;
  // Without a day up to which it is to be held, it is done by being reached, on that day for good: that it is not held any
  // more is another matter. A day that nobody knows yet is waited for.
  if (lastDay === 'shut' || isEndless(obligation)) {
    if (lastDay !== 'shut' && come === undefined) return undefined;
    return heldFrom(sighting?.steps ?? [], come, bounds);
  }
  if (come === undefined) return undefined;
  const steps = heldUpTo(of, lastDay)?.steps ?? [];
  const end = steps.at(-1);
  return isWithin(end?.total ?? 0, bounds) ? Math.max(come, end?.day ?? come) : undefined;
}

/**
 * What counts of a level: what is said of days up to its last one, since nobody has to hold it longer; and where it was not
 * held on that day, up to the first day after it on which it was reached.
 */
export function heldUpTo({ obligation, sighting, bounds }: Lasting, last: LastDay): Seen | undefined {
  if (!sighting || typeof last !== 'number' || isEndless(obligation)) return sighting;
  const steps = sighting.steps.filter(({ day }) => day <= last);
  if (isWithin(steps.at(-1)?.total ?? 0, bounds)) return { ...sighting, steps };
  const late = dayEnds(sighting.steps).find(({ day, total }) => day > last && isWithin(total, bounds));
  return late ? { ...sighting, steps: sighting.steps.filter(({ day }) => day <= late.day) } : { ...sighting, steps };
}

/**
 * Whether a level was reached, or kept to from its opening on, and then not held all the while up to its last day, but for
 * the days through which it was suspended.
 */
export function hasSlipped(
  { sighting, bounds }: Lasting,
  first: number,
  last: number,
  suspended: readonly { readonly from: number; readonly to: number }[] = [],
): boolean {
  const said = dayEnds(sighting?.steps ?? []).filter(({ day }) => day <= last);
  const steps = said.flatMap((step, i) => {
    const during = suspended.find(({ from, to }) => from <= step.day && step.day < to);
    if (!during) return [step];
    // What it was when that was over counts again.
    return (said[i + 1]?.day ?? Infinity) <= during.to ? [] : [{ ...step, day: during.to }];
  });
  const reached = steps.findIndex(({ total }) => isWithin(total, bounds));
  const from = isWithin(0, bounds) ? steps.findIndex(({ day }) => day >= first) : reached;
  return from >= 0 && steps.slice(from).some(({ total }) => !isWithin(total, bounds));
}

/** Whether a figure lies within what a level may be. */
export function isWithin(total: number, { least, most }: Reach): boolean {
  return total >= least && total <= most;
}

/** The first day, from one on if that is known, on which a level was where it should be; until something is said, it is nothing. */
function heldFrom(steps: readonly SeenStep[], first: number | undefined, bounds: Reach): number | undefined {
  const said = dayEnds(steps);
  if (first !== undefined && isWithin(said.findLast(({ day }) => day <= first)?.total ?? 0, bounds)) return first;
  return said.find(({ day, total }) => day > (first ?? -Infinity) && isWithin(total, bounds))?.day;
}
