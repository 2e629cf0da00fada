import type { Feasibility } from './feasibility.js';
import type { Unknown, Values } from './program.js';
import type { Stopped } from './watch.js';

/** An end of what is left for an unknown, with values at it; or why it was not found. */
export type EndFound =
  | { readonly found: 'end'; readonly at: number; readonly values: Values }
  | { readonly found: 'unknown'; readonly why: Stopped };

/** Whose end is looked for, and in which direction. */
export interface EndAsked {
  readonly claims: readonly number[];
  readonly name: string;
  readonly end: 'least' | 'most';
  /** Closer ends for some unknowns. */
  readonly within?: readonly Unknown[];
  /** Values that are known to fit all that. */
  readonly from: Values;
}

/**
 * Finds the least or the most that an unknown can be where claims hold: by halving what is left of it, each time with an
 * exact answer to whether there is anything there. Never an approximate end.
 */
export async function findEnd(feasibility: Feasibility, asked: EndAsked): Promise<EndFound> {
  const { claims, name, end, within = [], from } = asked;
  const { watch } = feasibility;
  const unknown = feasibility.unknowns(within).find((one) => one.name === name);
  if (!unknown) throw new RangeError(`There is no unknown '${name}'.`);
  let values = from;
  /** Counted from the far end: how far from it an end may lie, and where one has been found. */
  const far = end === 'least' ? unknown.least : unknown.most;
  const sign = end === 'least' ? 1 : -1;
  let [open, known] = [0, sign * ((values[name] ?? 0) - far)];
  // The far end itself is tried first, and then the half that is nearer to it.
  let upTo = 0;
  while (open < known) {
    if (watch.stopped) return { found: 'unknown', why: watch.stopped };
    const [a, b] = [far + sign * open, far + sign * upTo];
    const checked = await feasibility.check(claims, [...within, { name, least: Math.min(a, b), most: Math.max(a, b) }]);
    if (checked.found === 'unknown') return checked;
    if (checked.found === 'values') {
      values = checked.values;
      known = sign * ((values[name] ?? 0) - far);
    } else open = upTo + 1;
    upTo = Math.floor((open + known - 1) / 2);
    await watch.tell(0, 0);
  }
  return { found: 'end', at: far + sign * known, values };
}
