import type { Delivery } from '../obligations/delivery.js';
import { withGoingOn } from '../obligations/going-on.js';
import { suspendedUnder, suspendedWith } from '../obligations/instruments.js';
import { textLaidOut } from '../obligations/text-laid-out.js';
import type { TextRun } from '../obligations/text-run.js';
import type { Offer } from '../offers/offer.js';
import type { TalksEvent } from '../scenario/event.js';
import type { Clock } from './clock.js';
import type { TalksContext } from './context.js';
import { datedRun } from './record-text.js';
import type { Rules } from './rules.js';

/** What talks last asked for: their deal as it stands, by the offers whose texts it is made from. */
interface Asked {
  readonly run: TextRun;
  readonly offers: readonly (Offer | undefined)[];
  readonly delivery: Delivery | undefined;
}

// A memo, not state. One, and no more: talks keep all that became of a text, and whatever hung on each would be kept with it.
const lastAsked = /* @__PURE__ */ new WeakMap<Rules, Asked>();

/** The deal in force with its text; nothing where it has none. */
export function deliveryOf(rules: Rules, context: TalksContext): Delivery | undefined {
  const { deal } = context;
  if (!deal?.text) return undefined;
  const { text: run } = deal;
  const offers = [deal.offer, ...Object.keys(run.goingOn)].map((id) => rules.offer(context, id));
  const last = lastAsked.get(rules);
  // The run says which texts go on beside: of one run there are as many.
  if (last?.run === run && last.offers.every((offer, i) => offer === offers[i])) return last.delivery;
  const delivery = deliveredBy(rules, context, run, offers[0]);
  lastAsked.set(rules, { run, offers, delivery });
  return delivery;
}

function deliveredBy(rules: Rules, context: TalksContext, run: TextRun, known: Offer | undefined) {
  if (!known) return undefined;
  const { scenario } = rules;
  const offer = withGoingOn(known, run, (id) => rules.offer(context, id));
  return offer.text && { scenario, offer, text: textLaidOut(scenario, offer, offer.text), run };
}

/** The deal in force on the day to which an event brings the talks; as it stands, where that is today. */
export function deliveryBy(delivery: Delivery, event: TalksEvent, clock: Clock): Delivery {
  const run = datedRun(delivery.run, event, clock);
  return run === delivery.run ? delivery : { ...delivery, run };
}

/** The obligations that an event is about without naming them: what is suspended, or goes on, with an instrument. */
export function affectedBy(rules: Rules, context: TalksContext, event: TalksEvent, clock: Clock): readonly string[] {
  if (event.type !== 'instrument.suspended' && event.type !== 'instrument.resumed') return [];
  const known = deliveryOf(rules, context);
  if (!known) return [];
  const delivery = deliveryBy(known, event, clock);
  return event.type === 'instrument.suspended'
    ? suspendedWith(delivery, event)
    : suspendedUnder(delivery, event.instrument);
}
