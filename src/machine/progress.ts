import { deepFreeze } from '../base/freeze.js';
import { fault, FaultError } from '../base/fault.js';
import { unique } from '../base/list.js';
import { printable } from '../base/printable.js';
import { didYouMean } from '../base/spelling.js';
import type { Delivery } from '../obligations/delivery.js';
import { withGoingOn } from '../obligations/going-on.js';
import { textLaidOut } from '../obligations/text-laid-out.js';
import { progressOf, whoIsNamed, type DealProgress } from '../obligations/progress.js';
import type { Offer } from '../offers/offer.js';
import type { Talks } from './talks.js';

/** As whom to look at what was done. */
export interface ProgressOptions {
  /**
   * A party, a body, another whom the text names, or whoever else reported: only what that one saw counts, and of one who
   * reported nothing, nothing. `''` is who is not named.
   */
  readonly observer?: string;
}

// A memo, not state. One, and no more: whatever hangs on a delivery is kept with it.
const lastAsked = /* @__PURE__ */ new WeakMap<Talks, Delivery & { readonly known: Offer }>();

/** The deal of talks with its text as it stands; the same as long as nothing becomes of either. */
function deliveryIn(talks: Talks): Delivery | undefined {
  const { deal, scenario } = talks;
  const known = deal && scenario.offers[deal.offer];
  if (!deal?.text || !known) return undefined;
  const isOver = !talks.state.startsWith('carryingOut');
  const last = lastAsked.get(talks);
  // An amendment puts another offer in the place of the deal, and leaves what was told of it as it is.
  const isAsBefore = last?.run === deal.text && last.known === known && last.isOver === isOver;
  if (isAsBefore && last.scenario === scenario) return last;
  const offer = withGoingOn(known, deal.text, (id) => scenario.offers[id]);
  if (!offer.text) return undefined;
  const text = textLaidOut(scenario, offer, offer.text);
  const delivery = { scenario, known, offer, text, run: deal.text, isOver };
  lastAsked.set(talks, delivery);
  return delivery;
}

/**
 * How far the deal of these talks has been carried out, plan against done: by obligation, by phase, and for the talks that
 * its text promises. As one observer sees it, or, without one, as it counts: by the word of the verifier that the text
 * names, or, while that is silent, by the lowest figure reported. Nothing while no deal with a text is in force.
 *
 * What is not kept is only alleged, until the body that the text names has found so.
 *
 * Throws a `FaultError` with `talks/unknown-observer` for one whom nobody names, and who has reported nothing.
 *
 * @example
 * progress(openTalks(scenario)); // undefined
 */
export function progress(talks: Talks, { observer }: ProgressOptions = {}): DealProgress | undefined {
  const delivery = deliveryIn(talks);
  if (!delivery) return undefined;
  const result = progressOf(delivery, observer);
  const named = whoIsNamed(delivery);
  if (observer !== undefined && observer !== '' && !named.includes(observer) && !result.observers.includes(observer)) {
    const known = unique([...named, ...result.observers.filter((one) => one !== '')]);
    const message = `'${printable(observer)}' is neither a party nor anyone the text names, and has reported nothing. ${didYouMean(observer, known)}`;
    const facts = { observer, known };
    throw new FaultError('There is no such view.', [fault('talks/unknown-observer', ['observer'], message, facts)]);
  }
  return deepFreeze(result);
}
