import type { Offer } from '../offers/offer.js';
import { clausesOf, exactLength, exactValue, noted, offerSaying, valueAt, type Clause } from '../offers/clauses.js';
import { layoutOf, type Scenario } from '../scenario/scenario.js';
import { PHASES, type Point } from '../terms/layout.js';
import { isAsAbsent } from './as-absent.js';

/** What a full text may leave out, where absence means what is so anyway. */
export interface LeftOut {
  /** These terms. */
  readonly terms: readonly string[];
  /** The list of phases, where one phase goes without saying. */
  readonly phases: boolean;
}

/** The full offer at a point. It leaves out what it may where that changes nothing. */
export function fullOfferAt(scenario: Scenario, point: Point, may: LeftOut, negotiated: readonly boolean[]): Offer {
  const layout = layoutOf(scenario);
  const phases = valueAt(layout, point, PHASES);
  const value = (clause: Clause) => exactValue(layout, point, clause);
  // Nothing is said of phases that are not there.
  const isUnsaid = (clause: Clause) => (clause.phase ?? 0) > phases || isAsAbsent(value(clause), clause);
  const absent = may.terms.filter((id) => clausesOf(scenario).every((clause) => clause.id !== id || isUnsaid(clause)));
  const onlyDeal = Object.entries(scenario.terms).every(([id, { scope }]) => scope === 'deal' || absent.includes(id));
  const unlisted = may.phases && onlyDeal && phases === 1 && scenario.space.phases.least === 1;
  return offerSaying(scenario, {
    known: 'full',
    phases: unlisted ? 0 : phases,
    length: (phase) => noted(exactLength(layout, point, phase)),
    negotiated: (phase) => negotiated[phase - 1] === true,
    clause: (clause) => (absent.includes(clause.id) ? undefined : noted(value(clause))),
  });
}
