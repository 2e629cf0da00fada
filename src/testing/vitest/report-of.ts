import type { Finding } from '../invariant.js';

/** What becomes of a case whose invariant nobody can tell of. */
export interface Reporting {
  /** `fail`: it fails, since what nobody can tell is not held; `skip`: it is shown as skipped. @defaultValue `'fail'` */
  readonly undetermined?: 'fail' | 'skip';
}

/** What a case came to, for vitest: what was found, in words, and the error behind it where there is one. */
export interface Outcome {
  readonly finding: Finding;
  readonly text: string;
  readonly cause?: unknown;
}

/** Lets the running case pass, fail, or be shown as skipped, as what was found of its invariant says. */
export function reportOf(outcome: Outcome, skip: (why: string) => void, { undetermined = 'fail' }: Reporting): void {
  const { finding, text, ...rest } = outcome;
  switch (finding) {
    case 'held':
      return;
    case 'broken':
      throw new Error(text, rest);
    case 'undetermined':
      // A note of skipping is one line in vitest's list.
      if (undetermined === 'skip') skip(text.split('\n', 1).join());
      throw new Error(`${text}\n\nWhat nobody can tell is not held. To pass it over: undetermined: 'skip'.`, rest);
  }
}
