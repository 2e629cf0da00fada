import type { Text } from '../../offers/text/text.js';
import type { Offer } from '../../offers/offer.js';
import type { Finding } from '../invariant.js';

/**
 * What a law finds of the text of an offer. A full offer without one makes nothing due by a text, and breaks no law of
 * texts; of one known in part, the text may only not be at hand.
 */
export function ofText(offer: Offer, find: (text: Text) => Finding): Finding {
  if (offer.text) return find(offer.text);
  return offer.known === 'full' ? 'held' : 'undetermined';
}
