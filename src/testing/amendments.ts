import type { Arbitrary } from 'fast-check';
import { deepFreeze } from '../base/freeze.js';
import { amend, type Amendment, type WritableOffer } from '../offers/amend.js';
import type { Offer } from '../offers/offer.js';
import { readDeal } from '../offers/read-deal.js';
import type { Region } from '../positions/region.js';
import { checkOffer } from '../scenario/check-offer.js';
import { layoutOf, settingOf, type Scenario } from '../scenario/scenario.js';
import { PHASES } from '../terms/layout.js';
import { completing } from './among.js';
import { checkOptions, someText, wholeFrom, type OptionChecks } from './bad-options.js';
import { allAtFirst } from './all-at-first.js';
import { clausesOf, exactValue, valueAt } from '../offers/clauses.js';
import { complexityOf, isSimpler } from './complexity.js';
import { fc } from './fast-check.js';
import { DEFAULT_MOST, isPoint, points, simplestIn } from './points.js';
import { printedDeal } from './print/printed-deal.js';
import type { Point } from '../terms/layout.js';
import { shrinkingBy } from './shrinking-by.js';
import { checkWholeOffer } from './whole-offer.js';

/** Which amendments to draw. */
export interface AmendmentsConstraints {
  /** The most terms that one changes. @defaultValue `2` */
  readonly terms?: number;
  /** The id of the amended offer. @defaultValue of an offer of the scenario its id with `-amended`, of another one its own */
  readonly id?: string;
}

const CHECKS: OptionChecks<AmendmentsConstraints> = { terms: wholeFrom(1), id: someText };

/**
 * Amendments of an offer, as a fast-check arbitrary: what it says of one term or a few is replaced by something exact, and
 * all the rest stays. The amended offer is checked and hangs together: what is drawn agrees with what was not touched. They
 * shrink towards fewer terms that change, and towards simple figures: along the number of patches, and then along
 * `complexityOf` the amended offer. Now and then what is drawn is what was said before.
 *
 * Throws a `FaultError` with `testing/unfit-offer` for an offer that contradicts itself or is none of the scenario, and
 * with `testing/bad-option` for constraints that cannot be.
 *
 * @example
 * fc.assert(
 *   fc.property(amendments(scenario, first), ({ offer, inverse }) => {
 *     return checkOffer(scenario, offer.id, offer).ok && describeChanges(scenario, first, applyPatches(offer, inverse)).length === 0;
 *   }),
 * );
 */
export function amendments(
  scenario: Scenario,
  offer: Offer,
  constraints: AmendmentsConstraints = {},
): Arbitrary<Amendment> {
  checkOptions(constraints, CHECKS);
  checkWholeOffer(scenario, offer, ['offer']);
  const { terms: most = 2, id = idFor(scenario, offer) } = constraints;
  const ids = Object.keys(scenario.terms);
  const drawn = fc
    .subarray(ids, { minLength: Math.min(1, ids.length), maxLength: Math.min(most, ids.length) })
    .chain((terms) => {
      const region = leaving(scenario, offer, terms);
      // Where nothing else may be, the term keeps to what the offer says of it.
      const within = isPoint(simplestIn(scenario, region, DEFAULT_MOST)) ? region : completing(scenario, offer);
      return fc
        .tuple(points(scenario, within, DEFAULT_MOST), allAtFirst(terms, 1))
        .map(([point, changed]) => amended(scenario, offer, changed, point, id));
    });
  // A term that was drawn with another may rest on it, as a share of it does: alone it may contradict what stayed.
  const hangsTogether = (amendment: Amendment) => checkOffer(scenario, amendment.offer.id, amendment.offer).ok;
  return shrinkingBy(drawn, (a, b) => isSimpler(sizeOf(scenario, a), sizeOf(scenario, b)) && hangsTogether(a));
}

/** An offer that the scenario does not hold cannot be said to be amended: it stays itself. */
function idFor({ offers }: Scenario, { id }: Offer): string {
  return Object.hasOwn(offers, id) ? `${id}-amended` : id;
}

/** How many patches it takes, then how much there is to what comes of it. */
function sizeOf(scenario: Scenario, { offer, patches }: Amendment): readonly number[] {
  return [patches.length, ...complexityOf(scenario, offer)];
}

/** Where the offers lie that agree with all that an offer says but of these terms. */
function leaving(scenario: Scenario, offer: Offer, terms: readonly string[]): Region {
  const isOf = (path: string) => terms.includes(path.split('/')[0] ?? path);
  const rest = (clauses: Offer['terms']) => Object.fromEntries(Object.entries(clauses).filter(([path]) => !isOf(path)));
  const without: Offer = {
    ...offer,
    // What absence would mean of them says nothing here.
    known: 'partial',
    terms: rest(offer.terms),
    phases: offer.phases.map((phase) => ({ ...phase, terms: rest(phase.terms) })),
  };
  const { bounds, layout } = readDeal(settingOf(scenario), offer);
  const phases = layout.at[PHASES] ?? 0;
  return {
    kind: 'both',
    of: [
      completing(scenario, without),
      ...(offer.known === 'full' ? untouched(scenario, offer, isOf) : []),
      {
        kind: 'band',
        sum: [{ of: PHASES, times: 1 }],
        least: bounds.least[phases] ?? 1,
        most: bounds.most[phases] ?? layout.phases,
      },
    ],
  };
}

/** Of a full text, what it means of all other terms by saying nothing. */
function untouched(scenario: Scenario, offer: Offer, isOf: (path: string) => boolean): readonly Region[] {
  const { bounds, layout } = readDeal(settingOf(scenario), offer);
  return layout.variables.flatMap(({ name }, place): readonly Region[] => {
    const id = name.split(/[@=]/)[0] ?? name;
    const [least, most] = [bounds.least[place] ?? 0, bounds.most[place] ?? Infinity];
    if (isOf(id) || name.startsWith('count ')) return [];
    return [{ kind: 'band', sum: [{ of: name, times: 1 }], least, ...(Number.isFinite(most) && { most }) }];
  });
}

function amended(scenario: Scenario, offer: Offer, terms: readonly string[], point: Point, id: string): Amendment {
  const layout = layoutOf(scenario);
  const phases = valueAt(layout, point, PHASES);
  const made = amend(
    offer,
    (draft) => {
      for (const clause of clausesOf(scenario)) {
        if (!terms.includes(clause.id)) continue;
        const clauses = clausesAt(draft, clause.phase, phases);
        if (clauses) clauses[clause.path] = exactValue(layout, point, clause);
      }
    },
    { id, label: `${offer.label}, amended` },
  );
  return { ...made, offer: deepFreeze(printedDeal(scenario, { ...made.offer })) };
}

/** Where a draft says something of a phase, or of the whole; a phase that it does not list yet is added. */
function clausesAt(draft: WritableOffer, phase: number | undefined, phases: number) {
  if (phase === undefined) return draft.terms;
  if (phase > phases) return undefined;
  while (draft.phases.length < phase) draft.phases.push({ terms: {} });
  return draft.phases[phase - 1]?.terms;
}
