import { readDeal, settingOf } from 'sticking-points';
import { addMonths, daysBetween } from '../../src/base/day.js';
import { own, type Delivery, type Model } from './model.js';

/** The offer laid over the offer space. */
function read(model: Model, offer: string) {
  const text = own(model.offers, offer);
  return text && readDeal(settingOf(model.scenario), text, model.asOf ?? undefined);
}

/** How many phases the text has for certain. */
export function phasesOf(model: Model, offer: string): number {
  const deal = read(model, offer);
  return deal?.bounds.least[deal.layout.at['phases'] ?? -1] ?? 1;
}

/** The fewest and the most days of the present phase, by the text and its extensions. */
export function lengthOf(model: Model, { offer, phase, extended, began }: Delivery) {
  const deal = read(model, offer);
  // Of a phase that the text has not got, nothing is known but that it is under way.
  const has = deal?.bounds.most[deal.layout.at['phases'] ?? -1] ?? 0;
  if (phase > has) return { least: extended, most: Infinity };
  const place = deal?.layout.at[`length@${phase}`] ?? -1;
  let [least, most] = [deal?.bounds.least[place] ?? 0, deal?.bounds.most[place] ?? Infinity];
  // Calendar months have as many days as they have from the day on which the phase began.
  const months = deal?.months.get(place)?.amount;
  if (months?.wording === 'exactly' && began !== null) {
    const days = daysBetween(began, addMonths(began, months.n) ?? began);
    [least, most] = [Math.max(least, days), Math.min(most, days)];
  }
  return { least: least + extended, most: most + extended };
}

export function isToBeNegotiated(model: Model, offer: string, phase: number): boolean {
  return own(model.offers, offer)?.phases[phase - 1]?.toBeNegotiated?.value === true;
}
