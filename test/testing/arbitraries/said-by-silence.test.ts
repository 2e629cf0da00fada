import fc from 'fast-check';
import { checkOffer, defineScenario, judge, readDeal, settingOf, type Offer, type OfferDraft } from 'sticking-points';
import { checkDeal, complexityOf, conditions, isSimpler } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { few, runs } from '../../laws/runs.js';

/** Where nothing is said two are released, of whom nobody knows who they are. */
const camp = defineScenario({
  id: 'camp',
  parties: { a: {}, b: {} },
  terms: {
    released: {
      kind: 'quantity',
      unit: 'people',
      bounds: { most: 3 },
      absent: 2,
      overlap: false,
      complete: false,
      categories: { men: { label: 'men' }, women: { label: 'women' } },
    },
    ok: { kind: 'flag' },
  },
  space: { phases: { least: 1, most: 1 }, days: 0 },
  positions: {},
});

function offerOf(terms: OfferDraft['terms']): Offer {
  const checked = checkOffer(camp, 'drawn', { known: 'full', ...(terms && { terms }), phases: [{}] });
  if (!checked.ok) throw new RangeError('An offer of these cases fits.');
  return checked.value;
}

const figures = [0, 1, 2, 3];
const all = figures.flatMap((total) =>
  figures.flatMap((men) =>
    figures
      .filter((women) => men + women <= total)
      .flatMap((women) =>
        [true, false].map((ok) => offerOf({ released: total, 'released/men': men, 'released/women': women, ok })),
      ),
  ),
);
const simpler = (a: Offer, b: Offer) => isSimpler(complexityOf(camp, a), complexityOf(camp, b));

describe('what goes without saying where silence says something of a whole', () => {
  it('is the figure of the whole, and nothing of its categories', () => {
    const none = offerOf({ released: 2, 'released/men': 0, 'released/women': 0, ok: false });
    for (const other of all) expect([other.terms, simpler(other, none)]).toEqual([other.terms, false]);
    expect(simpler(none, offerOf({ released: 2, 'released/men': 2, 'released/women': 0, ok: false }))).toBe(true);
    // To leave out the categories would not say that there are none of them.
    expect(simpler(offerOf({ ok: false }), none)).toBe(true);
  });

  it('is so in what is found: nobody is released of whom a condition does not ask', () => {
    const [found] = checkDeal(camp, { invariants: [{ condition: { kind: 'flag', of: 'ok', is: true } }] });
    const { terms } = found?.counterexample as Offer; // of deals, an offer
    expect(terms['released/men']).toMatchObject({ value: { n: 0 } });
    expect(terms['released/women']).toMatchObject({ value: { n: 0 } });
  });

  it('leads to the simplest offer that breaks a law, asked as a function or as a condition', () => {
    let broken = 0;
    fc.assert(
      fc.property(conditions(camp, { depth: 2 }), fc.integer(), (condition, seed) => {
        const isUnmet = (offer: Offer) => judge(condition, readDeal(settingOf(camp), offer)).verdict === 'unmet';
        const laws = [{ title: 'the condition', offer: (offer: Offer) => !isUnmet(offer) }, { condition }];
        for (const { counterexample } of checkDeal(camp, { seed, invariants: laws })) {
          if (!counterexample) continue;
          broken++;
          const left = counterexample as Offer; // of deals, an offer
          const better = all.filter((offer) => isUnmet(offer) && simpler(offer, left));
          expect([condition, left.terms, better]).toEqual([condition, left.terms, []]);
        }
      }),
      runs(40),
    );
    expect(broken).toBeGreaterThan(few(20));
  });
});
