import fc from 'fast-check';
import type { Check, Counterexample } from '../check.js';

/** What is drawn, what must not be the case of it, and how a contrary example is told. */
export interface LookedFor<T> {
  readonly title: string;
  /** Tried one after another: the first holds the simplest cases. */
  readonly cases: readonly fc.Arbitrary<T>[];
  /** What is wrong with a case, in a few words; nothing where it is right. */
  readonly wrong: (drawn: T) => string | undefined;
  readonly size: (drawn: T) => number;
  readonly tell: (drawn: T) => string;
  /** For each kind of cases. */
  readonly runs: number;
}

/** What is drawn is the same in every run. */
const SEED = 20_300_110;

/** How many cases are asked to shrink what was found: a number and not a time, so that every run ends in the same. */
const MOST_ASKED = 1500;

/** A check that a property holds of what is drawn; what the library throws while it is asked is wrong as well. */
export function lookedFor<T>({ title, cases, ...wanted }: LookedFor<T>): Check {
  return {
    title,
    run: () => {
      for (const drawn of cases) {
        const found = contraryAmong(drawn, wanted);
        if (found) return found;
      }
      return undefined;
    },
  };
}

function contraryAmong<T>(
  cases: fc.Arbitrary<T>,
  { wrong, size, tell, runs }: Omit<LookedFor<T>, 'title' | 'cases'>,
): Counterexample | undefined {
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
  return { counterexample: `${tell(smallest)}: ${reasonOf(wrong, smallest) ?? ''}`, size: size(smallest) };
}

function reasonOf<T>(wrong: LookedFor<T>['wrong'], drawn: T): string | undefined {
  try {
    return wrong(drawn);
  } catch (error) {
    return `threw ${String(error)}`;
  }
}
