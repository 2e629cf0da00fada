import type { Point } from '../../machine/history.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import { horizonOf, latestDayIn } from './horizon.js';

/** By what a law may tell apart talks that a walk counts as one state. */
export const UNTOLD = ['log', 'day', 'asOf', 'order', 'repeats'] as const;

/** One of {@link UNTOLD}. */
export type Untold = (typeof UNTOLD)[number];

/**
 * What the state at a point leaves untold: what others that are counted as the same one may have otherwise.
 *
 * @param severally - the points to which several courses lead
 */
export function untoldBy(
  scenario: Scenario,
  menu: readonly TalksEvent[],
  extensions: number,
  severally: ReadonlySet<Point>,
): (point: Point) => ReadonlySet<Untold> {
  const horizon = horizonOf(scenario, menu, extensions);
  const latest = latestDayIn([scenario, menu]);
  const daysPass = menu.some((event) => event.type === 'days.passed' || event.on !== undefined);
  return (point) => {
    const { deal, asOf, met } = point.snapshot.context;
    const isUntold: Readonly<Record<Untold, boolean>> = {
      log: severally.has(point),
      // The run of a text has days of its own, all of which are told apart.
      day: daysPass && deal !== null && !deal.text && deal.day >= horizon(deal),
      asOf: asOf !== null && latest !== undefined && asOf > latest,
      order: met.length > 1 || (deal?.disputes.length ?? 0) > 1,
      repeats: Object.values(deal?.text?.duties ?? {}).some((reports) =>
        reports.some(({ what }, i) => what === 'breach cured' && reports[i - 1]?.what === 'breach alleged'),
      ),
    };
    return new Set(UNTOLD.filter((what) => isUntold[what]));
  };
}
