import { days, defineScenario, isFaultError, onDay, progress, type Talks } from 'sticking-points';
import { expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';

const scenario = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 10 } } },
  space: { phases: 1 },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    deal: {
      by: ['north', 'south'],
      phases: [{ length: days(40) }],
      text: {
        bodies: { board: { members: ['north', 'south'] } },
        obligations: { dig: { owedBy: ['north'], to: ['south'], begins: onDay(0), within: days(9) } },
      },
    },
  },
});

const done = (talks: Talks, observer?: string) =>
  progress(talks, observer === undefined ? {} : { observer })?.duties[0]?.done;
const report = (amount: number, observer?: string) =>
  ({ type: 'performance.reported', obligation: 'dig', amount, ...(observer !== undefined && { observer }) }) as const;

function faultsFor(talks: Talks, observer: string) {
  try {
    progress(talks, { observer });
    return [];
  } catch (error) {
    if (!isFaultError(error)) throw error;
    return error.faults;
  }
}

it.each(['north', 'south', 'board', ''])(
  'progress can be seen as %j, who has reported nothing: nothing is done',
  (observer) => {
    const talks = inForce(scenario, 'deal');
    go(talks, report(1, 'walker'));
    expect([done(talks, observer), done(talks, 'walker'), done(talks)]).toEqual([0, 1, 1]);
  },
);

it('progress as whoever reported without a name is what was reported so', () => {
  const talks = inForce(scenario, 'deal');
  go(talks, report(1));
  expect([done(talks, ''), done(talks, 'north')]).toEqual([1, 0]);
});

it.each([
  ['nobody has reported', [], []],
  ['only someone without a name has', [report(1)], []],
  ['others have', [report(1), report(0, 'walker'), report(1, 'north')], ['walker']],
])(
  'progress as one whom nobody names is refused, and it is said as whom it can be seen: %s',
  (_, reports, reporters) => {
    const talks = inForce(scenario, 'deal');
    for (const event of reports) go(talks, event);
    expect(faultsFor(talks, 'nobody')).toMatchObject([
      {
        code: 'talks/unknown-observer',
        path: ['observer'],
        facts: { observer: 'nobody', known: ['north', 'south', 'board', ...reporters] },
      },
    ]);
  },
);
