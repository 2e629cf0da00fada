import type { Counts } from './count.js';
import type { Layout } from './layout.js';
import type { Terms } from './term.js';

/** What it takes to find a term's variables in the offer space. */
export interface Surface {
  readonly terms: Terms;
  readonly counts: Counts;
  readonly layout: Layout;
}
