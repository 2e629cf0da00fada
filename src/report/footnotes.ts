const DIGITS = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/** Collects notes while a text is made, numbering each once in the order of its first use. */
export interface Footnotes {
  /** The mark of a note, `¹`. */
  mark(note: string): string;
  /** Every note with its mark. */
  readonly notes: readonly string[];
}

/** An empty list of footnotes. */
export function footnotes(): Footnotes {
  const notes: string[] = [];
  return {
    mark(note) {
      if (!notes.includes(note)) notes.push(note);
      return superscript(notes.indexOf(note) + 1);
    },
    get notes() {
      return notes.map((note, i) => `${superscript(i + 1)} ${note}`);
    },
  };
}

/** Notes that are not marked: for where what things rest on stands beside them. */
export const UNMARKED: Footnotes = { mark: () => '', notes: [] };

function superscript(n: number): string {
  return n.toString().replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit);
}
