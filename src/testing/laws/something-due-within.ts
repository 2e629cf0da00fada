import type { Deal } from '../../offers/deal.js';
import type { Offer } from '../../offers/offer.js';
import { readDeal } from '../../offers/read-deal.js';
import { reachIn, type Reached } from '../../positions/reach.js';
import { settingOf } from '../../scenario/scenario.js';
import { showDays } from '../../terms/length.js';
import { lengthName, placeOf, quantityName } from '../../terms/layout.js';
import type { Finding, OfferInvariant } from '../invariant.js';
import { wholeBound } from './fitting.js';
import { gapsWithin, textDays, type TextDays } from './text-days.js';

/**
 * Nowhere in a deal do more than so many days go by without anything falling due.
 *
 * What is due of a quantity in a phase falls due by its last day. So each stretch counts from the start, or from the end of
 * a phase in which something is due, to the next such end; the last one to the end of the deal. Where lengths or amounts
 * are open it is undetermined, unless it comes out the same whatever they are; so it is in an offer that contradicts
 * itself. What is due in a phase that is still to be negotiated is open, beyond what the text says.
 *
 * Where the offer has a text, what that makes due counts as well, on its own day, and by the plan.
 *
 * @param days - a whole number, 1 or more
 * @throws a `FaultError` with `testing/bad-bound` for another
 * @example
 * const law = somethingDueWithin(365);
 * const { offers } = labourContract();
 * offers['second-year'] && law.offer(offers['second-year'], labourContract()); // 'held'
 * somethingDueWithin(0); // throws testing/bad-bound
 */
export function somethingDueWithin(days: number): OfferInvariant {
  wholeBound('days', days);
  return {
    title: `something falls due within any ${showDays(days)}`,
    offer: (offer, scenario) => {
      const deal = readDeal(settingOf(scenario), offer);
      return deal.contradiction ? 'undetermined' : stretchesWithin(days, offer, deal, textDays(scenario, offer));
    },
  };
}

function stretchesWithin(days: number, offer: Offer, deal: Deal, text: TextDays | undefined): Finding {
  const { phases } = deal.layout;
  const due = Array.from({ length: phases }, (_, i) => dueIn(deal, offer, i + 1));
  if (text) return daysWithin(days, deal, due, text);
  // However things turn out, these are ends of stretches; a phase that a deal has not got takes no time.
  const sure = [0, ...due.flatMap((word, i) => (word === 'sure' ? [i + 1] : [])), phases];
  if (sure.every((to, i) => i === 0 || daysOver(deal, sure[i - 1] ?? 0, to).most <= days)) return 'held';
  for (let from = 0; from < phases; from++) {
    for (let to = from + 1; to <= phases; to++) {
      if (daysOver(deal, from, to).least > days) return 'broken';
      if (due[to - 1] !== 'never') break; // a stretch may end there
    }
  }
  return 'undetermined';
}

/** The same where a text makes things due on days of its own: ends of phases are days as far as their lengths are known. */
function daysWithin(days: number, deal: Deal, due: readonly ('sure' | 'open' | 'never')[], text: TextDays): Finding {
  const ends = due.map((word, i) => ({ word, at: daysOver(deal, 0, i + 1) }));
  const sure = ends.flatMap(({ word, at }) => (word === 'sure' && at.least === at.most ? [at.least] : []));
  const whole = daysOver(deal, 0, deal.layout.phases);
  const told = ends.every(({ word, at }) => word === 'never' || (word === 'sure' && at.least === at.most));
  if (gapsWithin(days, [0, ...text.days, ...sure, whole.most])) return 'held';
  const all = told && text.told && whole.least === whole.most;
  return all ? 'broken' : 'undetermined';
}

/** Whether anything falls due in a phase, in every deal that the offer may turn out to be, in none, or in some. */
function dueIn({ terms, layout, bounds }: Deal, offer: Offer, phase: number): 'sure' | 'open' | 'never' {
  const amounts = Object.entries(terms).flatMap(([id, term]) => {
    if (term.kind !== 'quantity' || term.scope !== 'phase') return []; // of the whole deal: due by its end
    const place = placeOf(layout, quantityName(id, phase));
    return [{ least: bounds.least[place] ?? -Infinity, most: bounds.most[place] ?? Infinity }];
  });
  if (amounts.some(({ least, most }) => least > 0 || most < 0)) return 'sure';
  const nothing = amounts.every(({ least, most }) => least === 0 && most === 0);
  return nothing && offer.phases[phase - 1]?.toBeNegotiated?.value !== true ? 'never' : 'open';
}

/** How long the phases after one and up to another last together. */
function daysOver(deal: Deal, after: number, upTo: number): Reached {
  const place = (phase?: number) => placeOf(deal.layout, lengthName(phase));
  const phases = Array.from({ length: deal.layout.phases }, (_, i) => i + 1);
  const inside = phases.filter((phase) => phase > after && phase <= upTo);
  const outside = phases.filter((phase) => !inside.includes(phase));
  return reachIn([
    { sum: inside.map((phase) => ({ of: place(phase), times: 1 })) },
    { sum: [{ of: place(), times: 1 }, ...outside.map((phase) => ({ of: place(phase), times: -1 }))] },
  ])(deal);
}
