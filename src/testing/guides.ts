import type { Layout } from '../terms/layout.js';
import type { Figures } from './figures.js';
import type { Guide } from './search.js';
import type { Point } from '../terms/layout.js';

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
    branch: (choice, parts) => (draws[layout.variables.length + (choice % FOR_BRANCHES)] ?? 0) % parts,
  };
}

/** Stays as close to a point as may be, but for the variables that `simplify` names: those take the simplest value there is. */
export function near(point: Point, figures: Figures, simplify: (place: number) => boolean = () => false): Guide {
  return {
    value: (place, least, most) =>
      simplify(place)
        ? figures.simplest(place, least, most)
        : Math.min(most, Math.max(least, point[place] ?? figures.simplest(place, least, most))),
    branch: () => 0,
  };
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
