import type { Arbitrary } from 'fast-check';
import { deepFreeze } from '../base/freeze.js';
import type { Offer } from '../offers/offer.js';
import type { Region } from '../positions/region.js';
import type { Scenario } from '../scenario/scenario.js';
import { allAtFirst } from './all-at-first.js';
import { complexityOf, isSimpler } from './complexity.js';
import { fullOfferAt, type LeftOut } from './full-offer-at.js';
import { pick } from './guides.js';
import { DEFAULT_MOST, drawsOf, points } from './points.js';
import { shrinkingBy } from './shrinking-by.js';
import { printedDeal } from './print/printed-deal.js';
import { fc } from './fast-check.js';

const NOTHING: LeftOut = { terms: [], phases: false };

/** How full offers are drawn at the points of a region. */
interface FullOffers {
  /** What has no upper end is drawn up to so many steps above every figure of scenario and region. */
  readonly most?: number;
  /** Whether what absence means anyway is left out now and then, and not in shrinking alone. */
  readonly absences?: boolean;
  /** A draft whose text they take over, and of whose phases they do, whether these are still to be negotiated. */
  readonly draft?: Offer | undefined;
}

/** Full offers at the points of a region: every figure exact. */
export function fullOffers(scenario: Scenario, region: Region, how: FullOffers = {}): Arbitrary<Offer> {
  return shrinkingBy(anyFullOffers(scenario, region, how), (a, b) =>
    isSimpler(complexityOf(scenario, a), complexityOf(scenario, b)),
  );
}

function anyFullOffers(
  scenario: Scenario,
  region: Region,
  { most = DEFAULT_MOST, absences = false, draft }: FullOffers,
): Arbitrary<Offer> {
  const at = points(scenario, region, most);
  const terms = Object.keys(scenario.terms);
  const negotiated = draft
    ? fc.constant(draft.phases.map(({ toBeNegotiated }) => toBeNegotiated?.value === true))
    : negotiatedPhases(scenario);
  // What goes without saying is left out in shrinking; now and then beforehand, if it may be.
  const leftOut: Arbitrary<LeftOut> = absences
    ? fc
        .tuple(drawsOf(terms.length), fc.boolean())
        .map(([draws, phases]) => ({ terms: terms.filter((_, i) => pick(draws[i] ?? 0, 0, 2) !== 1), phases }))
    : allAtFirst(['said'], 0).map((said) => (said.length > 0 ? NOTHING : { terms, phases: true }));
  return fc.tuple(at, leftOut, negotiated).map(([point, left, phases]) => {
    const offer = fullOfferAt(scenario, point, left, phases);
    return deepFreeze(printedDeal(scenario, draft?.text ? { ...offer, text: draft.text } : offer));
  });
}

/** Which phases are still to be negotiated, one in four; never the first, in which the talks on them would be held. */
export function negotiatedPhases({ space }: Scenario): Arbitrary<readonly boolean[]> {
  const one = fc.nat({ max: 3 }).map((n) => n === 3);
  const later = space.phases.most - 1;
  return fc.array(one, { minLength: later, maxLength: later }).map((phases) => [false, ...phases]);
}
