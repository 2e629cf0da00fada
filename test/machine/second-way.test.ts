import { describe, expect, it } from 'vitest';
import { checkScenario, defineScenario, openTalks, type TalksEvent } from 'sticking-points';

const scenario = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: { catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 9 } } },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: { deal: { by: ['north', 'south'], terms: { catch: 5 } } },
  process: {
    ratification: [
      { id: 'people', body: 'the voters of north', otherwise: 'chamber' },
      { id: 'court', body: 'the court' },
      { id: 'chamber', body: 'the chamber of north', onFailure: 'ends' },
    ],
  },
});

/** Where votes, in order, leave an agreement. */
function after(...votes: readonly [step: string, outcome: 'approved' | 'rejected'][]): string {
  const talks = openTalks(scenario);
  const events: TalksEvent[] = [
    { type: 'offer.tabled', offer: 'deal' },
    { type: 'agreement.concluded' },
    ...votes.map(([step, outcome]) => ({ type: 'ratification.voted' as const, step, outcome })),
  ];
  for (const event of events) expect(talks.do(event).reasons.map(({ message }) => message)).toEqual([]);
  return talks.state;
}

describe('a second way of approval', () => {
  it('is passed over where the first succeeds', () => {
    expect(after(['people', 'approved'])).toBe('ratifying.voting');
    expect(after(['people', 'approved'], ['court', 'approved'])).toBe('carryingOut.awaitingStart');
  });

  it('is taken where the first fails, and stands in its place', () => {
    expect(after(['people', 'rejected'])).toBe('ratifying.voting');
    expect(after(['people', 'rejected'], ['chamber', 'approved'])).toBe('ratifying.voting');
    expect(after(['people', 'rejected'], ['chamber', 'approved'], ['court', 'approved'])).toBe(
      'carryingOut.awaitingStart',
    );
  });

  it('fails as it says itself', () => {
    expect(after(['people', 'rejected'], ['chamber', 'rejected'])).toBe('lapsed');
    expect(after(['people', 'approved'], ['court', 'rejected'])).toBe('talks.open');
  });

  it('comes after what it is for, and is a step', () => {
    const faults = (otherwise: string) => {
      const result = checkScenario({
        id: 'lake',
        parties: { north: {} },
        terms: {},
        positions: {},
        process: {
          ratification: [
            { id: 'a', body: 'a' },
            { id: 'b', body: 'b', otherwise },
          ],
        },
      });
      return result.ok ? [] : result.faults.map(({ code }) => code);
    };
    expect(faults('a')).toEqual(['process/second-way']);
    expect(faults('b')).toEqual(['process/second-way']);
    expect(faults('c')).toEqual(['scenario/unknown-step']);
  });
});
