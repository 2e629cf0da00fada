import { definitelyBefore } from '../evidence/clocks.js';
import type { Offer } from './offer.js';

/**
 * In order of event: nothing stands before what was certainly put forward earlier; what dates leave undecided keeps the
 * order in which it was given. Dates are those of the first clock, `put`, not those of the reports.
 *
 * @example
 * const june = { put: { earliest: '2030-06', latest: '2030-06', basis: 'reported' } } as const;
 * const may = { put: { latest: '2030-05-20', basis: 'reported' } } as const;
 * inOrderOfEvent([june, may]).map((offer) => offer.put.latest); // ['2030-05-20', '2030-06']
 */
export function inOrderOfEvent<T extends Pick<Offer, 'put'>>(offers: readonly T[]): readonly T[] {
  const waiting = [...offers];
  const ordered: T[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex((o) => !waiting.some((other) => definitelyBefore(other.put, o.put)));
    ordered.push(...waiting.splice(Math.max(0, next), 1));
  }
  return ordered;
}
