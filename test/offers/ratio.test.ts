import { describe, expect, it } from 'vitest';
import { atLeast, between, defineScenario, ratioOf, readDeal, settingOf, some } from 'sticking-points';
import type { AmountDraft, Ratio } from 'sticking-points';

/** The ratio of a balance, which may be negative, to a number of units. */
function ratioFor(balance: AmountDraft<never, never>, units: AmountDraft<never, never>): Ratio {
  const scenario = defineScenario({
    id: 'balance',
    parties: { owner: {} },
    terms: {
      balance: { kind: 'quantity', unit: 'euros', bounds: { least: -100 } },
      units: { kind: 'quantity', unit: 'units' },
    },
    positions: {},
    agreement: { rule: 'unanimity', of: ['owner'] },
    offers: { offer: { terms: { balance, units } } },
  });
  const { offer } = scenario.offers;
  if (!offer) throw new RangeError('The scenario has lost its offer.');
  return ratioOf(readDeal(settingOf(scenario), offer), { of: 'balance', per: 'units' });
}

describe('a ratio', () => {
  it('reaches from the least by the most to the most by the least', () => {
    expect(ratioFor(between(200, 300), between(35, 40))).toMatchObject({ least: 5, most: 300 / 35 });
  });

  it('reaches further down where what is divided is less than nothing', () => {
    expect(ratioFor(between(-10, 20), between(1, 2))).toMatchObject({ least: -10, most: 20 });
    expect(ratioFor(between(-10, -4), between(1, 2))).toMatchObject({ least: -10, most: -2 });
  });

  it('has the ends that reports bound', () => {
    expect(ratioFor(between(-10, 20), atLeast(2))).toMatchObject({ least: -5, most: 10 });
    expect(ratioFor(between(10, 20), atLeast(2))).not.toHaveProperty('least');
    expect(ratioFor(some(), some())).toMatchObject({ undefined: 'not reported' });
  });
});
