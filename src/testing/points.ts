import type { Arbitrary, Random, Stream, Value } from 'fast-check';
import { fault } from '../base/fault.js';
import { failure, valueOrThrow } from '../base/result.js';
import { readingsOf } from '../evidence/field.js';
import type { Region } from '../positions/region.js';
import { layoutOf, type Scenario } from '../scenario/scenario.js';
import { reachOf } from '../terms/amount-span.js';
import { countName } from '../terms/layout.js';
import { topOf } from './endless.js';
import { figuresOf } from './figures.js';
import { drawn, drawsFor, near, simplest } from './guides.js';
import { findPoint, type Guide, type Nothing } from './search.js';
import type { Point } from '../terms/layout.js';
import { liesIn } from './lies-in.js';
import { simplerPoints } from './simpler-points.js';
import { unconfigured } from './unconfigured.js';
import type { Within } from './within.js';
import { fc } from './fast-check.js';

/** What has no upper end is drawn up to so many steps, or days, above the greatest figure that a scenario speaks of. */
export const DEFAULT_MOST = 1000;

/** How many points with so many phases are looked at last, in shrinking. */
const DRAWS_TO_SHRINK = 60;

/** The whole offer space. */
export const EVERYWHERE: Region = { kind: 'both', of: [] };

/** Numbers that decide something, as an arbitrary: they shrink towards the least of everything. */
export function drawsOf(length: number): Arbitrary<number[]> {
  return fc.array(fc.nat(), { minLength: length, maxLength: length });
}

/** Points of a scenario's offer space in a region, which must not be empty. Counts are within one of their reports. */
export function points(
  scenario: Scenario,
  region: Region,
  most: number,
  drawsToShrink = DRAWS_TO_SHRINK,
): Arbitrary<Point> {
  return new Points(scenario, region, most, drawsToShrink);
}

/** How many values a search tries where the draws lead it. */
const TRIES_TO_DRAW = 20_000;

/** How many values a search for something simpler tries. */
const TRIES_TO_SHRINK = 5_000;

function search(scenario: Scenario, region: Region, guide: Guide, most: number, tries?: number): Point | Nothing {
  return searchUpTo(topOf(scenario, region, most), scenario, region, guide, tries);
}

function searchUpTo(top: number, scenario: Scenario, region: Region, guide: Guide, tries?: number): Point | Nothing {
  const within: Region = { kind: 'both', of: [region, ...countRegions(scenario)] };
  return findPoint(layoutOf(scenario), within, guide, top, tries);
}

/** The simplest point of a region; where none is found, whether that is sure, or only so as far as was searched. */
export function simplestIn(scenario: Scenario, region: Region, most: number): Point | Exclude<Nothing, 'gave up'> {
  const found = search(scenario, region, simplest(figuresOf(scenario)), most);
  if (found !== 'gave up') return found;
  const message = `Whether any offer of '${scenario.id}' lies in this region could not be told in a reasonable time: ask of fewer terms or positions at once.`;
  return valueOrThrow(failure([fault('testing/region-too-hard', [], message)]), 'The search was given up.');
}

/** Whether a search came to a point. */
export function isPoint(found: Point | Nothing): found is Point {
  return typeof found !== 'string';
}

/** The simplest point of a region, as far as a search as long as that for a drawn one finds it: where it does not, there may be one all the same. */
export function simplestWithinReach(scenario: Scenario, region: Region, most = DEFAULT_MOST): Point | undefined {
  const found = search(scenario, region, simplest(figuresOf(scenario)), most, TRIES_TO_DRAW);
  return isPoint(found) ? found : undefined;
}

/** Whether a search as long as that for a drawn point finds one. */
export function isWithinReach(scenario: Scenario, region: Region, most = DEFAULT_MOST): boolean {
  return simplestWithinReach(scenario, region, most) !== undefined;
}

class Points extends fc.Arbitrary<Point> {
  private readonly draws: Arbitrary<number[]>;

  constructor(
    private readonly scenario: Scenario,
    private readonly region: Region,
    private readonly most: number,
    private readonly drawsToShrink: number,
  ) {
    super();
    this.draws = drawsOf(drawsFor(layoutOf(scenario)));
  }

  override generate(random: Random, bias: number | undefined): Value<Point> {
    const { scenario, region, most } = this;
    const draws = this.draws.generate(random, bias).value;
    const guide = drawn(layoutOf(scenario), draws, figuresOf(scenario));
    const found = search(scenario, region, guide, most, TRIES_TO_DRAW);
    // Where the draws lead nowhere for long, what is simplest is found sooner.
    const point = found === 'gave up' ? simplestIn(scenario, region, most) : found;
    if (!isPoint(point)) throw new RangeError('The region to draw from is empty.');
    return new fc.Value(point, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is Point {
    return Array.isArray(value) && value.length === layoutOf(this.scenario).variables.length;
  }

  override shrink(point: Point): Stream<Value<Point>> {
    const { scenario, region, most } = this;
    const layout = layoutOf(scenario);
    const figures = figuresOf(scenario);
    // No narrower than for what is drawn, whichever figures are asked for.
    const top = Math.max(topOf(scenario, region, most), ...point);
    // What is hard to find is no simpler: it is passed over.
    const lookIn = (where: Region, narrowed: Region, guide: Guide) => {
      const both: Region = { kind: 'both', of: [where, narrowed] };
      const found = searchUpTo(top, scenario, both, guide, TRIES_TO_SHRINK);
      return isPoint(found) ? found : undefined;
    };
    const within: Within = {
      region,
      find: (narrowed, guide) => lookIn(region, narrowed, guide),
      nearest: (narrowed, to, simplify) => {
        // As close as may be without the region: where that lies in none of its branches, those around it come first.
        const close = lookIn(EVERYWHERE, narrowed, near(layout, to, figures, { ...(simplify && { simplify }) }));
        if (!close || liesIn(layout, region, close)) return close;
        return lookIn(
          region,
          narrowed,
          near(layout, to, figures, { ...(simplify && { simplify }), first: [close, to] }),
        );
      },
    };
    const numRuns = this.drawsToShrink;
    const draws = numRuns > 0 ? () => unconfigured(() => fc.sample(this.draws, { seed: 0, numRuns })) : undefined;
    return fc.stream(simplerPoints(scenario, point, within, draws)).map((simpler) => new fc.Value(simpler, undefined));
  }
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
