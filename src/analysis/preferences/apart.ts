import type { Rows } from './listed-space.js';
import { allRows } from './scored-deal.js';
import type { WholeScore } from './whole-scores.js';

/**
 * The smallest sets of parties whose thresholds no deal reaches together; none where some deal reaches all. Every deal's
 * parties below threshold are a set that each of them meets: the minimal hitting sets (Berge, "Hypergraphs", 1989).
 */
export function thresholdsApart(rows: Rows, scores: readonly WholeScore[]): readonly (readonly string[])[] {
  const { worth, parties } = rows;
  const below = new Map<string, readonly number[]>();
  for (const row of allRows(rows)) {
    const set = scores.flatMap(({ threshold }, p) => ((worth[row * parties + p] ?? 0) < threshold ? [p] : []));
    below.set(set.join(' '), set);
  }
  // No deal at all: not even no parties' thresholds are reached, which says nothing.
  let meeting: readonly (readonly number[])[] = [[]];
  for (const set of below.values()) {
    const grown = meeting.flatMap((m) => (m.some((p) => set.includes(p)) ? [m] : set.map((p) => [...m, p])));
    meeting = smallest(grown);
  }
  return meeting
    .filter((set) => set.length > 0)
    .map((set) => [...set].sort((a, b) => a - b).map((p) => scores[p]?.party ?? ''))
    .sort((a, b) => a.length - b.length);
}

/** The sets that contain no other, each once. */
function smallest(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const kept: (readonly number[])[] = [];
  for (const set of [...sets].sort((a, b) => a.length - b.length)) {
    if (!kept.some((other) => other.every((p) => set.includes(p)))) kept.push(set);
  }
  return kept;
}
