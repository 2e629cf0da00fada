import type { Text } from '../offers/text/text.js';
import { triggersIn } from '../offers/text/trigger.js';
import type { ClauseNode } from '../obligations/clause-node.js';
import type { Timing } from '../obligations/days.js';
import type { Groups } from '../obligations/windows.js';
import { courseText, isBegunAnyDay, type Course, type CourseText, type Doing } from './course-text.js';
import type { Giving } from './giving.js';
import type { Hanging, Point } from './hanging.js';

/** How an obligation is done in a course otherwise than by plan, which begins it on its first day and ends it on its last. */
export interface Otherwise {
  readonly obligation: string;
  readonly how: 'sooner' | 'later' | 'never' | 'between';
}

interface Given {
  readonly text: Text;
  readonly groups: Groups;
  readonly giving: Giving;
  readonly hanging: (point: Point) => Hanging;
  /** Lays a course out in the ways in which the days of events from outside may fall for two points, the one late and the other early. */
  readonly layOut: (
    course: CourseText,
    soon: (id: string) => boolean,
    late: Hanging,
    early: Hanging,
    middles: readonly number[],
  ) => Iterable<Timing>;
}

/** Two points, of which one is to be late, and the other early: so many days apart. */
export interface Sought {
  readonly late: Point;
  readonly early: Point;
  /** The days on which what both hang on is tried. */
  readonly middles: readonly number[];
  readonly isSo: (days: number) => boolean;
}

/** The most that two points may both wait for, for every order of it to be tried. */
const MOST_ORDERED = 3;

/** The most that is left out one by one, to find what matters. */
const MOST_WEIGHED = 12;

/** The most days between a first and a last one that are tried for what two points both wait for. */
const MOST_DAYS = 20;

/**
 * Looks for a course of events in which all is done in time, and two points lie so: what is done otherwise in it than by plan;
 * nothing where there is none. What only one of them waits for is done as early, or as late, as it can be.
 */
export function inTime(given: Given): (sought: Sought) => readonly Otherwise[] | undefined {
  return ({ late, early, middles, isSo }) => {
    const { text, groups, giving } = given;
    const [ofLate, ofEarly] = [given.hanging(late), given.hanging(early)];
    const movable = ({ awaited }: Hanging) =>
      [...awaited].filter((id) => {
        const own = text.obligations[id];
        return own !== undefined && isBegunAnyDay(own);
      });
    const [lates, earlies] = [movable(ofLate).sort(), movable(ofEarly).sort()];
    const shared = lates.filter((id) => ofEarly.awaited.has(id));
    if (lates.length + earlies.length === 0) return undefined;
    const kept = keptOf([ofLate, ofEarly], groups);
    const apart = [
      ...lates.filter((id) => !ofEarly.awaited.has(id)).map((id) => [id, 'late'] as const),
      ...earlies.filter((id) => !ofLate.awaited.has(id)).map((id) => [id, 'early'] as const),
    ];
    const days = new Set<number>();
    const holds = (course: Course, isNoted = false) => {
      const moved = courseText(text, kept, course, giving);
      const soon = (id: string) => course.get(id) === 'early' || typeof course.get(id) === 'number';
      const [a, b] = [moved.point(late), moved.point(early)];
      for (const timing of given.layOut(moved, soon, ofLate, ofEarly, middles)) {
        if (isNoted) noteDays(days, timing, moved.text, [a, b], [ofLate, ofEarly]);
        const between = daysBetween(timing, a, b);
        if (between !== undefined && isSo(between)) return true;
      }
      return false;
    };
    const found =
      first(waysFor(shared), (way) => holds(new Map([...apart, ...way]), shared.length > 0)) ??
      first([...days].sort((a, b) => a - b).slice(0, MOST_DAYS), (day) =>
        holds(new Map<string, Doing>([...apart, ...shared.map((id) => [id, day] as const)])),
      );
    if (found === undefined) return undefined;
    const way = typeof found === 'number' ? shared.map((id) => [id, found] as const) : found;
    const course = new Map<string, Doing>([...apart, ...way]);
    return told(text, course.size > MOST_WEIGHED ? course : withoutIdle(course, holds));
  };
}

/** The obligations that have to be there for nodes to be timed. */
function keptOf(of: readonly Hanging[], groups: Groups): ReadonlySet<string> {
  const ids = of.flatMap(({ nodes }) => [...nodes].map((node) => node.slice(node.indexOf(' ') + 1)));
  return new Set(ids.flatMap((id) => groups.get(id) ?? [id]));
}

/** Ways of doing what two points both wait for: in each order of a few; of many, all alike, and each alone otherwise. */
function waysFor(shared: readonly string[]): readonly (readonly (readonly [string, Doing])[])[] {
  const all = (doing: Doing) => shared.map((id) => [id, doing] as const);
  if (shared.length <= MOST_ORDERED) {
    return shared.reduce<readonly (readonly (readonly [string, Doing])[])[]>(
      (ways, id) => ways.flatMap((way) => [way, [...way, [id, 'early'] as const], [...way, [id, 'late'] as const]]),
      [[]],
    );
  }
  const alone = shared.length > MOST_WEIGHED ? [] : shared;
  const but = (one: string, doing: Doing) => all(doing).filter(([id]) => id !== one);
  return [
    [],
    all('early'),
    all('late'),
    ...alone.flatMap((id) => [
      [[id, 'early'] as const],
      [[id, 'late'] as const],
      [...but(id, 'early'), [id, 'late'] as const],
      [...but(id, 'late'), [id, 'early'] as const],
    ]),
  ];
}

/** The days on which anything falls that two points hang on, or are made up of. */
function noteDays(
  days: Set<number>,
  timing: Timing,
  { obligations }: Text,
  points: readonly Point[],
  of: readonly Hanging[],
): void {
  const triggers = [
    ...points.flatMap((point) => (typeof point === 'string' ? [] : [point])),
    ...Object.values(obligations).flatMap(({ begins, until }) =>
      [begins?.value, until].filter((one) => one !== undefined),
    ),
  ];
  const at = [
    // Only nodes are hung on.
    ...of.flatMap(({ nodes }) => [...nodes].map((node) => timing.of(node as ClauseNode).at)),
    ...triggers.flatMap(triggersIn).map((part) => timing.trigger(part).at),
  ];
  for (const one of at) if (one) days.add(one.day);
}

function daysBetween(timing: Timing, late: Point, early: Point): number | undefined {
  const at = (point: Point) => (typeof point === 'string' ? timing.of(point) : timing.trigger(point)).at;
  const [a, b] = [at(late), at(early)];
  return a && b && a.count === b.count ? a.day - b.day : undefined;
}

function first<T>(of: Iterable<T>, isSo: (one: T) => boolean): T | undefined {
  for (const one of of) if (isSo(one)) return one;
  return undefined;
}

/** A course without what may as well be done by plan in it. */
function withoutIdle(course: Course, holds: (course: Course) => boolean): Course {
  let kept = course;
  for (const id of course.keys()) {
    const fewer = new Map([...kept].filter(([one]) => one !== id));
    if (holds(fewer)) kept = fewer;
  }
  return kept;
}

function told({ obligations }: Text, course: Course): readonly Otherwise[] {
  return [...course].map(([obligation, doing]): Otherwise => {
    if (doing === 'early') return { obligation, how: 'sooner' };
    if (typeof doing === 'number') return { obligation, how: 'between' };
    return { obligation, how: obligations[obligation]?.strength === 'shall' ? 'later' : 'never' };
  });
}
