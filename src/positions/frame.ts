import { readingsOf } from '../evidence/field.js';
import { reachOf } from '../terms/amount-span.js';
import type { Counts } from '../terms/count.js';
import { countName } from '../terms/layout.js';
import type { Surface } from '../terms/surface.js';
import type { Ask, Want } from './ask.js';

/**
 * What encoding and drawing need: the offer space, and whether meeting or missing the condition is wanted.
 *
 * @example
 * const frame: Frame = { ...scenario, layout: layoutOf(scenario), want: 'met' };
 */
export interface Frame extends Surface {
  readonly want: Want;
}

/** The same frame with the other of met and unmet wanted. */
export function opposite(frame: Frame): Frame {
  return { ...frame, want: frame.want === 'met' ? 'unmet' : 'met' };
}

/** An ask that speaks of offers only: counts, which no offer sets, are taken at whichever figure is worst. */
export function withoutCounts(ask: Ask, frame: Surface): Ask {
  let [low, high] = [0, 0];
  const rest = ask.sum.filter(({ of, times }) => {
    const name = frame.layout.variables[of]?.name ?? '';
    const id = Object.keys(frame.counts).find((c) => countName(c) === name);
    if (id === undefined) return true;
    const { least, most } = countReach(frame.counts, id);
    // A line is a share of it, and is taken away: the more it is, the less is left.
    low += times * most;
    high += times * least;
    return false;
  });
  return {
    sum: rest,
    approximate: ask.approximate,
    surely: shift(ask.surely, -low, -high),
    possibly: shift(ask.possibly, -high, -low),
  };
}

function shift(band: Ask['surely'], least: number, most: number): Ask['surely'] {
  return {
    ...(band.least === undefined ? {} : { least: band.least + least }),
    ...(band.most === undefined ? {} : { most: band.most + most }),
  };
}

function countReach(counts: Counts, id: string): { readonly least: number; readonly most: number } {
  const figure = counts[id]?.figure;
  if (!figure) return { least: 0, most: Infinity };
  const reaches = readingsOf(figure).map((r) => reachOf(r.value, 1));
  return {
    least: Math.max(0, Math.min(...reaches.map((r) => r.least))),
    most: Math.max(...reaches.map((r) => r.most)),
  };
}
