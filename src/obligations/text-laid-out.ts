import { once } from '../base/once.js';
import type { Offer } from '../offers/offer.js';
import { readDeal } from '../offers/read-deal.js';
import type { Text } from '../offers/text/text.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import { PHASES, placeOf } from '../terms/layout.js';
import { withPhaseEnds } from './phase-rates.js';
import { withReports } from './reporting.js';

/** The text of an offer as it is laid out and carried out: with the reports that its bodies owe, and what follows from its phases. */
export function textLaidOut(scenario: Scenario, offer: Offer, text: Text): Text {
  const last = lastPhase(scenario, offer);
  return withPhaseEnds(withReports(scenario, text, last), last);
}

/** The last phase that a deal certainly has. */
export function lastPhase(scenario: Scenario, offer: Offer): () => number {
  return once(() => {
    const { layout, bounds } = readDeal(settingOf(scenario), offer);
    return Math.max(1, bounds.least[placeOf(layout, PHASES)] ?? 1);
  });
}
