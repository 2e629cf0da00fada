import fc from 'fast-check';
import { days, defineScenario, onDay, progress, type ObligationDraft } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/base/day.js';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const START = '2030-03-01';

const pact = (duties: Readonly<Record<string, ObligationDraft>>) =>
  defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: {},
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: { by: ['north', 'south'], phases: [{ length: days(90) }], text: wide({ obligations: duties }) },
    },
  });

const FLEET: ObligationDraft = { owedBy: ['north'], to: ['south'], begins: onDay(3), concurrent: ['nets'] };
const NETS: ObligationDraft = { owedBy: ['south'], to: ['north'], begins: onDay(3) };

const dutyOf = (talks: ReturnType<typeof inForce>, id: string) =>
  progress(talks)?.duties.find(({ obligation }) => obligation === id);

describe('what is to be done together, neither first', () => {
  it('falls due together where one of them is put off', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), fc.integer({ min: 15, max: 40 }), (one, other, to) => {
        const scenario = pact({ fleet: { ...FLEET, within: days(one) }, nets: { ...NETS, within: days(other) } });
        const talks = inForce(scenario, 'deal', START);
        go(talks, {
          type: 'performance.postponed',
          obligation: 'fleet',
          to: addDays(START, to) ?? START,
          by: ['north', 'south'],
        });
        go(talks, { type: 'days.passed', days: to });
        expect([dutyOf(talks, 'fleet')?.due?.day, dutyOf(talks, 'nets')?.due?.day]).toEqual([to, to]);
        expect(dutyOf(talks, 'nets')?.standing).toBe('open');
        expect(dutyOf(talks, 'nets')?.putOff).toBe(false);
        go(talks, { type: 'days.passed', days: 1 });
        expect([dutyOf(talks, 'fleet')?.standing, dutyOf(talks, 'nets')?.standing]).toEqual(['late', 'late']);
      }),
      { numRuns: 20 },
    );
  });

  it('is not late while the other is suspended, nor sooner than it would be after that', () => {
    const talks = inForce(pact({ fleet: { ...FLEET, within: days(2) }, nets: { ...NETS, within: days(2) } }), 'deal');
    go(talks, { type: 'days.passed', days: 4 });
    go(talks, { type: 'performance.suspended', obligations: ['fleet'], by: ['north', 'south'] });
    go(talks, { type: 'days.passed', days: 10 });
    expect(dutyOf(talks, 'nets')?.standing).toBe('open');
    go(talks, { type: 'performance.resumed', obligations: ['fleet'], by: ['north'] });
    expect([dutyOf(talks, 'fleet')?.due?.day, dutyOf(talks, 'nets')?.due?.day]).toEqual([15, 15]);
    go(talks, { type: 'days.passed', days: 2 });
    expect(dutyOf(talks, 'nets')?.standing).toBe('late');
  });

  it('is put off to no day before it opens, and what is done alone stays where it was', () => {
    const alone = { ...NETS, within: days(2) };
    const talks = inForce(
      pact({ fleet: { ...FLEET, within: days(2) }, nets: { ...NETS, begins: onDay(30) }, alone }),
      'deal',
      START,
    );
    go(talks, {
      type: 'performance.postponed',
      obligation: 'fleet',
      to: addDays(START, 40) ?? START,
      by: ['north', 'south'],
    });
    expect([dutyOf(talks, 'nets')?.due?.day, dutyOf(talks, 'alone')?.due?.day]).toEqual([40, 5]);
  });
});
