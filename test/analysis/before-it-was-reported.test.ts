import { defineScenario, openTalks } from 'sticking-points';
import {
  acceptanceStillMissing,
  bridge,
  explain,
  findConcessions,
  findConflicts,
  leastMovement,
  pivots,
  settle,
  zopa,
} from 'sticking-points/analysis';
import { describe, expect, it } from 'vitest';

const cited = (source: 'first' | 'second' | 'third') => ({
  citations: [{ source, attribution: 'on-record' as const }],
});

/** Reported one after another: an offer, positions, and another way to read one of them. */
const scenario = defineScenario({
  id: 'ferry',
  basis: 'reported',
  sources: {
    first: { outlet: 'The Post', date: '2030-01-01' },
    second: { outlet: 'The Post', date: '2030-02-01' },
    third: { outlet: 'The Post', date: '2030-03-01' },
  },
  parties: { north: {}, south: {} },
  terms: { trips: { kind: 'quantity', unit: 'trips', bounds: { most: 20 } } },
  positions: {
    many: {
      party: 'north',
      title: 'more trips',
      rigidity: 'demand',
      readings: {
        few: { condition: { kind: 'compare', of: 'trips', op: '>=', line: 8 }, ...cited('second') },
        lots: { condition: { kind: 'compare', of: 'trips', op: '>=', line: 15 }, ...cited('third') },
      },
    },
    cap: {
      party: 'south',
      rigidity: 'demand',
      condition: { kind: 'compare', of: 'trips', op: '<=', line: 10 },
      ...cited('second'),
    },
  },
  offers: { silent: { by: [], terms: {}, ...cited('first') } },
});

const asOf = '2030-01-15';

describe('as of a day before any position was reported', () => {
  it('nothing excludes anything, nothing has to be given up or moved, and every offer would do', async () => {
    const { conflicts, coalitions, complete } = await findConflicts(scenario, { asOf });
    expect([conflicts, coalitions[0]?.free, complete]).toEqual([[], true, true]);
    const given = await findConcessions(scenario, { asOf });
    expect(given.coalitions[0]?.concessions.map(({ positions }) => positions)).toEqual([[]]);
    const moved = await leastMovement(scenario, { asOf });
    expect(moved.coalitions[0]?.movements.map(({ terms }) => terms)).toEqual([{}]);
    expect((await zopa(scenario, { asOf })).coalitions[0]?.empty).toBe(false);
    expect((await settle(scenario, 'silent', { asOf })).positions).toEqual([]);
    expect((await bridge(scenario, 'silent', { asOf })).coalitions[0]?.bridges[0]?.changes).toEqual([]);
  });

  it('nobody accepts either, since a party that holds nothing is undecided', async () => {
    expect(acceptanceStillMissing(scenario, 'silent', { asOf }).outcome).toBe('undecided');
    expect(pivots(scenario, 'silent', { asOf }).pivots).toEqual([]);
    const talks = openTalks(scenario, { asOf, start: 'talks' });
    talks.do({ type: 'offer.tabled', offer: 'silent' });
    const { positions, underReadings, complete } = await explain(talks);
    expect([positions, underReadings[0]?.conflicts.conflicts, complete]).toEqual([{}, [], true]);
  });

  it('what is to be kept, and was not held yet, is refused', async () => {
    const refused = bridge(scenario, 'silent', { asOf, keep: ['many'] });
    await expect(refused).rejects.toThrow("'many' had not been reported by 2030-01-15");
    const reading = bridge(scenario, 'silent', { asOf: '2030-02-15', keep: ['many'], readings: { many: 'lots' } });
    await expect(reading).rejects.toMatchObject({ faults: [{ code: 'analysis/not-yet-reported' }] });
    const { coalitions } = await bridge(scenario, 'silent', { asOf: '2030-02-15', keep: ['many'] });
    expect(coalitions[0]?.keep).toEqual(['many']);
  });
});

it('of a reading that had not been reported, nothing is left open that is not settled', async () => {
  const { positions, complete } = await settle(scenario, 'silent', {
    asOf: '2030-02-15',
    readings: { many: 'lots' },
  });
  expect(complete).toBe(true);
  expect(positions.map(({ position, verdict }) => [position, verdict])).toEqual([['cap', 'open']]);
});
