import { MANDATES, type Mandate } from 'sticking-points';
import { own, type Model } from './model.js';

/** Whether a party's delegation may do this: as far as its mandate reaches, or anything, where none is known. */
export function may(model: Model, party: string, what: Mandate): boolean {
  const mandate = own(model.mandates, party);
  return mandate === undefined || covers(mandate, what);
}

/** Whether a mandate is this one or reaches further. */
export function covers(mandate: Mandate, needed: Mandate): boolean {
  return MANDATES.indexOf(mandate) >= MANDATES.indexOf(needed);
}
