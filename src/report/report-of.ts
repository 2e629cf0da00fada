import { explain, type ExplainOptions } from '../analysis/explain.js';
import type { Explanation } from '../analysis/explanation.js';
import { zopa, type Zopa } from '../analysis/zopa.js';
import { compareOffers, type Comparison } from '../assessment/compare-offers.js';
import type { FollowUp } from '../assessment/follow-up.js';
import type { CalendarDate } from '../base/day.js';
import { FaultError } from '../base/fault.js';
import { knownSince, reportedBy } from '../evidence/clocks.js';
import type { Citation } from '../evidence/citation.js';
import { followUp } from '../machine/follow-up.js';
import { dateOf } from '../obligations/instant.js';
import { instantIn } from '../obligations/text-run.js';
import type { DealProgress } from '../obligations/progress.js';
import { schedule, type Schedule } from '../obligations/schedule.js';
import type { TextFinding } from '../review/finding.js';
import { review } from '../review/review.js';
import { replay, type ReplayStep } from '../machine/replay.js';
import { progress } from '../machine/progress.js';
import { openTalks, type Talks } from '../machine/talks.js';
import type { TalksState } from '../machine/where.js';
import type { TalksEvent } from '../scenario/event.js';
import { eventKept, knownTo } from '../scenario/known-to.js';
import type { Scenario } from '../scenario/scenario.js';

/**
 * What a report is made of.
 *
 * @example
 * const options: ReportOptions = { offer: 'P5', asOf: '2024-02-23', view: 'hamas' };
 */
export interface ReportOptions {
  /** Reports up to this day; without it, all that is known. */
  readonly asOf?: CalendarDate;
  /** What one party may know (`knownTo`), by its id; without it, everything. */
  readonly view?: string;
  /** The offer on the table; unless given, what the time line leaves there, or the last that was put and is more than an idea. */
  readonly offer?: string;
  /** What has happened in talks, in place of an offer: `talks.log.map(({ event }) => event)`. */
  readonly events?: readonly TalksEvent[];
  /** Where talks begin that events are given of. @defaultValue `'talks'` */
  readonly start?: 'talks' | 'betweenRounds';
}

/** Everything a report shows, found by the functions that exist: its faces lay it out, and compute nothing. */
export interface Report {
  /** As its readers may know it, with what talks brought into it. */
  readonly scenario: Scenario;
  readonly asOf?: CalendarDate;
  /** The party it is for; absent where it shows everything. */
  readonly view?: string;
  readonly state: TalksState;
  /** The offer on the table, by its id. */
  readonly offer?: string;
  readonly comparison: Comparison;
  /** The time line, as far as it had been reported. */
  readonly steps: readonly ReplayStep[];
  /** Why there is no deal, of all offers; absent where it was not asked for. */
  readonly explanation?: Explanation;
  readonly zopa?: Zopa;
  readonly followUp?: FollowUp;
  /** The text of the deal in force, or of the offer on the table, laid out by day; absent where it has none. */
  readonly schedule?: Schedule;
  /** What a review of that text found. */
  readonly findings?: readonly TextFinding[];
  /** What was done of it, while it is being carried out. */
  readonly progress?: DealProgress;
}

/**
 * Gathers what a report shows, all but the analysis of all offers, for which `analysedReportOf` asks the solver.
 *
 * @throws a `FaultError` with what `compareOffers`, `openTalks` and `knownTo` throw, or with the reasons for which talks refuse
 *   an event; in the view of one party, such an event is left out
 * @example
 * const report = reportOf(scenario, { offer: 'first-offer' });
 * report.state; // 'talks.blocked'
 * report.comparison.columns.length; // 2
 */
export function reportOf(scenario: Scenario, options: ReportOptions = {}): Report {
  return gathered(scenario, options).report;
}

/** How long the analysis may take, and how much of it is shown. */
export type AnalysedReportOptions = ReportOptions & Omit<ExplainOptions, 'readings'>;

/**
 * The same with the analysis of all offers: conflicts, concession sets and bridges under each reading, the zone of possible
 * agreement, and what to ask next.
 *
 * @throws a `FaultError` with what `reportOf`, `explain` and `zopa` throw
 * @example
 * const report = await analysedReportOf(scenario, { offer: 'first-offer' });
 * report.zopa?.coalitions[0]?.empty; // false
 */
export async function analysedReportOf(scenario: Scenario, options: AnalysedReportOptions = {}): Promise<Report> {
  const { asOf, view: _view, offer: _offer, events: _events, start: _start, ...limits } = options;
  const { report, talks } = gathered(scenario, options);
  const asked = followUp(talks);
  // All of them, unless fewer are asked for: a report is read at leisure.
  const explanation = await explain(talks, { bridges: Infinity, ...limits });
  const { conflicts: _conflicts, concessions: _sets, bridges: _bridges, combinations: _all, ...solving } = limits;
  const zone = await zopa(report.scenario, { ...solving, ...(asOf !== undefined && { asOf }) });
  return { ...report, explanation, zopa: zone, ...(asked && { followUp: asked }) };
}

function gathered(scenario: Scenario, options: ReportOptions): { readonly report: Report; readonly talks: Talks } {
  const { asOf, view, start = 'talks' } = options;
  const known = view === undefined ? scenario : knownTo(scenario, view);
  const upTo = asOf === undefined ? {} : { asOf };
  const steps = replay(known).filter(({ reported }) => reportedBy(reported, asOf));
  const comparison = compareOffers(known, undefined, upTo);
  const isKept = (id: string) => !Object.hasOwn(scenario.positions, id) || Object.hasOwn(known.positions, id);
  const events =
    options.events?.flatMap((event) => eventKept(event, isKept) ?? []) ??
    tabled(options.offer ?? steps.at(-1)?.then.offer ?? lastPut(known, comparison));
  const talks = openTalks(known, { ...upTo, start });
  for (const event of events) {
    const { accepted, reasons } = talks.do(event);
    // To one who does not know of some positions, talks may seem to stand elsewhere than they do: what follows is not shown.
    if (!accepted && view === undefined) throw new FaultError('The talks of the report refuse an event.', reasons);
  }
  const report: Report = {
    scenario: talks.scenario,
    ...upTo,
    ...(view !== undefined && { view }),
    state: talks.state,
    ...(talks.offer && { offer: talks.offer.id }),
    comparison: talks.scenario === known ? comparison : compareOffers(talks.scenario, undefined, upTo),
    steps,
    ...textOf(talks),
  };
  return { report, talks };
}

/** What the text of the deal in force, or else of the offer on the table, makes due. */
function textOf(talks: Talks): Pick<Report, 'schedule' | 'findings' | 'progress'> {
  const { scenario, deal } = talks;
  const offer = deal ? scenario.offers[deal.offer] : talks.offer;
  if (!offer?.text) return {};
  const done = progress(talks);
  const { text: run } = deal ?? {};
  const began = run && run.started !== null ? dateOf(instantIn(run, run.started)) : undefined;
  const anchors = began === undefined ? {} : { anchors: { start: began } };
  return {
    schedule: schedule(scenario, offer, anchors),
    findings: review(scenario, offer, anchors),
    ...(done && { progress: done }),
  };
}

/** The last of the offers that are more than a list of topics or an idea; where none is, the last. */
function lastPut(scenario: Scenario, { columns }: Comparison): string | undefined {
  const ids = columns.map((column) => column.offer);
  const isLoose = (id: string) => ['agenda', 'idea'].includes(scenario.offers[id]?.standing ?? '');
  return ids.filter((id) => !isLoose(id)).at(-1) ?? ids.at(-1);
}

function tabled(offer: string | undefined): readonly TalksEvent[] {
  return offer === undefined ? [] : [{ type: 'offer.tabled', offer }];
}

/** Whether something that rests on these citations had been reported by the day of the report. */
export function isReported(
  { scenario, asOf }: Pick<Report, 'scenario' | 'asOf'>,
  one: { readonly citations: readonly Citation[]; readonly reported?: CalendarDate },
): boolean {
  return reportedBy(one.reported ?? knownSince(one.citations, scenario.sources), asOf);
}
