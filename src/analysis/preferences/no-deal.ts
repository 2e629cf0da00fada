import { dualise } from '../dualise.js';
import { Feasibility } from '../feasibility.js';
import { proofOf } from '../find-conflicts.js';
import { met, offerSpace } from '../offer-space.js';
import type { Proof } from '../proof.js';
import { positionsMeant } from './meeting.js';
import type { PreferencesOptions, Run } from './options.js';
import type { ScoredSpace } from './scored-space.js';

/** Why there is no deal to be worth anything: what excludes what. */
export interface NoDeal {
  /**
   * A smallest set of the positions that every deal was to meet, each in all its readings, that no offer meets together;
   * empty where the invariants leave no offer by themselves.
   */
  readonly positions: readonly string[];
  /** `searched` where it takes more cases than anybody would read. */
  readonly proof: Proof;
}

/** Why a space has no deal, of which it is known that it has none; nothing where a limit ended the search for the reason. */
export async function noDeal(
  { scenario }: ScoredSpace,
  { meeting }: PreferencesOptions,
  { watch, solver }: Run,
): Promise<NoDeal | undefined> {
  const asked = positionsMeant(scenario, meeting).map(({ id, readings }) => ({
    id,
    formula: { kind: 'and', of: readings.map(({ condition }) => met(scenario, condition)) } as const,
  }));
  const formulas = asked.map(({ formula }) => formula);
  const space = offerSpace(scenario, formulas);
  const feasibility = new Feasibility(space, formulas, watch, solver);
  const reason = (numbers: readonly number[]): NoDeal => {
    const members = numbers.map((i) => asked[i]!); // by place in the same list
    return { positions: members.map(({ id }) => id), proof: proofOf({ scenario, space }, members) };
  };
  if ((await feasibility.check([])).found === 'nothing') return reason([]);
  const { conflicts } = await dualise({
    claims: asked.map((_, i) => i),
    mayGive: () => true,
    check: (claims) => feasibility.check(claims),
    watch,
    enough: (found) => found > 0,
  });
  return conflicts[0] && reason(conflicts[0]);
}
