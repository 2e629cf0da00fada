import fc from 'fast-check';
import { between, checkOffer, days, defineScenario, openTalks, type Scenario, type TalksEvent } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { checkDeal, courseComplexity, courses, isSimpler, type TalksInvariant } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { newOfferIn } from '../../../src/testing/courses/fewer-offers.js';
import { withSimpleOffers } from '../../../src/testing/courses/offers-instead.js';
import { runs } from '../../laws/runs.js';
import { anyScenario } from '../../support/steps.js';

const asked = { terms: { crossings: between(2, 8), fare: 50 }, phases: [{ length: days(9) }] } as const;
const told = { by: ['north'], terms: { crossings: 2, fare: 50 }, phases: [{ length: days(9) }] } as const;

/** What its draft says needs the answer of two parties, and what the north has put forward, where it has, that of one. */
const ferryWith = (offers: { readonly draft: typeof asked; readonly northern?: typeof told }) =>
  defineScenario({
    id: 'ferry',
    parties: { north: {}, south: {} },
    terms: {
      crossings: { kind: 'quantity', unit: 'crossings', scope: 'phase', bounds: { most: 20 } },
      fare: { kind: 'quantity', unit: 'coins', bounds: { most: 90 } },
    },
    space: { phases: { least: 1, most: 3 }, days: 60 },
    positions: {
      often: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'crossings', op: '>=', line: 5 } },
      cheap: { party: 'south', rigidity: 'demand', condition: { kind: 'compare', of: 'fare', op: '<=', line: 40 } },
      few: { party: 'south', rigidity: 'demand', condition: { kind: 'compare', of: 'crossings', op: '<=', line: 9 } },
    },
    offers: { ...offers },
  });
const ferry = ferryWith({ draft: asked });
const both = ferryWith({ draft: asked, northern: told });

const AGREED: TalksInvariant = { title: 'is never agreed', talks: ({ state }) => state !== 'talks.agreedInPrinciple' };
const SECOND: TalksInvariant = { title: 'is never in a second phase', talks: ({ deal }) => deal?.phase !== 2 };
const DONE: TalksInvariant = { title: 'is never fulfilled', talks: ({ state }) => state !== 'fulfilled' };
const LAPSED: TalksInvariant = { title: 'never lapses', talks: ({ state }) => state !== 'lapsed' };

/** What breaks a law in the end, from a seed. */
function broken(scenario: Scenario, law: TalksInvariant, seed: number, tries = 150): readonly TalksEvent[] {
  const [found] = checkDeal(scenario, { invariants: [law], seed, runs: tries });
  expect(found?.finding).toBe('broken');
  // A law of talks is broken by a course.
  return found?.counterexample as readonly TalksEvent[];
}

describe('the offer in a course that is left', () => {
  it.each([
    ['one that one party puts forward and the other accepts, where the known one needs two answers', ferry, AGREED, 1],
    ['the same, where a known one needs one answer', both, AGREED, 1],
    ['the same, carried out', both, DONE, 4],
    ['one of two phases, each over in no time, where the known ones have one', both, SECOND, 4],
  ] as const)('is %s', (_, scenario, law, events) => {
    const seeds = [0, 1, 2, 3];
    expect(seeds.map((seed) => broken(scenario, law, seed).length)).toEqual(seeds.map(() => events));
  });

  it('is, of the talks of 2024, a new one that needs no answer', () => {
    expect(broken(gaza2024(), LAPSED, 1, 20).map(({ type }) => type)).toEqual([
      'round.opened',
      'offer.tabled',
      'agreement.concluded',
      'deal.started',
      'days.passed',
    ]);
  });
});

describe('courses with a simple offer instead', () => {
  it('can happen, but for what is refused with it, and are no more than can be tried', () => {
    let instead = 0;
    fc.assert(
      fc.property(
        anyScenario.chain((scenario) => fc.tuple(fc.constant(scenario), courses(scenario, { events: 12 }))),
        ([scenario, events]) => {
          const found = [...withSimpleOffers(scenario, events)];
          expect(found.length).toBeLessThanOrEqual(400);
          const known = new Set(events.flatMap((event) => newOfferIn(event) ?? []));
          for (const offer of found.flatMap((course) => course.flatMap((event) => newOfferIn(event) ?? []))) {
            if (known.has(offer)) continue;
            known.add(offer);
            instead++;
            const checked = checkOffer(scenario, offer.id, offer);
            expect(checked.ok ? [] : checked.faults).toEqual([]);
          }
        },
      ),
      runs(30),
    );
    expect(instead).toBeGreaterThan(30);
  });

  it('are among what a course shrinks to, all of which can happen and comes to less', () => {
    const traded = [
      { type: 'offer.tabled', offer: 'draft' },
      { type: 'answer.declared', party: 'north', answer: 'accepts' },
      { type: 'answer.declared', party: 'south', answer: 'accepts' },
      { type: 'agreement.concluded' },
      { type: 'deal.started' },
    ] as const satisfies readonly TalksEvent[];
    const measure = courseComplexity(traded, both);
    let brought = 0;
    for (const { value } of courses(both).shrink(traded, undefined)) {
      const talks = openTalks(both);
      for (const event of value) expect(talks.do(event).accepted).toBe(true);
      expect(isSimpler(courseComplexity(value, both), measure)).toBe(true);
      if (value.some(newOfferIn) && talks.state.startsWith('carryingOut')) brought++;
    }
    expect(brought).toBeGreaterThan(0);
  });
});
