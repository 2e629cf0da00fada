import {
  days,
  defineScenario,
  onDay,
  progress,
  uponCompletion,
  uponEvent,
  uponFinding,
  type TriggerDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const snapback = (begins: TriggerDraft) =>
  defineScenario({
    id: 'ferry',
    parties: { isle: {}, coast: {} },
    terms: {},
    space: { phases: { least: 1, most: 3 } },
    positions: {},
    agreement: { rule: 'unanimity', of: ['isle', 'coast'] },
    offers: {
      deal: {
        by: ['isle', 'coast'],
        phases: [{ length: days(20) }, { length: days(10) }, { length: days(10) }],
        text: wide({
          bodies: { board: { members: ['isle', 'coast'] } },
          events: { storm: {} },
          obligations: {
            sail: { owedBy: ['isle'], to: ['coast'], verifier: 'board', begins: onDay(0), within: days(9) },
            again: { owedBy: ['coast'], to: ['isle'], kind: 'refrain', phase: 2 },
            after: { owedBy: ['coast'], to: ['isle'], kind: 'refrain', phase: 3 },
          },
          phases: { 2: { begins } },
        }),
      },
    },
  });

const sailed = { type: 'performance.reported', obligation: 'sail', amount: 1 } as const;

describe('a phase that begins only upon a finding', () => {
  it('keeps the deal from no end, nor do those after it', () => {
    const talks = inForce(snapback(uponFinding('sail')), 'deal');
    go(talks, sailed);
    go(talks, { type: 'days.passed', days: 19 });
    expect(talks.state).toBe('carryingOut.phase1');
    go(talks, { type: 'days.passed', days: 1 });
    expect(talks.state).toBe('fulfilled');
  });

  it('begins with it, and ends, as any other', () => {
    const talks = inForce(snapback(uponFinding('sail')), 'deal');
    go(talks, { type: 'days.passed', days: 12 });
    go(talks, { type: 'breach.found', obligation: 'sail', by: 'board' });
    expect(talks.state).toBe('carryingOut.phase2');
    go(talks, sailed);
    go(talks, { type: 'breach.cured', obligation: 'sail', by: 'board' });
    go(talks, { type: 'days.passed', days: 20 });
    expect([talks.state, progress(talks)?.duties.every(({ settled }) => settled)]).toEqual(['fulfilled', true]);
  });

  it('is waited for where something else sets it off', () => {
    for (const begins of [uponEvent('storm'), uponCompletion('again')]) {
      const talks = inForce(snapback(begins), 'deal');
      go(talks, sailed);
      go(talks, { type: 'days.passed', days: 60 });
      expect(talks.state).toBe('carryingOut.phase1');
    }
  });
});
