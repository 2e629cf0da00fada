import {
  all,
  atLeast,
  atMost,
  defineScenario,
  judge,
  onTheAgenda,
  readDeal,
  settingOf,
  type Condition,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';

const scenario = defineScenario({
  id: 'causes',
  parties: { north: {} },
  terms: {
    crew: { kind: 'quantity', unit: 'persons', scope: 'phase', bounds: { most: 30 } },
    boats: { kind: 'quantity', unit: 'boats', bounds: { most: 12 } },
  },
  counts: { fewest: { figure: atLeast(5) }, most: { figure: atMost(5) }, unknown: {} },
  space: { phases: 12 },
  positions: {},
  offers: { vague: { terms: { crew: onTheAgenda() } }, silent: {} },
});

function causesOf(condition: Condition, offer: 'vague' | 'silent') {
  return judge(condition, readDeal(settingOf(scenario), scenario.offers[offer]!)).causes;
}

describe('what an open verdict waits for', () => {
  it.each([1, 9, 10, 12])('is how an offer leaves the whole open, in phase %i too', (phase) => {
    const condition = { kind: 'compare', of: 'crew', in: phase, op: '>=', line: 5 } as const;
    expect(causesOf(condition, 'vague')).toEqual([{ why: 'on the agenda', of: 'crew' }]);
    expect(causesOf(condition, 'silent')).toEqual([{ why: 'not reported', of: 'crew' }]);
  });

  it('is a count where no report gives any figure for it, and not where one gives an end', () => {
    const toAll = (count: string) => ({ kind: 'compare', of: 'boats', op: '>=', line: all({ count }) }) as const;
    expect(causesOf(toAll('unknown'), 'silent')).toEqual([{ why: 'not reported', of: 'count unknown' }]);
    for (const count of ['fewest', 'most']) {
      expect(causesOf(toAll(count), 'silent'), count).toEqual([{ why: 'not reported', of: 'boats' }]);
    }
  });
});
