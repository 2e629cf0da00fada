import { defineScenario } from 'sticking-points';

/** Two parties that want the opposite of one figure: eleven deals that can be told apart, and all are on the frontier. */
export const lakeText = {
  id: 'lake',
  parties: { north: {}, south: {}, east: {} },
  terms: {
    catch: { kind: 'quantity', unit: 'tonnes', step: 10, bounds: { most: 100 } },
    observer: { kind: 'flag' },
  },
  positions: {
    limit: { party: 'south', rigidity: 'red line', condition: { kind: 'compare', of: 'catch', op: '<=', line: 60 } },
    enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
  },
  scores: {
    north: {
      because: 'To try it.',
      threshold: 2,
      parts: [
        {
          of: 'catch',
          points: [
            { at: 0, worth: 0 },
            { at: 100, worth: 10 },
          ],
        },
      ],
    },
    south: {
      because: 'To try it.',
      threshold: 4,
      parts: [
        {
          of: 'catch',
          points: [
            { at: 0, worth: 20 },
            { at: 100, worth: 0 },
          ],
        },
      ],
    },
  },
  offers: { draft: { terms: { catch: 90, observer: true } }, vague: { terms: { observer: true } } },
} as const;

export const lake = defineScenario(lakeText);
