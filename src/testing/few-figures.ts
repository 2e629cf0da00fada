import { remembered } from '../base/remembered.js';
import { layoutOf, type Scenario } from '../scenario/scenario.js';
import type { Point } from '../terms/layout.js';
import { figuresOf } from './figures.js';

/** How many figures are tried at most of one variable each, and how many pairs of two. */
const MOST_FIGURES = 400;

/** Up to which figure those of a variable are looked at that may have greater ones, beside those of the scenario. */
const FURTHEST = 1000;

/** How odd each of a pair may be: one of the scenario's own, or of one digit. */
const ODDEST_OF_PAIR = 2;

/** One figure, by the place of its variable. */
export type Figure = readonly [place: number, value: number];

/**
 * Few figures that a deal might have beside what goes without saying: each figure of one variable, and each pair of simple ones
 * of two variables that a point has to say something of; the least odd first, and of those the nearest to nothing. Where there
 * are too many, as many of each variable, or pair of them, as of the others.
 */
export function* fewFigures(scenario: Scenario, places: readonly number[], point: Point): Generator<readonly Figure[]> {
  const { oddness } = figuresOf(scenario);
  const all = simpleFirst(scenario);
  const ones = places.map((place) => (all[place] ?? []).map((value): readonly Figure[] => [[place, value]]));
  yield* inTurn(ones, MOST_FIGURES);

  const loud = places.filter((place) => oddness(place, point[place] ?? 0) > 0);
  const simple = (place: number) => (all[place] ?? []).filter((value) => oddness(place, value) <= ODDEST_OF_PAIR);
  const pairs = loud.flatMap((place, i) =>
    loud.slice(i + 1).map((other) =>
      simple(place).flatMap((value) =>
        simple(other).map((another): readonly Figure[] => [
          [place, value],
          [other, another],
        ]),
      ),
    ),
  );
  yield* inTurn(pairs, MOST_FIGURES);
}

/** Of each variable the figures that it may have beside what goes without saying, the least odd first. */
const simpleFirst: (scenario: Scenario) => readonly (readonly number[])[] = /* @__PURE__ */ remembered(
  (scenario: Scenario) => {
    const { oddness, own } = figuresOf(scenario);
    return layoutOf(scenario).variables.map(({ least, most }, place) => {
      const first = Math.max(least, -FURTHEST);
      const few = Array.from({ length: Math.max(0, Math.min(most, FURTHEST) - first + 1) }, (_, i) => first + i);
      const further = (own[place] ?? []).filter((value) => value > FURTHEST && value <= most);
      const weighed = [...few, ...further].map((value) => ({
        value,
        odd: oddness(place, value),
        great: Math.abs(value),
      }));
      const said = weighed.filter(({ odd }) => odd > 0).sort((a, b) => a.odd - b.odd || a.great - b.great);
      return said.slice(0, MOST_FIGURES).map(({ value }) => value);
    });
  },
);

/** The first of each list, then the second of each, and so on; so many in all. */
function* inTurn<T>(lists: readonly (readonly T[])[], most: number): Generator<T> {
  let left = most;
  for (let nth = 0; left > 0 && lists.some((list) => nth < list.length); nth++) {
    for (const list of lists) {
      const one = list[nth];
      if (one !== undefined && left-- > 0) yield one;
    }
  }
}
