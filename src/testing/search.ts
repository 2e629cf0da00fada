import { addedUp, copyBounds, tighten, type Bounds, type Tie } from '../base/tighten.js';
import type { Region } from '../positions/region.js';
import { placeOf, type Layout, type Point } from '../terms/layout.js';
import { equationsOf, isUpToTop, restsOnTop, upTo, withBand, type Found } from './found.js';
import { mayBeMet } from './by-adding-up.js';
import { haveWholeSolution, type Equation } from './in-whole-numbers.js';
import { inLowestTerms } from './same-sum.js';

/** What a search tries first: the same guide finds the same point. */
export interface Guide {
  /** The value, from `least` to `most`, to try first for the variable at a place. */
  readonly value: (place: number, least: number, most: number) => number;
  /** In which order to try the branches of a region, by their places, at the how-manieth such choice from the end. */
  readonly branches: (choice: number, among: readonly Region[]) => readonly number[];
}

/** How many values a search tries before it gives up, unless told otherwise. */
const MOST_TRIES = 200_000;

/** How many values are tried at the most from one look at whether whole numbers can solve the equations to the next. */
const MOST_BETWEEN_LOOKS = 64;

/** That there is none: surely; or as far as was searched, where something has no upper end; or that took too long to tell. */
export type Nothing = 'none' | 'none so far up' | 'gave up';

/**
 * A point of the offer space that lies in the region; where none is found, how sure it is that there is none.
 *
 * Gives the variables values one after another, each within the bounds that the ties leave it (see `tighten`), and goes
 * back where that comes to nothing, so that it finds a point wherever there is one: nothing is drawn and then rejected.
 * What has no upper end is searched up to `top`, and whatever comes to nothing for that reason is kept apart. What only
 * whole numbers exclude is seen by their equations (see `haveWholeSolution`), and what adding up ties does once that is slow (see
 * `mayBeMet`): bounds do not show it.
 */
export function findPoint(
  layout: Layout,
  region: Region,
  guide: Guide,
  top: number,
  tries = MOST_TRIES,
): Point | Nothing {
  const search: Search = { layout, guide, left: tries, restsOnTop: false, between: MOST_BETWEEN_LOOKS };
  const point = settle(upTo(layout, top), [region], search);
  if (point) return point;
  if (search.left < 0) return 'gave up';
  return search.restsOnTop ? 'none so far up' : 'none';
}

/** What goes with a search all along. */
interface Search {
  readonly layout: Layout;
  readonly guide: Guide;
  /** How many values may still be tried. */
  left: number;
  /** Whether something came to nothing, or was searched through, only up to the top. */
  restsOnTop: boolean;
  /** How many values to try before the next look at whether whole numbers can solve the equations. */
  between: number;
}

/** Chooses a branch wherever the region has several, the bands of the chosen ones becoming ties; then values. */
function settle(found: Found, waiting: readonly Region[], search: Search): Point | undefined {
  const [region, ...rest] = waiting;
  if (!region) return giveValues(found, search);
  switch (region.kind) {
    case 'band': {
      const { sum, ...ends } = region;
      const tie = { sum: addedUp(sum.map((m) => ({ of: placeOf(search.layout, m.of), times: m.times }))), ...ends };
      // A sum of nothing has no variable that tightening could find impossible.
      if (tie.sum.length === 0 && !holdsAt(tie, [])) return undefined;
      const narrowed = withBand({ ...found, bounds: copyBounds(found.bounds) }, inLowestTerms(tie), search.layout);
      if (!narrowed || isImpossible(narrowed, search)) return undefined;
      return settle({ ...narrowed, asked: [...found.asked, ...tie.sum.map((m) => m.of)] }, rest, search);
    }
    case 'both':
      return settle(found, [...region.of, ...rest], search);
    case 'either': {
      for (const at of search.guide.branches(rest.length, region.of)) {
        const branch = region.of[at];
        const point = branch && settle(found, [branch, ...rest], search);
        if (point) return point;
      }
      return undefined;
    }
  }
}

/** Bounds within which a variable has yet to be tried from one value to another. */
interface Part {
  readonly bounds: Bounds;
  readonly place?: number;
  readonly least: number;
  readonly most: number;
}

/** A stack of its own: where values fail one after another, calls would go too deep. */
function giveValues(found: Found, search: Search): Point | undefined {
  const equations = equationsOf(found, search.layout);
  if (!isSolvable(found.bounds, equations, search)) return undefined;
  let toNextLook = search.between;
  let isLookedAt = false;
  const parts: Part[] = [{ bounds: found.bounds, least: 0, most: 0 }];
  for (let part = parts.pop(); part; part = parts.pop()) {
    if (--search.left < 0) return undefined;
    const bounds = narrowedTo(part);
    if (isImpossible({ ...found, bounds }, search)) continue;
    if (--toNextLook <= 0) {
      // Once: what follows for all figures follows for those that are tried.
      if (!isLookedAt && !isConsistent(found, search.layout)) return undefined;
      isLookedAt = true;
      const solvable = isSolvable(bounds, equations, search);
      toNextLook = search.between;
      if (!solvable) continue;
    }
    const place = nextPlace(found, bounds);
    if (place === undefined) {
      // Tightening may stop before the last tie has spoken, so that what it leaves is looked over once more.
      if (found.ties.every((tie) => holdsAt(tie, bounds.least))) return bounds.least;
      search.restsOnTop ||= [...bounds.leastFrom, ...bounds.mostFrom].some(restsOnTop);
      continue;
    }
    search.restsOnTop ||= isUpToTop(bounds, place);
    const [least, most] = [bounds.least[place] ?? 0, bounds.most[place] ?? 0];
    const value = search.guide.value(place, least, most);
    for (const [low, high] of [
      [value + 1, most],
      [least, value - 1],
      [value, value],
    ] as const) {
      if (low <= high) parts.push({ bounds, place, least: low, most: high });
    }
  }
  return undefined;
}

/** What is asked first; of that, last what ends only at the top: where the rest comes to nothing, that is proved. */
function nextPlace({ asked }: Found, bounds: Bounds): number | undefined {
  const isFree = (v: number) => bounds.least[v] !== bounds.most[v];
  const place =
    asked.find((v) => isFree(v) && !isUpToTop(bounds, v)) ??
    asked.find(isFree) ??
    bounds.least.findIndex((_, v) => isFree(v));
  return place < 0 ? undefined : place;
}

function narrowedTo({ bounds, place, least, most }: Part): Bounds {
  const narrowed = copyBounds(bounds);
  if (place === undefined) return narrowed;
  narrowed.least[place] = least;
  narrowed.most[place] = most;
  return narrowed;
}

/** Tightens the bounds, and says whether nothing lies within them. */
function isImpossible({ bounds, ties, tiesOf }: Found, search: Search): boolean {
  const why = tighten(bounds, ties, tiesOf);
  if (why) search.restsOnTop ||= restsOnTop(why);
  return why !== undefined;
}

/**
 * Whether whole numbers can solve the equations, what has one value left having that; narrowing does not see it. As long as they
 * can, it is looked at ever more seldom.
 */
function isSolvable(bounds: Bounds, equations: readonly Equation[], search: Search): boolean {
  const solvable = haveWholeSolution(equations, bounds);
  search.between = solvable ? Math.min(2 * search.between, MOST_BETWEEN_LOOKS) : 1;
  if (solvable) return true;
  const places = equations.flatMap(({ sum }) => sum.map(({ of }) => of));
  search.restsOnTop ||= places.some((v) => bounds.least[v] === bounds.most[v] && isUpToTop(bounds, v));
  return false;
}

/** Whether what ties figures to each other can hold of any, as far as that does not rest on the top. */
function isConsistent({ bounds, bands }: Found, { ties }: Layout): boolean {
  const { leastFrom, mostFrom } = bounds;
  return mayBeMet(
    [...ties, ...bands],
    bounds,
    (place, end) => !restsOnTop((end === 'least' ? leastFrom : mostFrom)[place] ?? []),
  );
}

/** Whether a tie holds of these values. */
export function holdsAt(tie: Tie, values: readonly number[]): boolean {
  const sum = tie.sum.reduce((total, m) => total + m.times * (values[m.of] ?? 0), 0);
  return (tie.least === undefined || sum >= tie.least) && (tie.most === undefined || sum <= tie.most);
}
