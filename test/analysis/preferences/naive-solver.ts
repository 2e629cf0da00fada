import { holds, type Formula } from 'sticking-points';
import type { LeastFinder } from 'sticking-points/analysis';

type Ends = Record<string, readonly [number, number]>;

/** After so many the search is given up. */
const MOST_TRIES = 1000;

const INFEASIBLE = Symbol('infeasible');

/**
 * Solves small programs by trying values one unknown after another, and leaving off where intervals show that nothing can
 * come of it. Shares no code with the library: it stands in for a solver where what is asked of one is tried.
 */
export const naiveSolver: LeastFinder = {
  solve({ unknowns, must }, goal = []) {
    const uses = new Map<string, number>();
    const note = (f: Formula, weight: number): void => {
      if (f.kind === 'linear') for (const m of f.sum) uses.set(m.of, (uses.get(m.of) ?? 0) + weight);
      else for (const part of f.of) note(part, weight);
    };
    // What is asked besides the ties decides: it is settled first.
    for (const f of must) note(f, f.kind === 'linear' ? 1 : 1000);
    for (const m of goal) uses.set(m.of, (uses.get(m.of) ?? 0) + 1000);
    let tries = 0;
    const order = [...unknowns].sort((a, b) => (uses.get(b.name) ?? 0) - (uses.get(a.name) ?? 0)).map((u) => u.name);
    let best: { readonly sum: number; readonly values: Readonly<Record<string, number>> } | undefined;
    const search = (ends: Ends): void => {
      if (++tries > MOST_TRIES) return;
      const narrowed = tightened(ends, must);
      if (narrowed === INFEASIBLE) return;
      const reach = goal.reduce((sum, m) => sum + end(m.times, narrowed[m.of] ?? [0, 0], 'least'), 0);
      if (best && (goal.length === 0 || reach >= best.sum)) return;
      const open = order.find((name) => narrowed[name]![0] < narrowed[name]![1]);
      if (open === undefined) {
        const values = Object.fromEntries(order.map((name) => [name, narrowed[name]![0]]));
        if (must.every((f) => holds(f, values))) best = { sum: reach, values };
        return;
      }
      const [low, high] = narrowed[open]!;
      const middle = Math.floor((low + high) / 2);
      search({ ...narrowed, [open]: [low, middle] });
      search({ ...narrowed, [open]: [middle + 1, high] });
    };
    search(Object.fromEntries(unknowns.map((u) => [u.name, [u.least, u.most] as const])));
    if (tries > MOST_TRIES) return { found: 'unknown', why: 'time' };
    return best ? { found: 'values', values: best.values } : { found: 'nothing' };
  },
};

function end(times: number, [low, high]: readonly [number, number], which: 'least' | 'most'): number {
  return times * (times > 0 === (which === 'least') ? low : high);
}

function mayHold(f: Formula, ends: Ends): boolean {
  if (f.kind !== 'linear') {
    return f.kind === 'and' ? f.of.every((part) => mayHold(part, ends)) : f.of.some((part) => mayHold(part, ends));
  }
  return f.sum.reduce((sum, m) => sum + end(m.times, ends[m.of] ?? [0, 0], 'most'), 0) >= f.least;
}

function tightened(before: Ends, must: readonly Formula[]): Ends | typeof INFEASIBLE {
  const ends = { ...before };
  const rows = (f: Formula): readonly (Formula & { kind: 'linear' })[] => {
    if (f.kind === 'linear') return [f];
    if (f.kind === 'and') return f.of.flatMap(rows);
    const left = f.of.filter((part) => mayHold(part, ends));
    return left.length === 1 && left[0] ? rows(left[0]) : [];
  };
  for (let changed = true; changed;) {
    changed = false;
    if (!must.every((f) => mayHold(f, ends))) return INFEASIBLE;
    for (const { sum, least } of must.flatMap(rows)) {
      const most = sum.reduce((total, m) => total + end(m.times, ends[m.of] ?? [0, 0], 'most'), 0);
      for (const { of, times } of sum) {
        if (times === 0) continue;
        const [low, high] = ends[of] ?? [0, 0];
        const needed = (least - (most - end(times, [low, high], 'most'))) / times;
        const next: readonly [number, number] =
          times > 0 ? [Math.max(low, Math.ceil(needed)), high] : [low, Math.min(high, Math.floor(needed))];
        if (next[0] > next[1]) return INFEASIBLE;
        // Only the end that `most` does not rest on moves.
        if (next[0] !== low || next[1] !== high) changed = true;
        ends[of] = next;
      }
    }
  }
  return ends;
}
