import type { PointsPart } from '../../scenario/score.js';
import { floorOf, fractionOf, minus, over, plus, times, type Fraction } from '../../base/fraction.js';

/** From one whole number to another, both included, something is worth `anyway`, and `times` more for each one of it. */
export interface ExactStretch {
  readonly from: number;
  readonly to: number;
  readonly times: Fraction;
  readonly anyway: Fraction;
}

const NOTHING = fractionOf(0);

/** What so many steps of a quantity are worth: exactly, stretch by stretch, between the least and the most of them. */
export function stretchesOf(points: PointsPart['points'], step: number, least: number, most: number) {
  const exact = points.map((p) => ({ at: over(fractionOf(p.at), fractionOf(step)), worth: fractionOf(p.worth) }));
  const found: ExactStretch[] = [];
  const add = (from: number, to: number, slope: Fraction, anyway: Fraction) => {
    const [low, high] = [Math.max(from, least), Math.min(to, most)];
    if (low > high) return;
    // At a single figure the slope says nothing, and might make the whole numbers needlessly large.
    const single = low === high;
    found.push({
      from: low,
      to: high,
      times: single ? NOTHING : slope,
      anyway: single ? plus(anyway, times(slope, fractionOf(low))) : anyway,
    });
  };
  exact.forEach(({ at, worth }, i) => {
    const left = exact[i - 1];
    if (!left) return add(-Infinity, floorOf(at), NOTHING, worth);
    const slope = over(minus(worth, left.worth), minus(at, left.at));
    add(floorOf(left.at) + 1, floorOf(at), slope, minus(worth, times(slope, at)));
  });
  const last = exact.at(-1);
  if (last) add(floorOf(last.at) + 1, Infinity, NOTHING, last.worth);
  return found;
}
