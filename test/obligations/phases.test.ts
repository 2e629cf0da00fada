import {
  days,
  defineScenario,
  onDay,
  openTalks,
  progress,
  uponCompletion,
  uponEvent,
  weeks,
  type NewOffer,
  type Talks,
  type TextDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';

type PhaseDrafts = NonNullable<TextDraft['phases']>;

/** A pact of three phases of so many days, with duties in each; what its text says of the phases is given. */
function pact(phases: PhaseDrafts, lengths: readonly number[] = [30, 20], more: TextDraft = {}) {
  return defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 100 } } },
    space: { phases: { least: 1, most: 3 } },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phaseCount: lengths.length,
        phases: lengths.map((n) => ({ length: days(n) })),
        text: {
          events: { thaw: {} },
          obligations: {
            fleet: { owedBy: ['north'], of: 'boats', amount: 10, begins: onDay(0), within: days(5) },
            more: { owedBy: ['north'], strength: 'may', of: 'boats', begins: onDay(0), phase: 1, amount: 60 },
            quiet: { owedBy: ['south'], kind: 'refrain', phase: 1 },
            ends: { owedBy: ['south'], begins: uponEvent('phase1.end'), within: days(3) },
          },
          phases,
          ...more,
        },
      },
    },
  });
}

const pass = (talks: Talks, n: number) => {
  go(talks, { type: 'days.passed', days: n });
  return talks.state;
};
const report = (talks: Talks, obligation: string, amount: number, observer?: string) => {
  go(talks, { type: 'performance.reported', obligation, amount, ...(observer !== undefined && { observer }) });
};
const refused = (talks: Talks, n: number, rule?: string) =>
  talks.do({ type: 'phase.extended', days: n, ...(rule !== undefined && { rule }) }).reasons.map(({ code }) => code);
const duty = (talks: Talks, id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id);

describe('a phase that grows with what is done', () => {
  const proRata = { how: 'pro rata', unit: days(1), per: { n: 10, of: 'boats', beyond: 10 } } as const;

  it('lasts a day longer for each ten beyond the first ten, and no longer', () => {
    const talks = inForce(pact({ 1: { extensions: [proRata] } }), 'deal');
    report(talks, 'fleet', 10);
    report(talks, 'more', 29);
    expect(duty(talks, 'ends')?.planned?.day).toBe(35);
    expect([pass(talks, 31), pass(talks, 1)]).toEqual(['carryingOut.phase1', 'carryingOut.phase2']);
    expect(duty(talks, 'quiet')?.due?.day).toBe(32);
    expect(duty(talks, 'ends')?.opens?.day).toBe(32);
    expect(talks.deal?.day).toBe(0);
  });

  it('is bounded by times and by a cap', () => {
    for (const bound of [{ times: 2 }, { cap: days(2) }]) {
      const talks = inForce(pact({ 1: { extensions: [{ ...proRata, ...bound }] } }), 'deal');
      report(talks, 'more', 60);
      expect([pass(talks, 31), pass(talks, 1)]).toEqual(['carryingOut.phase1', 'carryingOut.phase2']);
    }
  });

  it('goes by the least that observers saw, and is not moved by hand', () => {
    const talks = inForce(pact({ 1: { extensions: [proRata] } }), 'deal');
    report(talks, 'more', 60, 'north');
    report(talks, 'more', 20, 'south');
    expect(refused(talks, 1, 'pro rata')).toEqual(['talks/extends-itself']);
    expect(pass(talks, 31)).toBe('carryingOut.phase2');
  });

  it('waits for somebody’s word where a condition is worded', () => {
    const talks = inForce(pact({ 1: { extensions: [{ ...proRata, condition: 'the ice holds' }] } }), 'deal');
    report(talks, 'more', 40);
    go(talks, { type: 'phase.extended', days: 3, rule: 'pro rata' });
    expect([pass(talks, 32), pass(talks, 1)]).toEqual(['carryingOut.phase1', 'carryingOut.phase2']);
  });
});

describe('a phase that lasts while talks continue', () => {
  const whileTalks = { how: 'while talks continue', unit: weeks(1) } as const;
  const open = (talks: Talks) => {
    go(talks, { type: 'nextPhase.opened' });
  };

  it('goes on by whole units as long as they do', () => {
    const talks = inForce(pact({ 1: { extensions: [whileTalks] } }), 'deal');
    open(talks);
    expect(pass(talks, 98)).toBe('carryingOut.phase1');
    expect(duty(talks, 'ends')?.planned?.day).toBe(30 + 70 + 3);
    go(talks, { type: 'nextPhase.settled' });
    expect([pass(talks, 1), pass(talks, 1)]).toEqual(['carryingOut.phase1', 'carryingOut.phase2']);
    expect(duty(talks, 'quiet')?.due?.day).toBe(100);
  });

  it('ends on the day they end, where the text gives no unit; and at its length, where there were none', () => {
    const scenario = pact({ 1: { extensions: [{ how: 'while talks continue' }] } });
    const talks = inForce(scenario, 'deal');
    open(talks);
    pass(talks, 50);
    go(talks, { type: 'nextPhase.settled' });
    expect(talks.state).toBe('carryingOut.phase2');
    expect(duty(talks, 'quiet')?.due?.day).toBe(50);
    expect(pass(inForce(scenario, 'deal'), 30)).toBe('carryingOut.phase2');
  });

  it('ends with its cap, whatever the talks do', () => {
    const talks = inForce(pact({ 1: { extensions: [{ ...whileTalks, cap: days(10) }] } }), 'deal');
    open(talks);
    expect([pass(talks, 39), pass(talks, 1)]).toEqual(['carryingOut.phase1', 'carryingOut.phase2']);
  });

  it('goes on with talks that failed and were opened again, which are under way', () => {
    const text = { talks: { next: { on: 2, begin: onDay(1), end: onDay(20) } } };
    const talks = inForce(pact({ 1: { extensions: [whileTalks] } }, [30, 20], text), 'deal');
    open(talks);
    go(talks, { type: 'nextPhase.failed' });
    expect(progress(talks)?.talks[0]?.standing).toBe('failed');
    open(talks);
    expect(progress(talks)?.talks[0]?.standing).toBe('under way');
    expect(pass(talks, 40)).toBe('carryingOut.phase1');
  });
});

describe('a phase made longer by someone’s word', () => {
  it('is so within what its text allows', () => {
    const byUnit = { how: 'by unit', unit: weeks(1), times: 2 } as const;
    const talks = inForce(pact({ 1: { extensions: [byUnit, { how: 'by consent', cap: days(5) }] } }), 'deal');
    expect(refused(talks, 6, 'by unit')).toEqual(['talks/extension-not-whole']);
    go(talks, { type: 'phase.extended', days: 7, rule: 'by unit' });
    go(talks, { type: 'phase.extended', days: 7, rule: 'by unit' });
    expect(refused(talks, 7, 'by unit')).toEqual(['talks/extended-already']);
    go(talks, { type: 'phase.extended', days: 3 });
    expect(refused(talks, 3)).toEqual(['talks/extension-too-long']);
    expect(refused(talks, 2, 'pro rata')).toEqual(['talks/unknown-extension']);
    expect([pass(talks, 46), pass(talks, 1)]).toEqual(['carryingOut.phase1', 'carryingOut.phase2']);
    expect(talks.nextEvents.filter(({ type }) => type === 'phase.extended')).toHaveLength(1);
  });
});

describe('phases with triggers of their own', () => {
  const begun = (talks: Talks) => talks.deal?.text?.phases;

  it('overlap: the later one begins on its day, the earlier one goes on beside it', () => {
    const talks = inForce(pact({ 2: { begins: onDay(20) } }), 'deal');
    report(talks, 'fleet', 10);
    expect([pass(talks, 19), pass(talks, 1)]).toEqual(['carryingOut.phase1', 'carryingOut.phase2']);
    expect([duty(talks, 'quiet')?.standing, duty(talks, 'quiet')?.due?.day]).toEqual(['binding', 30]);
    pass(talks, 10);
    expect(duty(talks, 'ends')?.opens?.day).toBe(30);
    report(talks, 'ends', 1);
    expect([pass(talks, 9), pass(talks, 1)]).toEqual(['carryingOut.phase2', 'fulfilled']);
  });

  it('keep the deal from being fulfilled as long as an earlier one goes on', () => {
    const talks = inForce(pact({ 2: { begins: onDay(2) } }, [30, 10]), 'deal');
    report(talks, 'fleet', 10);
    expect(pass(talks, 20)).toBe('carryingOut.phase2');
    pass(talks, 10);
    report(talks, 'ends', 1);
    expect(talks.state).toBe('fulfilled');
  });

  it('may all run from one anchor', () => {
    const start = uponEvent('start');
    const talks = inForce(pact({ 2: { begins: start }, 3: { begins: start } }, [30, 20, 10]), 'deal');
    expect(talks.state).toBe('carryingOut.phase3');
    expect(begun(talks)).toEqual({ 1: 0, 2: 0, 3: 0 });
  });

  it('leave a gap: the one before is over, and the deal waits', () => {
    const talks = inForce(pact({ 2: { begins: uponEvent('thaw', days(2)) } }), 'deal', '2030-03-01');
    report(talks, 'fleet', 10);
    expect(pass(talks, 40)).toBe('carryingOut.phase1');
    expect([duty(talks, 'quiet')?.standing, duty(talks, 'ends')?.opens?.day]).toEqual(['kept', 30]);
    expect(talks.do({ type: 'phase.ended', phase: 1 }).reasons.map(({ code }) => code)).toEqual(['talks/so-already']);
    go(talks, { type: 'event.happened', event: 'thaw' });
    expect([pass(talks, 1), pass(talks, 1)]).toEqual(['carryingOut.phase1', 'carryingOut.phase2']);
    expect(begun(talks)?.[2]).toBe(42);
    expect(talks.deal?.began).toBe('2030-04-12');
  });

  it('end one by one where their lengths leave that open, and days count from the end that was', () => {
    const talks = openTalks(pact({}));
    go(talks, {
      type: 'offer.tabled',
      on: '2030-03-01',
      offer: {
        id: 'open',
        by: ['north', 'south'],
        phaseCount: 2,
        phases: [{ length: days({ wording: 'between', from: 10, to: 30 }) }, { length: days(40) }],
        text: {
          obligations: { ends: { owedBy: ['south'], begins: uponEvent('phase1.end'), within: days(3) } },
          phases: { 2: { begins: onDay(2) } },
        },
      },
    });
    go(talks, { type: 'agreement.concluded' });
    go(talks, { type: 'deal.started' });
    expect(pass(talks, 5)).toBe('carryingOut.phase2');
    expect(talks.do({ type: 'phase.ended', phase: 1 }).reasons.map(({ code }) => code)).toEqual([
      'talks/phase-not-over',
    ]);
    pass(talks, 10);
    expect(talks.nextEvents.filter(({ type }) => type === 'phase.ended')).toEqual([{ type: 'phase.ended', phase: 1 }]);
    go(talks, { type: 'phase.ended', phase: 1 });
    expect(duty(talks, 'ends')?.opens?.day).toBe(15);
    expect(talks.state).toBe('carryingOut.phase2');
  });
});

describe('a next phase by another text', () => {
  const scenario = (() => {
    const draft = pact({}, [30, 20], {
      obligations: {
        fleet: { owedBy: ['north'], of: 'boats', amount: 10, begins: onDay(0), within: days(5) },
        after: { owedBy: ['south'], begins: uponCompletion('fleet', days(2)) },
        quiet: { owedBy: ['south'], kind: 'refrain', begins: onDay(0), until: uponEvent('phase2.end') },
        old: { owedBy: ['south'], phase: 2 },
        older: { owedBy: ['south'], begins: uponCompletion('old') },
      },
    });
    const offer = (text: TextDraft | undefined): NewOffer => ({
      id: text ? 'second' : 'bare',
      by: ['north', 'south'],
      phaseCount: 2,
      phases: [{ length: days(30) }, { length: days(25) }],
      ...(text && { text }),
    });
    return {
      draft,
      second: offer({ obligations: { later: { owedBy: ['south'], phase: 2 } } }),
      bare: offer(undefined),
    };
  })();

  it('leaves what the first made due before it, and replaces the rest', () => {
    const talks = inForce(scenario.draft, 'deal');
    go(talks, { type: 'nextPhase.opened' });
    go(talks, { type: 'offer.tabled', offer: scenario.second });
    go(talks, { type: 'nextPhase.settled' });
    expect(pass(talks, 30)).toBe('carryingOut.phase2');
    expect(progress(talks)?.duties.map(({ obligation }) => obligation)).toEqual(['fleet', 'after', 'quiet', 'later']);
    report(talks, 'later', 1);
    expect(pass(talks, 25)).toBe('carryingOut.phase2');
    report(talks, 'fleet', 10);
    pass(talks, 2);
    report(talks, 'after', 1);
    expect(talks.state).toBe('fulfilled');
  });

  it('without a text of its own leaves all of it, as does an amendment', () => {
    const talks = inForce(scenario.draft, 'deal');
    go(talks, { type: 'offer.tabled', offer: scenario.bare });
    go(talks, { type: 'agreement.concluded' });
    expect(progress(talks)?.duties).toHaveLength(5);
    expect(pass(talks, 60)).toBe('carryingOut.phase2');
  });

  it('is carried out where the first had none', () => {
    const { draft, second, bare } = scenario;
    const talks = openTalks(draft);
    go(talks, { type: 'offer.tabled', offer: bare, on: '2030-03-01' });
    go(talks, { type: 'agreement.concluded' });
    go(talks, { type: 'deal.started' });
    go(talks, { type: 'nextPhase.opened' });
    go(talks, { type: 'offer.tabled', offer: second });
    go(talks, { type: 'nextPhase.settled' });
    expect(pass(talks, 56)).toBe('carryingOut.phase2');
    report(talks, 'later', 1);
    expect(talks.state).toBe('fulfilled');
  });
});

it('of a deal whose days pass all at once, the state names the last phase that began, done or not', () => {
  const talks = inForce(pact({}), 'deal');
  expect(pass(talks, 60)).toBe('carryingOut.phase2');
  expect(talks.deal?.phase).toBe(2);
});
