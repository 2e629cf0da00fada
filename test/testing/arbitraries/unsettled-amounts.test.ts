import fc from 'fast-check';
import { checkOffer, UNSETTLED, type Offer } from 'sticking-points';
import { fishingQuota } from 'sticking-points/scenarios';
import { offers } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { settledAmount, unsettledAmount } from '../../../src/offers/text/own-amount.js';
import { few } from '../../laws/runs.js';

const fishing = fishingQuota();
const texted = offers(fishing, { known: 'full', texts: true });
const duties = ({ text }: Offer) => Object.values(text?.obligations ?? {});
const open = (offer: Offer) => duties(offer).flatMap((duty) => unsettledAmount(duty) ?? []);

describe('texts that are drawn', () => {
  it('leave the amount of an obligation unsettled in every way there is, now and then, and can be written down so', () => {
    const drawn = fc.sample(texted, 400);
    const met = new Map<string, number>();
    for (const offer of drawn) {
      for (const { unsettled } of open(offer)) met.set(unsettled, (met.get(unsettled) ?? 0) + 1);
      if (open(offer).length > 0) expect(checkOffer(fishing, offer.id, offer)).toMatchObject({ ok: true });
    }
    expect([...met.keys()].sort()).toEqual([...UNSETTLED].sort());
    const settled = drawn.flatMap(duties).filter((duty) => settledAmount(duty) !== undefined);
    expect(settled.length).toBeGreaterThan([...met.values()].reduce((sum, n) => sum + n, 0));
  });

  it('shrink to an amount that is settled, where one has to be said', () => {
    let begunOpen = 0;
    for (let seed = 0; seed < 60; seed++) {
      const [first] = fc.sample(fc.noShrink(texted), { seed, numRuns: 1 });
      if (!first || !duties(first).some((duty) => duty.amount) || open(first).length === 0) continue;
      begunOpen++;
      const { counterexample } = fc.check(
        fc.property(texted, (offer) => !duties(offer).some((duty) => duty.amount)),
        { seed, numRuns: 1 },
      );
      const [least] = counterexample ?? [];
      expect(least && open(least)).toEqual([]);
    }
    expect(begunOpen).toBeGreaterThan(few(2));
  });
});
