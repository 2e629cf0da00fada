import { bridgesTo, type Bridge } from './bridge.js';
import type { Bridging } from './bridging.js';
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

/** Bridges from an offer, for the first so many concession sets of each set of parties whose acceptance makes an agreement. */
export async function bridgesFrom(
  bridging: Bridging,
  { coalitions }: ConcessionsFound,
  most: number,
): Promise<readonly ExplainedBridge[]> {
  const { claims } = bridging.whole;
  const bridges: ExplainedBridge[] = [];
  for (const { parties, concessions } of coalitions) {
    for (const { positions: without } of concessions.slice(0, most)) {
      const kept = claims.flatMap(({ id, party }, i) => (parties.includes(party) && !without.includes(id) ? [i] : []));
      if (kept.length === 0) continue;
      const { bridges: found, stopped } = await bridgesTo(bridging, kept);
      const [nearest] = found;
      bridges.push({
        parties,
        without,
        keep: kept.flatMap((i) => claims[i]?.id ?? []),
        ...(nearest && { bridge: nearest }),
        complete: stopped === undefined,
        ...(stopped && { stopped }),
      });
    }
  }
  return bridges;
}
