import { phaseEnd, phaseStart } from '../offers/text/text.js';
import type { PhaseExtension } from '../offers/text/text.js';
import { daysOf } from '../terms/length.js';
import type { ClauseNode } from '../obligations/clause-node.js';
import type { Timing } from '../obligations/days.js';
import type { Timed } from '../obligations/timed.js';
import type { CourseLaidOut } from './plans.js';
import type { Subject } from './subject.js';

/** Days from one point of a text to another. */
interface Stretch {
  readonly ends: ClauseNode;
  readonly next: ClauseNode;
  /** A phase that may be made longer, and reach so far into it. */
  readonly longer?: number;
}

/** Days from one on up to another, and no further. */
interface Days {
  readonly from: number;
  readonly to: number;
}

/**
 * On how many days from one point to another, in a course of events, no phase is running and no clause of a text binds
 * anyone. What is done by a day that may fall later is given the benefit of the doubt, and so is what lasts as long from a
 * day that may fall otherwise.
 */
export function daysLeftFree(subject: Subject, course: CourseLaidOut, stretch: Stretch): number {
  const { timing } = course;
  const [from, to] = [stretch.ends, stretch.next].map((node) => timing.of(node).at?.day);
  if (from === undefined || to === undefined) return 0;
  const gap: Days = { from, to };
  const covered = [...phasesIn(subject, timing, stretch), ...clausesIn(subject, course, gap)];
  covered.sort((a, b) => a.from - b.from);
  let [free, day] = [0, from];
  for (const one of covered) {
    free += Math.max(0, Math.min(one.from, to) - day);
    day = Math.max(day, Math.min(one.to, to));
  }
  return free + to - day;
}

/** The days of the phases that a deal has; the end of one day is the beginning of the next. */
function phasesIn({ scenario, text }: Subject, course: Timing, { longer }: Stretch): readonly Days[] {
  const phases = Array.from({ length: scenario.space.phases.most }, (_, i) => i + 1);
  return phases.flatMap((n): readonly Days[] => {
    const [from, to] = [phaseStart(n), phaseEnd(n)].map((event) => course.of(`event ${event}`).at?.day);
    if (from === undefined) return [];
    const more = n === longer ? extensionsOf(text.phases[n]?.extensions ?? []) : 0;
    // A phase whose end is not known may last as long as it takes.
    return [{ from, to: to === undefined ? Infinity : to + more }];
  });
}

/** How many days longer a phase may be made in all. */
function extensionsOf(extensions: readonly PhaseExtension[]): number {
  return extensions.reduce((sum, { how, unit, cap, times }) => {
    if (cap) return sum + daysOf(cap).most;
    if (times === undefined) return Infinity;
    // By consent, and of no stated length, it may be as long as all agree.
    return sum + (unit ? times * daysOf(unit).most : how === 'by consent' ? Infinity : times);
  }, 0);
}

/** The days of the obligations of a text, the reports of its bodies among them, and of the talks that it promises. */
function clausesIn({ text }: Subject, { timing, othersLate }: CourseLaidOut, gap: Days): readonly Days[] {
  const late = othersLate();
  const duties = Object.entries(text.obligations).flatMap(([id, { kind }]): readonly Days[] => {
    const [opens, due]: readonly [ClauseNode, ClauseNode] = [`opens ${id}`, `due ${id}`];
    const days = daysIn(timing.of(opens), timing.of(due));
    if (!days) return [];
    const moved = daysIn(late.of(opens), late.of(due));
    // What begins with something else may begin when it has to, if it lasts as long.
    const isElsewhere = moved?.from !== days.from;
    if (isElsewhere && kind !== 'once' && days.to - days.from >= gap.to - gap.from) return [gap];
    return [isElsewhere ? days : { ...days, to: Math.max(days.to, moved.to) }];
  });
  const talks = Object.values(text.talks).flatMap(({ begin, end }): readonly Days[] => {
    const days = begin && end && daysIn(timing.trigger(begin), timing.trigger(end));
    return days ? [days] : [];
  });
  return [...duties, ...talks];
}

/** From a first day on through the last one; what has no last day does not end. */
function daysIn(opens: Timed, due: Timed): Days | undefined {
  if (!opens.at) return undefined;
  return { from: opens.at.day, to: due.at ? due.at.day + 1 : Infinity };
}
