import { days, defineScenario, onDay, progress } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { inForce } from '../support/carry-out.js';

const scenario = defineScenario({
  id: 'lake',
  parties: { north: { label: 'the North' }, south: {}, envoy: {} },
  terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 100 } } },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    deal: {
      by: ['north', 'south'],
      phases: [{ length: days(30) }],
      text: {
        bodies: { panel: { members: ['north', 'south'] } },
        others: { port: 'the port' },
        obligations: { fleet: { owedBy: ['north'], of: 'boats', amount: 10, begins: onDay(0), within: days(5) } },
      },
    },
  },
});

/** Who stands in nobody's list, once these have reported. */
function strangersOf(...observers: readonly (string | undefined)[]) {
  const talks = inForce(scenario, 'deal', '2031-01-15');
  observers.forEach((observer, i) => {
    const event = { type: 'performance.reported', obligation: 'fleet', amount: i + 1 } as const;
    expect(talks.do({ ...event, ...(observer !== undefined && { observer }) }).accepted).toBe(true);
  });
  return progress(talks)?.strangers;
}

describe('an observer whom nobody names', () => {
  it('is heard, since anyone may see what is done, and told of, with whom it may mean', () => {
    expect(strangersOf('nroth', 'pannel', 'a walker')).toEqual([
      { observer: 'nroth', message: "'nroth' is neither a party nor anyone the text names. Did you mean 'north'?" },
      { observer: 'pannel', message: "'pannel' is neither a party nor anyone the text names. Did you mean 'panel'?" },
      {
        observer: 'a walker',
        message:
          "'a walker' is neither a party nor anyone the text names. Known: 'north', 'south', 'envoy', 'panel', 'port'.",
      },
    ]);
  });

  it('is none of the parties, the bodies, and the others, nor who is not named', () => {
    expect(strangersOf('north', 'envoy', 'panel', 'port', undefined)).toEqual([]);
  });
});
