import type { Checked } from './feasibility.js';
import { bitsOf, minimalHittingSets } from './hitting-sets.js';
import type { Values } from './program.js';
import type { Stopped, Watch } from './watch.js';

/** Claims that may exclude each other, by number. */
export interface Question {
  readonly claims: readonly number[];
  /** Whether a claim may be given up; of others it is known beforehand that they stand. */
  readonly mayGive: (claim: number) => boolean;
  readonly check: (claims: readonly number[]) => Promise<Checked>;
  readonly watch: Watch;
  /** Conflicts that are known already: each a smallest one, all of its claims among these. */
  readonly known?: readonly (readonly number[])[];
  /** Whether so many conflicts and so many concession sets are enough; without it, all are found. */
  readonly enough?: (conflicts: number, concessions: number) => boolean;
}

/** A smallest set of claims whose giving up leaves the rest possible, with a deal that meets the rest. */
interface Given {
  readonly claims: readonly number[];
  readonly values: Values;
}

/** The conflicts and the concession sets of some claims. Complete together, each are the minimal hitting sets of the other. */
export interface Dual {
  readonly conflicts: readonly (readonly number[])[];
  /** Fewest first. */
  readonly concessions: readonly Given[];
  /** A conflict of which nothing may be given up: there is no concession set then. */
  readonly firm?: readonly number[];
  /** Why these are not all; absent where it is proved that they are. */
  readonly stopped?: Stopped;
}

/**
 * Finds smallest conflicts and smallest concession sets together: what hits every conflict known is given up, smallest
 * first; where the rest is possible it is a concession set, and else there is another conflict in it. (The duality is
 * Reiter's, 1987; dualising, Bailey and Stuckey, "Discovery of minimal unsatisfiable subsets of constraints using hitting
 * set dualization", 2005; smallest first, Davies and Bacchus, "Solving MAXSAT by solving a sequence of simpler SAT
 * instances", 2011.)
 */
export async function dualise(question: Question): Promise<Dual> {
  const { claims, mayGive, check, watch, enough = () => false } = question;
  const conflicts: (readonly number[])[] = [...(question.known ?? [])];
  const concessions: Given[] = [];
  const found = new Set<bigint>();
  const so = (stopped: Stopped): Dual => ({ conflicts, concessions, stopped });
  let size = 0;
  let candidates = hittingSets(conflicts, mayGive, size);
  for (;;) {
    if (enough(conflicts.length, concessions.length)) return so('most');
    if (watch.stopped) return so(watch.stopped);
    const firm = conflicts.find((conflict) => !conflict.some(mayGive));
    if (firm) return { conflicts, concessions: [], firm };
    const next = candidates.next();
    if (next.done) {
      if (!next.value) return { conflicts, concessions };
      candidates = hittingSets(conflicts, mayGive, ++size);
      continue;
    }
    const given = next.value;
    if (!given || found.has(bitsOf(given))) continue;
    const before = conflicts.length;
    let rest = claims.filter((claim) => !given.includes(claim));
    let checked = await check(rest);
    if (checked.found === 'values') {
      concessions.push({ claims: given, values: checked.values });
      found.add(bitsOf(given));
    }
    // As long as what is left holds a conflict, there is another one that has nothing to do with those found here.
    while (checked.found === 'nothing') {
      const conflict = await shrink(checked.blame, check);
      if ('why' in conflict) return so(conflict.why);
      conflicts.push(conflict.claims);
      if (conflict.claims.length === 0) return { conflicts, concessions: [], firm: [] };
      rest = rest.filter((claim) => !conflict.claims.includes(claim));
      await watch.tell(conflicts.length, concessions.length);
      if (watch.stopped) return so(watch.stopped);
      if (enough(conflicts.length, concessions.length)) return so('most');
      checked = await check(rest);
    }
    if (checked.found === 'unknown') return so(checked.why);
    // With another conflict there are other sets that hit all; whatever is smaller has been tried.
    if (conflicts.length > before) candidates = hittingSets(conflicts, mayGive, size);
    await watch.tell(conflicts.length, concessions.length);
  }
}

function hittingSets(conflicts: readonly (readonly number[])[], mayGive: (claim: number) => boolean, size: number) {
  const sets = conflicts.map((conflict) => conflict.filter(mayGive));
  return minimalHittingSets(sets, size);
}

/** A smallest conflict among claims that exclude each other: one after another is left out, and put back where it is needed. */
async function shrink(
  blame: readonly number[],
  check: Question['check'],
): Promise<{ readonly claims: readonly number[] } | { readonly why: Stopped }> {
  let claims = blame;
  for (const claim of blame) {
    if (!claims.includes(claim)) continue;
    const checked = await check(claims.filter((other) => other !== claim));
    if (checked.found === 'unknown') return { why: checked.why };
    if (checked.found === 'nothing') claims = checked.blame;
  }
  return { claims };
}
