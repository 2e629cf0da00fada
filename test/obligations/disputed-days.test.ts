import fc from 'fast-check';
import {
  days,
  defineScenario,
  progress,
  uponEvent,
  type Scenario,
  type Talks,
  type TalksEvent,
  type TextDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { few, runs } from '../laws/runs.js';
import { go as goOn, inForce } from '../support/carry-out.js';
import '../support/seed.js';
import { wide } from '../support/wide-text.js';

const both = ['north', 'south'] as const;

/** Three phases, of 10, 6 and 4 days; what belongs to each is due at its end, or opens with the next. */
function pact(phases: NonNullable<TextDraft['phases']> = {}, toBeNegotiated = false): Scenario {
  return defineScenario({
    id: 'orchard',
    sources: { wire: { outlet: 'the wire', date: '2030-01-01' } },
    parties: { north: {}, south: {} },
    terms: { ladders: { kind: 'quantity', unit: 'ladders', bounds: { most: 10 } } },
    space: { phases: { least: 1, most: 3 } },
    positions: {},
    agreement: { rule: 'unanimity', of: both },
    offers: {
      deal: {
        by: both,
        phaseCount: 3,
        phases: [{ length: days(10) }, { length: days(6), toBeNegotiated }, { length: days(4) }],
        text: wide({
          events: { frost: {} },
          obligations: {
            lending: { owedBy: ['north'], to: ['south'], of: 'ladders', amount: 4, phase: 1 },
            quiet: { kind: 'refrain', owedBy: ['south'], to: ['north'], phase: 2 },
            paths: { owedBy: ['south'], begins: uponEvent('phase1.end'), within: days(2) },
            last: { owedBy: ['north'], to: ['south'], phase: 3 },
          },
          phases,
        }),
      },
    },
  });
}

const go = (talks: Talks, ...events: readonly TalksEvent[]) => {
  for (const event of events) goOn(talks, event);
};

/** All that the days of a deal tell: its phase, what its text makes of each, and how each obligation stands. */
function told(talks: Talks) {
  const { deal } = talks;
  const duties = progress(talks)?.duties.map(({ alleged: _, ...duty }) => duty);
  return { phase: deal?.phase, day: deal?.day, began: deal?.text?.phases, ended: deal?.text?.ended, duties };
}

const anyPhases = fc.constantFrom<NonNullable<TextDraft['phases']>[]>(
  {},
  { 2: { begins: uponEvent('phase1', days(7)) } },
  { 2: { begins: uponEvent('frost') }, 3: { begins: uponEvent('frost', days(3)) } },
  { 1: { begins: uponEvent('start', days(2)) } },
);

const anyEvent = fc.oneof(
  { weight: 4, arbitrary: fc.nat(6).map((n): TalksEvent => ({ type: 'days.passed', days: n + 1 })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('lending', 'paths')
      .map((obligation): TalksEvent => ({ type: 'performance.reported', obligation, amount: 1 })),
  },
  { weight: 1, arbitrary: fc.constant<TalksEvent>({ type: 'event.happened', event: 'frost' }) },
  { weight: 1, arbitrary: fc.nat(4).map((n): TalksEvent => ({ type: 'phase.extended', days: n + 1 })) },
);

const alleged: TalksEvent = { type: 'breach.alleged', obligation: 'lending', by: 'south' };
const cured: TalksEvent = { ...alleged, type: 'breach.cured' };

describe('a deal in dispute', () => {
  it('tells the same days as one that nobody disputes: its phases, and what they make due', () => {
    let crossed = 0;
    fc.assert(
      fc.property(anyPhases, fc.array(anyEvent, { minLength: 1, maxLength: 9 }), fc.nat(4), (phases, events, from) => {
        const [disputed, plain] = [inForce(pact(phases), 'deal'), inForce(pact(phases), 'deal')];
        for (const [i, event] of events.entries()) {
          if (i === from) go(disputed, alleged);
          const { accepted } = plain.do(event);
          expect(disputed.do(event).accepted).toBe(accepted);
          expect(told(disputed)).toEqual(told(plain));
          if (i >= from) expect(disputed.state).toBe('carryingOut.inDispute');
          if (i > from && (disputed.deal?.phase ?? 0) > 1) crossed++;
        }
        if (events.length <= from) return;
        go(disputed, cured);
        expect([disputed.state, told(disputed)]).toEqual([plain.state, told(plain)]);
      }),
      runs(60),
    );
    expect(crossed).toBeGreaterThan(few(20));
  });

  it('goes from phase to phase as its days come, so that what a phase makes due is late in the phase after it', () => {
    const talks = inForce(pact(), 'deal');
    go(talks, alleged, { type: 'days.passed', days: 12 });
    expect([talks.state, talks.deal?.phase, talks.deal?.day]).toEqual(['carryingOut.inDispute', 2, 2]);
    expect(progress(talks)?.duties.map(({ obligation, standing }) => [obligation, standing])).toEqual([
      ['lending', 'late'],
      ['quiet', 'binding'],
      ['paths', 'open'],
      ['last', 'waiting'],
    ]);
  });

  it('does not lapse, and is not fulfilled, before it is settled that it was kept', () => {
    const talks = inForce(pact({}, true), 'deal');
    go(talks, alleged, { type: 'days.passed', days: 12 });
    expect([talks.state, talks.deal?.phase, talks.deal?.text?.ended]).toEqual(['carryingOut.inDispute', 1, { 1: 10 }]);
    const fork = talks.fork();
    go(fork, cured);
    expect(fork.state).toBe('lapsed');
    go(talks, { type: 'nextPhase.opened' }, { type: 'nextPhase.settled' });
    expect([talks.state, talks.deal?.phase, talks.nextPhase]).toEqual(['carryingOut.inDispute', 2, 'none']);
    go(talks, cured);
    expect(talks.state).toBe('carryingOut.phase2');
  });
});
