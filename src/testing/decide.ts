import { isFaultError } from '../base/fault.js';
import type { Offer } from '../offers/offer.js';
import { draw } from '../positions/draw.js';
import type { Condition } from '../positions/condition.js';
import type { Region } from '../positions/region.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import { complement } from './complement.js';
import { noProof, topOf } from './endless.js';
import { fc } from './fast-check.js';
import { fullOffers } from './full-offers.js';
import { DEFAULT_MOST, isPoint, simplestIn } from './points.js';
import { unconfigured } from './unconfigured.js';

/** What can be said of all offers of a region at once; where it is held and that is not proved, how far it was searched. */
export type Decision =
  | { readonly finding: 'held'; readonly unproved?: string }
  | { readonly finding: 'broken'; readonly offer: Offer }
  | { readonly finding: 'undetermined'; readonly why: string; readonly offer?: Offer };

/**
 * Decides whether a condition is met by every full offer of a region: looks for one that leaves it unmet, and then for one
 * of which that cannot be told. Where neither exists it is proved, unless that rests on how far up figures were searched.
 */
export function decide(
  scenario: Scenario,
  region: Region,
  condition: Condition,
  { seed, draft }: { readonly seed: number; readonly draft: Offer | undefined },
): Decision {
  const within = (part: Region): Region => ({ kind: 'both', of: [region, part] });
  const frame = settingOf(scenario);
  const find = (part: Region) => simplestIn(scenario, part, DEFAULT_MOST);
  // None was found in these, but only as far up as was searched.
  const upTo = (...parts: readonly Region[]) =>
    noProof(scenario, Math.min(...parts.map((part) => topOf(scenario, part, DEFAULT_MOST))));
  try {
    const unmet = within(draw(condition, { ...frame, want: 'unmet' }));
    const unsure = within(complement(draw(condition, { ...frame, want: 'met' })));
    const broken = find(unmet);
    if (isPoint(broken)) return { finding: 'broken', offer: smallest(scenario, unmet, seed, draft) };
    const open = find(unsure);
    if (isPoint(open)) {
      const why = 'Of this one it depends on what nobody reports for certain.';
      return { finding: 'undetermined', why, offer: smallest(scenario, unsure, seed, draft) };
    }
    const any = find(region);
    if (any === 'none') return { finding: 'undetermined', why: 'There is no such offer, so that it says nothing.' };
    if (any === 'none so far up') {
      return { finding: 'undetermined', why: `No such offer was found ${upTo(region)}` };
    }
    const isProved = broken === 'none' && open === 'none';
    return { finding: 'held', ...(!isProved && { unproved: upTo(unmet, unsure) }) };
  } catch (error) {
    if (!isFaultError(error)) throw error;
    const [hard] = error.faults.filter(({ code }) => code === 'testing/region-too-hard');
    if (!hard) throw error;
    return { finding: 'undetermined', why: hard.message };
  }
}

/** The simplest offer of a region that shrinking finds. */
function smallest(scenario: Scenario, region: Region, seed: number, draft: Offer | undefined): Offer {
  const found = unconfigured(() =>
    fc.check(
      fc.property(fullOffers(scenario, region, { draft }), (_: Offer) => false),
      { numRuns: 1, seed },
    ),
  );
  const offer = found.counterexample?.[0];
  if (!offer) throw new RangeError('A region that is not empty has an offer in it.');
  return offer;
}
