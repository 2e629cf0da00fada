import type { Offer } from '../offers/offer.js';
import type { Scenario } from '../scenario/scenario.js';
import { bridge, type Bridge } from './bridge.js';
import type { AnalysisOptions } from './case.js';
import { claimsOf } from './claims.js';
import type { ConcessionsFound } from './find-concessions.js';
import type { Stopped } from './watch.js';

/** The nearest offer to the one on the table that meets everything but what one concession set gives up. */
export interface ExplainedBridge {
  readonly parties: readonly string[];
  /** The concession set: what need not be met; nothing, where nothing has to be given up. */
  readonly without: readonly string[];
  /** What is met. */
  readonly keep: readonly string[];
  /** Absent where none was found in time. */
  readonly bridge?: Bridge;
  /** Whether it is proved that none is nearer. */
  readonly complete: boolean;
  readonly stopped?: Stopped;
}

/**
 * Bridges from an offer, for the first so many concession sets of each set of parties whose acceptance makes an agreement.
 *
 * @param options - the day and the readings with which the concession sets were found
 */
export async function bridgesFrom(
  scenario: Scenario,
  offer: Offer,
  { coalitions }: ConcessionsFound,
  options: () => AnalysisOptions,
  most: number,
): Promise<readonly ExplainedBridge[]> {
  const claims = claimsOf(scenario, options());
  const bridges: ExplainedBridge[] = [];
  for (const { parties, concessions } of coalitions) {
    for (const { positions: without } of concessions.slice(0, most)) {
      const kept = claims.filter((claim) => parties.includes(claim.party) && !without.includes(claim.id));
      const keep = kept.map((claim) => claim.id);
      if (keep.length === 0) continue;
      const found = await bridge(scenario, offer, { ...options(), keep });
      const [nearest] = found.coalitions.flatMap((one) => one.bridges);
      const { complete, stopped } = found;
      bridges.push({
        parties,
        without,
        keep,
        ...(nearest && { bridge: nearest }),
        complete,
        ...(stopped && { stopped }),
      });
    }
  }
  return bridges;
}
