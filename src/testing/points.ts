import type { Arbitrary } from 'fast-check';
import { readingsOf } from '../evidence/field.js';
import type { Region } from '../positions/region.js';
import { layoutOf, type Scenario } from '../scenario/scenario.js';
import { reachOf } from '../terms/amount-span.js';
import { countName } from '../terms/layout.js';
import { fc } from './fast-check.js';
import { drawsFor, findPoint, type Draws, type Point } from './search.js';

/** What has no upper end is drawn up to so many steps, or days, above the greatest figure that a scenario speaks of. */
export const DEFAULT_MOST = 1000;

/** The whole offer space. */
export const EVERYWHERE: Region = { kind: 'both', of: [] };

/** Numbers that decide a search, as an arbitrary: they shrink towards the least of everything. */
export function drawsOf(length: number): Arbitrary<number[]> {
  return fc.array(fc.nat(), { minLength: length, maxLength: length });
}

/** Points of a scenario's offer space in a region, which must not be empty. Counts are within one of their reports. */
export function points(scenario: Scenario, region: Region, most: number): Arbitrary<Point> {
  const layout = layoutOf(scenario);
  return drawsOf(drawsFor(layout)).map((draws) => {
    const point = pointIn(scenario, region, draws, most);
    if (!point) throw new RangeError('The region to draw from is empty.');
    return point;
  });
}

/** The point that these draws find in a region of a scenario's offer space; none where the region is empty. */
export function pointIn(scenario: Scenario, region: Region, draws: Draws, most: number): Point | undefined {
  return findPoint(layoutOf(scenario), { kind: 'both', of: [region, ...countRegions(scenario)] }, draws, most);
}

/** For each count that is reported: what its reports allow. */
function countRegions(scenario: Scenario): readonly Region[] {
  return Object.entries(scenario.counts).flatMap(([id, { figure }]): readonly Region[] => {
    if (!figure) return [];
    const of = readingsOf(figure).map(({ value }): Region => {
      const { least, most } = reachOf(value, 1);
      return {
        kind: 'band',
        sum: [{ of: countName(id), times: 1 }],
        least: Math.max(0, least),
        ...(Number.isFinite(most) && { most }),
      };
    });
    return [{ kind: 'either', of }];
  });
}
