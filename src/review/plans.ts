import { unique } from '../base/list.js';
import type { Offer } from '../offers/offer.js';
import type { Text } from '../offers/text/text.js';
import { START, triggersIn, type Trigger } from '../offers/text/trigger.js';
import { nodeParts, nodesIn, type ClauseNode } from '../obligations/clause-node.js';
import { NOTHING_HAPPENED } from '../obligations/happened.js';
import type { Instant } from '../obligations/instant.js';
import type { Owing } from '../obligations/owing.js';
import type { Timed } from '../obligations/timed.js';
import type { Timing } from '../obligations/days.js';
import { timeText } from '../obligations/timing.js';
import { groupNode, triggersOfGroup } from '../obligations/windows.js';
import type { Scenario } from '../scenario/scenario.js';

/** A day of a text: that of a node, or that on which a trigger fires. */
type Point = ClauseNode | Trigger;

/** What comes before what in a text, whatever the days of events from outside. */
export interface Plans {
  /** The days of the text if every event from outside falls on one day. */
  readonly any: Timing;
  /**
   * How many days one point lies before another, in every course that can be dated: `undefined` where it does not in
   * some, or cannot be dated; `days` is there where they are always as many.
   */
  readonly alwaysBefore: (a: Point, b: Point) => { readonly days?: number } | undefined;
  /** Whether one point lies before another in some course, as far as courses can be dated. */
  readonly mayBeBefore: (a: Point, b: Point) => boolean;
}

interface Given {
  readonly scenario: Scenario;
  readonly offer: Offer;
  readonly text: Text;
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly owing: Owing;
  readonly dependsOn: (node: string) => readonly string[];
  readonly events: Readonly<Record<string, Instant>>;
}

/** A day far from every other that a text is likely to name, on either side; months can still be counted from it. */
const MIDDLE = 40_000;
const EARLY = -400_000;
const LATE = 1_500_000;

/** How far what two points both hang on is put apart. */
const APART = 20_000;

/** The most that two points may both hang on for every way of parting it to be tried. */
const MOST_PARTED = 4;

/** What a calendar day hangs on: nothing that could move. */
const FIXED = 'a date';

/**
 * Lays a text out in several courses. Every day of a text moves with the days it hangs on, never against them. So one
 * point lies before another in every course if it does with what only it hangs on put late, and what only the other
 * hangs on put early.
 */
export function plansOf({ scenario, offer, text, groups, owing, dependsOn, events }: Given): Plans {
  const outside = [
    ...(START in events || text.events[START]?.trigger ? [] : [`event ${START}`]),
    ...Object.entries(text.events).flatMap(([id, { trigger }]) =>
      trigger || id === START || id in events ? [] : [`event ${id}`],
    ),
    ...Object.keys(text.certifications).map((id) => `certified ${id}`),
    ...foundIn(text).map((id) => `found ${id}`),
  ].sort(); // in whatever order the text has them
  const timed = (dayOf: (anchor: string, i: number) => number): Timing => {
    const days = outside.map((anchor, i) => [anchor, { count: 'calendar', day: dayOf(anchor, i) }] as const);
    const named = (prefix: string) =>
      Object.fromEntries(
        days.flatMap(([anchor, at]) => (anchor.startsWith(prefix) ? [[anchor.slice(prefix.length), at]] : [])),
      );
    const happened = {
      ...NOTHING_HAPPENED,
      events: { ...named('event '), ...events },
      certified: named('certified '),
      found: named('found '),
    };
    return timeText({
      scenario,
      offer,
      text,
      happened,
      by: 'plan',
      owes: owing.least,
      allows: owing.most,
      isUnsettled: owing.isUnsettled,
    });
  };
  const known = new Map<string, Timing>();
  const kept = (name: string, dayOf: (anchor: string, i: number) => number) => {
    const before = known.get(name) ?? timed(dayOf);
    known.set(name, before);
    return before;
  };
  const any = timed(() => MIDDLE);
  // Two more that tell most courses apart before anything is asked of one point alone.
  const upwards = () => kept('upwards', (_, i) => MIDDLE + 2_000 * i);
  const downwards = () => kept('downwards', (_, i) => MIDDLE + 2_000 * (outside.length - i));
  const moving = new Set(outside);
  const hangsOn = (point: Point): ReadonlySet<string> => {
    const found = new Set<string>();
    const seen = new Set<string>();
    const waiting: string[] = typeof point === 'string' ? [point] : [];
    const read = (trigger: Trigger | undefined) => {
      for (const part of trigger ? triggersIn(trigger) : []) {
        if (part.kind === 'date') found.add(FIXED);
        if (part.kind === 'certified') found.add(`certified ${part.certification}`);
        if (part.kind === 'found') found.add(`found ${part.obligation}`);
      }
    };
    if (typeof point !== 'string') {
      read(point);
      waiting.push(...nodesIn(point));
    }
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (seen.size === seen.add(node).size) continue;
      if (moving.has(node)) found.add(node);
      for (const trigger of triggersAt(text, groups, node)) read(trigger);
      waiting.push(...dependsOn(node));
    }
    for (const anchor of found) if (anchor !== FIXED && !moving.has(anchor)) found.delete(anchor);
    return found;
  };
  const daysFrom = (timing: Timing, a: Point, b: Point): number | undefined => {
    const at = (point: Point): Timed => (typeof point === 'string' ? timing.of(point) : timing.trigger(point));
    const [first, second] = [at(a).at, at(b).at];
    return first && second && first.count === second.count ? second.day - first.day : undefined;
  };
  const alwaysBefore = (a: Point, b: Point) => {
    const isBefore = (timing: Timing) => (daysFrom(timing, a, b) ?? 0) > 0;
    if (!isBefore(any)) return undefined;
    if (outside.length > 1 && !(isBefore(upwards()) && isBefore(downwards()))) return undefined;
    const [of, other] = [hangsOn(a), hangsOn(b)];
    const onlyA = [...of].filter((anchor) => !other.has(anchor));
    const onlyB = [...other].filter((anchor) => !of.has(anchor));
    const shared = [...of].filter((anchor) => other.has(anchor));
    const days = daysFrom(any, a, b);
    const alone = onlyA.length === 0 && onlyB.length === 0 && shared.length <= 1;
    if (alone) return days === undefined || days !== daysFrom(downwards(), a, b) ? {} : { days };
    const name = JSON.stringify([onlyA, onlyB]);
    const [late, early] = [new Set(onlyA), new Set(onlyB)];
    const isDated = of.has(FIXED) || other.has(FIXED);
    const isSo = (middle: number, later: readonly string[]) =>
      isBefore(
        kept(`${name}${middle}${later.join()}`, (anchor) =>
          late.has(anchor) ? LATE : early.has(anchor) ? EARLY : later.includes(anchor) ? middle + APART : middle,
        ),
      );
    // Two in either order have been tried.
    const moved = shared.filter((anchor) => anchor !== FIXED);
    const ways = onlyA.length + onlyB.length === 0 && moved.length <= 2 ? [[]] : partings(moved);
    const everywhere = (isDated ? [EARLY / 2, MIDDLE, LATE / 2] : [MIDDLE]).every((middle) =>
      ways.every((later) => isSo(middle, later)),
    );
    return everywhere ? {} : undefined;
  };
  const mayBeBefore = (a: Point, b: Point) => {
    const isBefore = (timing: Timing) => (daysFrom(timing, a, b) ?? 0) > 0;
    if (isBefore(any)) return true;
    const [of, other] = [hangsOn(a), hangsOn(b)];
    const [early, late] = [
      new Set([...of].filter((x) => !other.has(x))),
      new Set([...other].filter((x) => !of.has(x))),
    ];
    if (early.size === 0 && late.size === 0) return false;
    const name = JSON.stringify([[...late], [...early]]);
    return isBefore(
      kept(`${name}${MIDDLE}`, (anchor) => (late.has(anchor) ? LATE : early.has(anchor) ? EARLY : MIDDLE)),
    );
  };
  return { any, alwaysBefore, mayBeBefore };
}

/**
 * Ways of putting some of what two points both hang on later than the rest: all of them, since of first and last days one
 * exceeds another in some order of what they hang on only if it does where that falls on two days; of many, each one alone.
 */
function partings(shared: readonly string[]): readonly (readonly string[])[] {
  if (shared.length <= 1) return [[]];
  if (shared.length > MOST_PARTED)
    return [[], ...shared.map((one) => [one]), ...shared.map((one) => without(shared, one))];
  return shared.reduce<readonly (readonly string[])[]>(
    (ways, one) => [...ways, ...ways.map((way) => [...way, one])],
    [[]],
  );
}

const without = (all: readonly string[], one: string) => all.filter((other) => other !== one);

/** The obligations of which a trigger waits for a finding: of the others none matters. */
function foundIn(text: Text): readonly string[] {
  const triggers = [
    ...Object.values(text.obligations).flatMap(({ begins, until }) => [begins?.value, until]),
    ...Object.values(text.events).map(({ trigger }) => trigger),
    ...Object.values(text.phases).map(({ begins }) => begins),
  ];
  const parts = triggers.flatMap((trigger) => (trigger ? triggersIn(trigger) : []));
  return unique(parts.flatMap((part) => (part.kind === 'found' ? [part.obligation] : [])));
}

/** The triggers by which a node itself is timed. */
function triggersAt(text: Text, groups: Given['groups'], node: string): readonly (Trigger | undefined)[] {
  const { what, id } = nodeParts(node);
  if (what === 'opens' && groupNode(groups, id)) return []; // they stand at what its group hangs on
  if (what === 'opens' || what === 'together') return triggersOfGroup(text, groups.get(id) ?? [id]);
  if (what === 'due') return [text.obligations[id]?.until];
  if (Object.hasOwn(text.events, id)) return [text.events[id]?.trigger];
  const [, phase] = /^phase(\d+)$/.exec(id) ?? [];
  return phase === undefined ? [] : [text.phases[phase]?.begins];
}
