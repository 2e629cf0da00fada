import { unique } from '../base/list.js';
import { once } from '../base/once.js';
import type { Offer } from '../offers/offer.js';
import { phaseEnd, phaseStart, type Text } from '../offers/text/text.js';
import { START, type Trigger } from '../offers/text/trigger.js';
import type { Obligation } from '../offers/text/obligation.js';
import type { Scenario } from '../scenario/scenario.js';
import { daysOf, type Length } from '../terms/length.js';
import { circleThrough, componentsOf } from './components.js';
import { nodeParts, nodesIn, type ClauseNode } from './clause-node.js';
import { phaseOf } from './course.js';
import type { Happened } from './happened.js';
import { dateOf, earlierOf, instantOf, laterOf, plusDays, plusLength, type Instant } from './instant.js';
import type { Wait } from './wait.js';

/** When something in a text is, or what that waits for. */
export interface Timed {
  readonly at?: Instant;
  readonly waits: readonly Wait[];
  /** Whether the day holds only if what it rests on is done on its own day. */
  readonly provisional: boolean;
}

/** What timing a text needs. */
export interface Timetable {
  readonly scenario: Scenario;
  readonly offer: Offer;
  readonly text: Text;
  readonly happened: Happened;
  /** `plan`: what is not done yet is taken to be done on its last day. `fact`: only what has happened counts. */
  readonly by: 'plan' | 'fact';
  /** What an obligation owes in all, for running totals. */
  readonly owes: (obligation: string) => number;
}

/** The days of a text. */
export interface Timing {
  readonly of: (node: ClauseNode) => Timed;
  /** When a trigger fires. */
  readonly trigger: (trigger: Trigger) => Timed;
}

const FIXED = { waits: [], provisional: false } as const;
const at = (instant: Instant, provisional = false): Timed => ({ at: instant, waits: [], provisional });
const waiting = (...waits: readonly Wait[]): Timed => ({ waits, provisional: false });

/** What is waited for within a text. */
const INSIDE: readonly Wait['for'][] = ['start of', 'completion of', 'total'];

/** How often the day of one clause may move before those that move it are taken for a circle. */
const MOST_MOVES = 60;

/** Times every clause of a text: each after what it hangs on, and those that hang on each other together. */
export function timeText(table: Timetable): Timing {
  return timed(
    table,
    once(() => timed(supposingAll(table))),
  );
}

/** The same text by plan, when everything that it waits for from outside has come about. */
function supposingAll(table: Timetable): Timetable {
  const { text, happened } = table;
  const someDay: Instant = happened.events[START] ?? { count: 'start', day: 0 };
  const outside = Object.entries(text.events).flatMap(([id, { trigger }]) => (trigger ? [] : [id]));
  const given = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, someDay]));
  return {
    ...table,
    by: 'plan',
    happened: {
      ...happened,
      events: { ...given([START, ...outside]), ...happened.events },
      certified: { ...given(Object.keys(text.certifications)), ...happened.certified },
    },
  };
}

/** Times a text; `supposed` is how it would be timed if all that comes from outside had come. */
function timed(table: Timetable, supposed?: () => Timing): Timing {
  const { text, scenario } = table;
  const known = new Map<string, Timed>();
  const groups = concurrentGroups(text);
  const of = (node: ClauseNode): Timed => known.get(node) ?? waiting();
  const dependsOn = dependencies(table, groups);
  const evaluate = (node: string): Timed => evaluateNode(table, groups, of, nodeParts(node));
  const nodes = [
    `event ${START}`,
    ...Array.from({ length: scenario.space.phases.most }, (_, i) => [
      `event ${phaseStart(i + 1)}`,
      `event ${phaseEnd(i + 1)}`,
    ]).flat(),
    ...Object.keys(text.events).map((id) => `event ${id}`),
    ...Object.keys(text.obligations).flatMap((id) => [`opens ${id}`, `due ${id}`]),
  ];
  for (const part of componentsOf(nodes, dependsOn)) {
    const [first = ''] = part;
    if (part.length === 1 && !dependsOn(first).includes(first)) known.set(first, evaluate(first));
    else settleTogether(text, part, dependsOn, evaluate, known, supposed);
  }
  return { of, trigger: (trigger) => timeTrigger(table, of, trigger) };
}

/** Those that hang on each other: whatever can be given a day without the others is, until no day moves any more. */
function settleTogether(
  text: Text,
  part: readonly string[],
  dependsOn: (node: string) => readonly string[],
  evaluate: (node: string) => Timed,
  timed: Map<string, Timed>,
  supposed?: () => Timing,
): void {
  const members = new Set(part);
  const users = new Map<string, string[]>();
  for (const node of part) {
    for (const on of dependsOn(node)) if (members.has(on)) users.set(on, [...(users.get(on) ?? []), node]);
  }
  const moves = new Map<string, number>();
  const queue = [...part];
  for (let i = 0; i < queue.length; i++) {
    const node = queue[i] ?? '';
    const before = timed.get(node);
    const now = evaluate(node);
    timed.set(node, now);
    if (sameDay(before, now)) continue;
    const moved = (moves.get(node) ?? 0) + 1;
    moves.set(node, moved);
    if (moved <= MOST_MOVES) queue.push(...(users.get(node) ?? []));
  }
  const isAstray = (node: string) => {
    const { at: day, waits } = timed.get(node) ?? waiting();
    // What never ends has no last day, and waits for none.
    if (!day && waits.length === 0 && isWithoutEnd(text, node)) return false;
    if (day) return (moves.get(node) ?? 0) > MOST_MOVES;
    // What waits only for something from outside is dated once that is, and does not wait for itself.
    if (waits.length > 0 && !waits.some((wait) => INSIDE.includes(wait.for))) return false;
    // Only nodes are timed together.
    return supposed?.().of(node as ClauseNode).at === undefined;
  };
  const astray = part.filter(isAstray);
  const stuck = new Set(astray);
  const told = new Set<string>();
  for (const node of astray) {
    if (told.has(node)) continue;
    const nodes = circleThrough(node, stuck, dependsOn);
    const circle = unique(nodes.map(nodeParts).flatMap(({ what, id }) => (what === 'event' ? [] : [id])));
    if (circle.length === 0) {
      // Events that bring each other about never happen.
      if (timed.get(node)?.waits.length === 0) timed.set(node, waiting({ for: 'event', event: nodeParts(node).id }));
      continue;
    }
    // One for all of its members: of a circle of thousands, each would be as long as all.
    const itself: Wait = { for: 'itself', circle };
    for (const member of nodes) {
      if (told.size < told.add(member).size) timed.set(member, waiting(itself));
    }
  }
}

/** Whether a node is the last day of something that is to be left undone for ever, as far as the text says. */
function isWithoutEnd({ obligations }: Text, node: string): boolean {
  const { what, id } = nodeParts(node);
  const obligation = what === 'due' ? obligations[id] : undefined;
  return obligation?.kind === 'refrain' && !obligation.within && !endsBy(obligation);
}

function sameDay(a: Timed | undefined, b: Timed): boolean {
  return a !== undefined && a.at?.day === b.at?.day && a.at?.count === b.at?.count;
}

/** For each obligation, those that are to be done together with it, itself among them. */
export function concurrentGroups({ obligations }: Text): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  const neighbours = new Map<string, string[]>();
  const join = (a: string, b: string) => neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  for (const [id, { concurrent }] of Object.entries(obligations)) {
    for (const other of concurrent) {
      join(id, other);
      join(other, id);
    }
  }
  for (const id of neighbours.keys()) {
    if (groups.has(id)) continue;
    const group = [id];
    const seen = new Set(group);
    for (let i = 0; i < group.length; i++) {
      for (const next of neighbours.get(group[i] ?? '') ?? []) if (seen.size < seen.add(next).size) group.push(next);
    }
    for (const member of group) groups.set(member, group);
  }
  return groups;
}

/** When an obligation starts to bind, as its text says, apart from those that it follows. */
export function opensBy(obligation: Obligation): Trigger | undefined {
  const { begins, phase, until } = obligation;
  if (begins) return begins.value;
  // What belongs to a phase and says no more begins with it.
  if (phase !== undefined) return { kind: 'event', event: phaseStart(phase) };
  // What says only by when it is to be done may be done from the first day on.
  return until && { kind: 'event', event: START };
}

/**
 * What sets off an obligation, or one that is done together with it: all of these have to. That one of a group is begun
 * when another is says no more than that they are done together.
 */
export function triggersOfGroup(text: Text, group: readonly string[]): readonly Trigger[] {
  return group.flatMap((member) => {
    const own = text.obligations[member];
    const begins = own && opensBy(own);
    if (!begins) return [];
    const together = begins.kind === 'started' && begins.obligation !== member && group.includes(begins.obligation);
    return together && !begins.after ? [] : [begins];
  });
}

/** Those that an obligation, or one that is done together with it, comes after on a day that they share. */
export function followedByGroup({ obligations }: Text, group: readonly string[]): readonly string[] {
  return group.flatMap((member) => obligations[member]?.following ?? []);
}

/** When an obligation is due at the latest, apart from a length: its own day, or the end of its phase. */
export function endsBy({ until, phase, outlasts, kind, begins }: Obligation): Trigger | undefined {
  if (until) return until;
  // What is to be done once in a phase, and says no more, has all of it.
  const lasts = kind !== 'once' || begins === undefined;
  return lasts && phase !== undefined && outlasts !== true ? { kind: 'event', event: phaseEnd(phase) } : undefined;
}

type Groups = ReadonlyMap<string, readonly string[]>;

/** What each node of a text hangs on. */
export function dependencies({ text }: Pick<Timetable, 'text'>, groups: Groups): (node: string) => readonly string[] {
  return (node) => {
    const { what, id } = nodeParts(node);
    if (what === 'event') return eventDependencies(text, id);
    const obligation = text.obligations[id];
    if (!obligation) return [];
    if (what === 'due') {
      const end = endsBy(obligation);
      return [`opens ${id}`, ...(end ? nodesIn(end) : [])];
    }
    const group = groups.get(id) ?? [id];
    return [
      ...triggersOfGroup(text, group).flatMap(nodesIn),
      ...followedByGroup(text, group).map((other) => `due ${other}`),
    ];
  };
}

function eventDependencies(text: Text, id: string): readonly string[] {
  const own = Object.hasOwn(text.events, id) ? text.events[id] : undefined;
  if (own) return own.trigger ? nodesIn(own.trigger) : [];
  const phase = phaseIn(id);
  if (!phase) return [];
  if (phase.end) return [`event ${phaseStart(phase.n)}`];
  const begins = text.phases[phase.n]?.begins;
  if (begins) return nodesIn(begins);
  return phase.n === 1 ? [`event ${START}`] : [`event ${phaseEnd(phase.n - 1)}`];
}

/** The phase that an event is the start or the end of. */
export function phaseIn(event: string): { readonly n: number; readonly end: boolean } | undefined {
  const [, n, end] = /^phase(\d+)(\.end)?$/.exec(event) ?? [];
  return n === undefined ? undefined : { n: Number(n), end: end !== undefined };
}

type Look = (node: ClauseNode) => Timed;

function evaluateNode(table: Timetable, groups: Groups, of: Look, { what, id }: ReturnType<typeof nodeParts>): Timed {
  const { text } = table;
  if (what === 'event') return timeEvent(table, of, id);
  const obligation = text.obligations[id];
  if (!obligation) return waiting();
  if (what === 'due') return timeDue(table, of, id, obligation);
  const group = groups.get(id) ?? [id];
  const triggers = triggersOfGroup(text, group);
  return lastOf([
    ...(triggers.length > 0 ? triggers.map((begins) => timeTrigger(table, of, begins)) : [waiting({ for: 'trigger' })]),
    ...followedByGroup(text, group).map((other) => timeTrigger(table, of, { kind: 'completed', obligation: other })),
  ]);
}

function timeEvent(table: Timetable, of: Look, id: string): Timed {
  const { text, happened, scenario, offer, by } = table;
  const known = Object.hasOwn(happened.events, id) ? happened.events[id] : undefined;
  if (known) return at(known);
  const own = Object.hasOwn(text.events, id) ? text.events[id] : undefined;
  if (own) return own.trigger ? timeTrigger(table, of, own.trigger) : waiting({ for: 'event', event: id });
  if (id === START) return by === 'plan' ? at({ count: 'start', day: 0 }) : waiting({ for: 'event', event: START });
  const phase = phaseIn(id);
  if (!phase) return waiting({ for: 'event', event: id });
  if (phase.end) {
    const start = of(`event ${phaseStart(phase.n)}`);
    if (!start.at) return start;
    const { days, has } = phaseOf(scenario, offer, phase.n, dateOf(start.at) ?? null);
    if (has === false) return waiting({ for: 'event', event: id });
    if (days.most === undefined || days.most !== days.least) return waiting({ for: 'length' });
    return at(plusDays(start.at, days.most + (happened.extended[phase.n] ?? 0)), start.provisional);
  }
  const begins = text.phases[phase.n]?.begins;
  if (begins) return timeTrigger(table, of, begins);
  if (phase.n === 1) return of(`event ${START}`);
  // That one phase is over does not make the next begin: of that, only a report tells.
  if (by === 'fact') return waiting({ for: 'event', event: id });
  return of(`event ${phaseEnd(phase.n - 1)}`);
}

function timeDue(table: Timetable, of: Look, id: string, obligation: Obligation): Timed {
  const { happened } = table;
  const moved = Object.hasOwn(happened.postponed, id) ? happened.postponed[id] : undefined;
  if (moved) return at(moved);
  const opens = of(`opens ${id}`);
  if (!opens.at) return opens;
  const { within, every, times } = obligation;
  if (every && times !== undefined) return after(opens, scaledLength(every, times));
  if (within) return after(opens, within);
  const end = endsBy(obligation);
  // What is to be left undone, and nobody says until when, has no last day.
  if (!end) return obligation.kind === 'refrain' ? waiting() : opens;
  const closes = timeTrigger(table, of, end);
  return closes.at ? { ...closes, provisional: closes.provisional || opens.provisional } : closes;
}

/** A length so many times over. */
export function scaledLength({ length, unit }: Length, times: number): Length {
  if (length.wording === 'exactly') return { length: { wording: 'exactly', n: length.n * times }, unit };
  const { most } = daysOf({ length, unit });
  return { length: { wording: 'at most', n: most * times }, unit: 'days' };
}

/** So long after something that has its day. */
function after(start: Timed, length: Length | undefined, sign: 1 | -1 = 1): Timed {
  if (!start.at || !length) return start;
  const moved = plusLength(start.at, length, sign === 1 ? 'most' : 'least', sign);
  if (moved) return { ...start, at: moved };
  return waiting({ for: length.unit === 'months' && start.at.count === 'start' ? 'calendar' : 'length' });
}

/** When a trigger fires, by what it hangs on. */
function timeTrigger(table: Timetable, of: Look, trigger: Trigger): Timed {
  const { happened } = table;
  switch (trigger.kind) {
    case 'day': {
      const from = of(`event ${trigger.from}`);
      return from.at ? { ...from, at: plusDays(from.at, trigger.day - trigger.first) } : from;
    }
    case 'event': {
      const event = after(of(`event ${trigger.event}`), trigger.after);
      return after(event, trigger.before, -1);
    }
    case 'date': {
      const day = instantOf(trigger.date);
      return day ? { ...FIXED, at: day } : waiting({ for: 'calendar' });
    }
    case 'started':
      return after(startOf(table, of, trigger.obligation), trigger.after);
    case 'completed':
      return after(completionOf(table, of, trigger.obligation), trigger.after);
    case 'total':
      return after(totalReached(table, of, trigger), trigger.after);
    case 'certified': {
      const { certification } = trigger;
      const given = Object.hasOwn(happened.certified, certification) ? happened.certified[certification] : undefined;
      return given ? after(at(given), trigger.after) : waiting({ for: 'certification', certification });
    }
    case 'earliest':
      return firstOf(trigger.of.map((part) => timeTrigger(table, of, part)));
    case 'latest':
      return lastOf(trigger.of.map((part) => timeTrigger(table, of, part)));
  }
}

function startOf({ happened, by }: Timetable, of: Look, id: string): Timed {
  const begun = Object.hasOwn(happened.done, id) ? happened.done[id]?.[0] : undefined;
  if (begun) return at(begun.at);
  if (by === 'fact') return waiting({ for: 'start of', obligation: id });
  const opens = of(`opens ${id}`);
  return opens.at ? { ...opens, provisional: true } : waiting({ for: 'start of', obligation: id });
}

function completionOf({ happened, by }: Timetable, of: Look, id: string): Timed {
  const done = Object.hasOwn(happened.completed, id) ? happened.completed[id] : undefined;
  if (done) return at(done);
  if (by === 'fact') return waiting({ for: 'completion of', obligation: id });
  const due = of(`due ${id}`);
  return due.at ? { ...due, provisional: true } : waiting({ for: 'completion of', obligation: id });
}

function totalReached(
  { happened, by, owes }: Timetable,
  of: Look,
  { of: ids, reaches }: Extract<Trigger, { kind: 'total' }>,
): Timed {
  const all = ids.reduce((sum, id) => sum + owes(id), 0);
  const needed = typeof reaches === 'number' ? reaches : (all * reaches.parts) / reaches.outOf;
  const steps = ids.flatMap((id) => {
    const done = (Object.hasOwn(happened.done, id) ? happened.done[id] : undefined) ?? [];
    const steps = done.map((step) => ({ ...step, provisional: false }));
    const rest = owes(id) - done.reduce((sum, { amount }) => sum + amount, 0);
    const due = by === 'plan' && rest > 0 ? of(`due ${id}`).at : undefined;
    return due ? [...steps, { at: due, amount: rest, provisional: true }] : steps;
  });
  const [first] = steps;
  const alike = steps.filter((step) => step.at.count === first?.at.count).sort((a, b) => a.at.day - b.at.day);
  // From the day on since when it has been at so much: what is taken back later was never reached, as with completion.
  let sum = 0;
  let provisional = false;
  let since: Timed | undefined;
  for (const [i, step] of alike.entries()) {
    sum += step.amount;
    provisional ||= step.provisional;
    if (step.at.day === alike[i + 1]?.at.day) continue; // only what the day comes to
    since = sum < needed ? undefined : (since ?? at(step.at, provisional));
  }
  return since ?? waiting({ for: 'total', of: ids });
}

/** The first of several: of those that have a day. */
function firstOf(parts: readonly Timed[]): Timed {
  const dated = parts.filter((part) => part.at !== undefined);
  const [first] = dated;
  if (!first) return waiting(...parts.flatMap((part) => part.waits));
  let best = first;
  for (const part of dated) {
    const earlier = part.at && best.at && earlierOf(best.at, part.at);
    if (!earlier) return waiting({ for: 'calendar' });
    if (earlier !== best.at) best = part;
  }
  // A part without a day yet may still come first.
  return { ...best, provisional: best.provisional || dated.length < parts.length };
}

/** The last of several: once each has its day. */
function lastOf(parts: readonly Timed[]): Timed {
  const waits = parts.flatMap((part) => part.waits);
  if (parts.some((part) => !part.at)) return waiting(...waits);
  let latest: Instant | undefined;
  for (const { at: day } of parts) {
    if (!day) continue;
    latest = latest === undefined ? day : laterOf(latest, day);
    if (!latest) return waiting({ for: 'calendar' });
  }
  return latest
    ? at(
        latest,
        parts.some((part) => part.provisional),
      )
    : waiting({ for: 'trigger' });
}
