import { fault, type Fault } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import { isDutyOf } from '../offers/text/reporting.js';
import type { DealRun, TalksContext } from './context.js';
import type { Rules } from './rules.js';
import { deliveryOf } from './text-in-force.js';
import { unknownIn } from './unknown-in-text.js';

/**
 * What stands against saying that something is not kept which no text makes due by which the deal goes, or has gone since it
 * came into force. A quantity is due by the terms themselves.
 */
export function neverInForce(rules: Rules, context: TalksContext, deal: DealRun, id: string): readonly Fault[] {
  if (Object.hasOwn(rules.scenario.terms, id.split('/')[0] ?? '')) return [];
  const texts = [deal.offer, ...(deal.before ?? [])].flatMap((offer) => rules.offer(context, offer)?.text ?? []);
  if (texts.some((text) => isDutyOf(text, id) || Object.hasOwn(text.talks, id))) return [];
  const text = deliveryOf(rules, context)?.text;
  if (!text) return [fault('talks/no-text', ['obligation'], 'The deal in force has no text at hand.')];
  const known = [...idsOf(text.obligations), ...idsOf(text.talks)];
  return [unknownIn('obligation', 'obligation', ['obligation'], id, known)];
}
