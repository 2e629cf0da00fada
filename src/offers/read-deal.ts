import type { CalendarDate } from '../base/day.js';
import type { Deal } from './deal.js';
import { groundOf } from './ground.js';
import { Ledger, type Setting } from './ledger.js';
import type { Offer } from './offer.js';
import { enterAbsences } from './read-absences.js';
import { enterClauses, enterLength } from './read-clauses.js';
import { enterMonths } from './read-months.js';
import { closeMissingPhases, enterPhaseCount } from './read-phases.js';

/**
 * Lays an offer over the offer space, with what had been reported by `asOf`; without it, with all that is known.
 *
 * Reasons with intervals: sums of phases and categories narrow each other, and each end keeps the facts it rests on.
 * Bounds propagation over linear constraints (Harvey and Schimpf, "Bounds consistency techniques for long linear
 * constraints", 2002). An offer that contradicts itself is read all the same, and the deal says which facts do.
 *
 * @param offer - one that fits the scenario, as `checkOffer` finds: that is not checked again here
 * @example
 * const deal = readDeal(settingOf(scenario), first);
 * judge({ kind: 'compare', of: 'catch', op: '>=', line: 40 }, deal).verdict; // 'unmet'
 */
export function readDeal(setting: Setting, offer: Offer, asOf?: CalendarDate): Deal {
  const ledger = new Ledger(setting, asOf, offer.reported, { ...groundOf(setting, asOf, 1), facts: [] });
  enterPhaseCount(ledger, offer); // first, so that the phase limit is the first fact
  ledger.stand(groundOf(setting, asOf, ledger.facts.length));
  enterClauses(ledger, offer.terms, undefined);
  offer.phases.forEach((phase, i) => {
    enterClauses(ledger, phase.terms, i + 1);
  });
  enterLength(ledger, offer.length, undefined);
  offer.phases.forEach((phase, i) => {
    enterLength(ledger, phase.length, i + 1);
  });
  enterMonths(ledger);
  if (offer.known === 'full') enterAbsences(ledger, offer);
  closeMissingPhases(ledger);
  return ledger.finish();
}
