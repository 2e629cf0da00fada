import type { CalendarDate } from '../base/day.js';
import { mapValues } from '../base/records.js';
import type { Span } from '../base/span.js';
import type { Citation } from '../evidence/citation.js';
import { START } from '../offers/text/trigger.js';
import type { Amount } from '../terms/amount.js';
import type { Instant } from './instant.js';
import { instantOf, plusDays } from './instant.js';

/** What can be reported of an obligation while its deal is carried out. */
export const DUTY_REPORTS = [
  'done',
  'withheld',
  'waived',
  'excused',
  'postponed',
  'suspended',
  'resumed',
  'breach alleged',
  'breach cured',
  'breach found',
] as const;

/** Something reported of an obligation, on a day; as one observer saw it, where one is named. */
export interface DutyReport {
  readonly what: (typeof DUTY_REPORTS)[number];
  /** Days since the deal was agreed on. */
  readonly day: number;
  /** The month in which it was, where no more is known of its day, for which that on which it was told stands. */
  readonly month?: CalendarDate;
  /** What was done up to then in all; what was waived or excused. */
  readonly amount?: Amount;
  /** How much of that is known to be of which category, by path id. */
  readonly parts?: Readonly<Record<string, number>>;
  readonly observer?: string;
  readonly by?: readonly string[];
  /** Of a breach that was found: which of those who owe it did not keep it, where it says so. */
  readonly against?: readonly string[];
  /** The instrument with which it was suspended. */
  readonly instrument?: string;
  /** The day to which it was put off, counted likewise; of what recurs, which turn was, if it was one. */
  readonly until?: number;
  readonly occurrence?: number;
  readonly citation?: Citation;
  readonly because?: string;
}

/** When promised talks were opened, settled or failed: days counted as in {@link TextRun}. */
export interface TalksOnPhase {
  readonly opened?: number;
  readonly settled?: number;
  readonly failed?: number;
}

/** What goes on of a text when another takes its place: these obligations, and what it says of phases before one. */
export interface GoingOn {
  readonly obligations: readonly string[];
  readonly before: number;
}

/** What has become of a deal's text while it is carried out. Days are counted from the day it was agreed on, as day 0. */
export interface TextRun {
  /** The present day. */
  readonly day: number;
  readonly started: number | null;
  /** A day whose date is known. */
  readonly dated: { readonly day: number; readonly date: CalendarDate } | null;
  /** When each phase began, by its ordinal. */
  readonly phases: Readonly<Record<string, number>>;
  /** When each phase that is over ended. */
  readonly ended: Readonly<Record<string, number>>;
  /** Those of them of which that was reported, and is not reckoned from the words of the text, in order. */
  readonly endsTold?: readonly number[];
  /**
   * Days added to each phase by consent, or by a rule; how many of them by each rule, `''` standing for consent; and how often
   * by each.
   */
  readonly extended: Readonly<Record<string, number>>;
  readonly extendedBy: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly timesExtended: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Days of named events: those that happened, and those to which others were moved. */
  readonly events: Readonly<Record<string, number>>;
  /** The days to which events were moved by consent. */
  readonly moved: Readonly<Record<string, number>>;
  readonly certified: Readonly<Record<string, number>>;
  readonly duties: Readonly<Record<string, readonly DutyReport[]>>;
  /** By the phase that they are on; of those on none, by their id, which begins with a letter. */
  readonly talks: Readonly<Record<string, TalksOnPhase>>;
  /** What goes on of texts that were in force before, beside the present one, by the offers that they belong to. */
  readonly goingOn: Readonly<Record<string, GoingOn>>;
  /** The day on which obligations came into force that an amendment, or the text of a later phase, has brought or moved. */
  readonly brought?: Readonly<Record<string, number>>;
  /** How much each turn of what recurs asked that had fallen due before an amendment which asks otherwise: by obligation, and turn. */
  readonly fellDue?: Readonly<Record<string, Readonly<Record<string, Span>>>>;
}

/** A text whose deal has just been agreed on. */
export const TEXT_AGREED: TextRun = {
  day: 0,
  started: null,
  dated: null,
  phases: {},
  ended: {},
  extended: {},
  extendedBy: {},
  timesExtended: {},
  events: {},
  moved: {},
  certified: {},
  duties: {},
  talks: {},
  goingOn: {},
};

/** A run whose deal came into force on a day of it: the day to which that had been moved counts no longer. */
export function startedOn(run: TextRun, day: number): TextRun {
  const { [START]: _, ...events } = run.events;
  return { ...run, started: day, events };
}

/** A day of a run as an instant: on the calendar, where any of its days is dated, else from the start. */
export function instantIn(run: TextRun, day: number): Instant {
  const known = run.dated && instantOf(run.dated.date);
  if (known && run.dated) return plusDays(known, day - run.dated.day);
  return { count: 'start', day: day - (run.started ?? run.day) };
}

/** An instant as a day of a run; nothing for one that is counted otherwise than the run is. */
export function dayOfRun(run: TextRun, at: Instant): number | undefined {
  const start = instantIn(run, 0);
  return at.count === start.count ? at.day - start.day : undefined;
}

/** A date as a day of the run; nothing where no day of it has a date. */
export function dayFor(run: TextRun, date: CalendarDate): number | undefined {
  const [at, known] = [instantOf(date), run.dated && instantOf(run.dated.date)];
  return at && known && run.dated ? run.dated.day + at.day - known.day : undefined;
}

/** What was reported of an obligation, oldest first. */
export function reportsOf(run: TextRun, obligation: string): readonly DutyReport[] {
  return (Object.hasOwn(run.duties, obligation) ? run.duties[obligation] : undefined) ?? [];
}

/** A run on a day of it, by what has been reported of obligations on the days up to that. */
export function reportedUpTo(run: TextRun, day: number): TextRun {
  const duties = mapValues(run.duties, (reports) => reports.filter((report) => report.day <= day));
  return { ...run, day, duties };
}

/** A run on a day of it that is over, by what had been told of obligations, and of talks, before that day, or by then. */
export function knownOn(run: TextRun, day: number, isBy: boolean): TextRun {
  const most = isBy ? day : day - 1;
  const talks = mapValues(run.talks, (turns) =>
    Object.fromEntries(Object.entries(turns).filter(([, on]) => on <= most)),
  );
  return { ...reportedUpTo(run, most), day, talks };
}

/** Who reported what was done, each once, in order; `''` where no one is named. */
export function observersOf(run: TextRun): readonly string[] {
  const all = Object.values(run.duties).flatMap((reports) =>
    reports.filter(({ what }) => what === 'done').map(({ observer }) => observer ?? ''),
  );
  return [...new Set(all)];
}
