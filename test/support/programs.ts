// Random programs, small enough to try every value.
import fc from 'fast-check';
import type { Formula } from 'sticking-points';
import { holds } from '../../src/positions/formula.js';
import type { Unknown, Values } from '../../src/analysis/program.js';

export interface Drawn {
  readonly unknowns: readonly Unknown[];
  /** The first so many always have to hold. */
  readonly always: number;
  readonly formulas: readonly Formula[];
}

const NAMES = ['a', 'b', 'c', 'd', 'e'];

function formulas(names: readonly string[], scale: number): fc.Arbitrary<Formula> {
  const linear = fc
    .record({
      sum: fc.array(fc.record({ of: fc.constantFrom(...names), times: fc.integer({ min: -5, max: 5 }) }), {
        maxLength: 3,
      }),
      least: fc.integer({ min: -12 * scale, max: 12 * scale }),
    })
    .map((row): Formula => ({ kind: 'linear', ...row }));
  const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
    formula: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 3, arbitrary: linear },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constantFrom('and' as const, 'or' as const, 'or' as const),
          of: fc.array(tie('formula'), { maxLength: 3 }),
        }),
      },
    ),
  }));
  return formula;
}

/** Unknowns with up to `width` values more than one, and formulas over them. */
export function programs({ width = 4, most = 7, scale = 1 } = {}): fc.Arbitrary<Drawn> {
  return fc.integer({ min: 1, max: NAMES.length }).chain((count) => {
    const names = NAMES.slice(0, count);
    const unknown = (name: string) =>
      fc
        .tuple(fc.integer({ min: -3, max: 3 }), fc.nat({ max: width }))
        .map(([least, more]): Unknown => ({ name, least, most: least + more }));
    return fc.record({
      unknowns: fc.tuple(...names.map(unknown)),
      always: fc.nat({ max: 2 }),
      formulas: fc.array(formulas(names, scale), { maxLength: most }),
    });
  });
}

/** Every value of everything. */
function* everything(unknowns: readonly Unknown[]): Generator<Values> {
  const [first, ...rest] = unknowns;
  if (!first) {
    yield {};
    return;
  }
  for (let n = first.least; n <= first.most; n++) {
    for (const others of everything(rest)) yield { [first.name]: n, ...others };
  }
}

/** For each way to give values: which of the formulas hold, as a set of bits. */
export function outcomes({ unknowns, formulas: asked }: Drawn): readonly number[] {
  const found = new Set<number>();
  for (const values of everything(unknowns)) {
    found.add(asked.reduce((bits, formula, i) => bits | (holds(formula, values) ? 1 << i : 0), 0));
  }
  return [...found];
}
