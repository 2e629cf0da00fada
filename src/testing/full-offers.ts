import * as fc from 'fast-check';
import { valueOrThrow } from '../base/result.js';
import type { Offer } from '../offers/offer.js';
import type { Region } from '../positions/region.js';
import { checkNormalOffer } from '../scenario/define.js';
import { layoutOf, type Scenario } from '../scenario/scenario.js';
import { PHASES } from '../terms/layout.js';
import type { Value } from '../terms/value.js';
import { clausesOf, exactLength, exactValue, noted, offerSaying, valueAt, type Clause } from './clauses.js';
import { drawsOf, points } from './points.js';
import { pick, type Point } from './search.js';

/** Full offers at the points of a region: every figure exact. What absence means anyway is now and then left out. */
export function fullOffers(scenario: Scenario, region: Region, most: number, absences: boolean): fc.Arbitrary<Offer> {
  const terms = Object.keys(scenario.terms);
  const leaves = drawsOf(terms.length);
  return fc
    .tuple(points(scenario, region, most), absences ? leaves : fc.constant([]))
    .map(([point, leave]) => {
      const leftOut = terms.filter((_, i) => pick(leave[i] ?? 0, 0, 2) === 2);
      return fullOfferAt(scenario, point, leftOut);
    });
}

/** The full offer at a point. It leaves out the named terms where absence means what they are. */
export function fullOfferAt(scenario: Scenario, point: Point, leftOut: readonly string[] = []): Offer {
  const layout = layoutOf(scenario);
  const phases = valueAt(layout, point, PHASES);
  const absent = leftOut.filter((id) =>
    clausesOf(scenario).every((clause) => clause.id !== id || isAsAbsent(exactValue(layout, point, clause), clause, phases)),
  );
  const offer = offerSaying(scenario, {
    known: 'full',
    phases,
    length: (phase) => noted(exactLength(layout, point, phase)),
    clause: (clause) => (absent.includes(clause.id) ? undefined : noted(exactValue(layout, point, clause))),
  });
  return valueOrThrow(checkNormalOffer(scenario, offer), 'A drawn offer does not fit its scenario.');
}

/** Whether plain absence of a whole term says this of one of its clauses. Nothing is said of phases that are not there. */
function isAsAbsent(value: Value, { term, phase, ...rest }: Clause, phases: number): boolean {
  if (phase !== undefined && phase > phases) return true;
  if (typeof value === 'boolean') return value === term.absent;
  if ('oneOf' in value) return value.oneOf[0] === term.absent;
  // Absence of a quantity sets its total: its parts are certain only where that is nothing.
  const inParts = phase !== undefined || ('path' in rest && rest.path !== rest.id);
  return 'n' in value && value.n === term.absent && !(inParts && value.n !== 0);
}
