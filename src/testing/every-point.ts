import { copyBounds, tighten, type Bounds } from '../base/tighten.js';
import { remembered } from '../base/remembered.js';
import { layoutOf, type Scenario } from '../scenario/scenario.js';
import type { Layout, Point } from '../terms/layout.js';
import { complexityOf, isSimpler } from './complexity.js';
import { upTo } from './found.js';
import { fullOfferAt } from './full-offer-at.js';
import { holdsAt } from './search.js';

/** An offer space of no more points than that is small. */
const MOST_POINTS = 2000;

/** How often bounds are narrowed at most, for each point that a small space may have. */
const TRIES_FOR_EACH = 4;

/**
 * Every point of a small offer space, that first at which the deal is simplest by `complexityOf`; none of one that is not small.
 */
export const everyPointOf: (scenario: Scenario) => readonly Point[] = /* @__PURE__ */ remembered(
  (scenario: Scenario): readonly Point[] => {
    const leftOut = { terms: Object.keys(scenario.terms), phases: true };
    const weighed = pointsOf(layoutOf(scenario)).map((point) => {
      return { point, is: complexityOf(scenario, fullOfferAt(scenario, point, leftOut, [])) };
    });
    return weighed.sort((a, b) => (isSimpler(a.is, b.is) ? -1 : 1)).map(({ point }) => point);
  },
);

/** Every point of a layout that has so few; none of one that has more. */
function pointsOf(layout: Layout): readonly Point[] {
  if (layout.variables.some(({ most }) => !Number.isFinite(most))) return [];
  const { bounds: all, ties, tiesOf } = upTo(layout, 0);
  const points: Point[] = [];
  const parts: Bounds[] = [all];
  for (let tries = TRIES_FOR_EACH * MOST_POINTS; parts.length > 0; tries--) {
    if (points.length > MOST_POINTS || tries <= 0) return [];
    const bounds = copyBounds(parts.pop() ?? all);
    if (tighten(bounds, ties, tiesOf)) continue;
    const place = bounds.least.findIndex((least, v) => least !== bounds.most[v]);
    if (place < 0) {
      // Narrowing may stop before the last tie has spoken.
      if (ties.every((tie) => holdsAt(tie, bounds.least))) points.push(bounds.least);
      continue;
    }
    const [low, high] = [copyBounds(bounds), copyBounds(bounds)];
    low.most[place] = low.least[place] ?? 0;
    high.least[place] = (high.least[place] ?? 0) + 1;
    parts.push(high, low);
  }
  return points;
}
