import type { Region } from '../positions/region.js';
import { layoutOf, type Scenario } from '../scenario/scenario.js';
import { elsewhere, inEachBranch, withFewerPhases } from './fewer-phases.js';
import { figuresOf } from './figures.js';
import { simplest, type Draws } from './guides.js';
import type { Point } from '../terms/layout.js';
import { everyPointOf } from './every-point.js';
import { liesIn } from './lies-in.js';
import { fewFigures } from './few-figures.js';
import { tradedFigures } from './traded-figures.js';
import type { Within } from './within.js';

/**
 * Points that a person might call simpler than one, what takes away most first: the simplest of all; fewer phases; what goes
 * without saying for one whole term; for one figure, what goes without saying, one that the scenario gives, a rounder one,
 * one nearer to nothing. The rest stays as it is as far as may be. Then come points in other branches of the region.
 *
 * With `draws` it goes on. Where the offer space is small, to all of its points, the simplest first: then none is left out that
 * is simpler. Where it is not, to points with few figures beside what goes without saying; to those at which one figure is
 * simpler and another makes up for it; last, to where these draws lead. Those that are no simpler have yet to be left out.
 */
export function* simplerPoints(
  scenario: Scenario,
  point: Point,
  within: Within,
  draws?: () => readonly Draws[],
): Generator<Point> {
  const layout = layoutOf(scenario);
  const figures = figuresOf(scenario);
  const counts = (name: string) => name.startsWith('count ');
  const isOther = (found: Point | undefined): found is Point =>
    found !== undefined && found.some((n, place) => n !== point[place]);
  const anywhere: Region = { kind: 'both', of: [] };

  const least = within.find(anywhere, simplest(figures));
  if (isOther(least)) yield least;

  for (const found of withFewerPhases(scenario, point, within)) if (isOther(found)) yield found;
  const groups = new Map<string, number[]>();
  for (const [place, { name }] of layout.variables.entries()) {
    const group = name.split(/[/@=]/)[0] ?? name;
    if (!/^phases?$/.test(group) && !counts(name)) groups.set(group, [...(groups.get(group) ?? []), place]);
  }
  for (const places of groups.values()) {
    const found = within.nearest(anywhere, point, (place) => places.includes(place));
    if (isOther(found)) yield found;
  }
  for (const place of [...groups.values()].flat()) {
    const { name = '' } = layout.variables[place] ?? {};
    for (const value of simplerValues(point[place] ?? 0, place)) {
      const found = within.nearest(only(name, value), point);
      if (isOther(found)) yield found;
    }
  }
  for (const found of inEachBranch(scenario, point, within)) if (isOther(found)) yield found;
  if (!draws) return;
  for (const every of everyPointOf(scenario)) {
    if (!isOther(every)) return; // all that come after it come to as much
    if (liesIn(layout, within.region, every)) yield every;
  }
  const all = [...groups.values()].flat();
  const nameAt = (place: number) => layout.variables[place]?.name ?? '';
  for (const few of fewFigures(scenario, all, point)) {
    const each = few.map(([place, value]) => only(nameAt(place), value));
    const found = within.find({ kind: 'both', of: each }, simplest(figures));
    if (isOther(found)) yield found;
  }
  const isLoud = (place: number) => figures.oddness(place, point[place] ?? 0) > 0;
  const simpler = (place: number) => (isLoud(place) ? simplerValues(point[place] ?? 0, place) : []);
  for (const [one, other] of tradedFigures(point, all, simpler, (place) => figures.own[place] ?? [])) {
    const both = [only(nameAt(one[0]), one[1]), only(nameAt(other[0]), other[1])];
    const found = within.nearest({ kind: 'both', of: both }, point);
    if (isOther(found)) yield found;
  }
  for (const found of elsewhere(scenario, point, within, draws)) if (isOther(found)) yield found;

  function simplerValues(value: number, place: number): readonly number[] {
    // Of options one goes out as another comes in.
    if (value === 0 && layout.variables[place]?.name.includes('=')) return [1];
    const silent = figures.simplest(place, Math.min(0, value), Math.max(0, value));
    const own = figures.own[place] ?? [];
    const nearer: number[] = [];
    for (let gap = value - silent; Math.abs(gap) >= 1; gap = Math.trunc(gap / 2)) nearer.push(value - gap);
    const rounder = [1, 2, 3].flatMap((digits) => [...nearer, value].map((n) => rounded(n, digits)));
    // A greater figure may be simpler too, as one of the scenario's own or a rounder one.
    return [...new Set([silent, ...own, ...rounder, ...nearer])].filter((n) => n !== value);
  }
}

function only(name: string, value: number): Region {
  return { kind: 'band', sum: [{ of: name, times: 1 }], least: value, most: value };
}

/** A figure of so many digits, that far from nothing or a little farther. */
function rounded(value: number, digits: number): number {
  const grain = 10 ** Math.max(0, String(Math.abs(value)).length - digits);
  return Math.sign(value) * Math.ceil(Math.abs(value) / grain) * grain;
}
