import type { Finding, OfferInvariant } from '../invariant.js';
import type { Text } from '../../offers/text/text.js';
import type { Offer } from '../../offers/offer.js';

/** Of which offers a law of texts speaks; of a draft without a text it is asked itself, since what is drawn has none either. */
export const OF_TEXTS: Pick<OfferInvariant, 'speaksOf' | 'asksDraft'> = {
  speaksOf: ({ text }) => text !== undefined,
  asksDraft: ({ text }) => text === undefined,
};

/**
 * What a law finds of the text of an offer. A full offer without one makes nothing due by a text, and breaks no law of
 * texts; of one known in part, the text may only not be at hand.
 */
export function ofText(offer: Offer, find: (text: Text) => Finding): Finding {
  if (offer.text) return find(offer.text);
  return offer.known === 'full' ? 'held' : 'undetermined';
}
