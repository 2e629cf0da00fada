import type { Formula, NamedMultiple } from '../../positions/formula.js';
import type { Scenario } from '../../scenario/scenario.js';
import { met, offerSpace } from '../offer-space.js';
import type { Program, Unknown } from '../program.js';
import { positionsMeant, type Meeting } from './meeting.js';
import { wholeScores, type Stretch, type WholeScore } from './whole-scores.js';

/** What an unknown adds to a party's score. */
export interface Share {
  /** The number of the party among those that have a score. */
  readonly party: number;
  readonly unknown: string;
  readonly stretches: readonly Stretch[];
}

/** The offer space with what it is worth to each party. */
export interface ScoredSpace {
  readonly scenario: Scenario;
  readonly program: Program;
  readonly scores: readonly WholeScore[];
  readonly shares: readonly Share[];
}

/**
 * Every deal that meets the invariants, and the positions that are asked for, with what it is worth. A score that speaks of
 * a sum gets an unknown of its own for it.
 *
 * @throws a `FaultError` with `analysis/unbounded` where a score speaks of a figure without an upper end, and as
 *   `wholeScores` and `positionsMeant` say
 */
export function scoredSpace(scenario: Scenario, meeting: Meeting | undefined): ScoredSpace {
  const scores = wholeScores(scenario);
  const wanted = positionsMeant(scenario, meeting).flatMap((position) =>
    position.readings.map((reading) => met(scenario, reading.condition)),
  );
  const spoken = scores.flatMap(({ addends }) =>
    addends.map(({ of }): Formula => ({ kind: 'linear', sum: of, least: 0 })),
  );
  const { unknowns, must } = offerSpace(scenario, [...wanted, ...spoken]);
  const known = new Map(unknowns.map((unknown) => [unknown.name, unknown]));
  const sums = new Map<string, { readonly unknown: Unknown; readonly rows: readonly Formula[] }>();
  const shares = scores.flatMap((score, party) =>
    score.addends.map(({ of, stretches }): Share => ({ party, unknown: unknownFor(of, known, sums), stretches })),
  );
  const added = [...sums.values()];
  return {
    scenario,
    program: {
      unknowns: [...unknowns, ...added.map((sum) => sum.unknown)],
      must: [...must, ...wanted, ...added.flatMap((sum) => sum.rows)],
    },
    scores,
    shares,
  };
}

/** The name of the unknown that is this sum, which is made where there is none. */
function unknownFor(
  of: readonly NamedMultiple[],
  known: ReadonlyMap<string, Unknown>,
  sums: Map<string, { readonly unknown: Unknown; readonly rows: readonly Formula[] }>,
): string {
  const [only, ...others] = of;
  if (only && others.length === 0 && only.times === 1) return only.of;
  const name = of.map((m) => `${m.times} × ${m.of}`).join(' + '); // no variable of an offer space has such a name
  if (!sums.has(name)) {
    const end = (side: 'least' | 'most') => of.reduce((sum, m) => sum + m.times * (known.get(m.of)?.[side] ?? 0), 0);
    const less = of.map((m) => ({ of: m.of, times: -m.times }));
    sums.set(name, {
      unknown: { name, least: end('least'), most: end('most') },
      rows: [
        { kind: 'linear', sum: [...of, { of: name, times: -1 }], least: 0 },
        { kind: 'linear', sum: [...less, { of: name, times: 1 }], least: 0 },
      ],
    });
  }
  return name;
}
