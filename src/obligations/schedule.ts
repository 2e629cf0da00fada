import type { CalendarDate } from '../base/day.js';
import { deepFreeze } from '../base/freeze.js';
import { heldIn } from '../base/records.js';
import type { Offer } from '../offers/offer.js';
import type { Escrow, Obligation } from '../offers/text/obligation.js';
import { dayIn, type ScheduledDuty, type ScheduledEscrow } from './duty.js';
import { isEndless, isRoundUntil, isStillToEnd } from './endless.js';
import { lastDayOf } from './last-day.js';
import { unsettledAmount } from '../offers/text/own-amount.js';
import { MOST_OCCURRENCES } from '../offers/text/occurrences.js';
import type { Text } from '../offers/text/text.js';
import { START } from '../offers/text/trigger.js';
import type { Scenario } from '../scenario/scenario.js';
import { NOTHING_HAPPENED, type Happened } from './happened.js';
import { bySince, noSoonerThan } from './in-force.js';
import { instantOf, isBefore, laterOf, type Instant } from './instant.js';
import { owingOf, type Owing } from './owing.js';
import { selectionsLaidOut, talksLaidOut, type ScheduledSelection, type ScheduledTalks } from './promises.js';
import { turnMoved } from './put-off.js';
import { textLaidOut } from './text-laid-out.js';
import { turnsByPhase } from './phase-rates.js';
import { shareOut } from './series.js';
import { textToSchedule } from './text-to-schedule.js';
import { at, waiting, type Timed } from './timed.js';
import type { Timetable } from './timetable.js';
import type { Timing } from './days.js';
import { timeText } from './timing.js';
import { turnAfter } from './turns.js';
import { turnsMoved } from './turns-moved.js';
import { opensBy } from './windows.js';
import type { Wait } from './wait.js';

/** A text laid out by day: what can be dated first, in order of the day it is due, then what cannot, as the text has it. */
export interface Schedule {
  readonly offer: string;
  readonly duties: readonly ScheduledDuty[];
  /** Talks that the text promises. */
  readonly talks: readonly ScheduledTalks[];
  /** Choices that the text asks for. */
  readonly selections: readonly ScheduledSelection[];
}

/** Days given to the named events of a text. */
export interface ScheduleOptions {
  /** By the event's id: `start`, `phase2`, or one that the text names. */
  readonly anchors?: Readonly<Record<string, CalendarDate>>;
}

/**
 * Lays the text of an offer out by calendar day: what falls due, owed by whom to whom, verified by whom, on what trigger.
 *
 * Without a day for `start`, or for a phase from which that follows, days are counted from it; nothing opens before it. What
 * hangs on another obligation is dated as if that were done on its last day, and marked `provisional`; what cannot be dated says
 * what it waits for. Figures of a series are rounded in running totals, so that increments and running totals of the same shares
 * come to the same. Reports that bodies owe are laid out among the rest, each under the id of its body and `.reports`.
 *
 * Throws a `FaultError`: `schedule/unknown-offer`, `schedule/no-text`, `schedule/unknown-event`, `schedule/bad-date`.
 *
 * @example
 * const draft = checkOffer(scenario, 'draft', {
 *   text: {
 *     obligations: {
 *       survey: { owedBy: ['north'], to: ['south'], begins: onDay(0), within: weeks(2) },
 *       boats: { owedBy: ['south'], to: ['north'], begins: uponCompletion('survey', days(7)) },
 *     },
 *   },
 * });
 * const offer = draft.ok ? draft.value : first;
 * schedule(scenario, offer, { anchors: { start: '2030-03-01' } }).duties.map((duty) => duty.due?.on);
 * // ['2030-03-15', '2030-03-22']
 */
export function schedule(scenario: Scenario, offer: string | Offer, options: ScheduleOptions = {}): Schedule {
  const { whole, text, events } = textToSchedule(scenario, offer, options.anchors ?? {});
  const all = textLaidOut(scenario, whole, text);
  const { timing, from, duties } = laidOut(scenario, whole, all, { ...NOTHING_HAPPENED, events });
  return deepFreeze({
    offer: whole.id,
    duties,
    talks: talksLaidOut(text, timing, from),
    selections: selectionsLaidOut(text, timing, from),
  });
}

/** What a text makes due, by what has happened so far, and for the rest by plan; `fact` has the days of what has happened. */
export function layOutText(
  scenario: Scenario,
  offer: Offer,
  text: Text,
  happened: Happened,
  owing: Owing,
  fact?: () => Timing,
): readonly ScheduledDuty[] {
  return laidOut(scenario, offer, text, happened, owing, fact).duties;
}

/** What each obligation of a text owes, one after the other by the days of its schedule. */
export function owingByDays(scenario: Scenario, offer: Offer, text: Text, happened: Happened, owing: Owing): Owing {
  return laidOut(scenario, offer, text, happened, owing).owing;
}

function laidOut(
  scenario: Scenario,
  offer: Offer,
  text: Text,
  happened: Happened,
  owing: Owing = owingOf(scenario, offer, text),
  fact?: () => Timing,
) {
  const planned = (owes: Owing) => {
    const { least, most, turns, isUnsettled } = owes;
    const figures = { owes: least, allows: most, turns, isUnsettled };
    const table = { scenario, offer, text, happened, by: 'plan', shutWindows: 'wait', ...figures } as const;
    const timing = timeText(table);
    const from = timing.of(`event ${START}`).at;
    const duties = Object.entries(text.obligations).flatMap(([id, obligation]) =>
      dutiesOf(id, obligation, { table, timing, start: from, fact }),
    );
    return { timing, from, duties: inOrder(duties, text) };
  };
  // How often something comes round, and what comes first, is known once there are days.
  const first = planned(owing);
  const ordered = owing.by(first.duties.map(({ obligation }) => obligation));
  const { timing, from, duties } = ordered === owing ? first : planned(ordered);
  return { timing, from, duties: shareOut(duties, text, ordered), owing: ordered };
}

interface LaidOutIn {
  readonly table: Timetable;
  readonly timing: Timing;
  readonly start: Instant | undefined;
  readonly fact: (() => Timing) | undefined;
}

/**
 * What an obligation makes due, time by time: of what comes round without end, the first, or, in a run, as far as it has come;
 * of what does until a day that has not come in a run, as often as it would by plan, or as it has come round by now.
 */
function dutiesOf(
  id: string,
  obligation: Obligation,
  { table, timing, start, fact }: LaidOutIn,
): readonly ScheduledDuty[] {
  const { happened, scenario } = table;
  const { every, kind, times, perPhase } = obligation;
  const { today, postponed } = happened;
  const opens = timing.of(`opens ${id}`);
  const due = timing.of(`due ${id}`);
  const duty = (occurrence: number, from: Timed, until: Timed, endless = false): ScheduledDuty => {
    const trigger = opensBy(obligation);
    const unsettled = unsettledAmount(obligation);
    const waitsFor = eachOnce([...from.waits, ...until.waits]);
    return {
      obligation: id,
      occurrence,
      kind,
      strength: obligation.strength,
      label: obligation.label,
      ...(obligation.phase !== undefined && { phase: obligation.phase }),
      owedBy: obligation.owedBy.value,
      to: obligation.to?.value ?? [],
      ...(obligation.verifier && { verifier: obligation.verifier.value }),
      ...(from.at && { opens: dayIn(from.at, start) }),
      ...(until.at && { due: dayIn(until.at, start) }),
      ...(obligation.of !== undefined && { of: obligation.of }),
      ...(unsettled && { unsettled }),
      ...(obligation.escrow && { escrow: escrowOf(obligation.escrow, timing, until.at, start) }),
      ...(trigger && { trigger }),
      provisional: from.provisional || until.provisional,
      waitsFor,
      endless,
    };
  };
  if (kind !== 'recurring') return [duty(1, opens, due, kind === 'refrain' && !due.at && isEndless(obligation))];
  // That its last day is put off does not make it come round more often: the last time is due by then.
  const closes = lastDayOf(table, obligation, opens, timing);
  const until = heldIn(postponed, id);
  const moved = turnsMoved(happened, id, opens);
  const lastDay = (turn: Timed, occurrence?: number): Timed =>
    turn.at ? { ...turn, at: turnMoved(noSoonerThan(opens, turn.at), occurrence, moved) } : turn;
  const firstDay = (turn: Timed): Timed => (turn.at ? { ...turn, at: noSoonerThan(opens, turn.at) } : turn);
  const { at: since } = bySince(opens);
  const putOff = (all: readonly ScheduledDuty[]) => {
    if (!until || !isBefore(closes.at, until)) return all;
    const last = dayIn(turnMoved(until, all.length, moved), start);
    return all.map((one, i) => (i < all.length - 1 ? one : { ...one, due: last }));
  };
  const goesOn = goingOn(id, obligation, today && fact);
  if (perPhase === true) {
    const by = (days: Timing, last: Timed) =>
      turnsByPhase(days, scenario.space.phases.most, {
        opens: bySince(days.of(`opens ${id}`)),
        closes: last,
        until: obligation.until,
      });
    const planned = by(timing, closes);
    const come = goesOn && today ? by(goesOn, at(today)) : [];
    const turns = [...planned, ...come.filter(({ phase }) => planned.every((turn) => turn.phase !== phase))];
    if (turns.length === 0) return goesOn && !closes.at ? [] : [duty(1, opens, due)];
    return putOff(
      turns.map((turn, i) => ({ ...duty(i + 1, firstDay(turn.from), lastDay(turn.until, i + 1)), phase: turn.phase })),
    );
  }
  if (!every) return [duty(1, opens, due)];
  const bounded = times !== undefined || obligation.within !== undefined || hasEnd(obligation);
  // Of what has no end that anyone knows, only what has come round is owed.
  const isOpen = goesOn !== undefined && !closes.at;
  const isBegun = goesOn?.of(`opens ${id}`).at !== undefined;
  // How often it comes round may be known though no day of it is.
  const undated = (until: Timed) =>
    Array.from({ length: Math.min(times ?? 1, MOST_OCCURRENCES) }, (_, i) => duty(i + 1, opens, until, !bounded));
  if (!opens.at || !since) return undated(opens);
  if (isOpen && !isBegun) return [];
  // Of what has not been set off no time is over, whatever the plan was.
  if (!bounded && fact && today && !fact().of(`opens ${id}`).at) return [duty(1, opens, waiting(), true)];
  const found: ScheduledDuty[] = [];
  for (let n = 1; n <= (times ?? MOST_OCCURRENCES); n++) {
    const day = turnAfter(since, every, n);
    if (!day) return undated({ waits: [{ for: 'calendar' }], provisional: false });
    const last = lastDay({ ...opens, at: day });
    if (times === undefined && bounded && (!closes.at || closes.at.count !== day.count || day.day > closes.at.day)) {
      if (!closes.at && !isOpen) return [duty(1, opens, due)];
      if (!isBegun || !last.at || last.at.count !== today?.count || last.at.day > today.day) break;
    }
    const before = turnAfter(since, every, n - 1) ?? since;
    found.push(duty(n, firstDay({ ...opens, at: before }), lastDay({ ...opens, at: day }, n), !bounded));
    // Without end, the first that is still to come is the last to be laid out.
    if (!bounded && !isBefore(last.at, today) && last.at?.day !== today?.day) break;
  }
  if (times === undefined && found.length === MOST_OCCURRENCES) {
    const last = turnAfter(since, every, MOST_OCCURRENCES) ?? since;
    const next = turnAfter(since, every, MOST_OCCURRENCES + 1);
    const isMore = !bounded || (closes.at && next && !isBefore(closes.at, next));
    // What is cut off is told.
    if (isMore)
      found.push(duty(MOST_OCCURRENCES + 1, { ...opens, at: last }, waiting({ for: 'more times' }), !bounded));
  }
  // Over before its first period is, it is still part of the text.
  return found.length > 0 || isOpen ? putOff(found) : [duty(1, opens, due)];
}

/** The days of what has happened in a run, where something comes round until a day of it that has not come. */
function goingOn(id: string, obligation: Obligation, fact: (() => Timing) | undefined): Timing | undefined {
  if (!fact || !isRoundUntil(obligation)) return undefined;
  const timing = fact();
  return isStillToEnd(timing.of(`due ${id}`)) ? timing : undefined;
}

function escrowOf(
  { holder, released, returned }: Escrow,
  timing: Timing,
  due: Instant | undefined,
  start: Instant | undefined,
): ScheduledEscrow {
  const { at, waits } = timing.trigger(released);
  const back = returned && timing.trigger(returned).at;
  const [free, gone] = [at, back].map((day) => day && due && laterOf(day, due));
  return {
    holder,
    ...(free && { released: dayIn(free, start) }),
    ...(gone && { returned: dayIn(gone, start) }),
    waitsFor: waits,
  };
}

/** Each wait once. */
function eachOnce(waits: readonly Wait[]): readonly Wait[] {
  const different = [...new Set(waits)];
  if (different.length <= 1) return different;
  return [...new Map(different.map((wait) => [JSON.stringify(wait), wait])).values()];
}

function hasEnd({ until, phase, outlasts }: Obligation): boolean {
  return until !== undefined || (phase !== undefined && outlasts !== true);
}

/** In order of the day each is due; on one day, what follows another after it, else as the text has it. */
function inOrder(duties: readonly ScheduledDuty[], text: Text): readonly ScheduledDuty[] {
  const place = new Map(Object.keys(text.obligations).map((id, i) => [id, i]));
  const depth = depthsOf(text);
  const key = ({ due }: ScheduledDuty) => due?.day ?? (due?.on === undefined ? Infinity : instantOf(due.on)?.day);
  return [...duties].sort((a, b) => {
    const [one, other] = [key(a) ?? Infinity, key(b) ?? Infinity];
    if (one !== other) return one < other ? -1 : 1;
    const deeper = (depth.get(a.obligation) ?? 0) - (depth.get(b.obligation) ?? 0);
    return deeper || (place.get(a.obligation) ?? 0) - (place.get(b.obligation) ?? 0) || a.occurrence - b.occurrence;
  });
}

/** How many come one after another before each on a day that they share. */
function depthsOf({ obligations }: Text): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const start of Object.keys(obligations)) {
    const path = [start];
    while (path.length > 0) {
      const id = path.at(-1) ?? start;
      const before = obligations[id]?.following ?? [];
      const missing = before.find((other) => !depths.has(other) && !path.includes(other));
      if (missing !== undefined && !depths.has(id)) {
        path.push(missing);
        continue;
      }
      depths.set(id, Math.max(0, ...before.map((other) => (depths.get(other) ?? 0) + 1)));
      path.pop();
    }
  }
  return depths;
}
