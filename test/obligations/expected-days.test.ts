import {
  days,
  earliestOf,
  onDay,
  progress,
  uponCompletion,
  uponStart,
  whenTotal,
  type ObligationDraft,
  type Talks,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { agreed } from '../support/agreed.js';
import { go, inForce } from '../support/carry-out.js';
import { lake } from '../support/lake.js';
import { withText } from '../support/texts.js';

const owed: ObligationDraft = { owedBy: ['hills'], to: ['coast'] };
const text = {
  first: { ...owed, of: 'money', amount: 4, begins: onDay(0), within: days(5) },
  then: { ...owed, begins: uponCompletion('first'), within: days(2) },
  after: { ...owed, begins: uponStart('then', days(1)), within: days(3) },
  half: { ...owed, begins: whenTotal(['first'], 2), within: days(1) },
  own: { ...owed, begins: onDay(30) },
};

/** The last day that the plan had, that is known, and that is to be expected now. */
const told = (talks: Talks) =>
  Object.fromEntries(
    progress(talks)?.duties.map(({ obligation, planned, due, expected }) => [
      obligation,
      [planned?.day, due?.day, expected?.day],
    ]) ?? [],
  );

describe('what the plan had, and what is to be expected now', () => {
  it('are the same as long as nothing is late', () => {
    const talks = inForce(agreed(withText({ obligations: text })), 'draft', '2031-01-15');
    expect(told(talks)).toEqual({
      first: [5, 5, 5],
      then: [7, undefined, 7],
      after: [9, undefined, 9],
      half: [6, undefined, 6],
      own: [30, 30, 30],
    });
  });

  it('part where something is late: what hangs on that is expected from today on, and the plan stays as it was', () => {
    const talks = inForce(agreed(withText({ obligations: text })), 'draft', '2031-01-15');
    go(talks, { type: 'days.passed', days: 12 });
    expect(told(talks)).toEqual({
      first: [5, 5, 5],
      then: [7, undefined, 14],
      after: [9, undefined, 16],
      half: [6, undefined, 13],
      own: [30, 30, 30],
    });
    go(talks, { type: 'performance.reported', obligation: 'first', amount: 4 });
    go(talks, { type: 'days.passed', days: 1 });
    expect(told(talks)).toEqual({
      first: [5, 5, undefined],
      then: [7, 14, 14],
      after: [9, undefined, 17],
      half: [6, 13, 13],
      own: [30, 30, 30],
    });
  });
});

it('is the first of several days that can still come first, though one of them is known', () => {
  const talks = inForce(
    lake({
      obligations: {
        survey: { owedBy: ['north'], begins: onDay(5), within: days(5) },
        visit: { owedBy: ['north'], begins: earliestOf(onDay(30), uponCompletion('survey')), within: days(2) },
      },
    }),
    'deal',
  );
  const visit = () => progress(talks)?.duties.find(({ obligation }) => obligation === 'visit');
  go(talks, { type: 'days.passed', days: 15 });
  expect(visit()).toMatchObject({ due: { day: 32 }, expected: { day: 17 } });
  go(talks, { type: 'days.passed', days: 16 });
  expect(visit()).toMatchObject({ due: { day: 32 }, expected: { day: 32 } });
});
