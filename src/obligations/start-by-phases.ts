import type { Offer } from '../offers/offer.js';
import { phaseEnd, phaseStart, type Text } from '../offers/text/text.js';
import { START } from '../offers/text/trigger.js';
import type { Scenario } from '../scenario/scenario.js';
import { phaseOf } from './course.js';
import { plusDays, type Instant } from './instant.js';

/**
 * The day of the entry into force by that of a phase, of which alone it is told when it begins or ends: as far as phases follow
 * each other from the start on, and those before it have so many days.
 */
export function startByPhases(
  scenario: Scenario,
  offer: Offer,
  text: Text,
  events: Readonly<Record<string, Instant>>,
): Instant | undefined {
  if (text.events[START]?.trigger) return undefined;
  let before = 0;
  for (let n = 1; n <= scenario.space.phases.most && !text.phases[n]?.begins; n++) {
    const begins = events[phaseStart(n)];
    if (begins) return plusDays(begins, -before);
    const { days, has } = phaseOf(scenario, offer, n, null);
    if (has === false || days.most === undefined || days.most !== days.least) return undefined;
    before += days.most;
    const ends = events[phaseEnd(n)];
    if (ends) return plusDays(ends, -before);
  }
  return undefined;
}
