import { listed } from '../../base/list.js';
import { coalitionsOf } from '../../scenario/coalitions.js';
import type { Scenario } from '../../scenario/scenario.js';
import { claimsOf } from '../claims.js';
import type { Concession } from '../find-concessions.js';
import { termsOf } from '../find-conflicts.js';
import { dealSaid } from './deal-said.js';
import { Speaker, type SayOptions } from './speaker.js';

/**
 * Says what would be given up by whom, and one deal that would then meet everything else, as far as the positions turn on
 * it. It is one way of several; nothing says that it is the one to take.
 *
 * @param concession - found with the same `asOf` and `readings`
 * @example
 * const { coalitions } = await findConcessions(fishingQuota());
 * coalitions.flatMap(({ concessions }) => concessions.map((given) => sayConcession(fishingQuota(), given)));
 * // ['Nothing has to be given up: a deal can meet all…', 'Without “catch caught: at least 70 tonnes” (South; the line itself…']
 */
export function sayConcession(scenario: Scenario, { byParty, deal }: Concession, options: SayOptions = {}): string {
  const speaker = new Speaker(scenario, options);
  const given = Object.values(byParty).flatMap((ids) => ids.map((id) => speaker.sourced(id)));
  // Where several sets of parties could agree, what others ask may go unmet.
  const several = coalitionsOf(scenario.agreement, 2).sets.length > 1;
  const whose = several ? 'one set of parties whose acceptance makes' : 'those whose acceptance makes';
  const first =
    given.length > 0
      ? `Without ${listed(given)}, a deal can meet all other red lines and demands of ${whose} an agreement.`
      : `Nothing has to be given up: a deal can meet all red lines and demands of ${whose} an agreement.`;
  const said = dealSaid(scenario, deal, termsAsked(scenario, options));
  return said === '' ? first : `${first} One such deal, worked out here and proposed by nobody: ${said}.`;
}

/** The terms that red lines, demands and scores turn on, in the scenario's order. */
export function termsAsked(scenario: Scenario, options: SayOptions): readonly string[] {
  const asked = new Set(claimsOf(scenario, options).flatMap((claim) => termsOf(scenario, claim)));
  return [...Object.keys(scenario.terms), 'length'].filter((term) => asked.has(term));
}
