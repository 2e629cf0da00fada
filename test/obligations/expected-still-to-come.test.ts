import { days, defineScenario, progress, uponEvent, weeks, type ObligationDraft } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const owed = { owedBy: ['north'], to: ['south'], verifier: 'board' } as const;

/** Sixty days, and sixty more that are still to be negotiated. */
const lease = (obligations: Readonly<Record<string, ObligationDraft>>) =>
  defineScenario({
    id: 'lease',
    parties: { north: {}, south: {} },
    terms: {},
    space: { phases: 2 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phases: [{ length: days(60) }, { length: days(60), toBeNegotiated: true }],
        text: wide({
          bodies: { board: { members: ['north', 'south'] } },
          talks: { next: { on: 2, between: ['north', 'south'], otherwise: 'phase 1 goes on' } },
          obligations,
        }),
      },
    },
  });

describe('the day on which something is expected', () => {
  it('is no day that is over, where it waits for a phase that has not begun', () => {
    const ends = uponEvent('phase2.end');
    const talks = inForce(
      lease({
        mow: { ...owed, kind: 'recurring', every: weeks(4), begins: uponEvent('start'), until: ends },
        tend: { ...owed, kind: 'refrain', begins: uponEvent('start'), until: ends },
        leave: { ...owed, begins: ends, within: days(5) },
        enter: { ...owed, begins: uponEvent('phase2'), within: days(5) },
      }),
      'deal',
      '2030-01-01',
    );
    go(talks, { type: 'days.passed', until: '2030-09-01' });
    const of = (id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id)?.expected?.on;
    expect(of('enter')).toBe('2030-09-06');
    expect(of('tend')).toBe('2030-10-31');
    expect(of('leave')).toBe('2030-11-05');
    expect(of('mow')! > '2030-10-03').toBe(true);
  });
});
