import { schedule } from '../../obligations/schedule.js';
import type { OfferInvariant } from '../invariant.js';
import { OF_TEXTS, ofText } from './of-text.js';
import { together } from './together.js';

/**
 * By the plan of a text nothing falls due before what sets it off: no window closes before it opens.
 *
 * Undetermined where something cannot be dated.
 *
 * @example
 * const law = nothingDueBeforeItsTrigger();
 * const draft = checkOffer(scenario, 'draft', {
 *   text: { obligations: { survey: { owedBy: ['north'], begins: onDay(9), until: onDay(7) } } },
 * });
 * draft.ok && law.offer(draft.value, scenario); // 'broken'
 */
export function nothingDueBeforeItsTrigger(): OfferInvariant {
  return {
    title: 'nothing falls due before what sets it off',
    offer: (offer, scenario) =>
      ofText(offer, () =>
        together(
          schedule(scenario, offer).duties.map(({ waitsFor }) => {
            if (waitsFor.some((wait) => wait.for === 'window')) return 'broken';
            return waitsFor.length > 0 ? 'undetermined' : 'held';
          }),
        ),
      ),
    ...OF_TEXTS,
  };
}
