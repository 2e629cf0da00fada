import { days, defineScenario, type Offer, type Scenario } from 'sticking-points';

/** The carbon market with an offer of everybody's, in two phases, that its parties have agreed on. */
export function agreed({ text }: Offer): Scenario {
  return defineScenario({
    id: 'agreed',
    parties: { hills: {}, coast: {}, fund: {} },
    terms: {
      permits: { kind: 'quantity', unit: 'permits', bounds: { most: 400 }, scope: 'phase' },
      money: { kind: 'quantity', unit: 'millions', step: 0.5, bounds: { most: 200 } },
      registry: { kind: 'flag' },
    },
    space: { phases: { least: 1, most: 3 } },
    agreement: { rule: 'unanimity', of: ['hills', 'coast'] },
    positions: {},
    offers: {
      draft: {
        by: ['hills', 'coast'],
        phaseCount: 2,
        phases: [{ length: days(42) }, { length: days(30) }],
        ...(text && { text }),
      },
    },
  });
}
