/**
 * The rows that no other row dominates, each vector once, by their numbers, ascending. A row dominates another where it is
 * no less in anything and more in something.
 *
 * Rows are gone through by falling sums, so that none is dominated by a later one, and each is held against those kept
 * before it (the problem: Kung, Luccio and Preparata, "On finding the maxima of a set of vectors", 1975; by sums: Chomicki,
 * Godfrey, Gryz and Liang, "Skyline with presorting", 2003). Before that, what a few good rows dominate is sifted out.
 *
 * @param worth - whole numbers, `parties` of them a row; sums over a row must be exact
 */
export function nonDominated(worth: Float64Array, parties: number): Int32Array {
  const sums = sumsOf(worth, parties);
  const candidates = sifted(worth, parties, sums);
  candidates.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b);
  const kept = new Float64Array(candidates.length * parties);
  const rows = new Int32Array(candidates.length);
  let count = 0;
  for (const row of candidates) {
    const at = row * parties;
    if (isCovered(worth, at, kept, count, parties)) continue;
    for (let p = 0; p < parties; p++) kept[count * parties + p] = worth[at + p] ?? 0;
    rows[count++] = row;
  }
  return rows.slice(0, count).sort();
}

function sumsOf(worth: Float64Array, parties: number): Float64Array {
  const sums = new Float64Array(worth.length / parties);
  for (let row = 0, at = 0; row < sums.length; row++) {
    let sum = 0;
    for (let p = 0; p < parties; p++) sum += worth[at++] ?? 0;
    sums[row] = sum;
  }
  return sums;
}

/** Whether one of the kept rows is no less in anything. */
function isCovered(worth: Float64Array, at: number, kept: Float64Array, count: number, parties: number): boolean {
  rows: for (let k = 0; k < count * parties; k += parties) {
    for (let p = 0; p < parties; p++) if ((kept[k + p] ?? 0) < (worth[at + p] ?? 0)) continue rows;
    return true;
  }
  return false;
}

/** So few rows are not sifted first. */
const FEW = 64;

/** How often they are sifted. */
const SIEVES = 8;

/** The rows that are left when those dominated by the best sum of what is left are gone, several times over. */
function sifted(worth: Float64Array, parties: number, sums: Float64Array): Int32Array {
  let left = Int32Array.from(sums, (_, row) => row);
  const used = new Set<number>();
  for (let sieve = 0; sieve < SIEVES && left.length > FEW; sieve++) {
    const best = bestOf(left, sums, used);
    used.add(best);
    const at = best * parties;
    let count = 0;
    for (const row of left) {
      let stays = row === best;
      for (let p = 0; !stays && p < parties; p++) stays = (worth[row * parties + p] ?? 0) > (worth[at + p] ?? 0);
      if (stays) left[count++] = row;
    }
    left = left.subarray(0, count);
  }
  return left.slice();
}

function bestOf(rows: Int32Array, sums: Float64Array, except: ReadonlySet<number>): number {
  let best = -1;
  for (const row of rows) if (!except.has(row) && (best < 0 || (sums[row] ?? 0) > (sums[best] ?? 0))) best = row;
  return best;
}
