import fc from 'fast-check';
import type { PointsPart, Scenario, Score, ScorePart, TablePart, Term } from 'sticking-points';
import { scenarios, type ScenariosConstraints } from 'sticking-points/testing';
import { PLAIN } from '../support/plain.js';

/** Small scenarios in which some parties have a score: of quantities, categories, flags and choices, by phase and in all. */
export function scoredScenarios(constraints: ScenariosConstraints = {}): fc.Arbitrary<Scenario> {
  return scenarios({ terms: 3, phases: 2, steps: 5, positions: 1, ...PLAIN, ...constraints }).chain((scenario) => {
    const [first = '', ...others] = Object.keys(scenario.parties);
    return fc
      .tuple(
        scores(scenario),
        ...others.map(() => fc.option(fc.oneof(scores(scenario), fc.constant('mirrored' as const)), { freq: 5 })),
      )
      .map(([score, ...more]): Scenario => {
        const scored = more.flatMap((one, i) =>
          one ? [[others[i] ?? '', one === 'mirrored' ? mirrored(score) : one] as const] : [],
        );
        return { ...scenario, scores: { [first]: score, ...Object.fromEntries(scored) } };
      });
  });
}

/** What is worth much is worth little, and the other way round: where two parties want the opposite, solutions tie. */
function mirrored(score: Score): Score {
  const other = (worth: number) => Number((5 - worth).toFixed(6));
  return {
    ...score,
    parts: score.parts.map((part) =>
      'points' in part
        ? { ...part, points: part.points.map(({ at, worth }) => ({ at, worth: other(worth) })) }
        : { ...part, table: Object.fromEntries(Object.entries(part.table).map(([o, worth]) => [o, other(worth)])) },
    ),
  };
}

function scores(scenario: Scenario): fc.Arbitrary<Score> {
  return fc
    .record({
      threshold: fc.oneof(fc.integer({ min: -2, max: 6 }), fc.constantFrom(0.5, 1.25, 40)),
      parts: fc.array(parts(scenario), { minLength: 3, maxLength: 5 }),
    })
    .map(({ threshold, parts: drawn }) => ({ threshold, parts: drawn, basis: 'assumed', because: 'To try it.' }));
}

function parts(scenario: Scenario): fc.Arbitrary<ScorePart> {
  const terms = Object.entries(scenario.terms);
  return fc.constantFrom(...terms).chain(([id, term]) => partOf(id, term, scenario.space.phases.most));
}

const worth = fc.oneof(fc.integer({ min: -2, max: 9 }), fc.constantFrom(0.5, 0.1, 2.25));

function partOf(id: string, term: Term, phases: number): fc.Arbitrary<ScorePart> {
  const phase = fc.integer({ min: 1, max: phases });
  const within = <P>(part: P, scope: number | undefined) => (scope === undefined ? part : { ...part, in: scope });
  if (term.kind !== 'quantity') {
    const options = term.kind === 'flag' ? ['yes', 'no'] : Object.keys(term.options);
    return fc
      .tuple(fc.tuple(...options.map(() => worth)), term.scope === 'phase' ? phase : fc.constant(undefined))
      .map(([worths, scope]): TablePart =>
        within({ of: id, table: Object.fromEntries(options.map((o, i) => [o, worths[i] ?? 0])) }, scope),
      );
  }
  const paths = [id, ...Object.keys(term.categories).map((category) => `${id}/${category}`)];
  const scopes =
    term.scope === 'deal'
      ? fc.constant(undefined)
      : fc.oneof(
          fc.constantFrom(undefined, 'total' as const),
          phase,
          phase.map((upTo) => ({ upTo })),
        );
  // On the step, between two steps, and beyond the bounds.
  const figure = fc.integer({ min: -6, max: 14 }).map((n) => Number(((n * term.step) / 2).toFixed(6)));
  return fc
    .record({
      of: fc.constantFrom(...paths),
      scope: scopes,
      figures: fc.uniqueArray(figure, { minLength: 1, maxLength: 4 }),
      worths: fc.array(worth, { minLength: 4, maxLength: 4 }),
    })
    .map(({ of, scope, figures, worths }): PointsPart => ({
      of,
      ...(scope !== undefined && { in: scope }),
      points: figures.sort((a, b) => a - b).map((at, i) => ({ at, worth: worths[i] ?? 0 })),
    }));
}
