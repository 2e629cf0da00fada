import type { Arbitrary } from 'fast-check';
import { deepFreeze } from '../base/freeze.js';
import type { Offer } from '../offers/offer.js';
import type { Region } from '../positions/region.js';
import { layoutOf, type Scenario } from '../scenario/scenario.js';
import { PHASES } from '../terms/layout.js';
import type { Value } from '../terms/value.js';
import { allAtFirst } from './all-at-first.js';
import { clausesOf, exactLength, exactValue, noted, offerSaying, valueAt, type Clause } from './clauses.js';
import { complexityOf, isSimpler } from './complexity.js';
import { pick } from './guides.js';
import { drawsOf, points } from './points.js';
import type { Point } from './search.js';
import { shrinkingBy } from './shrinking-by.js';
import { printedDeal } from './print/printed-deal.js';
import { fc } from './fast-check.js';

/** What a full text may leave out, where absence means what is so anyway. */
interface LeftOut {
  /** These terms. */
  readonly terms: readonly string[];
  /** The list of phases, where one phase goes without saying. */
  readonly phases: boolean;
}

const NOTHING: LeftOut = { terms: [], phases: false };

/** Full offers at the points of a region: every figure exact. What absence means anyway is now and then left out. */
export function fullOffers(scenario: Scenario, region: Region, most: number, absences: boolean): Arbitrary<Offer> {
  return shrinkingBy(anyFullOffers(scenario, region, most, absences), (a, b) =>
    isSimpler(complexityOf(scenario, a), complexityOf(scenario, b)),
  );
}

function anyFullOffers(scenario: Scenario, region: Region, most: number, absences: boolean): Arbitrary<Offer> {
  const at = points(scenario, region, most);
  const terms = Object.keys(scenario.terms);
  if (!absences) {
    // What goes without saying is left out only in shrinking.
    return fc
      .tuple(at, allAtFirst(['said'], 0))
      .map(([point, said]) => fullOfferAt(scenario, point, said.length > 0 ? NOTHING : { terms, phases: true }));
  }
  return fc
    .tuple(at, drawsOf(terms.length), fc.boolean())
    .map(([point, draws, phases]) =>
      fullOfferAt(scenario, point, { terms: terms.filter((_, i) => pick(draws[i] ?? 0, 0, 2) !== 1), phases }),
    );
}

/** The full offer at a point. It leaves out what it may where that changes nothing. */
function fullOfferAt(scenario: Scenario, point: Point, may: LeftOut = NOTHING): Offer {
  const layout = layoutOf(scenario);
  const phases = valueAt(layout, point, PHASES);
  const value = (clause: Clause) => exactValue(layout, point, clause);
  const absent = may.terms.filter((id) =>
    clausesOf(scenario).every((clause) => clause.id !== id || isAsAbsent(value(clause), clause, phases)),
  );
  const onlyDeal = Object.entries(scenario.terms).every(([id, { scope }]) => scope === 'deal' || absent.includes(id));
  const unlisted = may.phases && onlyDeal && phases === 1 && scenario.space.phases.least === 1;
  const offer = offerSaying(scenario, {
    known: 'full',
    phases: unlisted ? 0 : phases,
    length: (phase) => noted(exactLength(layout, point, phase)),
    clause: (clause) => (absent.includes(clause.id) ? undefined : noted(value(clause))),
  });
  return deepFreeze(printedDeal(scenario, offer));
}

/** Whether plain absence of a whole term says this of one of its clauses. Nothing is said of phases that are not there. */
function isAsAbsent(value: Value, { id, path, phase, term }: Clause, phases: number): boolean {
  if (phase !== undefined && phase > phases) return true;
  if (typeof value === 'boolean') return value === term.absent;
  if ('oneOf' in value) return value.oneOf[0] === term.absent;
  // Absence of a quantity sets its total: its parts are certain only where that is nothing.
  const isPart = phase !== undefined || path !== id;
  return 'n' in value && value.n === (isPart ? 0 : term.absent) && !(isPart && term.absent !== 0);
}
