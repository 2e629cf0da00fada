import type { Arbitrary } from 'fast-check';
import { fault } from '../base/fault.js';
import { failure, valueOrThrow } from '../base/result.js';
import type { Tie } from '../base/tighten.js';
import type { Offer } from '../offers/offer.js';
import { readDeal } from '../offers/read-deal.js';
import type { Region } from '../positions/region.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import type { Layout } from '../terms/layout.js';
import { EVERYWHERE } from './points.js';
import { dealRegion } from './standing-region.js';
import { called } from './unknown-fault.js';

/**
 * Of what something must be so: of every full offer of the offer space; of every deal, which is an offer that all whose
 * acceptance it takes would accept; of every full text that a draft may turn out to be; or of whatever an arbitrary draws,
 * such as `fc.constant(draft)`, where it is to be so of what the draft itself says. A law of what a draft leaves unsaid is asked
 * of the draft too, beside what completes it.
 *
 * @example
 * const draft: Among = { completing: 'first-offer' };
 */
export type Among = 'offers' | 'deals' | { readonly completing: Offer | string } | Arbitrary<Offer>;

/** Whether something draws, of whatever copy of fast-check it is an arbitrary: `import` and `require` load two. */
export function isArbitrary(among: unknown): among is Arbitrary<Offer> {
  return typeof among === 'object' && among !== null && 'generate' in among && typeof among.generate === 'function';
}

/** Where in the offer space these lie; nowhere, where an arbitrary draws them. */
export function regionAmong(scenario: Scenario, among: Among): Region | undefined {
  if (among === 'offers') return EVERYWHERE;
  if (among === 'deals') return dealRegion(scenario);
  const draft = draftAmong(scenario, among);
  return draft && completing(scenario, draft);
}

/** The draft that they complete, where that is what they do. */
export function draftAmong(scenario: Scenario, among: Among): Offer | undefined {
  if (typeof among === 'string' || isArbitrary(among)) return undefined;
  return typeof among.completing === 'string' ? called('offer', among.completing, scenario.offers) : among.completing;
}

/** Where the full offers lie that agree with everything an offer says. */
export function completing(scenario: Scenario, offer: Offer): Region {
  const { bounds, ties, layout, contradiction } = readDeal(settingOf(scenario), offer);
  if (contradiction) {
    const message = `What '${offer.id}' says cannot all be so at once: checkOffer tells where.`;
    return valueOrThrow(failure([fault('testing/unfit-offer', [], message, { offer: offer.id })]), 'Nothing to draw.');
  }
  const values = layout.variables.map(({ name }, place): Region => {
    const [least, most] = [bounds.least[place], bounds.most[place]];
    return { kind: 'band', sum: [{ of: name, times: 1 }], ...finite(least, most) };
  });
  // The offer's own ties stand after those of the offer space.
  return { kind: 'both', of: [...values, ...ties.slice(layout.ties.length).map((tie) => tied(tie, layout))] };
}

function tied({ sum, least, most }: Tie, { variables }: Layout): Region {
  return {
    kind: 'band',
    sum: sum.map((m) => ({ of: variables[m.of]?.name ?? '', times: m.times })),
    ...finite(least, most),
  };
}

function finite(least: number | undefined, most: number | undefined) {
  return {
    ...(least !== undefined && Number.isFinite(least) && { least }),
    ...(most !== undefined && Number.isFinite(most) && { most }),
  };
}
