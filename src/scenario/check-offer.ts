import { deepFreeze } from '../base/freeze.js';
import { isRecord, plainFaults } from '../base/plain.js';
import { failure, success, type Result } from '../base/result.js';
import type { Offer } from '../offers/offer.js';
import { evidenceFaults } from './evidence-faults.js';
import { normaliseOffer } from './normalise-offer.js';
import type { OfferDraft } from './offer-draft.js';
import { offerFaults } from './contradictions.js';
import { wholeOfferShape } from './offer-shape.js';
import type { Scenario } from './scenario.js';
import { checkShape } from './shape-faults.js';

/**
 * Checks an offer against a scenario it is not part of, and fills it in. A whole {@link Offer}, such as an amended one,
 * may stand in place of a draft: it comes out as it went in.
 *
 * Faults are those of {@link checkScenario}, with paths from the top of the offer.
 *
 * @example
 * const third = checkOffer(scenario, 'third', { by: ['south'], terms: { catch: 45, observer: true } });
 * third.ok && assess(scenario, third.value).stickingPoints; // []
 *
 * const tooMuch = checkOffer(scenario, 'fourth', { terms: { catch: 400 } });
 * tooMuch.ok ? [] : tooMuch.faults.map((fault) => fault.code); // ['offer/contradiction']
 */
export function checkOffer(scenario: Scenario, id: string, draft: OfferDraft | Offer): Result<Offer> {
  const unreadable = plainFaults(draft); // before the copy below reads it
  if (unreadable.length > 0) return failure(unreadable);
  const shaped = checkShape(wholeOfferShape(), isRecord(draft) ? { ...draft, id } : draft);
  if (!shaped.ok) return shaped;
  // The shape has just been checked; only the ids inside it are wider than the draft's own types.
  const checked = shaped.value as unknown as OfferDraft;
  const offer = normaliseOffer(id, checked, scenario.basis, scenario.sources);
  const faults = [...offerFaults(scenario, offer, []), ...evidenceFaults(checked, scenario.sources)];
  return faults.length > 0 ? failure(faults) : success(deepFreeze(offer));
}
