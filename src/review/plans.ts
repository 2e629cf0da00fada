import { unique } from '../base/list.js';
import { once } from '../base/once.js';
import type { Offer } from '../offers/offer.js';
import type { Text } from '../offers/text/text.js';
import { START, triggersIn } from '../offers/text/trigger.js';
import { NOTHING_HAPPENED } from '../obligations/happened.js';
import type { Instant } from '../obligations/instant.js';
import type { Owing } from '../obligations/owing.js';
import type { Timed } from '../obligations/timed.js';
import type { Timing } from '../obligations/days.js';
import { timeText } from '../obligations/timing.js';
import type { Groups } from '../obligations/windows.js';
import type { Scenario } from '../scenario/scenario.js';
import { courseText, type CourseText } from './course-text.js';
import type { Giving } from './giving.js';
import { FIXED, hangingIn, type Hanging, type Point } from './hanging.js';
import { inTime, type Otherwise } from './in-time.js';
import { DAYS_OF_A_YEAR, hasMonths } from './year-round.js';

/** Days of a year on which the one thing may fall from which months are counted: where a point lies before another, and where not. */
export interface Starts {
  /** `event start`, or any other event, certification or finding. */
  readonly anchor: string;
  /** `01-31`. */
  readonly before: readonly string[];
  readonly otherwise: readonly string[];
}

/** A course of events in which one point lies before another, laid out. */
export interface CourseLaidOut {
  readonly timing: Timing;
  /** The same, if all comes late that neither of the two hangs on. */
  readonly othersLate: () => Timing;
}

/** What comes before what in a text, whatever the days of events from outside. */
export interface Plans {
  /** The days of the text if every event from outside falls on one day. */
  readonly any: Timing;
  /** The same, if everything is done as early as it can be. */
  readonly soonest: () => Timing;
  /**
   * How many days one point lies before another, whatever the days of events from outside, if everything is done on its last
   * day: `undefined` where it does not in some course, or cannot be dated; `days` is there where they are always as many.
   */
  readonly alwaysBefore: (a: Point, b: Point) => { readonly days?: number } | undefined;
  /**
   * Where months make two points lie so for some days on which they begin to be counted, and not for others: if everything is
   * done on its last day, and both hang on one and the same day.
   */
  readonly beforeFromSome: (a: Point, b: Point) => { readonly starts: Starts } | undefined;
  /** Whether one point lies before another in some course in which everything is done on its last day, as far as courses can be dated. */
  readonly mayBeBefore: (a: Point, b: Point) => boolean;
  /** Such a course. */
  readonly courseBefore: (a: Point, b: Point) => CourseLaidOut | undefined;
  /**
   * What has to be done otherwise than on its last day, and in time, for one point not to lie before another: nothing, where
   * no course of events has them so.
   */
  readonly unlessBefore: (a: Point, b: Point) => readonly Otherwise[] | undefined;
  /** Whether one point lies before another if what both, or one of them, wait for is done in time on whatever day. */
  readonly canBeBefore: (a: Point, b: Point) => boolean;
  /** What the day of a point hangs on: gone through anew for each that is asked for. */
  readonly hanging: (point: Point) => Hanging;
}

interface Given {
  readonly scenario: Scenario;
  readonly offer: Offer;
  readonly text: Text;
  readonly groups: Groups;
  readonly owing: Owing;
  readonly giving: Giving;
  readonly dependsOn: (node: string) => readonly string[];
  readonly events: Readonly<Record<string, Instant>>;
}

/** A day far from every other that a text is likely to name, on either side; months can still be counted from it. */
const MIDDLE = 40_000;
const EARLY = -400_000;
const LATE = 1_500_000;

/** How far what two points both hang on is put apart. */
const APART = 20_000;

/** The first days of a year that are tried for whether months matter: around the shortest of them. */
const TURNS_OF_YEAR = 3;

/** The most days by which months can move two points against each other. */
const MONTHS_MOVE = 31;

/** The most that two points may both hang on for every way of parting it to be tried. */
const MOST_PARTED = 4;

/**
 * Lays a text out in several courses. Every day of a text moves with the days it hangs on, never against them. So one
 * point lies before another in every course if it does with what only it hangs on put late, and what only the other
 * hangs on put early.
 */
export function plansOf({ scenario, offer, text, groups, owing, giving, dependsOn, events }: Given): Plans {
  const outside = [
    ...(START in events || text.events[START]?.trigger ? [] : [`event ${START}`]),
    ...Object.entries(text.events).flatMap(([id, { trigger }]) =>
      trigger || id === START || id in events ? [] : [`event ${id}`],
    ),
    ...Object.keys(text.certifications).map((id) => `certified ${id}`),
    ...foundIn(text).map((id) => `found ${id}`),
  ].sort(); // in whatever order the text has them
  const timed = (
    dayOf: (anchor: string, i: number) => number,
    course: Pick<CourseText, 'text' | 'events'> = { text, events: {} },
    owes = owing.least,
  ): Timing => {
    const days = outside.map((anchor, i) => [anchor, { count: 'calendar', day: dayOf(anchor, i) }] as const);
    const named = (prefix: string) =>
      Object.fromEntries(
        days.flatMap(([anchor, at]) => (anchor.startsWith(prefix) ? [[anchor.slice(prefix.length), at]] : [])),
      );
    const happened = {
      ...NOTHING_HAPPENED,
      events: { ...named('event '), ...events, ...course.events },
      certified: named('certified '),
      found: named('found '),
    };
    return timeText({
      scenario,
      offer,
      text: course.text,
      happened,
      by: 'plan',
      owes,
      allows: owing.most,
      turns: owing.turns,
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
  const hanging = hangingIn({ text, groups, dependsOn }, moving);
  const hangsOn = (point: Point) => hanging(point).anchors;
  const daysFrom = (timing: Timing, a: Point, b: Point): number | undefined => {
    const at = (point: Point): Timed => (typeof point === 'string' ? timing.of(point) : timing.trigger(point));
    const [first, second] = [at(a).at, at(b).at];
    return first && second && first.count === second.count ? second.day - first.day : undefined;
  };
  const daysOfAYear = once(() => (hasMonths(offer, text) ? DAYS_OF_A_YEAR : []));
  const begunOn = (day: number) => kept(`from ${day}`, () => day);
  /** Whether months set two points apart otherwise from one day than from another: tried at the turns of a year alone. */
  const isMonthly = (a: Point, b: Point) =>
    daysOfAYear()
      .slice(0, TURNS_OF_YEAR)
      .some(({ day }) => daysFrom(begunOn(day), a, b) !== daysFrom(any, a, b));
  /** The days of a year on which months may begin to be counted, for points that these can move past each other. */
  const yearFor = (a: Point, b: Point) => {
    const days = daysFrom(any, a, b);
    const mayPass = days !== undefined && Math.abs(days) <= MONTHS_MOVE && isMonthly(a, b);
    return mayPass ? daysOfAYear() : [];
  };
  const beforeFromSome = (a: Point, b: Point) => {
    const year = yearFor(a, b);
    if (year.length === 0) return undefined;
    const [anchor, ...others] = new Set([...hangsOn(a), ...hangsOn(b)]);
    if (anchor === undefined || anchor === FIXED || others.length > 0) return undefined;
    const isBefore = (day: number) => (daysFrom(begunOn(day), a, b) ?? 0) > 0;
    const before = year.filter(({ day }) => isBefore(day)).map(({ name }) => name);
    if (before.length === 0 || before.length === year.length) return undefined;
    const otherwise = year.map(({ name }) => name).filter((name) => !before.includes(name));
    return { starts: { anchor, before, otherwise } };
  };
  /** A day from which months are counted for each way in which they set two points apart. */
  const middlesFor = (a: Point, b: Point): readonly number[] => {
    const ways = new Map([[daysFrom(any, a, b), MIDDLE]]);
    for (const { day } of isMonthly(a, b) ? daysOfAYear() : []) {
      const days = daysFrom(begunOn(day), a, b);
      if (!ways.has(days)) ways.set(days, day);
    }
    return [...ways.values()];
  };
  const alwaysBefore = (a: Point, b: Point) => {
    const isBefore = (timing: Timing) => (daysFrom(timing, a, b) ?? 0) > 0;
    if (!isBefore(any)) return undefined;
    if (yearFor(a, b).some(({ day }) => !isBefore(begunOn(day)))) return undefined;
    if (outside.length > 1 && !(isBefore(upwards()) && isBefore(downwards()))) return undefined;
    const [of, other] = [hangsOn(a), hangsOn(b)];
    const onlyA = [...of].filter((anchor) => !other.has(anchor));
    const onlyB = [...other].filter((anchor) => !of.has(anchor));
    const shared = [...of].filter((anchor) => other.has(anchor));
    const days = daysFrom(any, a, b);
    const alone = onlyA.length === 0 && onlyB.length === 0 && shared.length <= 1;
    if (alone) {
      const isSame = (timing: Timing) => daysFrom(timing, a, b) === days;
      const isFixed = isSame(downwards()) && !isMonthly(a, b);
      return days === undefined || !isFixed ? {} : { days };
    }
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
  const courseBefore = (a: Point, b: Point): CourseLaidOut | undefined => {
    const isBefore = (timing: Timing) => (daysFrom(timing, a, b) ?? 0) > 0;
    const laidOut = (name: string, dayOf: (anchor: string) => number) => {
      const timing = kept(name, dayOf);
      const [of, other] = [hangsOn(a), hangsOn(b)];
      const isOwn = (anchor: string) => of.has(anchor) || other.has(anchor);
      const late = (anchor: string) => (isOwn(anchor) ? dayOf(anchor) : LATE);
      const isAll = outside.every(isOwn);
      const othersLate = () => (isAll ? timing : kept(`${name}, but ${JSON.stringify([...of, ...other])}`, late));
      return isBefore(timing) ? { timing, othersLate } : undefined;
    };
    if (isBefore(any)) return laidOut(`from ${MIDDLE}`, () => MIDDLE);
    const inYear = yearFor(a, b).find(({ day }) => isBefore(begunOn(day)));
    if (inYear) return laidOut(`from ${inYear.day}`, () => inYear.day);
    const [of, other] = [hangsOn(a), hangsOn(b)];
    const [early, late] = [
      new Set([...of].filter((x) => !other.has(x))),
      new Set([...other].filter((x) => !of.has(x))),
    ];
    if (early.size === 0 && late.size === 0) return undefined;
    return laidOut(`${JSON.stringify([[...late], [...early]])}${MIDDLE}`, (anchor) =>
      late.has(anchor) ? LATE : early.has(anchor) ? EARLY : MIDDLE,
    );
  };
  const mayBeBefore = (a: Point, b: Point) => (daysFrom(any, a, b) ?? 0) > 0 || courseBefore(a, b) !== undefined;
  const search = inTime({
    text,
    groups,
    giving,
    hanging,
    *layOut(course, isSoon, late, early, middles) {
      // What is done soon may be all that there may be of it.
      const owes = (id: string) => {
        const most = isSoon(id) ? owing.most(id) : Infinity;
        return most < Infinity ? most : owing.least(id);
      };
      for (const dayOf of coursesFor(late, early, middles)) yield timed(dayOf, course, owes);
    },
  });
  const unlessBefore = (a: Point, b: Point) =>
    search({ late: a, early: b, middles: middlesFor(a, b), isSo: (days) => days >= 0 });
  const canBeBefore = (a: Point, b: Point) =>
    mayBeBefore(a, b) ||
    search({ late: b, early: a, middles: middlesFor(a, b), isSo: (days) => days > 0 }) !== undefined;
  const soonest = once(() => {
    const ids = Object.keys(text.obligations);
    return timed(() => MIDDLE, courseText(text, new Set(ids), new Map(ids.map((id) => [id, 'early'])), giving));
  });
  return { any, soonest, alwaysBefore, beforeFromSome, mayBeBefore, courseBefore, unlessBefore, canBeBefore, hanging };
}

/** The days on which anchors fall, in every course that may tell one point late from another that is early. */
function coursesFor(
  late: Hanging,
  early: Hanging,
  middles: readonly number[],
): readonly ((anchor: string) => number)[] {
  const shared = [...late.anchors].filter((anchor) => early.anchors.has(anchor));
  const dayIn = (middle: number, later: readonly string[]) => (anchor: string) => {
    if (late.anchors.has(anchor) !== early.anchors.has(anchor)) return late.anchors.has(anchor) ? LATE : EARLY;
    return later.includes(anchor) ? middle + APART : middle;
  };
  const isDated = late.anchors.has(FIXED) || early.anchors.has(FIXED);
  return (isDated ? [...middles, EARLY / 2, LATE / 2] : middles).flatMap((middle) =>
    partings(shared.filter((anchor) => anchor !== FIXED)).map((later) => dayIn(middle, later)),
  );
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
