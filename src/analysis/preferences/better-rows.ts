import type { Formula } from '../../positions/formula.js';
import type { Values } from '../program.js';
import { foundBySolver, linearScores, scoreFrom, scoreUpTo, type Found } from './by-solver.js';
import { TooMany } from './listing.js';
import { valuesFor, withinLimit, type ListedCase, type Rows } from './listed-space.js';
import type { Run } from './options.js';
import type { ScoredSpace } from './scored-space.js';

/** The outcomes that are worth no less than `floor` to anybody and more to somebody, each once. @throws {@link TooMany} */
function listedAbove(space: ScoredSpace, cases: readonly ListedCase[], floor: Float64Array, limit: number): Rows {
  const parties = floor.length;
  const worths: number[] = [];
  const ways: (readonly [ListedCase, readonly number[]])[] = [];
  const seen = new Set([floor.join(' ')]);
  let steps = 20 * limit;
  for (const one of cases) {
    const room = mostLeft(one, parties);
    const add = (sofar: Float64Array, rows: readonly number[]) => {
      if (--steps < 0 || ways.length > limit) throw new TooMany();
      const left = room[rows.length];
      if (left && floor.some((least, p) => (sofar[p] ?? 0) + (left[p] ?? 0) < least)) return;
      const listing = one.listings[rows.length];
      if (!listing) {
        const key = sofar.join(' ');
        if (seen.has(key)) return;
        seen.add(key);
        worths.push(...sofar);
        ways.push([one, rows]);
        return;
      }
      for (let row = 0; row < listing.size; row++) {
        add(
          sofar.map((n, p) => n + (listing.worth[row * parties + p] ?? 0)),
          [...rows, row],
        );
      }
    };
    add(one.anyway, []);
  }
  const valuesAt = (row: number): Values => {
    const way = ways[row];
    if (!way) throw new RangeError(`There is no row ${row}.`);
    return valuesFor(space, way[0], way[1]);
  };
  return { parties, size: ways.length, worth: Float64Array.from(worths), valuesAt };
}

/** For each number of listings that are settled, the most that the others can add for each party. */
function mostLeft({ listings }: ListedCase, parties: number): readonly Float64Array[] {
  const room = [new Float64Array(parties)];
  for (const { worth } of [...listings].reverse()) {
    const [after] = room;
    const most = new Float64Array(parties).fill(-Infinity);
    worth.forEach((n, i) => (most[i % parties] = Math.max(most[i % parties] ?? 0, n)));
    room.unshift(most.map((n, p) => n + (after?.[p] ?? 0)));
  }
  return room;
}

/** The same by listing, where the space was listed and they are not too many, else by the solver. */
export async function rowsAbove(
  space: ScoredSpace,
  cases: readonly ListedCase[] | undefined,
  floor: Float64Array,
  run: Run,
): Promise<Found & { readonly by: 'enumeration' | 'solver' }> {
  const rows = cases && withinLimit(() => listedAbove(space, cases, floor, run.limit));
  if (rows) return { by: 'enumeration', rows };
  const { program, scores } = linearScores(space);
  const least = (p: number, more: number) => (floor[p] ?? 0) + more;
  const more: Formula = { kind: 'or', of: scores.map((score, p) => scoreFrom(score, least(p, 1))) };
  const must = [...program.must, ...scores.map((score, p) => scoreFrom(score, least(p, 0))), more];
  const unlike = (worth: readonly number[]): Formula => ({
    kind: 'or',
    of: scores.flatMap((score, p) => [scoreFrom(score, (worth[p] ?? 0) + 1), scoreUpTo(score, (worth[p] ?? 0) - 1)]),
  });
  const search = { program: { unknowns: program.unknowns, must }, scores, unlike };
  return { by: 'solver', ...(await foundBySolver(search, run)) };
}
