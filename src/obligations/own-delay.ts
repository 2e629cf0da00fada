import { heldIn } from '../base/records.js';
import { unique } from '../base/list.js';
import type { ByKey } from '../offers/text/obligation.js';
import type { Text } from '../offers/text/text.js';
import { triggersIn, type Trigger } from '../offers/text/trigger.js';
import { added } from '../terms/decimal.js';
import { nodeParts, type ClauseNode } from './clause-node.js';
import type { DoneOn } from './happened.js';
import { isBefore, laterOf, type Instant } from './instant.js';
import type { Look, Timetable } from './timetable.js';
import type { Timed } from './timed.js';
import { setOff } from './set-off.js';
import { timeTrigger } from './trigger-day.js';
import { endsBy, followedByGroup, triggersOfGroup } from './windows.js';

/**
 * The day on which the window of an obligation closed that those who owe it have shut themselves: what they owe, and it waits for,
 * was not done in time, and had it been, it would have opened by then. Nobody gains by their own delay: it is due on that day.
 * Where anybody else's delay kept it shut as well there is none, nor where its length counts from the day on which it opens.
 */
export function shutByOwnDelay(table: Timetable, of: Look, id: string, group: readonly string[]): Instant | undefined {
  const { text, happened } = table;
  const obligation = text.obligations[id];
  if (!obligation || !happened.today || obligation.kind === 'refrain' || obligation.perPhase === true) return undefined;
  const { within, every, times } = obligation;
  const end = within || (every && times !== undefined) ? undefined : endsBy(obligation);
  const closes = end && timeTrigger(table, of, end);
  if (!closes?.at || isOnlyPlanned(table, closes)) return undefined;
  const putOff = heldIn(happened.postponed, id);
  const last = (putOff && laterOf(closes.at, putOff)) ?? closes.at;
  if (!isBefore(last, happened.today)) return undefined;
  const late = waitedFor(text, group).filter((other) => isOwnDelay(table, of, id, other));
  if (late.length === 0) return undefined;
  const { at: inTime } = openedInTime(table, of, group, late);
  return inTime && !isBefore(last, inTime) ? last : undefined;
}

/** The obligations that something waits for, each by itself or through events that they bring about. */
function waitedFor(text: Text, group: readonly string[]): readonly string[] {
  const events = new Set<string>();
  const named = (trigger: Trigger): readonly string[] =>
    triggersIn(trigger).flatMap((part) => {
      if (part.kind === 'total') return part.of;
      if (part.kind === 'started' || part.kind === 'completed') return [part.obligation];
      const event = part.kind === 'event' ? part.event : part.kind === 'day' ? part.from : undefined;
      const own = event === undefined || events.has(event) ? undefined : heldIn(text.events, event)?.trigger;
      if (event !== undefined) events.add(event);
      return own ? named(own) : [];
    });
  const all = [...triggersOfGroup(text, group).flatMap(named), ...followedByGroup(text, group)];
  return unique(all).filter((id) => !group.includes(id));
}

/** The last days of what something waits for whose window has an end of its own. */
export function lastDaysBefore(text: Text, id: string, group: readonly string[]): readonly ClauseNode[] {
  const own = text.obligations[id];
  if (!own || own.within || !endsBy(own)) return [];
  return waitedFor(text, group).map((other) => `due ${other}` as const);
}

/** Whether what those owe who owe something else was not done on its last day, though it should have been. */
function isOwnDelay(table: Timetable, of: Look, id: string, other: string): boolean {
  const { text, happened, owes } = table;
  const [own, before] = [text.obligations[id], text.obligations[other]];
  if (!own || !before || before.kind === 'refrain' || before.strength !== 'shall') return false;
  if (!own.owedBy.value.every((debtor) => before.owedBy.value.includes(debtor))) return false;
  if (before.kind !== 'level' && owes(other) <= 0) return false;
  // What came late that it is owed for by a key has it due later: that is another's delay.
  const cameLate = ({ of: answered = [] }: Partial<ByKey>) =>
    answered.some((one) => heldIn(happened.done, one)?.some(({ at }) => isBefore(of(`due ${one}`).at, at)));
  if (before.byKey && cameLate(before.byKey)) return false;
  const due = of(`due ${other}`);
  if (!due.at || isOnlyPlanned(table, due) || !isBefore(due.at, happened.today)) return false;
  const { at: done } = timeTrigger({ ...table, by: 'fact' }, of, { kind: 'completed', obligation: other });
  return !done || isBefore(due.at, done);
}

/** Whether a day is one of a plan, and may never have been that of anything. */
const isOnlyPlanned = ({ by }: Timetable, { provisional }: Timed) => by === 'plan' && provisional;

/** When something would have opened, had all of this been done on its last day. */
function openedInTime(table: Timetable, of: Look, group: readonly string[], late: readonly string[]): Timed {
  const { text, happened, owes } = table;
  const completed: Record<string, Instant> = { ...happened.completed };
  const done: Record<string, readonly DoneOn[]> = { ...happened.done };
  for (const id of late) {
    const due = of(`due ${id}`).at;
    if (!due) continue;
    const before = (heldIn(happened.done, id) ?? []).filter(({ at }) => !isBefore(due, at));
    const sum = before.reduce((all, { amount }) => added(all, amount), 0);
    completed[id] = due;
    done[id] = [...before, { at: due, amount: Math.max(0, added(owes(id), -sum)) }];
  }
  const letGo = Object.fromEntries(Object.entries(happened.letGo).filter(([id]) => !late.includes(id)));
  const supposed: Timetable = { ...table, happened: { ...happened, completed, done, letGo } };
  const asked = new Set<string>();
  const look: Look = (node: ClauseNode) => {
    const { what, id } = nodeParts(node);
    const own = what === 'event' && !heldIn(happened.events, id) ? heldIn(text.events, id)?.trigger : undefined;
    // Events that bring each other about do not come about sooner.
    return own && asked.size < asked.add(id).size ? timeTrigger(supposed, look, own) : of(node);
  };
  return setOff(supposed, look, group);
}
