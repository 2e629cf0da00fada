import type { Region } from '../positions/region.js';
import { placeOf, type Layout, type Point } from '../terms/layout.js';

/** Whether a point lies in a region. */
export function liesIn(layout: Layout, region: Region, point: Point): boolean {
  switch (region.kind) {
    case 'band': {
      const { sum, least = -Infinity, most = Infinity } = region;
      const total = sum.reduce((all, { of, times }) => all + times * (point[placeOf(layout, of)] ?? 0), 0);
      return least <= total && total <= most;
    }
    case 'both':
      return region.of.every((part) => liesIn(layout, part, point));
    case 'either':
      return region.of.some((part) => liesIn(layout, part, point));
  }
}
