import fc from 'fast-check';
import type { Check } from '../check.js';

/** What is drawn, what must not be the case of it, and how a contrary example is told. */
export interface LookedFor<T> {
  readonly title: string;
  readonly cases: fc.Arbitrary<T>;
  /** What is wrong with a case, in a few words; nothing where it is right. */
  readonly wrong: (drawn: T) => string | undefined;
  readonly size: (drawn: T) => number;
  readonly tell: (drawn: T) => string;
  readonly runs: number;
}

/** What is drawn is the same in every run. */
const SEED = 20_300_110;

/** How many cases are asked to shrink what was found: a number and not a time, so that every run ends in the same. */
const MOST_ASKED = 1500;

/** A check that a property holds of what is drawn; what the library throws while it is asked is wrong as well. */
export function lookedFor<T>({ title, cases, wrong, size, tell, runs }: LookedFor<T>): Check {
  return {
    title,
    run: () => {
      let asked = 0;
      const holds = (drawn: T) => {
        if (asked > MOST_ASKED) return;
        if (asked > 0) asked++;
        const found = reasonOf(wrong, drawn);
        if (found === undefined) return;
        asked ||= 1; // from here on it is shrunk
        throw new Error(found);
      };
      const { counterexample } = fc.check(fc.property(cases, holds), { numRuns: runs, seed: SEED });
      if (!counterexample) return undefined;
      const [smallest] = counterexample;
      return {
        counterexample: `${tell(smallest)}: ${reasonOf(wrong, smallest) ?? ''}`,
        size: size(smallest),
      };
    },
  };
}

function reasonOf<T>(wrong: LookedFor<T>['wrong'], drawn: T): string | undefined {
  try {
    return wrong(drawn);
  } catch (error) {
    return `threw ${String(error)}`;
  }
}
