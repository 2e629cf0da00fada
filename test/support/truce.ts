import { days, defineScenario, onDay, uponCompletion, uponEvent } from 'sticking-points';

/** A ceasefire without a day on which it ends, as most are written, beside one that lasts for ten days. */
export const truce = defineScenario({
  id: 'truce',
  parties: { north: {}, south: {} },
  terms: { posts: { kind: 'quantity', unit: 'posts', bounds: { most: 9 } } },
  space: { phases: 1, days: 100 },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    deal: {
      by: ['north', 'south'],
      known: 'full',
      phases: [{ length: days(30) }],
      text: {
        obligations: {
          ceasefire: { kind: 'refrain', owedBy: ['north', 'south'], begins: uponEvent('start') },
          flights: { kind: 'refrain', owedBy: ['north'], begins: onDay(5) },
          digging: { kind: 'refrain', owedBy: ['south'], begins: onDay(0), within: days(10) },
          after: { owedBy: ['north'], strength: 'may', begins: uponCompletion('ceasefire') },
        },
      },
    },
  },
});
