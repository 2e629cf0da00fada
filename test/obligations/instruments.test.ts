import fc from 'fast-check';
import {
  days,
  defineScenario,
  onDay,
  progress,
  restoreTalks,
  uponCompletion,
  type ObligationDraft,
  type Talks,
  type TalksEvent,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const PARTIES = ['north', 'south', 'east'] as const;
type Party = (typeof PARTIES)[number];

interface Duty {
  readonly owedBy: Party;
  readonly to: Party | undefined;
  readonly instrument: 'pact' | 'annex' | 'other' | undefined;
  readonly isTied: boolean;
  readonly isUnaffected: boolean;
}

/** A pact of three parties: what north does not keep, and other duties, in it, in its annex, elsewhere. */
function pact(duties: readonly Duty[], holds: 'whole' | 'part by part') {
  const obligations = duties.map(({ owedBy, to, instrument, isTied }, i): [string, ObligationDraft] => [
    `d${i}`,
    {
      owedBy: [owedBy],
      ...(to && { to: [to] }),
      ...(instrument && { instrument }),
      ...(isTied ? { begins: uponCompletion('dig', days(1)) } : { begins: onDay(0) }),
      within: days(20),
    },
  ]);
  const unaffected = duties.flatMap(({ isUnaffected }, i) => (isUnaffected ? [`d${i}`] : []));
  return defineScenario({
    id: 'lake',
    parties: { north: {}, south: {}, east: {} },
    terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 10 } } },
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phases: [{ length: days(40) }],
        text: wide({
          bodies: { board: { members: ['north', 'south'] } },
          instruments: {
            pact: {
              parties: { north: 'signs', south: 'signs', east: 'unsigned' },
              incorporates: ['annex'],
              holds,
              unaffected,
            },
            annex: {},
            other: {},
          },
          obligations: {
            dig: {
              owedBy: ['north'],
              to: ['south'],
              verifier: 'board',
              instrument: 'annex',
              begins: onDay(0),
              within: days(9),
            },
            ...Object.fromEntries(obligations),
          },
        }),
      },
    },
  });
}

const suspend = (more: object = {}): TalksEvent => ({
  type: 'instrument.suspended',
  instrument: 'pact',
  obligation: 'dig',
  by: ['south'],
  ...more,
});
const RESUMED: TalksEvent = { type: 'instrument.resumed', instrument: 'pact' };
const FOUND: TalksEvent = { type: 'breach.found', obligation: 'dig', by: 'board' };
const standings = (talks: Talks) =>
  Object.fromEntries((progress(talks)?.duties ?? []).map(({ obligation, standing }) => [obligation, standing]));
const codes = (talks: Talks, event: TalksEvent) => talks.do(event).reasons.map(({ code }) => code);

const anyDuty: fc.Arbitrary<Duty> = fc
  .record({
    owedBy: fc.constantFrom(...PARTIES),
    to: fc.constantFrom(...PARTIES, undefined),
    instrument: fc.constantFrom('pact', 'pact', 'annex', 'other', undefined),
    isTied: fc.boolean(),
    isUnaffected: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  })
  .filter(({ owedBy, to }) => owedBy !== to);

/** Between the two sides, in the instrument or its annex; and tied to what was not kept, where parts stand by themselves. */
function isAffected({ owedBy, to, instrument, isTied, isUnaffected }: Duty, holds: string): boolean {
  const between = new Set([owedBy, to ?? (owedBy === 'north' ? 'south' : 'north')]);
  const isBetween = between.has('north') && between.has('south');
  const isIn = instrument === 'pact' || instrument === 'annex';
  return isBetween && isIn && !isUnaffected && (holds === 'whole' || isTied);
}

describe('a breach that is found and invoked', () => {
  const any = fc.tuple(
    fc.array(anyDuty, { minLength: 1, maxLength: 6 }),
    fc.constantFrom('whole' as const, 'part by part' as const),
  );

  it('suspends what its instrument holds together, between the two sides, and no more; and that goes on as it was', () => {
    fc.assert(
      fc.property(any, ([duties, holds]) => {
        const talks = inForce(pact(duties, holds), 'deal');
        go(talks, FOUND);
        const before = standings(talks);
        const affected = duties.flatMap((duty, i) => (isAffected(duty, holds) ? [`d${i}`] : []));
        if (affected.length === 0) {
          expect(codes(talks, suspend())).toEqual(['talks/nothing-owed']);
          return;
        }
        go(talks, suspend());
        const expected = { ...before, ...Object.fromEntries(affected.map((id) => [id, 'suspended'])) };
        expect(standings(talks)).toEqual(expected);
        expect(expected['dig']).toBe('breach found');
        go(talks, RESUMED);
        expect(standings(talks)).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it('suspends nothing of itself, nor while it is only alleged, nor once it is cured', () => {
    fc.assert(
      fc.property(any, ([duties, holds]) => {
        const talks = inForce(pact(duties, holds), 'deal');
        const before = standings(talks);
        go(talks, { type: 'breach.alleged', obligation: 'dig', by: 'south' });
        expect(codes(talks, suspend())).toEqual(['talks/no-ground']);
        go(talks, FOUND);
        expect(standings(talks)).toEqual({ ...before, dig: 'breach found' });
        go(talks, { type: 'breach.cured', obligation: 'dig', by: 'south' });
        expect(codes(talks, suspend())).toEqual(['talks/no-ground']);
        expect(standings(talks)).toEqual(before);
      }),
      { numRuns: 10 },
    );
  });
});

describe('an instrument', () => {
  const fleet: Duty = { owedBy: 'south', to: 'north', instrument: 'pact', isTied: false, isUnaffected: false };
  const found = () => {
    const talks = inForce(pact([fleet], 'whole'), 'deal');
    go(talks, FOUND);
    return talks;
  };

  it('is suspended by a party to it that kept its own part, for what stands in it', () => {
    const talks = found();
    expect(codes(talks, suspend({ by: ['north'] }))).toEqual(['talks/own-breach']);
    expect(codes(talks, suspend({ by: ['east'] }))).toEqual(['talks/no-party-to-it']);
    expect(codes(talks, suspend({ instrument: 'other' }))).toEqual(['talks/another-instrument']);
    expect(codes(talks, suspend({ instrument: 'pakt' }))).toEqual(['talks/unknown-instrument']);
    expect(codes(talks, suspend({ obligation: 'dug' }))).toEqual(['talks/unknown-obligation']);
    expect(codes(talks, suspend({ by: ['sout'] }))).toEqual(['talks/unknown-party']);
    expect(codes(talks, suspend({ by: [] }))).toEqual(['talks/shape']);
    expect(codes(talks, RESUMED)).toEqual(['talks/so-already']);
    go(talks, suspend());
    expect(codes(talks, suspend())).toEqual(['talks/nothing-owed']);
  });

  it('is among what can come next, is saved and restored, and keeps the deal going while it is suspended', () => {
    const talks = found();
    const next = () => talks.nextEvents.filter(({ type }) => type.startsWith('instrument.'));
    expect(next()).toEqual([{ type: 'instrument.suspended', instrument: 'pact', obligation: 'dig', free: ['by'] }]);
    go(talks, suspend({ because: 'The ditch is not dug.' }));
    expect(next()).toEqual([RESUMED]);
    const again = restoreTalks(talks.scenario, JSON.parse(JSON.stringify(talks.save())));
    expect(again.ok && progress(again.value)).toEqual(progress(talks));
    go(talks, { type: 'performance.reported', obligation: 'dig', amount: 1 });
    go(talks, { type: 'breach.alleged', obligation: 'dig' });
    go(talks, { type: 'breach.cured', obligation: 'dig' });
    go(talks, { type: 'days.passed', days: 40 });
    expect([talks.state, standings(talks)['d0']]).toEqual(['carryingOut.phase1', 'suspended']);
    go(talks, RESUMED);
    go(talks, { type: 'performance.reported', obligation: 'd0', amount: 1 });
    expect(talks.state).toBe('fulfilled');
  });
});
