import { assess } from '../../assessment/assess.js';
import { unknownId } from '../../positions/checks.js';
import type { Condition } from '../../positions/condition.js';
import { say } from '../../positions/say.js';
import type { Position } from '../../positions/position.js';
import type { Scenario } from '../../scenario/scenario.js';
import { deepFreeze } from '../../base/freeze.js';
import { remembered } from '../../base/remembered.js';
import type { OfferInvariant } from '../invariant.js';
import { fitting, inPlace, refuse } from './fitting.js';

/**
 * With a position replaced by a weaker condition, or given up, an offer has no sticking point that it did not have before.
 *
 * Undetermined where the position was open and the weaker condition is unmet: of what an offer leaves open, one condition
 * may be told more sharply than the other. A condition that is not weaker, or an answer of the library's that is not
 * monotone, breaks it where the position was met. Of a position in several readings the condition takes the place of all,
 * and has to be weaker than every one of them.
 *
 * @param position - a position, by its id
 * @param weaker - what is asked instead; `null` for nothing
 * @throws once asked: a `FaultError` with `scenario/unknown-position`, or the faults of a condition that does not fit the
 *   scenario, and `testing/no-finding`; or with those of `assess` for an offer that contradicts itself
 * @example
 * const law = weakerNeverAddsSticking('enough', { kind: 'compare', of: 'catch', op: '>=', line: 35 });
 * law.offer(first, scenario); // 'held'
 *
 * // The counter-offer gives 50 tonnes: that it should give 55 is no weaker than that it should give 40.
 * const firmer = weakerNeverAddsSticking('enough', { kind: 'compare', of: 'catch', op: '>=', line: 55 });
 * firmer.offer(counter, scenario); // 'broken'
 */
export function weakerNeverAddsSticking(position: string, weaker: Condition | null): OfferInvariant {
  const replacedIn = remembered((scenario: Scenario) => inPlace(scenario, () => replaced(scenario, position, weaker)));
  return {
    title: `nothing more sticks once ${position} asks ${weaker === null ? 'nothing' : 'less'}`,
    offer: (offer, scenario) => {
      const instead = replacedIn(scenario);
      const before = new Map(assess(scenario, offer).verdicts.map((point) => [point.position, point.verdict]));
      const after = assess(instead, offer).stickingPoints.map((point) => before.get(point.position));
      if (after.every((verdict) => verdict === 'unmet')) return 'held';
      // Where one was open, the weaker one may only be told more sharply.
      return after.every((verdict) => verdict === 'unmet' || verdict === 'open') ? 'undetermined' : 'broken';
    },
  };
}

/** The scenario with a position that asks something else, in one reading, or is gone. */
function replaced(scenario: Scenario, id: string, condition: Condition | null): Scenario {
  const { [id]: known, ...others } = scenario.positions;
  if (!known || !Object.hasOwn(scenario.positions, id)) {
    const ids = Object.keys(scenario.positions);
    refuse([unknownId('position', 'scenario/unknown-position', ['position'], id, ids)]);
  }
  if (!known || condition === null) return deepFreeze({ ...scenario, positions: others });
  const { note: _, reservation: __, ...kept } = known;
  const position: Position = {
    ...kept,
    title: say(fitting(scenario, condition), scenario),
    readings: [{ id: 'weaker', condition, basis: 'assumed', citations: [] }],
  };
  return deepFreeze({ ...scenario, positions: { ...scenario.positions, [id]: position } });
}
