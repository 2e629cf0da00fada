import { unique } from '../base/list.js';
import type { Layout, Point } from '../terms/layout.js';
import type { Figures } from './figures.js';
import { liesIn } from './lies-in.js';
import type { Guide } from './search.js';

/** Whole numbers from 0 that decide a search: each answers one of its questions. */
export type Draws = readonly number[];

/** How many draws answer which part of a region to try first; further parts use them again. */
const FOR_BRANCHES = 16;

/** How many draws guide a search of this layout. */
export function drawsFor(layout: Layout): number {
  return layout.variables.length + FOR_BRANCHES;
}

/** The number from `least` to `most` that a draw stands for: 0 the least, 1 the most, any other one that between them. */
export function pick(draw: number, least: number, most: number): number {
  if (draw <= 1) return draw === 0 ? least : most;
  return least + ((draw - 2) % (most - least + 1));
}

/**
 * Goes where the draws lead: one in six times to either end, one in three to a figure on which something turns, where there
 * are any in reach, and else anywhere.
 */
export function drawn(layout: Layout, draws: Draws, figures: Figures): Guide {
  return {
    value: (place, least, most) => {
      const draw = draws[place] ?? 0;
      const [way, rest] = [draw % 6, Math.floor(draw / 6)];
      if (way <= 1) return way === 0 ? least : most;
      const hard = way <= 3 ? within(figures.turning[place], least, most) : [];
      return hard[rest % Math.max(1, hard.length)] ?? least + among(rest, most - least + 1);
    },
    branches: (choice, among) => {
      const all = [...among.keys()];
      const first = (draws[layout.variables.length + (choice % FOR_BRANCHES)] ?? 0) % Math.max(1, all.length);
      return [...all.slice(first), ...all.slice(0, first)];
    },
  };
}

/** Takes the simplest value there is of everything, in the first branch that will do. */
export function simplest(figures: Figures): Guide {
  return { value: figures.simplest, branches: (_, among) => [...among.keys()] };
}

/**
 * Stays as close to a point as may be, but for the variables that `simplify` names: those take the simplest value there is.
 * Branches in which one of the points in `first` lies come first: in another there may be nothing as close.
 */
export function near(
  layout: Layout,
  point: Point,
  figures: Figures,
  { simplify = () => false, first = [point] }: Closeness = {},
): Guide {
  return {
    value: (place, least, most) =>
      simplify(place)
        ? figures.simplest(place, least, most)
        : Math.min(most, Math.max(least, point[place] ?? figures.simplest(place, least, most))),
    branches: (_, among) => {
      const holding = first.flatMap((one) => among.flatMap((branch, at) => (liesIn(layout, branch, one) ? [at] : [])));
      return unique([...holding, ...among.keys()]);
    },
  };
}

/** What need not be close to a point, and what is. */
export interface Closeness {
  readonly simplify?: (place: number) => boolean;
  readonly first?: readonly Point[];
}

/** How many values a draw tells apart, its way taken off. */
const DRAWN_APART = Math.floor(2 ** 31 / 6);

/** One of so many, from 0: where there are more than a draw tells apart, spread out over them. */
function among(draw: number, many: number): number {
  return many <= DRAWN_APART ? draw % many : Math.min(many - 1, Math.floor((draw / DRAWN_APART) * many));
}

function within(figures: readonly number[] | undefined, least: number, most: number): readonly number[] {
  return (figures ?? []).filter((n) => n >= least && n <= most);
}
