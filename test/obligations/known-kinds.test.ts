import { defineScenario, days, onDay, progress, review, type Talks } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

type Kind = '' | '/wheat' | '/rye' | '/bread';

/** So many crates of fish for so many tonnes of some grain, where grain is wheat, spelt or rye, and bread grain is no rye. */
const pact = (kind: Kind, outside: readonly string[] = [], carried: Kind = '') =>
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
            rate: { rows: [{ for: { n: 1, of: [`grain${kind}` as const] }, give: [{ n: 2, of: 'fish' }] }], outside },
          },
          obligations: {
            wagons: { owedBy: ['north'], of: `grain${carried}` as const, amount: 6, begins: onDay(0), within: days(3) },
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
      const talks = inForce(pact('/wheat', outside), 'deal');
      report(talks, { 'grain/wheat': 2, 'grain/rye': 4 });
      expect(owed(talks)).toEqual({ least: 4, most: 4 });
    },
  );

  it('says so much or more while the kind of some is not known', () => {
    const talks = inForce(pact('/wheat', ['grain/rye']), 'deal');
    report(talks, { 'grain/wheat': 2, 'grain/rye': 3 });
    expect(owed(talks)).toEqual({ least: 4, most: 6 });
  });

  it.each<readonly [line: Kind, carried: Kind, outside: readonly string[], crates: number]>([
    ['', '/wheat', [], 12],
    ['/bread', '/wheat', [], 12],
    ['/bread', '/rye', [], 0],
    ['', '/wheat', ['grain/wheat'], 0],
  ])(
    'counts for a line of grain%s what is carried of grain%s, but for what is outside: %j',
    (line, carried, outside, crates) => {
      const scenario = pact(line, outside, carried);
      const owes = { least: crates, most: crates };
      const talks = inForce(scenario, 'deal');
      expect(owed(talks)).toEqual(owes);
      go(talks, { type: 'performance.reported', obligation: 'wagons', amount: 3 });
      expect(owed(talks)).toEqual({ least: crates / 2, most: crates / 2 });
      const findings = review(scenario, scenario.offers['deal']!).map(({ code }) => code);
      expect(findings.includes('review/key-gives-nothing')).toBe(crates === 0);
    },
  );

  it('counts what may be of a group that a line is for', () => {
    const talks = inForce(pact('/bread', ['grain/rye']), 'deal');
    report(talks, { 'grain/wheat': 2, 'grain/rye': 1 });
    expect(owed(talks)).toEqual({ least: 4, most: 10 });
    report(talks, { 'grain/wheat': 2, 'grain/rye': 4 });
    expect(owed(talks)).toEqual({ least: 4, most: 4 });
  });
});
