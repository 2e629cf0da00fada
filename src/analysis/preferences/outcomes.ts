import { fault, FaultError } from '../../base/fault.js';
import type { Scenario } from '../../scenario/scenario.js';
import { countOf, listed, rowsIn } from './listed-space.js';
import { runWith, type PreferencesOptions } from './options.js';
import { outcomeAt, spokenIn, type ScoredDeal, type Spoken } from './scored-deal.js';
import { scoredSpace } from './scored-space.js';

/** Every outcome of a scenario. Not plain JSON: scores stand in one typed array, and offers are made when asked for. */
export interface Outcomes extends Spoken {
  readonly count: number;
  /** The scores of the first outcome, party by party, then those of the second, and so on; as the modeller counts. */
  readonly scores: Float64Array;
  /** The outcome with this number, from 0; a `RangeError` for a number that none has. */
  readonly at: (number: number) => ScoredDeal;
}

/**
 * Lists every deal that meets the invariants, as far as the scores can tell them apart: of deals in which every part, what
 * hangs together by ties and norms, is worth the same to everybody, one. Counted exactly before any is listed.
 *
 * @throws a `FaultError` with `analysis/too-many-outcomes` where they are more than the limit, and as `paretoFrontier` does
 * @example
 * const lake = defineScenario({
 *   id: 'lake',
 *   parties: { north: {} },
 *   terms: { catch: { kind: 'quantity', unit: 'tonnes', step: 50, bounds: { most: 100 } }, observer: { kind: 'flag' } },
 *   positions: {},
 *   scores: {
 *     north: { because: 'To try it.', threshold: 0, parts: [{ of: 'catch', points: [{ at: 0, worth: 0 }, { at: 100, worth: 8 }] }] },
 *   },
 * });
 * const outcomes = listOutcomes(lake);
 * [outcomes.count, ...outcomes.scores]; // [3, 0, 4, 8]
 * outcomes.at(1).scores; // { north: 4 }
 */
export function listOutcomes(
  scenario: Scenario,
  options: Pick<PreferencesOptions, 'limit' | 'meeting'> = {},
): Outcomes {
  const { limit } = runWith(options);
  const space = scoredSpace(scenario, options.meeting);
  const cases = listed(space, limit);
  const count = cases && countOf(cases);
  if (!cases || count === undefined || count > limit) {
    const many = count === undefined ? `more than ${limit}` : String(count);
    const message = `There are ${many} outcomes and the limit is ${limit}: raise it, or ask for the frontier, which need not list them.`;
    throw new FaultError(`The outcomes of '${scenario.id}' cannot be listed.`, [
      fault('analysis/too-many-outcomes', ['limit'], message, { limit, ...(count !== undefined && { count }) }),
    ]);
  }
  const rows = rowsIn(space, cases, 'all', limit);
  const { parties } = rows;
  return {
    ...spokenIn(space),
    count,
    scores: rows.worth.map((worth, i) => worth / (space.scores[i % parties]?.per ?? 1)),
    at: (number) => {
      if (!Number.isInteger(number) || number < 0 || number >= count)
        throw new RangeError(`There is no outcome ${number}.`);
      return outcomeAt(space, rows, number);
    },
  };
}
