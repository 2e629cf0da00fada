import { defineScenario, progress, uponStart, whenTotal, onDay, days, type Talks } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';

const lake = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 10 } } },
  space: { phases: 1 },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    deal: {
      by: ['north', 'south'],
      phases: [{ length: days(30) }],
      text: {
        obligations: {
          fleet: { owedBy: ['north'], of: 'boats', amount: 4, begins: onDay(0), within: days(20) },
          watch: { owedBy: ['south'], begins: uponStart('fleet'), within: days(3) },
          half: { owedBy: ['south'], begins: whenTotal(['fleet'], { parts: 1, outOf: 2 }), within: days(3) },
        },
      },
    },
  },
});

const opens = (talks: Talks, id: string) =>
  progress(talks)?.duties.find(({ obligation }) => obligation === id)?.opens?.day;

describe('what begins when something else is begun', () => {
  it('does not begin while only that nothing was done has been reported', () => {
    const talks = inForce(lake, 'deal');
    go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 0 });
    expect(opens(talks, 'watch')).toBeUndefined();
    go(talks, { type: 'days.passed', days: 2 });
    go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 1 });
    expect(opens(talks, 'watch')).toBe(2);
  });

  it('begins anew where what was done is taken back', () => {
    const talks = inForce(lake, 'deal');
    go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 2 });
    expect([opens(talks, 'watch'), opens(talks, 'half')]).toEqual([0, 0]);
    go(talks, { type: 'days.passed', days: 2 });
    go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 0 });
    expect([opens(talks, 'watch'), opens(talks, 'half')]).toEqual([undefined, undefined]);
    go(talks, { type: 'days.passed', days: 2 });
    go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 3 });
    expect([opens(talks, 'watch'), opens(talks, 'half')]).toEqual([4, 4]);
  });
});
