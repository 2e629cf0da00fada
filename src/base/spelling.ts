import { distance } from 'fastest-levenshtein';
import { remembered } from './remembered.js';

/** Among how many known ids a misspelt one is looked for: a file may be wrong in thousands of places at once. */
const MOST_SEARCHED = 200;

/** How many known ids a sentence lists. */
export const MOST_SHOWN = 12;

/** The first of the known ids, as many as a fault's facts hold: one list for all faults that rest on the same. */
export const firstOf = /* @__PURE__ */ remembered((known: readonly string[]): readonly string[] =>
  known.slice(0, MOST_SEARCHED),
);

/**
 * The sentence's ending that helps somebody who misspelt an id: the nearest known one if it is near, else what is known.
 *
 * @example
 * didYouMean('cach', ['catch', 'season']); // "Did you mean 'catch'?"
 */
export function didYouMean(id: string, known: readonly string[]): string {
  if (known.length === 0) return 'None is declared.';
  const most = Math.max(2, Math.floor(id.length / 3));
  let nearest = '';
  let least = most + 1;
  for (const one of known.length <= MOST_SEARCHED ? known : []) {
    // As many letters as one is longer than the other have to change: that spares the counting for most.
    if (Math.abs(one.length - id.length) >= least) continue;
    const changes = distance(id, one);
    if (changes < least) [nearest, least] = [one, changes];
  }
  // Of a short id, half is soon something else: 'a' is no misspelt 'z'.
  if (least <= Math.floor(Math.min(id.length, nearest.length) / 2)) return `Did you mean '${nearest}'?`;
  const shown = known
    .slice(0, MOST_SHOWN)
    .map((k) => `'${k}'`)
    .join(', ');
  return `Known: ${shown}${known.length > MOST_SHOWN ? ` and ${known.length - MOST_SHOWN} more` : ''}.`;
}
