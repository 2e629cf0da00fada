import type { Talks } from 'sticking-points';
import type { DealInvariant } from '../../src/testing/invariant.js';

/** An invariant that never breaks, and keeps all the talks it was asked of. */
export function gather(): { readonly seen: Talks[]; readonly invariant: DealInvariant } {
  const seen: Talks[] = [];
  return { seen, invariant: { title: 'is seen', talks: (talks) => seen.push(talks) > 0 } };
}
