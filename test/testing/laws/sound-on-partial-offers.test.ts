import fc from 'fast-check';
import { atMost, draw, judge, layoutOf, readDeal, settingOf, type Condition, type Offer } from 'sticking-points';
import { drawOffers, offers, partialOffersOf } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import type { ConditionInvariant, Finding, OfferInvariant } from '../../../src/testing/invariant.js';
import { neitherGivesAlone } from '../../../src/testing/laws/neither-gives-alone.js';
import { neverMoreThanHeld } from '../../../src/testing/laws/never-more-than-held.js';
import { ratioWithin } from '../../../src/testing/laws/ratio-within.js';
import { somethingDueWithin } from '../../../src/testing/laws/something-due-within.js';
import { ask } from './ask.js';
import { camps, offer } from './camps.js';

const PHASES = [1, 2, 3];
const DUE = ['captives', 'detainees', 'debt'];

/** Full offers with nothing due in a phase: few of those drawn anywhere have such a one. */
function quietIn(phase: number) {
  const nothing = DUE.map((of): Condition => ({ kind: 'compare', of, in: phase, op: '=', line: 0 }));
  const long: Condition = { kind: 'length', in: phase, op: '>=', line: 1, unit: 'days' };
  const region = draw({ kind: 'all', of: [...nothing, long] }, { ...camps, layout: layoutOf(camps), want: 'met' });
  return drawOffers(camps, region);
}

const full = fc.oneof({ weight: 3, arbitrary: offers(camps, { known: 'full' }) }, ...PHASES.map(quietIn));
const told = full.chain((whole) =>
  fc.tuple(fc.constant(whole), partialOffersOf(camps, whole, { phaseCount: true, readings: false })),
);

/** The exact figure of a quantity, or of a length, in a phase or in all. */
function figureIn(offer: Offer, name: string): number {
  const { layout, bounds } = readDeal(settingOf(camps), offer);
  return bounds.least[layout.at[name] ?? -1] ?? NaN;
}

/** The longest stretch without anything falling due, counted day by day. */
function longestStretch(offer: Offer): number {
  let [longest, days] = [0, 0];
  for (const phase of PHASES.filter((n) => n <= offer.phases.length)) {
    days += figureIn(offer, `length@${phase}`);
    longest = Math.max(longest, days);
    if (DUE.some((id) => figureIn(offer, `${id}@${phase}`) !== 0)) days = 0;
  }
  return longest;
}

describe('something due', () => {
  const law = (days: number) => somethingDueWithin(days);
  const days = fc.integer({ min: 1, max: 400 });

  it('comes out on a full text as counting day by day does', () => {
    const seen = new Set<Finding>();
    fc.assert(
      fc.property(full, days, (offer, n) => {
        seen.add(ask(law(n), offer, camps));
        expect(ask(law(n), offer, camps)).toBe(longestStretch(offer) <= n ? 'held' : 'broken');
      }),
      { numRuns: 300 },
    );
    expect(seen).toEqual(new Set(['held', 'broken']));
  });
});

const LAWS: Readonly<Record<string, ConditionInvariant | OfferInvariant>> = {
  'something due within 100 days': somethingDueWithin(100),
  'something due within 250 days': somethingDueWithin(250),
  'no more than held': neverMoreThanHeld(camps, 'captives', 'held'),
  'a ratio': ratioWithin(camps, 'detainees', 'captives', { least: 2, most: 6 }),
  'a ratio in phase 1': ratioWithin(camps, 'detainees', 'captives', { least: 1, in: 1 }),
  'neither alone': neitherGivesAlone(camps, 'captives', 'detainees'),
};

const SOME = fc.sample(told, { numRuns: 600, seed: 7 });

/** How often what is told of an offer, and what is so, come to each pair of findings. */
function pairsOf(find: (offer: Offer) => Finding): Readonly<Record<string, number>> {
  const pairs: Record<string, number> = {};
  for (const [whole, part] of SOME) {
    const pair = `${find(part)} of ${find(whole)}`;
    pairs[pair] = (pairs[pair] ?? 0) + 1;
  }
  return pairs;
}

describe('what is held, or broken, by what is told of an offer is so of the offer', () => {
  it.each(Object.entries(LAWS))('%s', (_, law) => {
    const pairs = pairsOf((offer) => ask(law, offer, camps));
    expect(pairs).not.toHaveProperty('held of broken');
    expect(pairs).not.toHaveProperty('broken of held');
    expect(Object.keys(pairs).filter((pair) => !pair.startsWith('undetermined'))).not.toEqual([]);
    expect(pairs).toHaveProperty('undetermined of broken');
  });

  it('would be told of a law that takes every phase for one in which something is due', () => {
    const hopeful = (offer: Offer): Finding => {
      const { bounds, layout } = readDeal(settingOf(camps), offer);
      const most = PHASES.map((phase) => bounds.most[layout.at[`length@${phase}`] ?? -1] ?? 0);
      return Math.max(...most) <= 250 ? 'held' : 'undetermined';
    };
    expect(SOME.filter(([whole, part]) => hopeful(part) === 'held' && longestStretch(whole) > 250)).not.toEqual([]);
  });
});

it('a ratio within bounds is the same as if there is any, then; and on what is told, no less sharp', () => {
  const law = ratioWithin(camps, 'detainees', 'captives', { least: 2, most: 6 });
  const ifAny: Condition = {
    kind: 'ifThen',
    if: { kind: 'compare', of: 'captives', op: '>', line: 0 },
    then: {
      kind: 'all',
      of: [
        { kind: 'ratio', of: 'detainees', per: 'captives', op: '>=', line: 2 },
        { kind: 'ratio', of: 'detainees', per: 'captives', op: '<=', line: 6 },
      ],
    },
  };
  const verdict = (condition: Condition, offer: Offer) => judge(condition, readDeal(settingOf(camps), offer)).verdict;
  fc.assert(
    fc.property(told, ([whole, part]) => {
      expect(verdict(law.condition, whole)).toBe(verdict(ifAny, whole));
      const otherwise = verdict(ifAny, part);
      if (otherwise !== 'open') expect(verdict(law.condition, part)).toBe(otherwise);
    }),
    { numRuns: 600 },
  );
  const oneAtMost = offer({ terms: { captives: atMost(1), detainees: 3 } });
  expect([verdict(law.condition, oneAtMost), verdict(ifAny, oneAtMost)]).toEqual(['met', 'open']);
});
