import { exactLength, exactValue, noted, offerSaying } from '../../offers/clauses.js';
import type { Offer } from '../../offers/offer.js';
import { layoutOf, type Scenario } from '../../scenario/scenario.js';
import { PHASES } from '../../terms/layout.js';
import type { Values } from '../program.js';

/** The full offer that has these values: every figure exact, assumed, and put forward by nobody. */
export function offerAt(scenario: Scenario, values: Values): Offer {
  const layout = layoutOf(scenario);
  const point = layout.variables.map(({ name }) => values[name] ?? 0);
  const offer = offerSaying(scenario, {
    known: 'full',
    phases: values[PHASES] ?? 0,
    length: (phase) => noted(exactLength(layout, point, phase)),
    clause: (clause) => noted(exactValue(layout, point, clause)),
  });
  return { ...offer, id: 'outcome', label: 'an outcome', standing: 'idea' };
}
