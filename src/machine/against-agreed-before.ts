import { firstDay } from '../base/day.js';
import { fault, type Fault } from '../base/fault.js';
import type { AgreementConcluded } from '../scenario/events/table.js';
import { isMonth } from './clock.js';
import type { TalksContext } from './context.js';

/** What stands against amending a deal by what was agreed on before it was, or before that by which it goes: the later word stands. */
export function againstAgreedBefore({ deal, offer }: TalksContext, { on }: AgreementConcluded): readonly Fault[] {
  const since = deal?.byOfferSince;
  if (!deal || offer === null || since === undefined || on === undefined || isMonth(on)) return [];
  if (on >= firstDay(since)) return [];
  const message = `'${offer}' was agreed on ${on}, and the deal has gone by '${deal.offer}' since ${since}: what was agreed before that does not take its place. Give the day on which '${offer}' was agreed again, or table an offer that says what is to hold of both.`;
  return [fault('talks/agreed-before', ['on'], message, { offer, on, inForce: deal.offer, since })];
}
