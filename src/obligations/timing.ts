import { pushAll, unique } from '../base/list.js';
import { once } from '../base/once.js';
import { phaseEnd, phaseStart, type Text } from '../offers/text/text.js';
import { START } from '../offers/text/trigger.js';
import { circleThrough, componentsOf } from './components.js';
import { nodeParts, type ClauseNode } from './clause-node.js';
import type { Timing } from './days.js';
import { dependencies } from './dependencies.js';
import { isWithoutEnd } from './endless.js';
import type { Instant } from './instant.js';
import { evaluateNode } from './node-day.js';
import { waiting, type Timed } from './timed.js';
import { lastDaysBefore } from './own-delay.js';
import type { Timetable } from './timetable.js';
import { timeTrigger } from './trigger-day.js';
import type { Wait } from './wait.js';
import { concurrentGroups, groupNodes } from './windows.js';

/** Whether what is waited for is one of these nodes: what is without them is told where it stands. */
function isAmong(members: ReadonlySet<string>, wait: Wait): boolean {
  switch (wait.for) {
    case 'start of':
      return members.has(`opens ${wait.obligation}`);
    case 'completion of':
      return members.has(`due ${wait.obligation}`);
    case 'total':
      return wait.of.some((id) => members.has(`due ${id}`));
    default:
      return false;
  }
}

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
  const { shutWindows: _, ...asWorded } = table;
  return {
    ...asWorded,
    by: 'plan',
    happened: {
      ...happened,
      events: { ...given([START, ...outside]), ...happened.events },
      certified: { ...given(Object.keys(text.certifications)), ...happened.certified },
      found: { ...given(Object.keys(text.obligations)), ...happened.found },
    },
  };
}

/** Times a text; `supposed` is how it would be timed if all that comes from outside had come. */
function timed(table: Timetable, supposed?: () => Timing): Timing {
  const { text, scenario } = table;
  const known = new Map<string, Timed>();
  const groups = concurrentGroups(text);
  const of = (node: ClauseNode): Timed => known.get(node) ?? waiting();
  const isByTurns = table.shutWindows === 'wait';
  const byWords = dependencies({ text, phases: isByTurns ? scenario.space.phases.most : 0, byTurns: true }, groups);
  // Whether those who owe something shut its window themselves hangs on when that was due which it waits for.
  const delays = new Map<string, readonly string[]>();
  const delaying = (id: string) => {
    const last = delays.get(id) ?? (table.happened.today ? lastDaysBefore(text, id, groups.get(id) ?? [id]) : []);
    delays.set(id, last);
    return last;
  };
  // Nothing opens before the entry into force, which hangs on nothing of the deal itself.
  const dependsOn = (node: string) => {
    const { what, id } = nodeParts(node);
    if (!isByTurns || (what !== 'opens' && what !== 'due')) return byWords(node);
    if (what === 'opens') return unique([...byWords(node), `event ${START}`]);
    const last = delaying(id);
    return last.length > 0 ? unique([...byWords(node), ...last]) : byWords(node);
  };
  const evaluate = (node: string): Timed => evaluateNode(table, groups, of, nodeParts(node));
  // What moves itself to ever earlier days is a circle, though the start would put an end to it.
  const evaluateByWords = (node: string): Timed => evaluateNode(table, groups, of, nodeParts(node), true);
  const nodes = [
    `event ${START}`,
    ...Array.from({ length: scenario.space.phases.most }, (_, i) => [
      `event ${phaseStart(i + 1)}`,
      `event ${phaseEnd(i + 1)}`,
    ]).flat(),
    ...Object.keys(text.events).map((id) => `event ${id}`),
    ...groupNodes(groups),
    ...Object.keys(text.obligations).flatMap((id) => [`opens ${id}`, `due ${id}`]),
  ];
  for (const part of componentsOf(nodes, dependsOn)) {
    const [first = ''] = part;
    if (part.length === 1 && !dependsOn(first).includes(first)) known.set(first, evaluate(first));
    else {
      settleTogether(text, part, dependsOn, evaluateByWords, known, supposed);
      if (isByTurns) bringIntoForce(part, dependsOn, evaluate, known);
    }
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
    for (const on of dependsOn(node)) {
      if (!members.has(on)) continue;
      const known = users.get(on);
      if (known) known.push(node);
      else users.set(on, [node]);
    }
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
    if (moved <= MOST_MOVES) pushAll(queue, users.get(node) ?? []);
  }
  const restless = part.filter((node) => (moves.get(node) ?? 0) > MOST_MOVES);
  const moving = stillMoving(
    restless,
    restless.length > 0 ? part : [],
    (node) => users.get(node) ?? [],
    (node) => {
      const before = timed.get(node);
      const now = evaluate(node);
      timed.set(node, now);
      return !sameDay(before, now);
    },
  );
  const isAstray = (node: string) => {
    const { at: day, waits } = timed.get(node) ?? waiting();
    // What never ends has no last day, and waits for none.
    if (!day && waits.length === 0 && hasNoLastDay(text, node)) return false;
    if (day) return moving.has(node);
    // What waits only for something from outside is dated once that is, and does not wait for itself.
    if (waits.length > 0 && !waits.some((wait) => isAmong(members, wait))) return false;
    // Only nodes are timed together.
    return supposed?.().of(node as ClauseNode).at === undefined;
  };
  const astray = part.filter(isAstray);
  const stuck = new Set(astray);
  const told = new Set<string>();
  const beside: string[] = [];
  for (const node of astray) {
    if (told.has(node)) continue;
    const nodes = circleThrough(node, stuck, dependsOn);
    const circle = unique(
      nodes.map(nodeParts).flatMap(({ what, id }) => (what === 'event' || what === 'together' ? [] : [id])),
    );
    if (nodes.length === 0 && moving.has(node)) {
      beside.push(node);
      continue;
    }
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
  // What only moved along waits for those that have no day now, or has one without them.
  for (const node of beside) timed.set(node, waiting());
  for (let turn = 0, isNew = true; isNew && turn < MOST_MOVES; turn++) {
    isNew = false;
    for (const node of beside) {
      const now = evaluate(node);
      isNew ||= !sameDay(timed.get(node), now) || turn === 0;
      timed.set(node, now);
    }
  }
  // Nothing has a last day that has no first.
  for (const node of stuck.size > 0 ? part : []) {
    const { what, id } = nodeParts(node);
    if (what === 'due' && timed.get(node)?.at && !timed.get(`opens ${id}`)?.at) timed.set(node, evaluate(node));
  }
}

/** Those that hang on each other and have their days by their words: none opens before the deal is in force. */
function bringIntoForce(
  part: readonly string[],
  dependsOn: (node: string) => readonly string[],
  evaluate: (node: string) => Timed,
  timed: Map<string, Timed>,
): void {
  const isCircle = (node: string) => timed.get(node)?.waits.some((wait) => wait.for === 'itself') === true;
  let moved: ReadonlySet<string> = new Set(part.filter((node) => node.startsWith('opens ')));
  for (let turn = 0; moved.size > 0 && turn < MOST_MOVES; turn++) {
    const next = new Set<string>();
    for (const node of part) {
      if (isCircle(node) || !(moved.has(node) || dependsOn(node).some((on) => moved.has(on) || next.has(on)))) continue;
      const before = timed.get(node);
      const now = evaluate(node);
      timed.set(node, now);
      if (!sameDay(before, now)) next.add(node);
    }
    moved = next;
  }
}

/**
 * Nodes whose days move without end, and those that move with them: each of a circle moves once in every round. Some may have
 * followed the last move already, so that one more is made.
 */
function stillMoving(
  first: readonly string[],
  part: readonly string[],
  usersOf: (node: string) => readonly string[],
  moves: (node: string) => boolean,
): ReadonlySet<string> {
  const moving = new Set(first);
  for (const node of part) if (moves(node)) moving.add(node);
  for (const node of moving) {
    for (const user of usersOf(node)) if (!moving.has(user) && moves(user)) moving.add(user);
  }
  return moving;
}

/** Whether a node is the last day of something that has none, as far as the text says. */
function hasNoLastDay({ obligations }: Text, node: string): boolean {
  const { what, id } = nodeParts(node);
  const obligation = what === 'due' ? obligations[id] : undefined;
  return obligation !== undefined && isWithoutEnd(obligation);
}

function sameDay(a: Timed | undefined, b: Timed): boolean {
  const isSame = (one: Instant | undefined, other: Instant | undefined) =>
    one?.day === other?.day && one?.count === other?.count;
  return a !== undefined && isSame(a.at, b.at) && isSame(a.since, b.since);
}
