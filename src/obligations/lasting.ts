import type { Obligation } from '../offers/text/obligation.js';
import type { Reach } from '../terms/amount-span.js';
import { unique } from '../base/list.js';
import { added } from '../terms/decimal.js';
import { breachesOf } from './breaches.js';
import { isEndless } from './endless.js';
import { letGoBy, type LetGo } from './let-go.js';
import { dayEnds, reachedOn, seenUpTo, type Seen, type SeenStep } from './seen.js';
import { dayOfRun, type DutyReport, type TextRun } from './text-run.js';
import type { Timed } from './timed.js';

/** What it takes to say when something was done that is over with its last day; days counted as in the run. */
export interface Lasting {
  readonly obligation: Obligation;
  readonly reports: readonly DutyReport[];
  readonly sighting: Seen | undefined;
  /** Between which figures it is done; for what is owed by nobody for certain, at the most so much. */
  readonly bounds: Reach;
  /** How much of a level the text asks, and what was let go of it by a figure: so much less is asked from that day on. */
  readonly asked: number;
  readonly gone: readonly LetGo[];
}

/**
 * Whether an obligation is done by its last day, and not by being reported in full alone: what is to be left undone, what is
 * to be held at a level, and what asks for nothing certain.
 */
export function isLasting(kind: Obligation['kind'], least: number): boolean {
  return kind === 'refrain' || kind === 'level' || least <= 0;
}

/**
 * A last day, counted as in the run; where there can be none, since it would fall before the first, the day on which that `shut`
 * window would open.
 */
export type LastDay = number | { readonly shut: number | undefined } | undefined;

/** The last day of an obligation as it has been timed. */
export function lastDayOf(run: TextRun, due: Timed): LastDay {
  if (due.at) return dayOfRun(run, due.at);
  if (!due.waits.some((wait) => wait.for === 'window')) return undefined;
  return { shut: due.shut && dayOfRun(run, due.shut) };
}

/** The day on which such an obligation was done, if this is its last day; nothing as long as it has not come. */
export function lastedOn(of: Lasting, today: number, lastDay: LastDay): number | undefined {
  // Whoever has nothing to do is free of what is over before it begins.
  const last = typeof lastDay === 'number' ? lastDay : asksForNoAct(of) ? lastDay?.shut : undefined;
  const come = last !== undefined && last <= today ? last : undefined;
  const { obligation, sighting, bounds } = of;
  switch (obligation.kind) {
    case 'refrain':
      return come === undefined ? undefined : keptOn(of.reports, come);
    case 'level':
      return levelOn(of, lastDay, come);
    default: {
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
  // Without a day up to which it is to be held, it is done by being reached, on that day for good: that it is not held any
  // more is another matter. A day that nobody knows yet is waited for.
  if (typeof lastDay === 'object') return asksForNoAct(of) ? come : heldFrom(of, undefined);
  return come === undefined ? undefined : heldFrom(of, come);
}

/** Whether something is kept by leaving undone what it forbids: a level asks for nothing else where it may be nothing. */
export function asksForNoAct({ obligation, asked }: Pick<Lasting, 'obligation' | 'asked'>): boolean {
  return obligation.kind === 'refrain' || (obligation.kind === 'level' && asked <= 0);
}

/**
 * What counts of a level: what is said of days up to its last one, since nobody has to hold it longer; and where it was not
 * held on that day, up to the first day after it on which it was reached.
 */
export function heldUpTo(of: Lasting, last: LastDay): Seen | undefined {
  const { sighting, obligation } = of;
  if (!sighting || typeof last !== 'number' || isEndless(obligation)) return sighting;
  const until = heldFrom(of, last) ?? last;
  return { ...sighting, steps: sighting.steps.filter(({ day }) => day <= until) };
}

/** Between which figures a level is where it should be on a day: what was let go of it by then is not asked any more. */
export function boundsOn({ bounds, asked, gone }: Pick<Lasting, 'bounds' | 'asked' | 'gone'>, day: number): Reach {
  if (gone.length === 0) return bounds;
  return { ...bounds, least: Number.isFinite(asked) ? Math.max(0, added(asked, -letGoBy(gone, day))) : asked };
}

/** What a level is on each day on which anything is said of it, or let go; until something is said, it is nothing. */
function momentsOf({ sighting, gone }: Pick<Lasting, 'sighting' | 'gone'>): readonly SeenStep[] {
  const said = dayEnds(sighting?.steps ?? []);
  const others = unique(gone.map(({ day }) => day)).filter((on) => said.every(({ day }) => day !== on));
  if (others.length === 0) return said;
  const moments = others.map((day) => ({ day, total: seenUpTo(sighting, day)?.total ?? 0 }));
  return [...said, ...moments].sort((a, b) => a.day - b.day);
}

const isHeldOn = (of: Lasting, day: number) => isWithin(seenUpTo(of.sighting, day)?.total ?? 0, boundsOn(of, day));

/**
 * Whether a level was reached, or kept to from its opening on, and then not held all the while up to its last day, but for
 * the days through which it was suspended.
 */
export function hasSlipped(
  of: Lasting,
  first: number,
  last: number,
  suspended: readonly { readonly from: number; readonly to: number }[] = [],
): boolean {
  const said = momentsOf(of).filter(({ day }) => day <= last);
  const steps = said.flatMap((step, i) => {
    const during = suspended.find(({ from, to }) => from <= step.day && step.day < to);
    if (!during) return [step];
    // What it was when that was over counts again.
    return (said[i + 1]?.day ?? Infinity) <= during.to ? [] : [{ ...step, day: during.to }];
  });
  const isHeld = ({ day, total }: SeenStep) => isWithin(total, boundsOn(of, day));
  const reached = steps.findIndex(isHeld);
  const from = isWithin(0, boundsOn(of, first)) ? steps.findIndex(({ day }) => day >= first) : reached;
  return from >= 0 && !steps.slice(from).every(isHeld);
}

/** Whether a figure lies within what a level may be. */
export function isWithin(total: number, { least, most }: Reach): boolean {
  return total >= least && total <= most;
}

/**
 * The first day, from one on if that is known, on which a level was where it should be; until something is said it is nothing,
 * which is no day on which it was reached.
 */
function heldFrom(of: Lasting, first: number | undefined): number | undefined {
  if (first !== undefined && isHeldOn(of, first)) return first;
  const begun = first ?? of.sighting?.steps[0]?.day ?? Infinity;
  return momentsOf(of).find(({ day }) => (day > begun || (first === undefined && day === begun)) && isHeldOn(of, day))
    ?.day;
}
