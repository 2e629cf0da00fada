import {
  assess,
  between,
  defineScenario,
  exactly,
  followUp,
  openTalks,
  type Condition,
  type OfferDraft,
  type Scenario,
} from 'sticking-points';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** One position over quantities of two phases; one offer that gives some of them in ranges. */
function scenarioOf(condition: Condition, offer: OfferDraft): Scenario {
  return defineScenario({
    id: 'asked',
    parties: { north: {} },
    terms: {
      q: { kind: 'quantity', unit: 'tonnes', scope: 'phase', bounds: { most: 60 } },
      r: { kind: 'quantity', unit: 'boats', bounds: { most: 12 } },
    },
    space: { phases: 2, days: 800 },
    // The condition is drawn: its ids are those above.
    positions: { p: { party: 'north', rigidity: 'demand', condition: condition as never } },
    offers: { offer: offer as never },
  });
}

function factsOf(scenario: Scenario) {
  const talks = openTalks(scenario);
  talks.do({ type: 'offer.tabled', offer: 'offer' });
  return followUp(talks)?.facts ?? [];
}

describe('a fact that is said to settle an open point', () => {
  it.each<[string, Condition, OfferDraft]>([
    [
      'leaves it open where the rest of a sum is a range',
      { kind: 'compare', of: 'q', in: { upTo: 2 }, op: '>=', line: 40 },
      { phases: [{}, { terms: { q: between(10, 20) } }] },
    ],
    [
      'leaves it open where the other side of a ratio is a range',
      { kind: 'ratio', of: 'q', per: 'r', op: '>=', line: 2 },
      { terms: { q: between(10, 14) } },
    ],
    [
      'leaves it open where months have as many days as they may',
      { kind: 'length', op: '>=', line: 12, unit: 'months' },
      {},
    ],
  ])('%s', (_, condition, offer) => {
    for (const fact of factsOf(scenarioOf(condition, offer))) expect(fact.settles).toEqual([]);
  });

  it('is tried at every figure it may be, by hand', () => {
    const figure = fc.integer({ min: 0, max: 30 });
    const range = fc.tuple(figure, figure).map(([a, b]) => between(Math.min(a, b), Math.max(a, b)));
    const amount = fc.option(
      fc.oneof(
        figure.map((n) => exactly(n)),
        range,
      ),
      { nil: undefined },
    );
    const conditions = fc.oneof(
      fc.record({
        kind: fc.constant('compare'),
        of: fc.constant('q'),
        in: fc.constantFrom(1, 2, { upTo: 2 }, 'total'),
        op: fc.constantFrom('>=', '<='),
        line: fc.integer({ min: 0, max: 120 }),
      }),
      fc.record({
        kind: fc.constant('ratio'),
        of: fc.constant('q'),
        per: fc.constant('r'),
        op: fc.constantFrom('>=', '<='),
        line: fc.integer({ min: 1, max: 9 }),
      }),
    ) as fc.Arbitrary<Condition>;
    const seen = { settles: 0, may: 0 };
    fc.assert(
      fc.property(
        conditions,
        amount,
        amount,
        fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
        (condition, one, two, r) => {
          const said = (q: typeof one) => (q === undefined ? {} : { terms: { q } });
          const scenario = scenarioOf(condition, {
            phases: [said(one), said(two)],
            ...(r !== undefined && { terms: { r } }),
          });
          for (const fact of factsOf(scenario)) {
            if (fact.of === 'length') continue;
            const words = Array.from({ length: fact.of === 'r' ? 13 : 121 }, (_, n) =>
              wordWith(scenario, fact, n),
            ).filter((w) => w !== undefined);
            const settled = words.filter((w) => w !== 'open').length;
            expect(fact.settles.length > 0, JSON.stringify([condition, fact])).toBe(
              settled > 0 && settled === words.length,
            );
            expect(fact.maySettle.length > 0, JSON.stringify([condition, fact])).toBe(
              settled > 0 && settled < words.length,
            );
            seen.settles += fact.settles.length;
            seen.may += fact.maySettle.length;
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(Math.min(seen.settles, seen.may)).toBeGreaterThan(3);
  });
});

/** The verdict with one figure more known; nothing where that cannot be. */
function wordWith(scenario: Scenario, { of, in: phase }: { readonly of: string; readonly in?: number }, n: number) {
  const offer = scenario.offers['offer']!;
  const known = { [of]: { value: exactly(n), basis: 'assumed', citations: [] } as const };
  const more =
    phase === undefined
      ? { ...offer, terms: { ...offer.terms, ...known } }
      : {
          ...offer,
          phases: offer.phases.map((p, i) => (i === phase - 1 ? { ...p, terms: { ...p.terms, ...known } } : p)),
        };
  try {
    return assess(scenario, more).verdicts[0]?.verdict;
  } catch {
    return undefined;
  }
}
