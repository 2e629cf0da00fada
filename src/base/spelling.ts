/**
 * The sentence's ending that helps somebody who misspelt an id: the nearest known one if it is near, else all of them.
 *
 * @example
 * didYouMean('cach', ['catch', 'season']); // "Did you mean 'catch'?"
 */
export function didYouMean(id: string, known: readonly string[]): string {
  if (known.length === 0) return 'None is declared.';
  const most = Math.max(2, Math.floor(id.length / 3));
  let nearest = '';
  let least = most + 1;
  for (const one of known) {
    // As many letters as one is longer than the other have to change: that spares the counting for most.
    if (Math.abs(one.length - id.length) >= least) continue;
    const changes = distance(id, one);
    if (changes < least) [nearest, least] = [one, changes];
  }
  // Of a short id, half is soon something else: 'a' is no misspelt 'z'.
  if (least <= Math.floor(Math.min(id.length, nearest.length) / 2)) return `Did you mean '${nearest}'?`;
  const shown = known
    .slice(0, 12)
    .map((k) => `'${k}'`)
    .join(', ');
  return `Known: ${shown}${known.length > 12 ? ` and ${known.length - 12} more` : ''}.`;
}

/** How many letters must be put in, taken out or replaced to make one text the other (Levenshtein, 1966). */
function distance(a: string, b: string): number {
  // For the letters of `a` so far: the distances to every beginning of `b`.
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const kept = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(kept, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
