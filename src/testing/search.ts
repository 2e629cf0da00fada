import { addedUp, copyBounds, tighten, type Bounds, type Tie } from '../base/tighten.js';
import type { Region } from '../positions/region.js';
import { phaseName, placeOf, type Layout, type Point } from '../terms/layout.js';

/** What a search tries first: the same guide finds the same point. */
export interface Guide {
  /** The value, from `least` to `most`, to try first for the variable at a place. */
  readonly value: (place: number, least: number, most: number) => number;
  /** Which of so many parts of a region to try first, at the how-manieth such choice from the end. */
  readonly branch: (choice: number, parts: number) => number;
}

/** How many values a search tries before it gives up, unless told otherwise. */
const MOST_TRIES = 200_000;

/**
 * A point of the offer space that lies in the region; none where there is none; `gave up` where that took too long to tell.
 *
 * Gives the variables values one after another, each within the bounds that the ties leave it (see `tighten`), and goes
 * back where that comes to nothing, so that it finds a point wherever there is one: nothing is drawn and then rejected.
 * What has no upper end is drawn up to `cap` above the greatest figure that the space or the region speaks of.
 */
export function findPoint(
  layout: Layout,
  region: Region,
  guide: Guide,
  cap: number,
  tries = MOST_TRIES,
): Point | 'gave up' | undefined {
  const search = { layout, guide, left: tries };
  const point = settle(capped(layout, cap + greatestEnd(layout, region)), [region], search);
  return point ?? (search.left < 0 ? 'gave up' : undefined);
}

/** What is known on the way: bounds, and everything that ties variables to each other. */
interface Found {
  readonly bounds: Bounds;
  readonly ties: readonly Tie[];
  readonly tiesOf: readonly (readonly number[])[];
  /** The variables that the region speaks of. They get their values first: what excludes each other is among them. */
  readonly asked: readonly number[];
}

/** What goes with a search all along. */
interface Search {
  readonly layout: Layout;
  readonly guide: Guide;
  /** How many values may still be tried. */
  left: number;
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
      const narrowed = withTie({ ...found, bounds: copyBounds(found.bounds) }, tie);
      if (tighten(narrowed.bounds, narrowed.ties, narrowed.tiesOf)) return undefined;
      return settle({ ...narrowed, asked: [...found.asked, ...tie.sum.map((m) => m.of)] }, rest, search);
    }
    case 'both':
      return settle(found, [...region.of, ...rest], search);
    case 'either': {
      const first = region.of.length === 0 ? 0 : search.guide.branch(rest.length, region.of.length);
      for (const branch of [...region.of.slice(first), ...region.of.slice(0, first)]) {
        const point = settle(found, [branch, ...rest], search);
        if (point) return point;
      }
      return undefined;
    }
  }
}

function giveValues(found: Found, search: Search): Point | undefined {
  if (--search.left < 0) return undefined;
  const { bounds, ties, tiesOf, asked } = found;
  if (tighten(bounds, ties, tiesOf)) return undefined;
  const isFree = (v: number) => bounds.least[v] !== bounds.most[v];
  const place = asked.find(isFree) ?? bounds.least.findIndex((_, v) => isFree(v));
  // Tightening may stop before the last tie has spoken, so that what it leaves is looked over once more.
  if (place < 0) return ties.every((tie) => holdsAt(tie, bounds.least)) ? bounds.least : undefined;
  const [least, most] = [bounds.least[place] ?? 0, bounds.most[place] ?? 0];
  const value = search.guide.value(place, least, most);
  for (const [low, high] of [
    [value, value],
    [least, value - 1],
    [value + 1, most],
  ] as const) {
    if (low > high) continue;
    const narrowed = copyBounds(bounds);
    narrowed.least[place] = low;
    narrowed.most[place] = high;
    const point = giveValues({ ...found, bounds: narrowed }, search);
    if (point) return point;
  }
  return undefined;
}

function holdsAt(tie: Tie, values: readonly number[]): boolean {
  const sum = tie.sum.reduce((total, m) => total + m.times * (values[m.of] ?? 0), 0);
  return (tie.least === undefined || sum >= tie.least) && (tie.most === undefined || sum <= tie.most);
}

/** The offer space with an upper end on everything; the ties that need one are added. */
function capped({ variables, ties, tiesOf, at }: Layout, cap: number): Found {
  const bounds: Bounds = {
    least: variables.map((v) => v.least),
    most: variables.map((v) => Math.min(v.most, cap)),
    leastFrom: variables.map(() => []),
    mostFrom: variables.map(() => []),
  };
  let found: Found = { bounds, ties, tiesOf, asked: [] };
  for (const [place, { name, most }] of variables.entries()) {
    const phase = /@(\d+)$/.exec(name)?.[1];
    if (Number.isFinite(most) || phase === undefined) continue;
    // A phase that a deal has not got holds nothing: the layout can say so only where there is an upper end.
    const exists = { of: at[phaseName(Number(phase))] ?? 0, times: cap };
    found = withTie(found, { sum: [exists, { of: place, times: -1 }], least: 0 });
  }
  return found;
}

function withTie(found: Found, tie: Tie): Found {
  const tiesOf = [...found.tiesOf];
  for (const { of } of tie.sum) tiesOf[of] = [...(tiesOf[of] ?? []), found.ties.length];
  return { ...found, ties: [...found.ties, tie], tiesOf };
}

function greatestEnd(layout: Layout, region: Region): number {
  return Math.max(0, endOf(region), ...layout.variables.map((v) => Math.abs(v.least)));
}

function endOf(region: Region): number {
  if (region.kind === 'band') return Math.max(Math.abs(region.least ?? 0), Math.abs(region.most ?? 0));
  return Math.max(0, ...region.of.map(endOf));
}
