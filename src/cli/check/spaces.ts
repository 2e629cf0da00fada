import { reportedBy } from '../../evidence/clocks.js';
import { inOrderOfEvent } from '../../offers/order.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { Among } from '../../testing/among.js';

/** Of what properties are asked, and what that is called. */
export interface Space {
  readonly of: string;
  readonly among: Among;
}

/** Each offer's possible texts, or all deals, or all offers. */
export function spaces(
  scenario: Scenario,
  among: 'texts' | 'deals' | 'offers',
  offers: readonly string[],
  asOf: string | undefined,
): readonly Space[] {
  if (among === 'deals') return [{ of: 'every deal that all whose acceptance it takes would accept', among }];
  if (among === 'offers') return [{ of: 'every offer', among }];
  const reported = inOrderOfEvent(Object.values(scenario.offers)).filter((one) => reportedBy(one.reported, asOf));
  const ids = offers.length > 0 ? offers : reported.map(({ id }) => id);
  return ids.map((completing) => ({
    of: `every text that '${completing}' may turn out to be`,
    among: { completing },
  }));
}
