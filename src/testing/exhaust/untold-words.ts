import { figure, listed } from '../../base/list.js';
import type { Point } from '../../machine/history.js';
import type { Cut } from './cut.js';
import { UNTOLD, type Untold } from './left-untold.js';

const WORDS: Readonly<Record<Untold, string>> = {
  log: 'the log of what led there',
  day: 'the day of a deal past the last that can matter',
  asOf: 'the day up to which reports count, past the last of any',
  order: 'the order in which things came about',
  repeats: 'how often a breach was alleged and cured',
};

/** Why nobody can tell of an invariant that read this of states, though all that were asked held it. */
export function whyUntold(read: ReadonlySet<Untold>): string {
  const what = listed(UNTOLD.filter((one) => read.has(one)).map((one) => WORDS[one]));
  return `It read ${what}, by which states are not told apart: of several, one was asked. Let it judge by the state, ask it of courses with checkDeal, or say ofStateAlone: true where it finds the same in all of them.`;
}

/** Keeps in how many states something was read by which they are not told apart, and tells it. */
export function readers() {
  const points = new Map<Untold, Set<Point>>();
  return {
    reads: (at: Point, what: Untold): void => {
      points.set(what, (points.get(what) ?? new Set()).add(at));
    },
    readOf: (): readonly Cut[] =>
      UNTOLD.flatMap((what): readonly Cut[] => {
        const times = points.get(what)?.size ?? 0;
        const sentence = `States are not told apart by ${WORDS[what]}, which was read of ${figure(times)} that stand for others too.`;
        return times === 0 ? [] : [{ bound: 'states', sentence, times }];
      }),
  };
}
