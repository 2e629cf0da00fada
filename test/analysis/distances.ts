// Programs over unknowns of any range that another exact method answers: their linear formulas speak of one unknown or of
// how far two lie apart, and such conditions fit together just where no circle of distances is shorter than nothing.
import fc from 'fast-check';
import type { Formula } from '../../src/positions/formula.js';
import type { Program, Unknown } from '../../src/analysis/program.js';
import type { Question } from './programs.js';

/** Programs of up to four unknowns between `-range` and `range`, each condition times up to `times`. */
export function distances(range: number, times: number): fc.Arbitrary<Question> {
  const line = fc.oneof(fc.integer({ min: -range, max: range }), fc.integer({ min: -3, max: 3 }));
  return fc.integer({ min: 2, max: 4 }).chain((count) => {
    const name = fc.integer({ min: 0, max: count - 1 }).map((i) => `x${i}`);
    const linear = fc
      .record({
        a: name,
        b: fc.option(name),
        sign: fc.constantFrom(1, -1),
        by: fc.integer({ min: 1, max: times }),
        line,
      })
      .filter(({ a, b }) => a !== b)
      .map(({ a, b, sign, by, line }): Formula => ({
        kind: 'linear',
        sum: [{ of: a, times: sign * by }, ...(b === null ? [] : [{ of: b, times: -sign * by }])],
        // Not always a multiple, so that rounding matters.
        least: line * by - (by > 1 ? 1 : 0),
      }));
    const some = fc.array(linear, { minLength: 1, maxLength: 3 });
    const clause = fc
      .array(
        some.map((of): Formula => ({ kind: 'and', of })),
        { minLength: 1, maxLength: 3 },
      )
      .map((of): Formula => ({ kind: 'or', of }));
    return fc.record({
      program: fc.record({
        unknowns: fc.constant(
          Array.from({ length: count }, (_, i): Unknown => ({ name: `x${i}`, least: 0, most: range })),
        ),
        must: fc.array(clause, { minLength: 1, maxLength: 4 }),
      }),
      goal: fc.record({ of: name, times: fc.constantFrom(1, -1) }).map((one) => [one]),
    });
  });
}

/** The least that the goal's one unknown can come to, by shortest ways through every choice of parts. */
export function leastByDistances({ program, goal }: Question): number | undefined {
  const [{ of, times } = { of: '', times: 1 }] = goal;
  const ends = everyChoice(program.must).flatMap((rows) => endsOf(program, rows, of) ?? []);
  const each = ends.map(({ least, most }) => (times > 0 ? least : -most));
  return each.length === 0 ? undefined : Math.min(...each);
}

type Linear = Extract<Formula, { kind: 'linear' }>;

/** One part of every `or`, in every way. */
function everyChoice(of: readonly Formula[]): readonly (readonly Linear[])[] {
  return of.reduce<readonly (readonly Linear[])[]>(
    (before, formula) => before.flatMap((rows) => choicesIn(formula).map((more) => [...rows, ...more])),
    [[]],
  );
}

function choicesIn(formula: Formula): readonly (readonly Linear[])[] {
  if (formula.kind === 'linear') return [[formula]];
  return formula.kind === 'and' ? everyChoice(formula.of) : formula.of.flatMap(choicesIn);
}

/** The ends between which an unknown can lie where all these rows hold (Bellman 1958, Ford 1956), if anywhere. */
function endsOf(
  { unknowns }: Program,
  rows: readonly Linear[],
  name: string,
): { least: number; most: number } | undefined {
  const origin = '';
  // from − to ≥ line: an arc of length −line from `from` to `to`.
  const arcs = [
    ...unknowns.flatMap((u) => [
      { from: u.name, to: origin, line: u.least },
      { from: origin, to: u.name, line: -u.most },
    ]),
    ...rows.map(({ sum, least }) => {
      const by = Math.abs(sum[0]?.times ?? 1);
      const line = Math.ceil(least / by);
      const at = (sign: number): string => sum.find((m) => Math.sign(m.times) === sign)?.of ?? origin;
      return { from: at(1), to: at(-1), line };
    }),
  ];
  const nodes = [origin, ...unknowns.map((u) => u.name)];
  const shortestFrom = (start: string): ReadonlyMap<string, number> | undefined => {
    const way = new Map([[start, 0]]);
    for (let round = 0; round <= nodes.length; round++) {
      let changed = false;
      for (const { from, to, line } of arcs) {
        const there = (way.get(from) ?? Infinity) - line;
        if (there >= (way.get(to) ?? Infinity)) continue;
        way.set(to, there);
        changed = true;
      }
      if (!changed) return way;
    }
    return undefined;
  };
  // from − to ≥ line, so to ≤ from − line: the shortest way to an unknown is the most it can be.
  const out = shortestFrom(origin);
  const back = shortestFrom(name);
  if (out === undefined || back === undefined) return undefined;
  return { least: -(back.get(origin) ?? Infinity), most: out.get(name) ?? Infinity };
}
