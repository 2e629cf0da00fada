import { dealOf, offerOf, type Read } from '../assessment/deal-to-assess.js';
import { FaultError, isFaultError } from '../base/fault.js';
import type { CalendarDate } from '../base/day.js';
import type { Offer } from '../offers/offer.js';
import type { Scenario } from '../scenario/scenario.js';

/**
 * The offer meant, as it was known by a day, laid over the offer space.
 *
 * @throws a `FaultError` with `analysis/unknown-offer`, `analysis/not-yet-reported` or `analysis/unfit-offer`
 */
export function offerToAnalyse(scenario: Scenario, offer: string | Offer, asOf: CalendarDate | undefined): Read {
  try {
    return dealOf(scenario, offerOf(scenario, offer, asOf), asOf);
  } catch (error) {
    if (!isFaultError(error)) throw error;
    const faults = error.faults.map((one) => ({
      ...one,
      code: one.code.replace(/^assess\//, 'analysis/'),
      message: one.message.replace('cannot be assessed', 'cannot be analysed'),
    }));
    throw new FaultError('That offer cannot be analysed.', faults);
  }
}
