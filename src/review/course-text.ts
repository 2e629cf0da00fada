import type { Obligation } from '../offers/text/obligation.js';
import type { Text } from '../offers/text/text.js';
import type { Trigger } from '../offers/text/trigger.js';
import { isEndless } from '../obligations/endless.js';
import type { Instant } from '../obligations/instant.js';
import { scaledLength } from '../obligations/scaled-length.js';
import { neededFor } from '../obligations/trigger-day.js';
import { endsBy } from '../obligations/windows.js';
import type { Giving } from './giving.js';
import type { Point } from './hanging.js';

/**
 * When an obligation is begun and done, all at once, in a course of events: on its first day, on its last, or, if that binds
 * nobody, never; or on a day in between.
 */
export type Doing = 'early' | 'late' | number;

/** What is done when; of what is not in it, the plan holds: it is begun on its first day, and done on its last. */
export type Course = ReadonlyMap<string, Doing>;

/** Days before and after every other. */
const EVER_BEFORE = -1_000_000;
const EVER_AFTER = 2_500_000;

/** A text in which some is done as a course has it, to be timed as a plan. */
export interface CourseText {
  readonly text: Text;
  /** The days of the events by which it says so. */
  readonly events: Readonly<Record<string, Instant>>;
  /** A point of the text as it was, in this one: of what has a last day, that day, whenever it is done. */
  readonly point: (point: Point) => Point;
}

/** Whether it makes a difference on which day something is done: what is over with its last day is done on that. */
function isDoneAnyDay({ kind, ...rest }: Obligation): boolean {
  return kind === 'once' || (kind === 'recurring' && !isEndless({ kind, ...rest }));
}

/** Whether something can be begun later than on its first day: what is to be left undone binds from that. */
export function isBegunAnyDay(obligation: Obligation): boolean {
  return isDoneAnyDay(obligation) || (obligation.kind === 'level' && !isEndless(obligation));
}

/** A text of some of its obligations, done as a course has it. */
export function courseText(text: Text, kept: ReadonlySet<string>, course: Course, giving: Giving): CourseText {
  const read = (trigger: Trigger): Trigger => {
    switch (trigger.kind) {
      case 'started': {
        const own = text.obligations[trigger.obligation];
        const doing = course.get(trigger.obligation);
        const isMoved = doing !== undefined && own && (isDoneAnyDay(own) || (doing === 'late' && isBegunAnyDay(own)));
        return isMoved ? { ...trigger, kind: 'completed' } : trigger;
      }
      case 'total':
        // By what is owed for certain, however much there may be of it.
        return { ...trigger, reaches: neededFor(trigger.reaches, trigger.of, giving) };
      case 'earliest':
      case 'latest':
        return { ...trigger, of: trigger.of.map(read) };
      default:
        return trigger;
    }
  };
  /** The last day of something, by its own words. */
  const closing = (id: string, obligation: Obligation): Trigger => {
    const { within, every, times } = obligation;
    const opening: Trigger = { kind: 'started', obligation: id };
    const after = every && times !== undefined ? scaledLength(every, times) : within;
    if (after) return { ...opening, after };
    const end = endsBy(obligation);
    return end ? read(end) : opening;
  };
  const isMoved = (id: string, obligation: Obligation) => {
    const doing = course.get(id);
    const isByPlan = doing === undefined || (doing === 'late' && obligation.strength === 'shall');
    return !isByPlan && isDoneAnyDay(obligation);
  };
  const moved = (id: string, obligation: Obligation): Obligation => {
    const { begins, until, ...rest } = obligation;
    const opens = begins && { begins: { ...begins, value: read(begins.value) } };
    if (!isMoved(id, obligation)) return { ...rest, ...opens, ...(until && { until: read(until) }) };
    const { within: _, every: __, times: ___, perPhase: ____, ...bare } = rest;
    const done: Trigger = { kind: 'event', event: doneOn(id) };
    const by: Trigger =
      obligation.strength === 'shall' ? { kind: 'earliest', of: [closing(id, obligation), done] } : done;
    return {
      ...bare,
      ...opens,
      kind: 'once',
      until: { kind: 'latest', of: [{ kind: 'started', obligation: id }, by] },
    };
  };
  const obligations = Object.entries(text.obligations).filter(([id]) => kept.has(id));
  return {
    text: {
      ...text,
      obligations: Object.fromEntries(obligations.map(([id, one]) => [id, moved(id, one)])),
      events: Object.fromEntries(
        Object.entries(text.events).map(([id, one]) => [
          id,
          one.trigger ? { ...one, trigger: read(one.trigger) } : one,
        ]),
      ),
      phases: Object.fromEntries(
        Object.entries(text.phases).map(([n, one]) => [n, one.begins ? { ...one, begins: read(one.begins) } : one]),
      ),
    },
    events: Object.fromEntries(
      [...course].map(([id, doing]) => [doneOn(id), { count: 'calendar', day: dayOf(doing) }]),
    ),
    point: (point) => {
      if (typeof point !== 'string') return read(point);
      const id = point.replace(/^due /, '');
      const own = point.startsWith('due ') ? text.obligations[id] : undefined;
      return own && isMoved(id, own) ? closing(id, own) : point;
    },
  };
}

/** An event of no text: no id of one has a space in it. */
const doneOn = (id: string) => `done ${id}`;

function dayOf(doing: Doing): number {
  if (doing === 'early') return EVER_BEFORE;
  return doing === 'late' ? EVER_AFTER : doing;
}
