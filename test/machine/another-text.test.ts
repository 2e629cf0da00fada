import { days, defineScenario, onDay, uponEvent, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { inForce } from '../support/carry-out.js';

/** Two offers, each with a text of its own, of which the first comes into force. */
const scenario = defineScenario({
  id: 'two-texts',
  parties: { north: {}, south: {} },
  terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 10 } } },
  space: { phases: 1, days: 30 },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    deal: {
      by: ['north', 'south'],
      phases: [{ length: days(30) }],
      text: {
        bodies: { board: { members: ['north', 'south'] } },
        instruments: { main: {} },
        certifications: { counted: { by: 'board' } },
        talks: { fees: {} },
        events: { thaw: { movedBy: ['north', 'south'] } },
        obligations: { fleet: { owedBy: ['north'], to: ['south'], instrument: 'main', begins: onDay(1) } },
      },
    },
    other: {
      by: ['north', 'south'],
      phases: [{ length: days(30) }],
      text: {
        bodies: { panel: { members: ['north', 'south'] } },
        instruments: { annex: {} },
        certifications: { weighed: { by: 'panel' } },
        talks: { tolls: {} },
        events: { ebb: { movedBy: ['north', 'south'] } },
        obligations: { dredge: { owedBy: ['north'], to: ['south'], instrument: 'annex', begins: uponEvent('ebb') } },
      },
    },
  },
});

const both = ['north', 'south'];

/** What the text of the other offer holds, with the key that names it and what it is called instead. */
const OTHERS: readonly (readonly [event: TalksEvent, key: string, code: string, known: string])[] = [
  [{ type: 'event.happened', event: 'ebb' }, 'event', 'named-event', 'thaw'],
  [{ type: 'event.moved', event: 'ebb', to: '2030-03-20', by: both }, 'event', 'named-event', 'thaw'],
  [{ type: 'certification.given', certification: 'weighed' }, 'certification', 'certification', 'counted'],
  ...(['opened', 'settled', 'failed'] as const).map(
    (how) => [{ type: `promisedTalks.${how}`, talks: 'tolls' }, 'talks', 'talks', 'fees'] as const,
  ),
  [
    { type: 'instrument.suspended', instrument: 'annex', obligation: 'fleet', by: ['south'] },
    'instrument',
    'instrument',
    'main',
  ],
  [{ type: 'instrument.resumed', instrument: 'annex' }, 'instrument', 'instrument', 'main'],
  [
    { type: 'instrument.suspended', instrument: 'main', obligation: 'dredge', by: ['south'] },
    'obligation',
    'obligation',
    'fleet',
  ],
  [{ type: 'performance.reported', obligation: 'dredge', amount: 1 }, 'obligation', 'obligation', 'fleet'],
  [{ type: 'performance.waived', obligation: 'dredge', by: ['south'] }, 'obligation', 'obligation', 'fleet'],
  [{ type: 'performance.excused', obligation: 'dredge' }, 'obligation', 'obligation', 'fleet'],
  [{ type: 'performance.withheld', obligation: 'dredge' }, 'obligation', 'obligation', 'fleet'],
  [
    { type: 'performance.postponed', obligation: 'dredge', to: '2030-03-20', by: both },
    'obligation',
    'obligation',
    'fleet',
  ],
  [{ type: 'breach.found', obligation: 'dredge', by: 'board' }, 'obligation', 'obligation', 'fleet'],
];

describe('what the text of another offer holds', () => {
  it.each(OTHERS)('is not of the deal in force: %j', (event, key, code, known) => {
    const talks = inForce(scenario, 'deal');
    const { accepted, reasons } = talks.do(event);
    expect(accepted).toBe(false);
    expect(reasons).toMatchObject([{ code: `talks/unknown-${code}`, path: [key], facts: { known: [known] } }]);
    expect(reasons[0]?.message).toContain('in the text of the deal');
  });

  it.each(['suspended', 'resumed'] as const)('can be %s neither', (how) => {
    const talks = inForce(scenario, 'deal');
    const { reasons } = talks.do({ type: `performance.${how}`, obligations: ['fleet', 'dredge'] });
    const unknown = reasons.filter(({ code }) => code === 'talks/unknown-obligation');
    expect(unknown).toMatchObject([{ facts: { known: ['fleet'] } }]);
    expect(unknown[0]?.path[0]).toBe('obligations');
  });
});
