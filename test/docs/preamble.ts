// What the examples in docstrings may speak of without saying where it comes from: every public name, fast-check as `fc`,
// one scenario, and its two offers. The scenario is the one that `defineScenario` shows as its own example, and a test holds them equal.
import { defineScenario } from 'sticking-points';
import type { Offer } from 'sticking-points';

export * as fc from 'fast-check';
export * from 'sticking-points';
export * from 'sticking-points/analysis';
export * from 'sticking-points/report';
export * from 'sticking-points/scenarios';
export * from 'sticking-points/testing';

/** Two neighbours share a lake: how much may the northern one catch, and is there an observer on board? */
export const scenario = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: {
    catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } },
    observer: { kind: 'flag' },
  },
  positions: {
    enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
    limit: { party: 'south', rigidity: 'red line', condition: { kind: 'compare', of: 'catch', op: '<=', line: 60 } },
    watched: { party: 'south', rigidity: 'demand', condition: { kind: 'flag', of: 'observer', is: true } },
  },
  offers: {
    'first-offer': { by: ['south'], terms: { catch: 30, observer: true } },
    counter: { by: ['north'], terms: { catch: 50 } },
  },
});

/** The offer `first-offer`. */
export const first = offerOf('first-offer');

/** The offer `counter`. */
export const counter = offerOf('counter');

function offerOf(id: string): Offer {
  const offer = scenario.offers[id];
  if (!offer) throw new RangeError(`The scenario of the examples has lost its offer '${id}'.`);
  return offer;
}
