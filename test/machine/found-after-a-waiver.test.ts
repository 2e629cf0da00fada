import { days, deferred, defineScenario, onDay, type Talks, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

/** Four boats that are settled, and so many that are still to be agreed. */
const lake = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: { boats: { kind: 'quantity', unit: 'boat', bounds: { most: 9 } } },
  space: { phases: 1 },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    deal: {
      by: ['north', 'south'],
      phases: [{ length: days(20) }],
      text: wide({
        bodies: { board: { members: ['north', 'south'] } },
        obligations: Object.fromEntries(
          Object.entries({ settled: 4, open: deferred() }).map(([id, amount]) => [
            id,
            {
              owedBy: ['north'],
              to: ['south'],
              verifier: 'board',
              of: 'boats',
              amount,
              begins: onDay(0),
              within: days(2),
            },
          ]),
        ),
      }),
    },
  },
});

const waived = (obligation: string, amount?: number): TalksEvent => ({
  type: 'performance.waived',
  obligation,
  by: ['south'],
  ...(amount !== undefined && { amount }),
});
const found = (obligation: string, on?: string): TalksEvent => ({
  type: 'breach.found',
  obligation,
  by: 'board',
  ...(on && { on }),
});
const codes = (talks: Talks, event: TalksEvent) => talks.do(event).reasons.map(({ code }) => code);

describe('a finding on what was waived', () => {
  it.each<[string, string, readonly (number | undefined)[], boolean]>([
    ['nothing was waived of', 'settled', [], true],
    ['part was waived of', 'settled', [3], true],
    ['all was waived of, figure by figure,', 'settled', [3, 1], false],
    ['all was waived of', 'settled', [undefined], false],
    ['nothing was waived of', 'open', [], true],
    ['some was waived of', 'open', [3], true],
    ['all was waived of', 'open', [undefined], false],
    ['some, and then all, was waived of', 'open', [2, undefined], false],
  ])('stands where %s what is %s as long as something is left', (_, id, waivers, stands) => {
    const talks = inForce(lake, 'deal');
    go(talks, { type: 'days.passed', days: 4 });
    for (const amount of waivers) go(talks, waived(id, amount));
    expect(codes(talks, found(id))).toEqual(stands ? [] : ['talks/nothing-owed']);
  });

  it('stands for a day before the waiver', () => {
    const talks = inForce(lake, 'deal');
    go(talks, { type: 'days.passed', days: 4 });
    go(talks, waived('open'));
    expect(codes(talks, found('open', '2030-03-04'))).toEqual([]);
  });
});
