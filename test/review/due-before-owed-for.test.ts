import {
  applyPatches,
  days,
  defineScenario,
  onDate,
  onDay,
  progress,
  review,
  type ObligationDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

type When = Pick<ObligationDraft, 'begins' | 'within' | 'until'>;

/** Boats that are handed over, and nets for them; invented. */
const pact = (boats: When, nets: When) =>
  defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { boats: { kind: 'quantity', unit: 'boats' }, nets: { kind: 'quantity', unit: 'nets' } },
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        terms: { boats: 10, nets: 20 },
        phases: [{ length: days(90) }],
        text: wide({
          bodies: { board: { members: ['north', 'south'], rule: { kind: 'unanimity' } } },
          keys: { rate: { rows: [{ for: { n: 1, of: ['boats'] }, give: [{ n: 2, of: 'nets' }] }] } },
          obligations: {
            hulls: { owedBy: ['north'], to: ['south'], of: 'boats', amount: 10, verifier: 'board', ...boats },
            ropes: {
              owedBy: ['south'],
              to: ['north'],
              of: 'nets',
              byKey: { key: 'rate', of: ['hulls'] },
              verifier: 'board',
              ...nets,
            },
          },
        }),
      },
    },
  });

const foundIn = (boats: When, nets: When) =>
  review(pact(boats, nets), 'deal').filter(({ code }) => code === 'review/deadline-before');

const by = (from: number, to: number) => ({ begins: onDay(from), within: days(to - from) });

describe('what is owed by a key and due before what it is owed for', () => {
  it('is found, as its last day binds nobody', () => {
    const [finding, ...others] = foundIn(by(5, 65), by(20, 30));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'unclear',
      clauses: [{ id: 'obligations.ropes' }, { id: 'obligations.hulls' }],
      facts: { key: 'rate', for: ['hulls'] },
    });
    expect(finding?.message).toContain('35 days before');
    const talks = inForce(pact(by(5, 65), by(20, 30)), 'deal', '2030-01-01');
    talks.do({ type: 'days.passed', days: 60 });
    expect(progress(talks)?.duties.find(({ obligation }) => obligation === 'ropes')?.standing).toBe('open');
  });

  it('is not where it may be due with it, or after', () => {
    expect(foundIn(by(5, 30), by(20, 30))).toEqual([]);
    expect(foundIn(by(5, 29), by(20, 30))).toEqual([]);
    // By a date, which is after it or before it by the day on which the deal enters into force.
    expect(foundIn(by(5, 30), { begins: onDay(5), until: onDate('2030-06-01') })).toEqual([]);
  });

  it('is none any more once it is mended', () => {
    for (const nets of [by(20, 30), { begins: onDay(2), until: onDay(30) }]) {
      const scenario = pact(by(5, 65), nets);
      const [finding] = review(scenario, 'deal').filter(({ code }) => code === 'review/deadline-before');
      const { patches = [] } = finding?.mend ?? {};
      expect(patches.length).toBeGreaterThan(0);
      const { offers } = scenario;
      const mended = review(scenario, applyPatches(offers['deal']!, patches)).map(({ code }) => code);
      const before = review(scenario, 'deal').map(({ code }) => code);
      expect(mended).toEqual(before.filter((code) => code !== 'review/deadline-before'));
    }
  });
});
