import { defineScenario, days, onDay, progress, type Talks } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

/** So many crates of fish for so many tonnes of wheat, or bread grain, where grain is wheat, spelt or rye. */
const pact = (kind: 'wheat' | 'bread', outside: readonly string[] = []) =>
  defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: {
      grain: {
        kind: 'quantity',
        unit: 'tonnes',
        overlap: false,
        categories: {
          wheat: 'wheat',
          spelt: 'spelt',
          rye: 'rye',
          bread: { label: 'bread grain', of: ['wheat', 'spelt'] },
        },
      },
      fish: { kind: 'quantity', unit: 'crates' },
    },
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phases: [{ length: days(30) }],
        text: wide({
          keys: {
            rate: { rows: [{ for: { n: 1, of: [`grain/${kind}`] }, give: [{ n: 2, of: 'fish' }] }], outside },
          },
          obligations: {
            wagons: { owedBy: ['north'], of: 'grain', amount: 6, begins: onDay(0), within: days(3) },
            crates: { owedBy: ['south'], of: 'fish', byKey: { key: 'rate', of: ['wagons'] }, begins: onDay(5) },
          },
        }),
      },
    },
  });

const owed = (talks: Talks) => progress(talks)?.duties.find(({ obligation }) => obligation === 'crates')?.owed;
const report = (talks: Talks, parts: Readonly<Record<string, number>>) =>
  go(talks, { type: 'performance.reported', obligation: 'wagons', amount: 6, parts });

describe('what is owed by a key for what was done', () => {
  it.each<readonly string[]>([[], ['grain/rye']])(
    'does not count what is known to be of another kind',
    (...outside) => {
      const talks = inForce(pact('wheat', outside), 'deal');
      report(talks, { 'grain/wheat': 2, 'grain/rye': 4 });
      expect(owed(talks)).toEqual({ least: 4, most: 4 });
    },
  );

  it('says so much or more while the kind of some is not known', () => {
    const talks = inForce(pact('wheat', ['grain/rye']), 'deal');
    report(talks, { 'grain/wheat': 2, 'grain/rye': 3 });
    expect(owed(talks)).toEqual({ least: 4, most: 6 });
  });

  it('counts what may be of a group that a line is for', () => {
    const talks = inForce(pact('bread', ['grain/rye']), 'deal');
    report(talks, { 'grain/wheat': 2, 'grain/rye': 4 });
    expect(owed(talks)).toEqual({ least: 0, most: 4 });
  });
});
