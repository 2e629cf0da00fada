import { deepFreeze } from '../base/freeze.js';
import { exactLength, exactValue, noted, offerSaying, valueAt } from '../offers/clauses.js';
import type { Offer } from '../offers/offer.js';
import { layoutOf, type Scenario } from '../scenario/scenario.js';
import { PHASES } from '../terms/layout.js';
import type { Values } from './program.js';

const BECAUSE = 'Worked out, and proposed by nobody.';

/** The full offer that has these values: every figure exact, and assumed, since nobody has made it. */
export function offerAt(scenario: Scenario, values: Values, id: string): Offer {
  const layout = layoutOf(scenario);
  const point = layout.variables.map(({ name }) => values[name] ?? 0);
  const offer = offerSaying(scenario, {
    known: 'full',
    phases: valueAt(layout, point, PHASES),
    length: (phase) => noted(exactLength(layout, point, phase)),
    clause: (clause) => noted(exactValue(layout, point, clause)),
  });
  return deepFreeze({ ...offer, id, label: id, because: BECAUSE });
}
