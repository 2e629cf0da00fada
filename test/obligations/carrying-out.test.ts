import { describe, expect, it } from 'vitest';
import { progress, schedule } from 'sticking-points';
import { DUTIES, twoRivers } from '../../examples/accords/two-rivers.js';
import { carryOut, go, inForce, isGoing } from '../support/carry-out.js';

const CERTIFIED = { 'gates-open': 35, 'season-done': 120 };

describe('a long agreement', () => {
  const scenario = twoRivers();
  const text = scenario.offers['accord']?.text;

  it('has sixty obligations and more, of every kind, in three phases', () => {
    expect(DUTIES.length).toBeGreaterThanOrEqual(60);
    const kinds = new Set(Object.values(text?.obligations ?? {}).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['level', 'once', 'recurring', 'refrain']);
    const strengths = new Set(Object.values(text?.obligations ?? {}).map(({ strength }) => strength));
    expect([...strengths].sort()).toEqual(['aims to', 'may', 'shall']);
  });

  it('can be laid out by day, but for what waits for a certification', () => {
    const undated = schedule(scenario, 'accord', { anchors: { start: '2030-03-01' } }).duties.filter(({ due }) => !due);
    expect(undated.map(({ obligation }) => obligation)).toEqual(['second-tranche', 'last-tranche']);
    expect(undated.flatMap(({ waitsFor }) => waitsFor.map((wait) => wait.for))).toEqual([
      'certification',
      'certification',
    ]);
  });

  it('is fulfilled when all that binds is done in full on its day', () => {
    const talks = inForce(scenario, 'accord');
    carryOut(talks, { certified: CERTIFIED });
    expect(talks.state).toBe('fulfilled');
    const duties = progress(talks)?.duties ?? [];
    expect(duties.filter(({ strength, settled }) => strength === 'shall' && !settled)).toEqual([]);
    expect(new Set(duties.flatMap(({ when }) => when ?? []))).toEqual(new Set(['in time']));
  });

  it.each(['notice-up', 'release-2', 'reserve-3', 'licences-c', 'third-tranche', 'last-tranche', 'end-report'])(
    'is not fulfilled while %s is left undone, and is once it is waived',
    (left) => {
      const talks = inForce(scenario, 'accord');
      // Whatever hangs on it is left undone with it, as long as it is.
      carryOut(talks, { certified: CERTIFIED, performs: (id) => id !== left }, 200);
      expect(isGoing(talks)).toBe(true);
      const undone = (progress(talks)?.duties ?? []).filter((duty) => duty.strength === 'shall' && !duty.settled);
      expect(undone.map(({ obligation }) => obligation)).toContain(left);
      expect(undone.find(({ obligation }) => obligation === left)?.standing).toBe('late');
      const to = text?.obligations[left]?.to?.value ?? [];
      for (const { obligation } of undone) {
        const by = text?.obligations[obligation]?.to?.value ?? to;
        go(talks, { type: 'performance.waived', obligation, by });
      }
      expect(talks.state).toBe('fulfilled');
    },
  );

  it('goes through a withheld performance, a dispute, a finding and its cure, and is fulfilled', () => {
    const talks = inForce(scenario, 'accord');
    const withheld = 'licences-a';
    carryOut(talks, { certified: CERTIFIED, performs: (id) => id !== withheld }, 20);
    go(talks, {
      type: 'performance.withheld',
      obligation: withheld,
      by: ['uplands'],
      because: 'The pumps stand near.',
    });
    go(talks, { type: 'breach.alleged', obligation: withheld, by: 'lowlands' });
    expect(talks.state).toBe('carryingOut.inDispute');
    go(talks, { type: 'performance.suspended', obligations: ['pumps-b', 'pumps-c'], by: ['lowlands'] });
    const standing = () => progress(talks)?.duties.find(({ obligation }) => obligation === withheld);
    // Until the body has found so, it is only alleged.
    expect([standing()?.standing, standing()?.alleged, standing()?.found]).toEqual(['withheld', ['lowlands'], []]);
    go(talks, {
      type: 'breach.found',
      obligation: withheld,
      by: 'gaugers',
      votes: { lowlands: 'for', university: 'for' },
    });
    expect([standing()?.standing, standing()?.found]).toEqual(['breach found', ['gaugers']]);
    go(talks, { type: 'performance.reported', obligation: withheld, amount: 12, observer: 'gaugers' });
    go(talks, { type: 'breach.cured', obligation: withheld, by: 'lowlands' });
    go(talks, { type: 'performance.resumed', obligations: ['pumps-b', 'pumps-c'] });
    expect(talks.state).toBe('carryingOut.phase1');
    expect(standing()?.standing).toBe('done');
    carryOut(talks, { certified: { 'gates-open': 14, 'season-done': 99 } });
    expect(talks.state).toBe('fulfilled');
    expect(standing()?.when).toBe('late');
  });
});
