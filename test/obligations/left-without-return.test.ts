import { days, defineScenario, onDay, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';

const within = { begins: onDay(0), within: days(3) } as const;

/** North digs for south, which pays it, and pays east as well; the board reports to north. */
const scenario = defineScenario({
  id: 'wells',
  parties: { north: {}, south: {}, east: {} },
  terms: {},
  space: { phases: 1 },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    deal: {
      by: ['north', 'south'],
      phases: [{ length: days(60) }],
      text: {
        bodies: { board: { members: ['north', 'south'] } },
        obligations: {
          dig: { owedBy: ['north'], to: ['south'], begins: onDay(0), within: days(40) },
          price: { owedBy: ['south'], to: ['north'], begins: onDay(0), within: days(40) },
          rent: { owedBy: ['south'], to: ['east'], ...within },
          survey: { owedBy: ['board'], to: ['north'], ...within },
        },
      },
    },
  },
});

describe('what is suspended by whoever owes it', () => {
  it('answers only what those to whom it is owed leave undone of what they owe in return', () => {
    const talks = inForce(scenario, 'deal');
    const rests = (...by: readonly string[]): TalksEvent => ({
      type: 'performance.suspended',
      obligations: ['dig'],
      by,
    });
    const codes = (event: TalksEvent) =>
      talks
        .fork()
        .do(event)
        .reasons.map(({ code }) => code);
    // By now the survey is late, which is no doing of the south's, and the rent, which is not owed to the north.
    go(talks, { type: 'days.passed', days: 5 });
    expect([codes(rests('north')), codes(rests('north', 'east'))]).toEqual([
      ['talks/no-consent'],
      ['talks/no-consent'],
    ]);
    expect([codes(rests('south')), codes(rests('north', 'board')), codes(rests('east'))]).toEqual([
      [],
      [],
      ['talks/not-owed-by-them'],
    ]);
    go(talks, { type: 'performance.withheld', obligation: 'price' });
    expect([codes(rests('north')), codes(rests('north', 'east'))]).toEqual([[], []]);
  });
});
