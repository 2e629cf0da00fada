import { definitelyBefore } from '../evidence/clocks.js';
import type { Offer } from './offer.js';

/** When something was put forward, as far as ordering needs it. */
type Dated = Pick<Offer, 'put'>;

/**
 * In order of event: nothing stands before what was certainly put forward earlier; what dates leave undecided keeps the
 * order in which it was given.
 */
export function inOrderOfEvent<T extends Dated>(offers: readonly T[]): readonly T[] {
  const waiting = [...offers];
  const ordered: T[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex((o) => !waiting.some((other) => definitelyBefore(other.put, o.put)));
    ordered.push(...waiting.splice(Math.max(0, next), 1));
  }
  return ordered;
}
