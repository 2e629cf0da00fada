import { isCalendarDate, type CalendarDate } from '../base/day.js';
import { fault, FaultError, type Fault } from '../base/fault.js';
import { listed } from '../base/list.js';
import { show } from '../base/plain.js';
import { remembered } from '../base/remembered.js';
import { didYouMean } from '../base/spelling.js';
import { reportedBy } from '../evidence/clocks.js';
import type { Deal } from '../offers/deal.js';
import type { Setting } from '../offers/ledger.js';
import type { Offer } from '../offers/offer.js';
import { offerBy } from '../offers/offer-by.js';
import { readDeal } from '../offers/read-deal.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import { pathsOf, type Terms } from '../terms/term.js';

const OPTIONS = ['asOf', 'positionsAsOf', 'declared'];

/** Refuses options that are none, `assess/bad-option`, and dates that are none, `assess/bad-date`. */
export function checkOptions(options: { readonly asOf?: CalendarDate; readonly positionsAsOf?: CalendarDate }): void {
  const { asOf, positionsAsOf } = options;
  const unknown = Object.keys(options).filter((key) => !OPTIONS.includes(key));
  if (unknown.length === 0 && isDate(asOf) && isDate(positionsAsOf)) return;
  const strange = unknown.map((key) => {
    const message = `Assessing has no option called '${key}'. ${didYouMean(key, OPTIONS)}`;
    return fault('assess/bad-option', [key], message, { key, known: OPTIONS });
  });
  const dates = [...badDate('asOf', asOf), ...badDate('positionsAsOf', positionsAsOf)];
  refuse('An offer cannot be assessed in this way.', ...strange, ...dates);
}

function isDate(date: CalendarDate | undefined): boolean {
  return date === undefined || (typeof date === 'string' && isCalendarDate(date));
}

function badDate(key: string, date: CalendarDate | undefined): readonly Fault[] {
  if (isDate(date)) return [];
  const message = `${show(date)} is no date: give a real day, 2024-02-23, or a month, 2024-02.`;
  return [fault('assess/bad-date', [key], message, { found: show(date) })];
}

/** The offer meant, if it had been reported: else `assess/unknown-offer` or `assess/not-yet-reported`. */
export function offerOf(scenario: Scenario, offer: string | Offer, asOf: CalendarDate | undefined): Offer {
  const whole = typeof offer === 'string' ? scenario.offers[offer] : offer;
  if (!whole || (typeof offer === 'string' && !Object.hasOwn(scenario.offers, offer))) {
    const known = Object.keys(scenario.offers);
    const id = typeof offer === 'string' ? offer : show(offer);
    const message = `There is no offer called '${id}'. ${didYouMean(id.slice(0, 60), known)}`;
    return refuse(
      'There is no such offer to assess.',
      fault('assess/unknown-offer', ['offer'], message, { id, known }),
    );
  }
  const { id, reported } = whole;
  if (reportedBy(reported, asOf)) return whole;
  const message = `'${id}' was first reported on ${reported ?? ''}, after ${asOf ?? ''}: choose a later day, or leave asOf out.`;
  const facts = { id, reported, asOf };
  return refuse('That offer had not been reported yet.', fault('assess/not-yet-reported', ['asOf'], message, facts));
}

/**
 * An offer as it was known by a day, laid over the offer space. One that speaks of what the scenario has not got, or contradicts itself, gives no
 * verdicts: `assess/unfit-offer`. Offers of a scenario have been checked; one amended and not checked may be unfit.
 */
export function dealOf(scenario: Scenario, offer: Offer, asOf: CalendarDate | undefined): Read {
  const setting = settingOf(scenario);
  const last = lastRead(offer);
  if (last.read && last.setting === setting && last.asOf === asOf) return last.read;
  const then = offerBy(offer, scenario, asOf);
  const read = { offer: then, deal: fitting(setting, then, asOf) };
  Object.assign(last, { setting, asOf, read });
  return read;
}

/** An offer as it was known by a day, and laid over the offer space. */
export interface Read {
  readonly offer: Offer;
  readonly deal: Deal;
}

// A memo, not state: of each offer that can no longer change, how it was last read, and on what that depends.
const lastRead = /* @__PURE__ */ remembered(
  (_: Offer): { setting?: Setting; asOf?: CalendarDate | undefined; read?: Read } => ({}),
);

function fitting(setting: Setting, offer: Offer, asOf: CalendarDate | undefined): Deal {
  const known = pathsIn(setting.terms);
  const unknown = new Set<string>();
  for (const { terms } of [offer, ...offer.phases]) {
    for (const path of Object.keys(terms)) if (!known.has(path)) unknown.add(path);
  }
  if (unknown.size > 0)
    return unfit(offer, `it speaks of ${listed([...unknown])}, which the scenario has not got`, [...unknown]);
  const most = setting.space.phases.most;
  if (offer.phases.length > most) return unfit(offer, `it has more phases than ${most}`, ['phases']);
  const deal = readDeal(setting, offer, asOf);
  if (!deal.contradiction) return deal;
  const paths = deal.contradiction.map((f) => deal.facts[f]?.path ?? '');
  return unfit(offer, `what it says cannot all be so within the offer space: look at ${listed(paths)}`, paths);
}

/** Every path id that an offer may speak of. */
const pathsIn = /* @__PURE__ */ remembered(
  (terms: Terms): ReadonlySet<string> =>
    new Set(Object.entries(terms).flatMap(([id, term]) => (term.kind === 'quantity' ? pathsOf(id, term) : [id]))),
);

function unfit(offer: Offer, why: string, paths: readonly string[]): never {
  const message = `'${offer.id}' cannot be assessed: ${why}. Check it first, with checkOffer.`;
  const facts = { id: offer.id, paths };
  return refuse('That offer does not fit the scenario.', fault('assess/unfit-offer', ['offer'], message, facts));
}

function refuse(why: string, ...faults: readonly Fault[]): never {
  throw new FaultError(why, faults);
}
