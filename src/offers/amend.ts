import { produceWithInverse, type Patch } from '../base/drafts.js';
import type { Offer, Related } from './offer.js';

/** Makes a type's fields writable, all the way down: what a recipe may change. */
export type Writable<T> = T extends readonly (infer E)[]
  ? Writable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T;

/** An amended offer, and how to get from one to the other. */
export interface Amendment {
  readonly offer: Offer;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

/** What an amendment is called and whose it is. */
export interface AmendmentDetails {
  /** The id of the amended offer; it then says that it amends the other. Without it, the id stays. */
  readonly id?: string;
  readonly label?: string;
  readonly by?: readonly string[];
}

/**
 * Changes an offer by a recipe that writes on a draft of it, and keeps the changes both ways; the offer itself stays.
 *
 * The result is not checked against a scenario: `checkOffer` does that, and so does tabling it.
 *
 * @example
 * const { offer, inverse } = amend(scenario.offers.P5, (draft) => {
 *   draft.terms.prisoners = assumed(about(1500), 'what if');
 * });
 * applyPatches(offer, inverse); // equals scenario.offers.P5
 */
export function amend(
  offer: Offer,
  recipe: (draft: Writable<Offer>) => void,
  details: AmendmentDetails = {},
): Amendment {
  const { id, label, by } = details;
  const [amended, patches, inverse] = produceWithInverse(offer, (draft: Writable<Offer>) => {
    if (id !== undefined && id !== offer.id) {
      draft.id = id;
      const amends: Related = {
        how: 'amendment of',
        offer: offer.id,
        basis: 'assumed',
        because: 'Made by amending the other.',
      };
      draft.related = [amends];
      draft.by = [];
      draft.to = [];
      draft.standing = 'proposal';
      delete draft.reported;
      delete draft.put;
    }
    if (label !== undefined) draft.label = label;
    if (by !== undefined) draft.by = [...by];
    recipe(draft);
  });
  return { offer: amended, patches, inverse };
}
