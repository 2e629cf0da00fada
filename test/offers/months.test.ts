import { assess, defineScenario, months, weeks, type Offer } from 'sticking-points';
import { describe, expect, it } from 'vitest';

const scenario = defineScenario({
  id: 'lease',
  basis: 'reported',
  parties: { owner: {}, tenant: {} },
  space: { days: 1000 },
  terms: { garden: { kind: 'flag' } },
  positions: {
    inDays: { party: 'owner', rigidity: 'demand', condition: { kind: 'length', op: '>=', line: 40, unit: 'days' } },
    inMonths: { party: 'tenant', rigidity: 'demand', condition: { kind: 'length', op: '<=', line: 2, unit: 'months' } },
  },
  offers: { twoMonths: { length: months(2) }, sixWeeks: { length: weeks(6) } },
});

/** Each position's verdict on an offer, with its basis. */
function verdictsOn(offer: Offer | string) {
  return Object.fromEntries(assess(scenario, offer).verdicts.map((v) => [v.position, [v.verdict, v.basis]]));
}

describe('a length', () => {
  it('in calendar months is inferred in days, and as reported in months', () => {
    expect(verdictsOn('twoMonths')).toEqual({ inDays: ['met', 'inferred'], inMonths: ['met', 'reported'] });
  });

  it('in weeks is as reported in days: a week has seven by definition', () => {
    expect(verdictsOn('sixWeeks')).toEqual({ inDays: ['met', 'reported'], inMonths: ['met', 'reported'] });
  });
});
