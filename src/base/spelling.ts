/**
 * The sentence's ending that helps somebody who misspelt an id: the nearest known one if it is near, else all of them.
 *
 * @example
 * didYouMean('cach', ['catch', 'season']); // "Did you mean 'catch'?"
 */
export function didYouMean(id: string, known: readonly string[]): string {
  let nearest: string | undefined;
  let least = Infinity;
  for (const candidate of known) {
    const edits = editsBetween(id, candidate);
    if (edits < least) [nearest, least] = [candidate, edits];
  }
  if (nearest === undefined) return 'None is declared.';
  // Of a short id, half is soon something else: 'a' is no misspelt 'z'.
  const most = Math.min(Math.max(2, Math.floor(id.length / 3)), Math.floor(Math.min(id.length, nearest.length) / 2));
  if (least <= most) return `Did you mean '${nearest}'?`;
  const shown = known
    .slice(0, 12)
    .map((k) => `'${k}'`)
    .join(', ');
  return `Known: ${shown}${known.length > 12 ? ` and ${known.length - 12} more` : ''}.`;
}

/**
 * How many letters have to be put in, taken out or changed to make one word of the other (Levenshtein, "Binary codes
 * capable of correcting deletions, insertions, and reversals", 1966), row by row (Wagner and Fischer, 1974).
 */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const above = row;
    row = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const [corner = 0, over = 0, left = 0] = [above[j], above[j + 1], row[j]];
      row.push(Math.min(corner + (a[i] === b[j] ? 0 : 1), over + 1, left + 1));
    }
  }
  return row[b.length] ?? 0;
}
