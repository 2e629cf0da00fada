import { unique } from '../base/list.js';
import type { Scenario } from '../scenario/scenario.js';
import type { TermSpan } from './spans.js';
import { zopa, type Zopa, type ZopaOptions } from './zopa.js';

/** How the span of one thing differs once positions are revised. */
export interface SpanMove {
  readonly path: string;
  /** Absent where there was no such offer, or none with this phase. */
  readonly before?: TermSpan;
  /** Absent where there no longer is one. */
  readonly after?: TermSpan;
}

/** How the zone of possible agreement of some parties moves. */
export interface CoalitionMoves {
  readonly parties: readonly string[];
  /** Whether there is no offer that meets all they ask, before and after; absent where that was not settled. */
  readonly wasEmpty?: boolean;
  readonly isEmpty?: boolean;
  /** What differs, in the declared order; nothing where all stays. */
  readonly moves: readonly SpanMove[];
}

/** How spans move when positions are revised. Plain JSON. */
export interface ZopaMoves {
  readonly before: Zopa;
  readonly after: Zopa;
  readonly coalitions: readonly CoalitionMoves[];
  /** Whether both were found in full; where not, moves of what was not found are left out. */
  readonly complete: boolean;
}

/**
 * Finds how the zone of possible agreement, and the span of each term in it, moves from one scenario to another: the same
 * with positions revised, given up or added.
 *
 * @param revised - the scenario after the revision; one that talks give is such a scenario
 * @param options - for both; a choice of readings has to fit both
 * @throws a `FaultError` with what `zopa` throws
 * @example
 * const { enough, ...others } = scenario.positions;
 * const { coalitions } = await zopaMoves(scenario, { ...scenario, positions: others });
 * coalitions[0]?.moves;
 * // [{ path: 'catch', before: { path: 'catch', least: 40, most: 60 }, after: { path: 'catch', least: 0, most: 60 } }]
 */
export async function zopaMoves(scenario: Scenario, revised: Scenario, options: ZopaOptions = {}): Promise<ZopaMoves> {
  const [before, after] = [await zopa(scenario, options), await zopa(revised, options)];
  const coalitions = before.coalitions.flatMap((was): readonly CoalitionMoves[] => {
    const now = after.coalitions.find(({ parties }) => parties.join() === was.parties.join());
    if (!now) return [];
    const paths = unique([...was.spans, ...now.spans].map(({ path }) => path));
    const moves = paths.flatMap((path): readonly SpanMove[] => {
      const [from, to] = [was, now].map(({ spans }) => spans.find((span) => span.path === path));
      if (JSON.stringify(from) === JSON.stringify(to)) return [];
      // One that was not found is no change.
      if ((!from && !before.complete) || (!to && !after.complete)) return [];
      return [{ path, ...(from && { before: from }), ...(to && { after: to }) }];
    });
    return [
      {
        parties: was.parties,
        ...(was.empty !== undefined && { wasEmpty: was.empty }),
        ...(now.empty !== undefined && { isEmpty: now.empty }),
        moves,
      },
    ];
  });
  return { before, after, coalitions, complete: before.complete && after.complete };
}
