import type { Cluster } from './cases.js';
import { copyOf, narrow, type Box, type Rule } from './rules.js';
import { worthAt } from './whole-scores.js';

/** What a part of a deal may be worth to the parties, each vector of worths once, with a way to come by it. */
export interface Listing {
  readonly size: number;
  /** For each row, the worths of all parties one after another. */
  readonly worth: Float64Array;
  /** For each row, the values of the cluster's unknowns one after another. */
  readonly points: Float64Array;
}

/** How much may be listed: so many rows, and in so many steps. */
export interface Allowance {
  rows: number;
  steps: number;
}

/** Thrown and caught in this folder: a list has grown beyond the limit. */
export class TooMany extends Error {}

/**
 * Lists what the ways to settle a cluster are worth: everything that a score speaks of is gone through, and for each of
 * its values one way to settle the rest is looked for.
 *
 * @throws {@link TooMany} where the allowance is used up
 */
export function listWorths(cluster: Cluster, parties: number, { rows, steps }: Allowance): Listing {
  const { box, rules, scored } = cluster;
  const [worths, points]: [number[], number[]] = [[], []];
  const seen = new Set<string>();
  let stepsLeft = steps;
  const step = () => {
    if (--stepsLeft < 0) throw new TooMany();
  };
  const list = (within: Box, next: number) => {
    step();
    if (!narrow(within, rules)) return;
    for (let i = next; i < scored.length; i++) {
      const at = scored[i]?.at ?? 0;
      const [least, most] = [within.least[at] ?? 0, within.most[at] ?? 0];
      if (least === most) continue;
      for (let value = least; value <= most; value++) {
        const chosen = copyOf(within);
        chosen.least[at] = chosen.most[at] = value;
        list(chosen, i + 1);
      }
      return;
    }
    const worth = new Array<number>(parties).fill(0);
    for (const { at, shares } of scored) {
      for (const { party, stretches } of shares)
        worth[party] = (worth[party] ?? 0) + worthAt(stretches, within.least[at] ?? 0);
    }
    const key = worth.join(' ');
    if (seen.has(key)) return;
    const point = findPoint(within, rules, step);
    if (!point) return;
    seen.add(key);
    if (seen.size > rows) throw new TooMany();
    worths.push(...worth);
    points.push(...point.least);
  };
  list(copyOf(box), 0);
  const size = seen.size;
  return { size, worth: Float64Array.from(worths), points: Float64Array.from(points) };
}

/** A point of a box at which rules hold, low figures first; none where there is none. */
function findPoint(box: Box, rules: readonly Rule[], step: () => void): Box | undefined {
  step();
  const within = copyOf(box);
  if (!narrow(within, rules)) return undefined;
  let [widest, width] = [-1, 0];
  for (let v = 0; v < within.least.length; v++) {
    const size = (within.most[v] ?? 0) - (within.least[v] ?? 0);
    // The narrowest first: what has few values left decides most.
    if (size > 0 && (widest < 0 || size < width)) [widest, width] = [v, size];
  }
  if (widest < 0) return within;
  const low = within.least[widest] ?? 0;
  const middle = low + Math.floor(width / 2);
  const lower = copyOf(within);
  lower.most[widest] = middle;
  const found = findPoint(lower, rules, step);
  if (found) return found;
  within.least[widest] = middle + 1;
  return findPoint(within, rules, step);
}
