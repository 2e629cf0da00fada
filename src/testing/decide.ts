import { isFaultError } from '../base/fault.js';
import type { Offer } from '../offers/offer.js';
import { draw } from '../positions/draw.js';
import type { Condition } from '../positions/condition.js';
import type { Region } from '../positions/region.js';
import { layoutOf, settingOf, type Scenario } from '../scenario/scenario.js';
import { fc } from './fast-check.js';
import { fullOffers } from './full-offers.js';
import { DEFAULT_MOST, simplestIn } from './points.js';

/** What can be said of all offers of a region at once. */
export type Decision =
  | { readonly finding: 'held'; readonly proved: boolean }
  | { readonly finding: 'broken'; readonly offer: Offer }
  | { readonly finding: 'undetermined'; readonly why: string; readonly offer?: Offer };

/**
 * Decides whether a condition is met by every full offer of a region: looks for one that leaves it unmet, and then for one
 * of which that cannot be told. Where neither exists it is proved, unless figures without an upper end were cut off.
 */
export function decide(
  scenario: Scenario,
  region: Region,
  condition: Condition,
  { seed, draft }: { readonly seed: number; readonly draft: Offer | undefined },
): Decision {
  const within = (part: Region): Region => ({ kind: 'both', of: [region, part] });
  const frame = settingOf(scenario);
  try {
    const unmet = within(draw(condition, { ...frame, want: 'unmet' }));
    if (simplestIn(scenario, unmet, DEFAULT_MOST))
      return { finding: 'broken', offer: smallest(scenario, unmet, seed, draft) };
    const unsure = within(complement(draw(condition, { ...frame, want: 'met' })));
    if (simplestIn(scenario, unsure, DEFAULT_MOST)) {
      const why = 'Of this one it depends on what nobody reports for certain.';
      return { finding: 'undetermined', why, offer: smallest(scenario, unsure, seed, draft) };
    }
    if (!simplestIn(scenario, region, DEFAULT_MOST)) {
      return { finding: 'undetermined', why: 'There is no such offer, so that it says nothing.' };
    }
  } catch (error) {
    if (!isFaultError(error)) throw error;
    const [hard] = error.faults.filter(({ code }) => code === 'testing/region-too-hard');
    if (!hard) throw error;
    return { finding: 'undetermined', why: hard.message };
  }
  const asked = [draw(condition, { ...frame, want: 'met' }), draw(condition, { ...frame, want: 'unmet' })];
  return { finding: 'held', proved: !turnsOnTheEndless(scenario, asked, region) };
}

/** Whether a figure without an upper end matters: the condition speaks of it, or something ties it to another figure. */
function turnsOnTheEndless(scenario: Scenario, asked: readonly Region[], region: Region): boolean {
  const { variables } = layoutOf(scenario);
  const endless = new Set(variables.filter((v) => !Number.isFinite(v.most)).map((v) => v.name));
  const speaks = (part: Region, least: number): boolean =>
    part.kind === 'band'
      ? part.sum.length >= least && part.sum.some((m) => endless.has(m.of))
      : part.of.some((inner) => speaks(inner, least));
  return asked.some((part) => speaks(part, 1)) || speaks(region, 2);
}

/** The simplest offer of a region that shrinking finds. */
function smallest(scenario: Scenario, region: Region, seed: number, draft: Offer | undefined): Offer {
  const found = fc.check(
    fc.property(fullOffers(scenario, region, { draft }), (_: Offer) => false),
    { numRuns: 1, seed },
  );
  const offer = found.counterexample?.[0];
  if (!offer) throw new RangeError('A region that is not empty has an offer in it.');
  return offer;
}

/** Everything that does not lie in a region. */
function complement(region: Region): Region {
  switch (region.kind) {
    case 'band': {
      const { sum, least, most } = region;
      return {
        kind: 'either',
        of: [
          ...(least === undefined ? [] : [{ kind: 'band', sum, most: least - 1 } as const]),
          ...(most === undefined ? [] : [{ kind: 'band', sum, least: most + 1 } as const]),
        ],
      };
    }
    case 'both':
      return { kind: 'either', of: region.of.map(complement) };
    case 'either':
      return { kind: 'both', of: region.of.map(complement) };
  }
}
