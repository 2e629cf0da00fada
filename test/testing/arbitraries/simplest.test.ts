import fc from 'fast-check';
import {
  between,
  checkOffer,
  days,
  defineScenario,
  draw,
  judge,
  readDeal,
  settingOf,
  type Condition,
  type Offer,
  type Scenario,
} from 'sticking-points';
import {
  acceptableOffers,
  checkDeal,
  complexityOf,
  conditions,
  drawOffers,
  isEmptyRegion,
  isSimpler,
  offers,
} from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { textDraftOf } from '../../../src/scenario/text-draft-of.js';
import { few, runs } from '../../laws/runs.js';

const river = defineScenario({
  id: 'river',
  parties: { upper: {}, lower: {} },
  terms: {
    water: { kind: 'quantity', unit: 'megalitres', scope: 'phase', bounds: { most: 500 } },
    fee: { kind: 'quantity', unit: 'coins', bounds: { most: 800 } },
    gauge: { kind: 'flag' },
  },
  space: { phases: { least: 1, most: 2 }, days: 120 },
  positions: {
    enough: { party: 'lower', rigidity: 'demand', condition: { kind: 'compare', of: 'fee', op: '>=', line: 150 } },
  },
  offers: { draft: { terms: { water: between(200, 320), fee: 330 }, phases: [{ length: days(40) }] } },
});

/** So few offers that each can be looked at: a raise in one year or two, and whether the peace is kept. */
const labour = defineScenario({
  id: 'labour',
  parties: { union: {}, firm: {} },
  terms: {
    raise: { kind: 'quantity', unit: 'percent', scope: 'phase', step: 0.5, bounds: { most: 2 } },
    peace: { kind: 'flag', absent: true },
  },
  space: { phases: { least: 1, most: 2 }, days: 1 },
  positions: {},
});

/** All full offers of it. */
function* everyOffer(): Generator<Offer> {
  const raises = [0, 0.5, 1, 1.5, 2];
  for (const peace of [true, false]) {
    for (const [first, second] of [[0], [1], [0, 0], [0, 1], [1, 0]]) {
      for (const raise of raises) {
        for (const later of second === undefined ? [0] : raises) {
          const phases = [
            { length: days(first!), terms: { raise } },
            ...(second === undefined ? [] : [{ length: days(second), terms: { raise: later } }]),
          ];
          const length = days(first! + (second ?? 0));
          const draft = { known: 'full', length, terms: { raise: raise + later, peace }, phases } as const;
          const checked = checkOffer(labour, 'drawn', draft);
          if (checked.ok) yield checked.value;
        }
      }
    }
  }
}

/** What is left of offers once they are as simple as they become while they are so. */
function simplest(arbitrary: fc.Arbitrary<Offer>, isSo: (offer: Offer) => boolean, seed: number): Offer | undefined {
  return fc.check(
    fc.property(arbitrary, (offer) => !isSo(offer)),
    { seed, numRuns: 300 },
  ).counterexample?.[0];
}

const figureOf = (id: string, { terms: { [id]: field } }: Offer) =>
  field && 'value' in field && typeof field.value === 'object' && 'n' in field.value ? field.value.n : 0;
const feeOf = (offer: Offer) => figureOf('fee', offer);

describe('what full offers shrink to', () => {
  it('has the simplest of all figures that will do, a greater one where it is rounder or of the scenario', () => {
    let greater = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 790 }), fc.integer(), (line, seed) => {
        const left = simplest(offers(river, { known: 'full' }), (offer) => feeOf(offer) > line, seed);
        if (!left) return;
        const found = feeOf(left);
        if (found > line + 1) greater++;
        const { fee } = left.terms;
        for (let n = line + 1; n <= 800; n++) {
          const other = {
            ...left,
            terms: { ...left.terms, fee: { ...fee!, value: { wording: 'exactly', n } } },
          } as Offer;
          expect({
            line,
            found,
            n,
            isSimpler: isSimpler(complexityOf(river, other), complexityOf(river, left)),
          }).toEqual({ line, found, n, isSimpler: false });
        }
      }),
      runs(30),
    );
    expect(greater).toBeGreaterThan(0);
  });
});

/** All of them, as deals and with how much there is to each. */
const all = [...everyOffer()].map((offer) => ({
  deal: readDeal(settingOf(labour), offer),
  complexity: complexityOf(labour, offer),
}));

describe('what breaks an invariant that is a function', () => {
  it('is as simple as the simplest of all offers that break it, as it is where the same is asked by a condition', () => {
    expect(all.length).toBeGreaterThan(100);
    let [broken, phases] = [0, 0];
    fc.assert(
      fc.property(conditions(labour, { depth: 2 }), fc.integer(), (condition, seed) => {
        const breaking = all.filter(({ deal }) => judge(condition, deal).verdict === 'unmet');
        const [finding] = checkDeal(labour, {
          seed,
          invariants: [
            {
              title: 'the condition',
              offer: (offer) => judge(condition, readDeal(settingOf(labour), offer)).verdict !== 'unmet',
            },
          ],
        });
        // A law of deals is broken by an offer.
        const left = finding?.counterexample as Offer | undefined;
        if (!left) return;
        broken++;
        if (left.phases.length > 1) phases++;
        const simpler = breaking.filter(({ complexity }) => isSimpler(complexity, complexityOf(labour, left)));
        expect([condition, left.phases, simpler]).toEqual([condition, left.phases, []]);
      }),
      runs(120),
    );
    expect(broken).toBeGreaterThan(few(20));
    expect(phases).toBeGreaterThanOrEqual(few(1));
  });

  it('is as simple as the simplest of all in the region from which it was drawn, whatever branches that has', () => {
    let [broken, branching] = [0, 0];
    fc.assert(
      fc.property(
        conditions(labour, { depth: 2 }),
        conditions(labour, { depth: 2 }),
        fc.integer(),
        (held, law, seed) => {
          const region = draw(held, { ...settingOf(labour), want: 'met' });
          if (isEmptyRegion(labour, region)) return;
          const breaking = all.filter(
            ({ deal }) => judge(held, deal).verdict === 'met' && judge(law, deal).verdict === 'unmet',
          );
          const left = simplest(
            drawOffers(labour, region),
            (offer) => judge(law, readDeal(settingOf(labour), offer)).verdict === 'unmet',
            seed,
          );
          if (!left) return;
          broken++;
          if (JSON.stringify(region).includes('either')) branching++;
          const simpler = breaking.filter(({ complexity }) => isSimpler(complexity, complexityOf(labour, left)));
          expect([held, law, simpler]).toEqual([held, law, []]);
        },
      ),
      runs(150),
    );
    expect(broken).toBeGreaterThan(few(40));
    expect(branching).toBeGreaterThan(few(20));
  });

  it('has no phase that it does not need, whatever the phases before would have to make up for', () => {
    const notTwice: Condition = {
      kind: 'compare',
      of: 'raise',
      plus: [{ of: 'raise', in: 2, times: 2 }],
      op: '<=',
      line: 1.75,
    };
    const asked = (seed: number) =>
      checkDeal(labour, {
        seed,
        invariants: [
          {
            title: 'no more than that',
            offer: (offer) => judge(notTwice, readDeal(settingOf(labour), offer)).verdict !== 'unmet',
          },
        ],
      });
    const left = Array.from({ length: 40 }, (_, seed) => asked(seed)[0]?.counterexample as Offer);
    expect(left.map(({ phases }) => phases.length)).toEqual(left.map(() => 1));
  });
});

/** What is sold, and for how much. */
interface Sold {
  readonly boats: number;
  readonly price: number;
  readonly guarantee: boolean;
}

describe('what breaks an invariant of several figures at once', () => {
  /** Two figures and a flag, in one phase that lasts no day. */
  const market = (boats: number, price: number) =>
    defineScenario({
      id: 'market',
      parties: { seller: {}, buyer: {} },
      terms: {
        boats: { kind: 'quantity', unit: 'boats', bounds: { most: boats } },
        price: { kind: 'quantity', unit: 'coins', bounds: { most: price } },
        guarantee: { kind: 'flag' },
      },
      space: { phases: { least: 1, most: 1 }, days: 0 },
      positions: {
        some: { party: 'buyer', rigidity: 'demand', condition: { kind: 'compare', of: 'boats', op: '>=', line: 3 } },
      },
      offers: { first: { terms: { price: 11 } } },
    });
  const [small, large] = [market(13, 25), market(60, 90)];

  const soldIn = (offer: Offer): Sold => {
    const { guarantee } = offer.terms;
    const isGiven = guarantee !== undefined && 'value' in guarantee && guarantee.value === true;
    return { boats: figureOf('boats', offer), price: figureOf('price', offer), guarantee: isGiven };
  };
  /** All offers of a market, and how much there is to each. */
  const everyOf = (scenario: Scenario, most: number, dearest: number) =>
    [...Array(most + 1).keys()].flatMap((boats) =>
      [...Array(dearest + 1).keys()].flatMap((price) =>
        [false, true].flatMap((guarantee) => {
          const sold: Sold = { boats, price, guarantee };
          const checked = checkOffer(scenario, 'drawn', { known: 'full', length: days(0), terms: { ...sold } });
          return checked.ok ? [{ sold, complexity: complexityOf(scenario, checked.value) }] : [];
        }),
      ),
    );

  const weight = fc.integer({ min: -3, max: 3 });
  const sums = (bound: fc.Arbitrary<number>) =>
    fc.array(fc.tuple(weight, weight, weight, bound, fc.boolean()), { minLength: 1, maxLength: 3 });
  /** Whether each sum of boats, price and guarantee comes to its bound, or to more than that. */
  const breaks = (
    all: readonly (readonly [number, number, number, number, boolean])[],
    { boats, price, guarantee }: Sold,
  ) =>
    all.every(([a, b, c, line, isExact]) => {
      const sum = a * boats + b * price + c * Number(guarantee);
      return isExact ? sum === line : sum > line;
    });
  /** What is left of the offers for which they do. */
  const leftOf = (scenario: Scenario, all: Parameters<typeof breaks>[0], seed: number) => {
    const title = 'not all of these sums come to so much';
    const [finding] = checkDeal(scenario, {
      seed,
      invariants: [{ title, offer: (offer) => !breaks(all, soldIn(offer)) }],
    });
    // A law of deals is broken by an offer.
    return finding?.counterexample as Offer | undefined;
  };

  it('is as simple as the simplest of all offers that break it, where there are few', () => {
    const every = everyOf(small, 13, 25);
    let broken = 0;
    fc.assert(
      fc.property(sums(fc.integer({ min: -10, max: 40 })), fc.integer(), (all, seed) => {
        const left = leftOf(small, all, seed);
        if (!left) return;
        broken++;
        const mine = complexityOf(small, left);
        const simpler = every.filter(({ sold, complexity }) => breaks(all, sold) && isSimpler(complexity, mine));
        expect([all, soldIn(left), simpler]).toEqual([all, soldIn(left), []]);
      }),
      runs(100),
    );
    expect(broken).toBeGreaterThan(few(30));
  });

  it('is, where there are many, as simple as all that say one thing, and as those in which two figures trade', () => {
    const many = everyOf(large, 60, 90);
    let broken = 0;
    fc.assert(
      fc.property(sums(fc.integer({ min: -50, max: 150 })), fc.integer(), (all, seed) => {
        const left = leftOf(large, all, seed);
        if (!left) return;
        broken++;
        const [mine, { boats, price }] = [complexityOf(large, left), soldIn(left)];
        const isNear = (other: Sold) =>
          [other.boats, other.price, Number(other.guarantee)].filter((n) => n > 0).length <= 1 ||
          (other.boats + other.price === boats + price && [other.boats, other.price].includes(0));
        const simpler = many.filter(
          ({ sold, complexity }) => isNear(sold) && breaks(all, sold) && isSimpler(complexity, mine),
        );
        expect([all, soldIn(left), simpler]).toEqual([all, soldIn(left), []]);
      }),
      runs(60),
    );
    expect(broken).toBeGreaterThan(few(10));
  });
});

describe('what offers that a party would accept shrink to', () => {
  const basin = defineScenario({
    id: 'basin',
    parties: { delta: {} },
    terms: {
      release: { kind: 'quantity', unit: 'units', scope: 'phase', bounds: { most: 40 } },
      data: { kind: 'flag' },
      payment: { kind: 'quantity', unit: 'crowns', bounds: { most: 200 } },
    },
    space: { phases: { least: 1, most: 2 }, days: 360 },
    positions: {
      enough: { party: 'delta', rigidity: 'demand', condition: { kind: 'compare', of: 'release', op: '>=', line: 8 } },
      dataFirst: {
        party: 'delta',
        rigidity: 'demand',
        condition: {
          kind: 'ifThen',
          if: { kind: 'compare', of: 'release', in: 1, op: '>', line: 2 },
          then: { kind: 'flag', of: 'data', is: true },
        },
      },
    },
  });

  it('has no figure that could be simpler, though a branch in which it could not be comes first', () => {
    const complexities: (readonly number[])[] = [];
    for (let release = 8; release <= 40; release++) {
      for (let payment = 11; payment <= 200; payment++) {
        const terms = { release, payment, data: true };
        const phases = [{ length: days(0), terms: { release } }];
        const checked = checkOffer(basin, 'drawn', { known: 'full', length: days(0), terms, phases });
        if (checked.ok) complexities.push(complexityOf(basin, checked.value));
      }
    }
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const left = simplest(acceptableOffers(basin, 'delta'), (offer) => figureOf('payment', offer) > 10, seed);
        const simpler = complexities.filter((one) => isSimpler(one, complexityOf(basin, left!)));
        expect([left?.terms, simpler]).toEqual([left?.terms, []]);
      }),
      runs(20),
    );
  });
});

describe('what offers with texts shrink to', () => {
  it.each([1, 2])('is a text of no more obligations than it takes, here %i, with nothing said of them', (many) => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const obligationsOf = ({ text }: Offer) => Object.keys(text?.obligations ?? {});
        const left = simplest(offers(river, { texts: true }), (offer) => obligationsOf(offer).length >= many, seed);
        const draft = left?.text && textDraftOf(left.text, left);
        const one = { owedBy: [expect.any(String)] as unknown };
        expect(draft).toEqual({ obligations: Object.fromEntries(obligationsOf(left!).map((id) => [id, one])) });
        expect(obligationsOf(left!)).toHaveLength(many);
      }),
      runs(15),
    );
  });
});
