// Random programs small enough to try every value of every unknown.
import fc from 'fast-check';
import { holds, type Formula, type NamedMultiple } from '../../src/positions/formula.js';
import type { Program, Unknown, Values } from '../../src/analysis/program.js';

/** A program, and a sum to make least. */
export interface Question {
  readonly program: Program;
  readonly goal: readonly NamedMultiple[];
}

/** How large the figures of random programs are, either way of zero. */
export interface Sizes {
  readonly times: number;
  readonly line: number;
}

/** Programs of up to six unknowns with a few values each, formulas within formulas three deep. */
export function questions({ times, line }: Sizes = { times: 5, line: 20 }): fc.Arbitrary<Question> {
  return unknowns.chain((list) => {
    const names = list.map((u) => u.name);
    // Now and then a name that nothing is known of, which counts as 0, and one name twice.
    const multiple = fc.record({
      of: fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...names) }, fc.constant('unheard of')),
      times: fc.integer({ min: -times, max: times }),
    });
    const sum = fc.array(multiple, { maxLength: 4 });
    const linear = fc.record({
      kind: fc.constant('linear' as const),
      sum,
      least: fc.integer({ min: -line, max: line }),
    });
    const nested = fc.letrec<{ formula: Formula }>((tie) => ({
      formula: fc.oneof(
        { maxDepth: 3, depthIdentifier: 'formula' },
        { weight: 2, arbitrary: linear },
        {
          weight: 3,
          arbitrary: fc.record({
            kind: fc.constantFrom('and' as const, 'or' as const),
            of: fc.array(tie('formula'), { maxLength: 4, depthIdentifier: 'formula' }),
          }),
        },
      ),
    })).formula;
    return fc.record({
      program: fc.record({ unknowns: fc.constant(list), must: fc.array(nested, { maxLength: 5 }) }),
      goal: sum,
    });
  });
}

const unknowns: fc.Arbitrary<readonly Unknown[]> = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: fc.constant({ least: 0, width: 1 }) },
      {
        weight: 3,
        arbitrary: fc.record({ least: fc.integer({ min: -3, max: 3 }), width: fc.integer({ min: 0, max: 4 }) }),
      },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((ends) => ends.map(({ least, width }, i) => ({ name: `x${i}`, least, most: least + width })));

/** Every choice of values between the ends of the unknowns. */
function* everyValues(unknowns: readonly Unknown[]): Generator<Values> {
  const [first, ...rest] = unknowns;
  if (first === undefined) {
    yield {};
    return;
  }
  for (const others of everyValues(rest)) {
    for (let value = first.least; value <= first.most; value++) yield { [first.name]: value, ...others };
  }
}

/** What a sum comes to. */
export function worth(sum: readonly NamedMultiple[], values: Values): number {
  return sum.reduce((total, { of, times }) => total + times * (values[of] ?? 0), 0);
}

/** The least that the goal's sum can be, by trying every value; `undefined` where nothing fits. */
export function leastByTrying({ program, goal }: Question): number | undefined {
  let least: number | undefined;
  for (const values of everyValues(program.unknowns)) {
    const at = worth(goal, values);
    if ((least === undefined || at < least) && program.must.every((formula) => holds(formula, values))) least = at;
  }
  return least;
}
