import type { VerdictWord } from '../positions/judged.js';

/**
 * How parts of a printed text are coloured: each function wraps text in whatever the medium needs.
 *
 * @example
 * const paint: Paint = { ...NO_PAINT, heading: (text) => `<b>${text}</b>` };
 */
export interface Paint {
  /** The line that a text begins with. */
  readonly heading: (text: string) => string;
  /** What may be skipped at first: notes, footnotes. */
  readonly faint: (text: string) => string;
  /** The mark of a verdict. */
  readonly verdict: Readonly<Record<VerdictWord, (text: string) => string>>;
}

const same = (text: string) => text;

/** No colour at all. */
export const NO_PAINT: Paint = { heading: same, faint: same, verdict: { met: same, unmet: same, open: same } };

/** The mark of each verdict, which can be told apart without colour. */
export const MARKS: Readonly<Record<VerdictWord, string>> = { met: '✓', unmet: '✗', open: '?' };
