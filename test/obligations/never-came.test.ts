import fc from 'fast-check';
import {
  days,
  defineScenario,
  earliestOf,
  latestOf,
  onDay,
  progress,
  uponCompletion,
  uponEvent,
  uponFinding,
  uponStart,
  upTo,
  whenCertified,
  whenTotal,
  type ObligationDraft,
  type Talks,
  type TriggerDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { carryOut, go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const LENGTH = 30;
const owed = (begins: TriggerDraft, more: Partial<ObligationDraft> = {}): ObligationDraft => ({
  owedBy: ['north'],
  to: ['south'],
  verifier: 'board',
  begins,
  ...more,
});

const pact = (obligations: Readonly<Record<string, ObligationDraft>>) =>
  defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { boats: { kind: 'quantity', unit: 'boats' } },
    space: { phases: 1, days: 200 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phases: [{ length: days(LENGTH) }],
        text: wide({
          bodies: { board: { members: ['north', 'south'] } },
          certifications: { counted: { by: 'board' } },
          events: {
            notice: { label: 'a notice of significant non-performance' },
            reply: { label: 'the reply', trigger: uponEvent('notice', days(2)) },
          },
          obligations: { curb: owed(onDay(1)), ...obligations },
        }),
      },
    },
  });

/** Carried out up to a day: `curb`, and whatever else opens and is named, is done. */
function carried(obligations: Readonly<Record<string, ObligationDraft>>, day: number, done = ['curb']): Talks {
  const talks = inForce(pact(obligations), 'deal');
  carryOut(talks, { performs: (id) => done.includes(id) }, day - 1);
  return talks;
}

const settled = (talks: Talks, id: string) =>
  progress(talks)?.duties.find(({ obligation }) => obligation === id)?.settled;

describe('what hangs only on what never came', () => {
  const ways: Readonly<Record<string, TriggerDraft>> = {
    'a notice': uponEvent('notice', days(3)),
    'what a notice would bring about': uponEvent('reply'),
    'a certification': whenCertified('counted'),
    'the later of a notice and a day': latestOf(uponEvent('notice'), onDay(10)),
    'the earlier of a notice and a certification': earliestOf(uponEvent('notice'), whenCertified('counted')),
    'the earlier of a notice and a finding': earliestOf(uponEvent('notice'), uponFinding('curb')),
  };

  it.each(Object.entries(ways))('keeps no deal from its end once the text is over: %s', (_, begins) => {
    const snap = owed(begins, { owedBy: ['south'], to: ['north'] });
    const then = owed(uponCompletion('snap', days(1)));
    const beside = owed(uponStart('snap'));
    const before = carried({ snap, then, beside }, LENGTH - 1);
    expect([before.state, settled(before, 'snap')]).toEqual(['carryingOut.phase1', false]);
    const after = carried({ snap, then, beside }, LENGTH + 1);
    expect(after.state).toBe('fulfilled');
    expect(['snap', 'then', 'beside'].map((id) => settled(after, id))).toEqual([true, true, true]);
  });

  it('is owed after all where it came on the last day, and until then may still come', () => {
    const snap = owed(uponEvent('notice'), { within: days(5) });
    const talks = carried({ snap }, LENGTH);
    expect(talks.state).toBe('carryingOut.phase1');
    go(talks, { type: 'event.happened', event: 'notice' });
    go(talks, { type: 'days.passed', days: 60 });
    expect([talks.state, settled(talks, 'snap')]).toEqual(['carryingOut.phase1', false]);
    go(talks, { type: 'performance.reported', obligation: 'snap', amount: 1, observer: 'board' });
    expect(talks.state).toBe('fulfilled');
  });

  it('may still come up to the last day that the text gives, of whatever it is', () => {
    for (const [snap, later] of [
      [owed(uponEvent('notice'), { until: onDay(50) }), owed(onDay(2))],
      [owed(latestOf(uponEvent('notice'), onDay(50))), owed(onDay(2))],
      [owed(uponEvent('notice')), owed(onDay(50))],
    ] as const) {
      const done = ['curb', 'later'];
      expect(carried({ snap, later }, 50, done).state).toBe('carryingOut.phase1');
      expect(carried({ snap, later }, 51, done).state).toBe('fulfilled');
    }
  });

  it('keeps it open as long as anything that binds is left undone, or waits for that', () => {
    const drawn = fc.array(
      fc.constantFrom(...Object.keys(ways), 'what is left', 'what is left begun', 'what is left in part'),
      { minLength: 1, maxLength: 4 },
    );
    const left: Readonly<Record<string, TriggerDraft>> = {
      'what is left': uponCompletion('left'),
      'what is left begun': earliestOf(uponStart('left'), uponEvent('notice')),
      'what is left in part': latestOf(whenTotal(['left'], 1), uponEvent('notice')),
    };
    fc.assert(
      fc.property(drawn, fc.integer({ min: 0, max: 29 }), (names, day) => {
        const others = names.map((name, i) => [`o${i}`, owed(ways[name] ?? left[name] ?? onDay(0))] as const);
        const talks = carried({ left: owed(onDay(day)), ...Object.fromEntries(others) }, LENGTH + 40);
        expect(talks.state).toBe('carryingOut.phase1');
        expect(settled(talks, 'left')).toBe(false);
        go(talks, { type: 'performance.waived', obligation: 'left', by: ['south'] });
        const waits = names.filter((name) => ['what is left', 'what is left begun'].includes(name));
        expect(talks.state).toBe(waits.length > 0 ? 'carryingOut.phase1' : 'fulfilled');
      }),
      { numRuns: 25 },
    );
  });

  it.each(Object.entries(ways))('keeps none from it either as the end of what asks for no act: %s', (_, until) => {
    const still = owed(onDay(0), { kind: 'refrain', until });
    const few = owed(onDay(2), { kind: 'level', of: 'boats', amount: upTo(3), until });
    const before = carried({ still, few }, LENGTH - 1);
    expect([before.state, settled(before, 'still'), settled(before, 'few')]).toEqual([
      'carryingOut.phase1',
      false,
      false,
    ]);
    expect(carried({ still, few }, LENGTH + 1).state).toBe('fulfilled');
    const broken = carried({ still, few }, LENGTH - 1);
    go(broken, { type: 'performance.reported', obligation: 'few', amount: 4, observer: 'board' });
    go(broken, { type: 'breach.found', obligation: 'still', by: 'board', votes: { north: 'for', south: 'for' } });
    go(broken, { type: 'days.passed', days: 40 });
    expect(['still', 'few'].map((id) => settled(broken, id))).toEqual([false, false]);
    go(broken, { type: 'breach.cured', obligation: 'still', by: 'board' });
    expect(broken.state).toBe('carryingOut.phase1');
    go(broken, { type: 'performance.reported', obligation: 'few', amount: 3, observer: 'board' });
    expect(broken.state).toBe('fulfilled');
  });

  it('binds on where it is the end of something that comes round, or is to be held, and not its beginning', () => {
    const round = { kind: 'recurring', every: days(10), until: uponEvent('notice') } as const;
    const level = { kind: 'level', of: 'boats', amount: 2, until: uponEvent('notice') } as const;
    for (const more of [round, level]) {
      const talks = carried({ snap: owed(onDay(0), more) }, LENGTH + 20, ['curb', 'snap']);
      expect(talks.state).toBe('carryingOut.phase1');
    }
  });
});
