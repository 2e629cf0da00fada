import type { Offer } from '../../offers/offer.js';
import type { Scenario } from '../../scenario/scenario.js';
import { dealCode } from './deal-code.js';
import { dealText } from './deal-text.js';
import { inReport } from './in-report.js';
import { printed } from './printed.js';

/**
 * The same offer, which fast-check's reports of failures show as a person reads it and as code to paste. Drawn offers are
 * printed so already; one that was changed after it was drawn is another, and no longer is.
 *
 * @example
 * const more = printedDeal(scenario, { ...first, label: 'more of it' });
 * fc.stringify(more).split('\n')[1]; // '// more of it (first-offer): proposal by south, partly known'
 */
export function printedDeal(scenario: Scenario, offer: Offer): Offer {
  return printed(offer, () => inReport(dealText(scenario, offer), dealCode(offer, scenario)));
}
