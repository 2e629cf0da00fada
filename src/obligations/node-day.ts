import { readingsOf } from '../evidence/field.js';
import type { Offer } from '../offers/offer.js';
import { reachOf } from '../terms/amount-span.js';
import { phaseStart, phaseEnd } from '../offers/text/text.js';
import { START } from '../offers/text/trigger.js';
import type { Obligation } from '../offers/text/obligation.js';
import type { nodeParts } from './clause-node.js';
import { phaseOf } from './course.js';
import { noSoonerThan, onceInForce } from './in-force.js';
import { phaseIn } from './phase-in.js';
import { dueWithOthers } from './done-together.js';
import { dateOf, isBefore, laterOf, plusDays } from './instant.js';
import { asWorded, lastDayOf, turnsIn } from './last-day.js';
import { lastPhaseIn } from './last-end.js';
import { shutByOwnDelay } from './own-delay.js';
import { lastMoved } from './put-off.js';
import { setOff } from './set-off.js';
import { timeTrigger } from './trigger-day.js';
import { withSuspensions } from './suspensions.js';
import { turnsMoved } from './turns-moved.js';
import { at, waiting, wanting, type Timed } from './timed.js';
import type { Look, Timetable } from './timetable.js';
import type { Timing } from './days.js';
import { endsBy, groupNode, type Groups } from './windows.js';

/** When a node of a text is, by the days of those it hangs on; `isByWords`: whether or not the deal is in force by then. */
export function evaluateNode(
  table: Timetable,
  groups: Groups,
  of: Look,
  { what, id }: ReturnType<typeof nodeParts>,
  isByWords = false,
): Timed {
  const { text } = table;
  if (what === 'event') return timeEvent(table, of, id);
  const obligation = text.obligations[id];
  if (!obligation) return waiting();
  if (what === 'due') return timeDue(table, of, id, groups.get(id) ?? []);
  const together = what === 'opens' ? groupNode(groups, id) : undefined;
  const worded = together ? of(together) : setOff(table, of, groups.get(id) ?? [id]);
  const isBound = what === 'opens' && table.shutWindows === 'wait' && !isByWords;
  return isBound ? onceInForce(table, of, id, worded) : worded;
}

/** What has not come about yet does not lie in the past: in a plan from now on, a phase that has not begun begins today at the earliest. */
function timeEvent(table: Timetable, of: Look, id: string): Timed {
  const comes = comesAbout(table, of, id);
  const { noEarlier, happened, by } = table;
  const isStillToBegin = phaseIn(id)?.end === false && !Object.hasOwn(happened.events, id);
  if (by === 'fact' || !noEarlier || !isStillToBegin || !isBefore(comes.at, noEarlier)) return comes;
  return { ...comes, at: noEarlier, provisional: true };
}

function comesAbout(table: Timetable, of: Look, id: string): Timed {
  const { text, happened, scenario, offer, by } = table;
  const known = Object.hasOwn(happened.events, id) ? happened.events[id] : undefined;
  if (known) return at(known);
  const own = Object.hasOwn(text.events, id) ? text.events[id] : undefined;
  if (id === START) {
    const set = own?.trigger && timeTrigger(table, of, own.trigger);
    // Until it is known when it comes, a plan counts its days from it.
    if (by === 'plan') return set?.at ? set : at({ count: 'start', day: 0 });
    return set ?? waiting({ for: 'event', event: START });
  }
  if (own) return own.trigger ? timeTrigger(table, of, own.trigger) : wanting('notice', { for: 'event', event: id });
  const phase = phaseIn(id);
  if (!phase) return waiting({ for: 'event', event: id });
  if (phase.end) {
    const start = of(`event ${phaseStart(phase.n)}`);
    if (!start.at) return start;
    const { days, has } = phaseOf(scenario, offer, phase.n, dateOf(start.at) ?? null);
    if (has === false) return waiting({ for: 'event', event: id });
    // Months have no one length in days until it is known from which day they run.
    const isExact = days.most !== undefined && days.most === days.least;
    if (!isExact)
      return waiting({ for: isExactMonths(offer, phase.n) && start.at.count === 'start' ? 'calendar' : 'length' });
    return at(plusDays(start.at, days.most + (happened.extended[phase.n] ?? 0)), start.provisional);
  }
  const begins = text.phases[phase.n]?.begins;
  if (phase.n === 1) return begins ? timeTrigger(table, of, begins) : of(`event ${START}`);
  // That one phase is over does not make the next begin: of that, only a report tells.
  if (by === 'fact' && !begins) {
    const { at: over, wants } = of(`event ${phaseEnd(phase.n - 1)}`);
    return wanting(over ? undefined : wants, { for: 'event', event: id });
  }
  const { has, toBeNegotiated } = phaseOf(scenario, offer, phase.n, null);
  // What the deal has not got does not come, whatever comes before it.
  if (has === false) return waiting({ for: 'event', event: id });
  if (begins) {
    const comes = timeTrigger(table, of, begins);
    // What is still to be negotiated begins only once it is settled, and of that, again, only a report tells.
    const isToSettle = by === 'fact' && toBeNegotiated;
    return isToSettle ? wanting(comes.at ? undefined : comes.wants, { for: 'event', event: id }) : comes;
  }
  return of(`event ${phaseEnd(phase.n - 1)}`);
}

/** Whether a phase is to last so many calendar months, whatever that is in days. */
function isExactMonths({ phases }: Offer, phase: number): boolean {
  const { length } = phases[phase - 1] ?? {};
  const [only, ...others] = length ? readingsOf(length) : [];
  if (!only || others.length > 0 || only.value.unit !== 'months') return false;
  const { least, most } = reachOf(only.value.length, 1);
  return least === most;
}

/**
 * When something is due: what is to be left undone gains no day by being suspended, as nobody is late with it, nor does a level
 * that is to be held to the end of a phase, since it does not outlast that.
 */
function timeDue(table: Timetable, of: Look, id: string, group: readonly string[]): Timed {
  const obligation = table.text.obligations[id];
  if (!obligation) return waiting();
  const closes = closesOn(table, of, id, group);
  const due = dueAlone(table, of, id, obligation, closes);
  const isAlone = group.length < 2 || obligation.kind === 'recurring' || obligation.kind === 'refrain';
  if (isAlone || !closes.at || !due.at) return due;
  const alone = { opens: of(`opens ${id}`).at, closes: closes.at, due: due.at };
  return { ...due, at: dueWithOthers(table, id, group, alone) };
}

function dueAlone(table: Timetable, of: Look, id: string, obligation: Obligation, closes: Timed): Timed {
  const opens = of(`opens ${id}`);
  const moved = turnsMoved(table.happened, id, opens);
  const isMoved = moved.suspended.length > 0 || moved.putOff.length > 0;
  if (!closes.at || !isMoved || obligation.kind === 'refrain') return closes;
  const isPutOff = Object.hasOwn(table.happened.postponed, id);
  if (obligation.kind === 'level' && !isPutOff && isToEndOfPhase(obligation)) return closes;
  if (moved.putOff.length === 0) return { ...closes, at: withSuspensions(moved.suspended, moved.opens, closes.at) };
  const days = daysIn(table, of);
  const turns = turnsIn(table, obligation, { opens, closes: asWorded(obligation, opens, days) }, days);
  const dayOf = (turn: number) => {
    const day = turns.dayOf(turn);
    return day && noSoonerThan(opens, day);
  };
  return { ...closes, at: lastMoved(closes.at, turns.count, dayOf, moved) };
}

const daysIn = (table: Timetable, of: Look): Timing => ({ of, trigger: (one) => timeTrigger(table, of, one) });

function isToEndOfPhase(obligation: Obligation): boolean {
  const end = obligation.within ? undefined : endsBy(obligation);
  return end !== undefined && lastPhaseIn(end) !== undefined;
}

function closesOn(table: Timetable, of: Look, id: string, group: readonly string[]): Timed {
  const { text, happened, shutWindows } = table;
  const obligation = text.obligations[id];
  if (!obligation) return waiting();
  const moved = Object.hasOwn(happened.postponed, id) ? happened.postponed[id] : undefined;
  const opens = of(`opens ${id}`);
  const days = daysIn(table, of);
  const byText = shutWindows === 'wait' ? lastDayOf(table, obligation, opens, days) : asWorded(obligation, opens, days);
  if (moved && opens.at && obligation.kind !== 'recurring') {
    // Put off, it is due then, or when its text has it if that is later by now; and not before what sets it off.
    const last = byText.at ? (laterOf(byText.at, moved) ?? moved) : moved;
    return at(laterOf(last, opens.at) ?? last, byText.provisional || opens.provisional);
  }
  // What comes round again loses no turn by being put off, however long its text lets it go on by now.
  const closes = moved && byText.at ? { ...byText, at: laterOf(byText.at, moved) ?? byText.at } : byText;
  if (shutWindows !== 'wait') return closes;
  const isShut = isBefore(closes.at, opens.since ?? opens.at);
  if (!closes.at || isShut) {
    // Nothing is due before what sets it off, but for those who kept that from coming themselves.
    const overdue = shutByOwnDelay(table, of, id, group.length > 0 ? group : [id]);
    if (overdue) return at(overdue);
  }
  if (!closes.at) return closes;
  // What could only be done before it may be done has no last day.
  if (isShut) return { ...waiting({ for: 'window' }), ...(opens.at && { shut: opens.at }) };
  return { ...closes, at: noSoonerThan(opens, closes.at) };
}
