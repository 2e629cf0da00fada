import { dealOf, offerOf } from '../../assessment/deal-to-assess.js';
import { fault, FaultError } from '../../base/fault.js';
import { listed, unique } from '../../base/list.js';
import type { Offer } from '../../offers/offer.js';
import { placeOf } from '../../terms/layout.js';
import type { ScoredSpace } from './scored-space.js';
import { worthAt } from './whole-scores.js';

/**
 * What an offer is worth to each party, in whole numbers. It need not be full: only what a score speaks of has to be certain.
 *
 * @throws a `FaultError` with `analysis/open-score`, or as `assess` does for an offer that is none
 */
export function worthOf({ scenario, scores }: ScoredSpace, offer: string | Offer): Float64Array {
  const { offer: whole, deal } = dealOf(scenario, offerOf(scenario, offer, undefined), undefined);
  const open = unique(
    scores.flatMap(({ addends }) =>
      addends
        .flatMap(({ of }) => of.map((m) => m.of))
        .filter((name) => {
          const place = placeOf(deal.layout, name);
          return deal.bounds.least[place] !== deal.bounds.most[place];
        }),
    ),
  );
  if (open.length > 0) {
    const message = `What '${whole.id}' is worth is open, since it leaves ${listed(open)} open: say them, or make the offer a full one.`;
    throw new FaultError('That offer cannot be held against what parties prefer.', [
      fault('analysis/open-score', ['offer'], message, { id: whole.id, open }),
    ]);
  }
  const valueOf = (name: string) => deal.bounds.least[placeOf(deal.layout, name)] ?? 0;
  return Float64Array.from(scores, ({ addends }) =>
    addends.reduce((sum, { of, stretches }) => {
      const at = of.reduce((total, m) => total + m.times * valueOf(m.of), 0);
      return sum + worthAt(stretches, at);
    }, 0),
  );
}
