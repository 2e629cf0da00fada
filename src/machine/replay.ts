import { firstDay, lastDay, type CalendarDate } from '../base/day.js';
import type { Fault } from '../base/fault.js';
import type { Verdict } from '../assessment/verdict.js';
import { knownSince, reportedBy } from '../evidence/clocks.js';
import type { TalksEvent } from '../scenario/event.js';
import type { Scenario } from '../scenario/scenario.js';
import type { TimelineEntry } from '../scenario/timeline.js';
import type { TalksOptions } from './options.js';
import { openTalks, type Talks } from './talks.js';
import type { TalksState } from './where.js';

/** What an entry of the time line changed. */
export interface ReplayChange {
  readonly state?: { readonly from: TalksState; readonly to: TalksState };
  /** The offer on the table, by its id; `null` for an empty one. */
  readonly offer?: { readonly from: string | null; readonly to: string | null };
  /** Ids of positions that are sticking points now and were none before. */
  readonly appeared: readonly string[];
  /** Ids of positions that no longer are. */
  readonly gone: readonly string[];
}

/** How the talks stand after an entry, judged by the reports of one day. */
export interface ReplayView {
  /** The day up to which reports count; absent for all that is known. */
  readonly asOf?: CalendarDate;
  readonly state: TalksState;
  readonly offer: string | null;
  readonly stickingPoints: readonly Verdict[];
  readonly openPoints: readonly Verdict[];
  readonly changed: ReplayChange;
  /** Why the entry's event could not happen here; nothing where it did, or the entry is a note. */
  readonly refused: readonly Fault[];
}

/** An entry of the time line, with what followed. */
export interface ReplayStep {
  readonly entry: TimelineEntry;
  /** The day it was reported; absent where it was known from the first. */
  readonly reported?: CalendarDate;
  /** By what had been reported when this entry was: only entries reported by then have happened, in their order. */
  readonly then: ReplayView;
  /** By all that is known. */
  readonly known: ReplayView;
}

/** How a time line is replayed: as talks are run, but for the day, which is that of each entry. */
export type ReplayOptions = Omit<TalksOptions, 'asOf'>;

/**
 * Walks the time line of a scenario, and says at each entry where it leaves the talks: by what had been reported up to
 * then and, beside it, by all that is known. An event that says neither when it happened nor where it is reported takes
 * both over from its entry. One that cannot happen is told with every reason, and the walk goes on without it.
 *
 * @example
 * const told = defineScenario({
 *   id: 'told',
 *   parties: { north: {} },
 *   terms: { catch: { kind: 'quantity', unit: 'tonnes' } },
 *   positions: { enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } } },
 *   offers: { low: { terms: { catch: 30 } } },
 *   timeline: [
 *     { text: 'The two sides meet.' },
 *     { text: 'A first figure is named.', event: { type: 'offer.tabled', offer: 'low' } },
 *   ],
 * });
 * replay(told).map((step) => step.known.state); // ['talks.open', 'talks.blocked']
 * replay(told)[1]?.known.changed.appeared; // ['enough']
 */
export function replay(scenario: Scenario, options: ReplayOptions = {}): readonly ReplayStep[] {
  const entries = scenario.timeline.map((entry) => ({ entry, reported: reportOf(scenario, entry) }));
  const all = openTalks(scenario, options);
  // Talks as of each day on which something was reported, and how many entries have been done in them.
  const asOfDay = new Map<CalendarDate, { readonly talks: Talks; done: number }>();
  return entries.map(({ entry, reported }, i) => {
    const known = viewAfter(all, scenario, entry);
    if (reported === undefined) return { entry, then: known, known };
    const then = asOfDay.get(reported) ?? { talks: openTalks(scenario, { ...options, asOf: reported }), done: 0 };
    asOfDay.set(reported, then);
    for (const earlier of entries.slice(then.done, i)) {
      if (earlier.entry.event && reportedBy(earlier.reported, reported))
        then.talks.do(eventOf(scenario, earlier.entry));
    }
    then.done = i + 1;
    return { entry, reported, then: { asOf: reported, ...viewAfter(then.talks, scenario, entry) }, known };
  });
}

/** The day an entry was reported: that of its event, where the event says, else its own. */
function reportOf({ sources }: Scenario, { event, reported, citations }: TimelineEntry): CalendarDate | undefined {
  const cited = event?.citation && sources[event.citation.source]?.date;
  return event?.reportedOn ?? cited ?? reported ?? knownSince(citations, sources);
}

function viewAfter(talks: Talks, scenario: Scenario, entry: TimelineEntry): ReplayView {
  const before = { state: talks.state, offer: talks.offer?.id ?? null, points: pointsOf(talks) };
  const { reasons } = entry.event ? talks.do(eventOf(scenario, entry)) : { reasons: [] };
  const now = { state: talks.state, offer: talks.offer?.id ?? null, points: pointsOf(talks) };
  return {
    state: now.state,
    offer: now.offer,
    stickingPoints: talks.stickingPoints,
    openPoints: talks.openPoints,
    changed: {
      ...(now.state !== before.state && { state: { from: before.state, to: now.state } }),
      ...(now.offer !== before.offer && { offer: { from: before.offer, to: now.offer } }),
      appeared: now.points.filter((id) => !before.points.includes(id)),
      gone: before.points.filter((id) => !now.points.includes(id)),
    },
    refused: reasons,
  };
}

function pointsOf(talks: Talks): readonly string[] {
  return talks.stickingPoints.map((point) => point.position);
}

/**
 * An entry's event with the entry's day, if it is one day, and that of its report, and its first citation, where it has none
 * of its own.
 */
function eventOf(scenario: Scenario, entry: TimelineEntry & { readonly event?: TalksEvent }): TalksEvent {
  const { event, when, citations } = entry;
  const { earliest, latest } = when ?? {};
  const day =
    earliest !== undefined && latest !== undefined && firstDay(earliest) === lastDay(latest) ? earliest : undefined;
  const establishing = citations.find((c) => c.as !== 'support') ?? citations[0];
  const reported = reportOf(scenario, entry);
  // Every type of event may carry these; spread into a union, that is lost on the compiler.
  return {
    ...(day !== undefined && { on: day }),
    ...(reported !== undefined && { reportedOn: reported }),
    ...(establishing && { citation: establishing }),
    ...event,
  } as TalksEvent;
}
