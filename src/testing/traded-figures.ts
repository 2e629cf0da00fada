import { unique } from '../base/list.js';
import type { Point } from '../terms/layout.js';
import type { Figure } from './few-figures.js';

/** How many trades are tried at most. */
const MOST_TRADES = 300;

/**
 * A simpler figure of one variable, with one of another that makes up for it, so that both together come to what they did: where
 * a sum matters, neither can become simpler by itself. For what goes whole, figures of the scenario may stand in as well.
 *
 * @param simpler - figures that are simpler than that of a variable, by its place, the simplest first
 * @param own - figures that the scenario gives for a variable
 */
export function* tradedFigures(
  point: Point,
  places: readonly number[],
  simpler: (place: number) => readonly number[],
  own: (place: number) => readonly number[],
): Generator<readonly [Figure, Figure]> {
  const trading = places.map((place) => ({ place, values: simpler(place) })).filter(({ values }) => values.length > 0);
  let left = MOST_TRADES;
  for (let nth = 0; trading.some(({ values }) => nth < values.length); nth++) {
    for (const { place, values } of trading) {
      const value = values[nth];
      if (value === undefined) continue;
      for (const other of places) {
        if (other === place) continue;
        const traded = (point[other] ?? 0) + (point[place] ?? 0) - value;
        for (const instead of nth === 0 ? unique([traded, ...own(other)]) : [traded]) {
          if (left-- <= 0) return;
          yield [
            [place, value],
            [other, instead],
          ];
        }
      }
    }
  }
}
