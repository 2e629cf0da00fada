import { days, onDay, progress, type TalksEvent } from 'sticking-points';
import { expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';
import { lake } from '../support/lake.js';

const scenario = lake({
  obligations: {
    fleet: {
      owedBy: ['north'],
      to: ['south'],
      verifier: 'south',
      of: 'boats',
      amount: 10,
      begins: onDay(0),
      within: days(9),
    },
  },
});

const sees = (observer: string, amount: number): TalksEvent => ({
  type: 'performance.reported',
  obligation: 'fleet',
  amount,
  observer,
});

it.each<readonly [string, TalksEvent, string]>([
  ['the same, seen by another', sees('north', 4), 'withheld'],
  ['nothing, seen by another', sees('north', 0), 'withheld'],
  ['less than before', sees('south', 3), 'withheld'],
  ['more, which does not count', sees('north', 9), 'withheld'],
  ['more than before', sees('south', 5), 'partly done'],
])('what is withheld is so until more of it is done: %s', (_, report, standing) => {
  const talks = inForce(scenario, 'deal');
  go(talks, { type: 'days.passed', days: 1 });
  go(talks, sees('south', 4));
  go(talks, { type: 'performance.withheld', obligation: 'fleet', by: ['north'] });
  go(talks, report);
  expect(progress(talks)?.duties[0]?.standing).toBe(standing);
});
