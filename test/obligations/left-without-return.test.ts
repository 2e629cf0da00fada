import { days, onDay, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { agreed } from '../support/agreed.js';
import { go, inForce } from '../support/carry-out.js';
import { withText } from '../support/texts.js';

const within = { begins: onDay(0), within: days(3) } as const;

/** The hills dig for the coast, which pays them, and pays the fund as well; the board reports to the hills. */
const scenario = agreed(
  withText({
    bodies: { board: { members: ['hills', 'coast'] } },
    obligations: {
      dig: { owedBy: ['hills'], to: ['coast'], begins: onDay(0), within: days(40) },
      price: { owedBy: ['coast'], to: ['hills'], begins: onDay(0), within: days(40) },
      rent: { owedBy: ['coast'], to: ['fund'], ...within },
      survey: { owedBy: ['board'], to: ['hills'], ...within },
    },
  }),
);

describe('what is suspended by whoever owes it', () => {
  it('answers only what those to whom it is owed leave undone of what they owe in return', () => {
    const talks = inForce(scenario, 'draft');
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
    // By now the survey is late, which is no doing of the coast's, and the rent, which is not owed to the hills.
    go(talks, { type: 'days.passed', days: 5 });
    expect([codes(rests('hills')), codes(rests('hills', 'fund'))]).toEqual([
      ['talks/no-consent'],
      ['talks/no-consent'],
    ]);
    expect([codes(rests('coast')), codes(rests('hills', 'board')), codes(rests('fund'))]).toEqual([
      [],
      [],
      ['talks/not-owed-by-them'],
    ]);
    go(talks, { type: 'performance.withheld', obligation: 'price' });
    expect([codes(rests('hills')), codes(rests('hills', 'fund'))]).toEqual([[], []]);
  });
});
