import type { Arbitrary } from 'fast-check';
import type { Scenario } from '../../scenario/scenario.js';
import type { PointsPart, ScorePart, TablePart } from '../../scenario/score.js';
import type { Scope } from '../../terms/scope.js';
import { fromSteps, inSteps } from '../../terms/decimal.js';
import { pathsOf, type Quantity, type Term } from '../../terms/term.js';
import { fc } from '../fast-check.js';

const WORTHS = fc.nat({ max: 9 });

/** Drafts of scores of one or two parties of a scenario, by party, of terms of every kind, by phase and in all: that is always assumed. */
export function scores(scenario: Scenario): Arbitrary<object> {
  const score = fc.record({
    because: fc.constant('a drawn score'),
    threshold: WORTHS,
    parts: fc.array(parts(scenario), { maxLength: 3, size: 'small' }),
  });
  const parties = Object.keys(scenario.parties);
  return fc
    .tuple(fc.subarray(parties, { minLength: 1, maxLength: Math.min(2, parties.length) }), score, score)
    .map(([scored, ...each]) => Object.fromEntries(scored.map((party, i) => [party, each[i]])));
}

function parts({ terms, space }: Scenario): Arbitrary<ScorePart> {
  const phases = space.phases.most;
  return fc.oneof(
    ...Object.entries(terms).map(([id, term]): Arbitrary<ScorePart> =>
      term.kind === 'quantity' ? points(id, term, phases) : tables(id, term, phases),
    ),
  );
}

/** Worth more or less at up to three figures: the ends of the term, and others near its least. */
function points(id: string, term: Quantity, phases: number): Arbitrary<PointsPart> {
  const { bounds, step } = term;
  const least = inSteps(bounds.least, step);
  const most = bounds.most === undefined ? least + 5 : inSteps(bounds.most, step);
  const phase = fc.integer({ min: 1, max: phases });
  const scopes: Arbitrary<Scope | undefined> =
    term.scope === 'deal'
      ? fc.constant(undefined)
      : fc.oneof(
          fc.constantFrom(undefined, 'total' as const),
          phase,
          phase.map((upTo) => ({ upTo })),
        );
  const figure = fc.oneof(fc.constantFrom(least, most), fc.integer({ min: least, max: least + 5 }));
  return fc
    .record({
      of: fc.constantFrom(...pathsOf(id, term)),
      scope: scopes,
      at: fc.uniqueArray(figure, { minLength: 1, maxLength: 3, size: 'small' }),
      worths: fc.tuple(WORTHS, WORTHS, WORTHS),
    })
    .map(({ of, scope, at, worths }) => ({
      of,
      ...(scope !== undefined && { in: scope }),
      points: [...at].sort((a, b) => a - b).map((steps, i) => ({ at: fromSteps(steps, step), worth: worths[i] ?? 0 })),
    }));
}

function tables(id: string, term: Exclude<Term, Quantity>, phases: number): Arbitrary<TablePart> {
  const options = term.kind === 'flag' ? ['yes', 'no'] : Object.keys(term.options);
  const phase = term.scope === 'phase' ? fc.integer({ min: 1, max: phases }) : fc.constant(undefined);
  return fc.tuple(fc.tuple(...options.map(() => WORTHS)), phase).map(([worths, scope]) => ({
    of: id,
    ...(scope !== undefined && { in: scope }),
    table: Object.fromEntries(options.map((option, i) => [option, worths[i] ?? 0])),
  }));
}
