import type { Delivery } from '../obligations/delivery.js';
import { withGoingOn } from '../obligations/going-on.js';
import { suspendedUnder, suspendedWith } from '../obligations/instruments.js';
import { textLaidOut } from '../obligations/text-laid-out.js';
import type { TalksEvent } from '../scenario/event.js';
import type { Clock } from './clock.js';
import type { TalksContext } from './context.js';
import { datedRun } from './record-text.js';
import type { Rules } from './rules.js';

/** The deal in force with its text; nothing where it has none. */
export function deliveryOf(rules: Rules, context: TalksContext): Delivery | undefined {
  const { deal } = context;
  const known = deal && rules.offer(context, deal.offer);
  if (!deal?.text || !known) return undefined;
  const offer = withGoingOn(known, deal.text, (id) => rules.offer(context, id));
  const { scenario } = rules;
  return offer.text && { scenario, offer, text: textLaidOut(scenario, offer, offer.text), run: deal.text };
}

/** The obligations that an event is about without naming them: what is suspended, or goes on, with an instrument. */
export function affectedBy(rules: Rules, context: TalksContext, event: TalksEvent, clock: Clock): readonly string[] {
  if (event.type !== 'instrument.suspended' && event.type !== 'instrument.resumed') return [];
  const known = deliveryOf(rules, context);
  if (!known) return [];
  const delivery = { ...known, run: datedRun(known.run, event, clock) };
  return event.type === 'instrument.suspended'
    ? suspendedWith(delivery, event)
    : suspendedUnder(delivery, event.instrument);
}
