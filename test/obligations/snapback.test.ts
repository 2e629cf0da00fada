import fc from 'fast-check';
import {
  beforeEvent,
  checkOffer,
  days,
  defineScenario,
  earliestOf,
  latestOf,
  onDay,
  progress,
  review,
  sayTrigger,
  sayWait,
  schedule,
  uponCompletion,
  uponEvent,
  uponFinding,
  uponStart,
  whenTotal,
  type ObligationDraft,
  type Talks,
  type TextDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

/** A pact under which a levy that was lifted snaps back so many days after it is found that the survey was not made. */
function pact(
  after: number,
  bodies: NonNullable<TextDraft['bodies']> = { board: { members: ['north', 'south'] } },
  more?: Partial<ObligationDraft>,
) {
  const found = after === 0 ? uponFinding('survey') : uponFinding('survey', days(after));
  return defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 10 } } },
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phases: [{ length: days(40) }],
        text: wide({
          bodies,
          events: { thaw: {}, notice: { trigger: found } },
          obligations: {
            survey: { label: 'makes the survey', owedBy: ['north'], to: ['south'], begins: onDay(0), within: days(5) },
            lifted: {
              label: 'levies nothing',
              kind: 'refrain',
              owedBy: ['south'],
              to: ['north'],
              begins: onDay(0),
              until: earliestOf(uponEvent('phase1.end'), found),
            },
            levy: { label: 'pays the levy again', owedBy: ['north'], to: ['south'], begins: found, within: days(3) },
            ...(more && { more: { owedBy: ['north'], ...more } }),
          },
        }),
      },
    },
  });
}

const duty = (talks: Talks, id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id);
const pass = (talks: Talks, n: number) => {
  if (n > 0) go(talks, { type: 'days.passed', days: n });
};
const find = (talks: Talks) => {
  go(talks, { type: 'breach.alleged', obligation: 'survey', by: 'south' });
  go(talks, { type: 'breach.found', obligation: 'survey', by: 'board' });
};

describe('what snaps back upon a finding', () => {
  it('binds from its day on, and its lifting until then; and is never set off where it is cured before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 15 }),
        (after, day, later) => {
          const talks = inForce(pact(after), 'deal');
          pass(talks, day);
          find(talks);
          expect([duty(talks, 'levy')?.opens?.day, duty(talks, 'levy')?.due?.day]).toEqual([
            day + after,
            day + after + 3,
          ]);
          pass(talks, later);
          expect(duty(talks, 'levy')?.standing).toBe(later < after ? 'waiting' : later <= after + 3 ? 'open' : 'late');
          expect(duty(talks, 'lifted')?.standing).toBe(later <= after ? 'binding' : 'kept');
          go(talks, { type: 'performance.reported', obligation: 'survey', amount: 1 });
          go(talks, { type: 'breach.cured', obligation: 'survey', by: 'south' });
          expect([duty(talks, 'levy')?.standing, duty(talks, 'levy')?.settled]).toEqual(['waiting', true]);
          expect(duty(talks, 'lifted')).toMatchObject({ standing: 'binding', due: { day: 40 } });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('was done early, in time or late by the finding that stood then, though that is cured since', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(18), fc.integer({ min: 0, max: 6 }), (after, done, later) => {
        const talks = inForce(pact(after), 'deal');
        pass(talks, 2);
        find(talks);
        pass(talks, done);
        go(talks, { type: 'performance.reported', obligation: 'levy', amount: 1 });
        const when = done < after ? 'early' : done <= after + 3 ? 'in time' : 'late';
        expect(duty(talks, 'levy')?.when).toBe(when);
        pass(talks, later);
        go(talks, { type: 'performance.reported', obligation: 'survey', amount: 1 });
        go(talks, { type: 'breach.cured', obligation: 'survey', by: 'south' });
        expect(duty(talks, 'levy')).toMatchObject({ standing: 'done', when });
      }),
      { numRuns: 25 },
    );
  });

  it('is not owed where nothing is found: the deal is fulfilled without it', () => {
    const talks = inForce(pact(5), 'deal');
    go(talks, { type: 'performance.reported', obligation: 'survey', amount: 1 });
    pass(talks, 40);
    expect(talks.state).toBe('fulfilled');
  });

  it('keeps the deal from being fulfilled as long as a finding stands', () => {
    const talks = inForce(pact(5), 'deal');
    find(talks);
    go(talks, { type: 'performance.reported', obligation: 'survey', amount: 1 });
    pass(talks, 41);
    expect([talks.state, duty(talks, 'levy')?.settled]).toEqual(['carryingOut.inDispute', false]);
    go(talks, { type: 'breach.cured', obligation: 'survey', by: 'south' });
    expect(talks.state).toBe('fulfilled');
  });

  it('is not owed either where it hangs on more beside the finding, or on what a finding sets off', () => {
    const found = uponFinding('survey');
    for (const begins of [
      latestOf(found, uponEvent('thaw')),
      earliestOf(found, latestOf(uponEvent('thaw'), found)),
      uponCompletion('levy', days(1)),
      uponStart('levy'),
      whenTotal(['levy'], 1),
      uponEvent('notice'),
    ]) {
      const talks = inForce(pact(5, undefined, { begins }), 'deal');
      expect(duty(talks, 'more')).toMatchObject({ standing: 'waiting', settled: true });
      go(talks, { type: 'performance.reported', obligation: 'survey', amount: 1 });
      pass(talks, 40);
      expect(talks.state).toBe('fulfilled');
    }
    for (const begins of [earliestOf(found, uponEvent('thaw')), whenTotal(['levy', 'survey'], 1)]) {
      expect(duty(inForce(pact(5, undefined, { begins }), 'deal'), 'more')?.settled).toBe(false);
    }
  });

  it('is owed no more once all phases are over where it hangs on a notice or a finding, and neither has come', () => {
    const found = uponFinding('survey');
    for (const [begins, isNeeded] of [
      [earliestOf(found, uponEvent('thaw')), false],
      [earliestOf(uponEvent('thaw', days(3)), uponEvent('notice')), false],
      [latestOf(onDay(2), earliestOf(found, uponEvent('thaw'))), false],
      [earliestOf(found, uponEvent('thaw'), uponCompletion('levy')), false],
      [uponEvent('thaw'), true],
      [earliestOf(uponEvent('thaw'), uponEvent('thaw', days(2))), true],
      [earliestOf(found, latestOf(uponEvent('thaw'), onDay(3))), true],
    ] as const) {
      const talks = inForce(pact(5, undefined, { begins, to: ['south'] }), 'deal');
      go(talks, { type: 'performance.reported', obligation: 'survey', amount: 1 });
      pass(talks, 39);
      expect(duty(talks, 'more')?.settled).toBe(false);
      const given = talks.fork();
      pass(talks, 1);
      expect([talks.state, duty(talks, 'more')?.settled]).toEqual(
        isNeeded ? ['carryingOut.phase1', false] : ['fulfilled', true],
      );
      // Given before the end, it is owed.
      go(given, { type: 'event.happened', event: 'thaw' });
      pass(given, 9);
      expect([given.state, duty(given, 'more')?.settled]).toEqual(['carryingOut.phase1', false]);
    }
  });

  it('is not ended by a notice that was never given, nor by a finding that there is not', () => {
    const until = earliestOf(uponFinding('survey'), uponEvent('thaw'));
    const talks = inForce(pact(5, undefined, { kind: 'refrain', to: ['south'], begins: onDay(0), until }), 'deal');
    go(talks, { type: 'performance.reported', obligation: 'survey', amount: 1 });
    pass(talks, 40);
    expect([talks.state, duty(talks, 'more')?.standing]).toEqual(['fulfilled', 'binding']);
  });

  it('waits for the finding in a schedule, and is said in words', () => {
    const scenario = pact(5);
    const text = scenario.offers['deal']?.text;
    const levy = schedule(scenario, 'deal').duties.find(({ obligation }) => obligation === 'levy');
    expect(levy?.waitsFor).toEqual([{ for: 'finding', obligation: 'survey' }]);
    expect(text && levy?.waitsFor[0] && sayWait(levy.waitsFor[0], text)).toBe(
      'a finding that “makes the survey” was not kept',
    );
    const trigger = text?.obligations['levy']?.begins?.value;
    expect(text && trigger && sayTrigger(trigger, text, scenario)).toBe(
      '5 days after “makes the survey” is found not kept',
    );
  });

  it('is a dead letter where the text has nobody who could find so, and no finding otherwise', () => {
    const dead = (scenario: ReturnType<typeof pact>) =>
      review(scenario, 'deal').filter(
        ({ code }) => code === 'review/dead-trigger' || code === 'review/circular-sequence',
      );
    expect(dead(pact(5))).toEqual([]);
    expect(dead(pact(5, {}))[0]?.message).toContain('no body that could find whether “makes the survey” was kept');
    const checked = checkOffer(pact(5), 'other', {
      text: {
        obligations: {
          levy: { owedBy: ['north'], begins: uponFinding('servey'), until: beforeEvent('start', days(1)) },
        },
      },
    });
    expect(checked.ok || checked.faults.map(({ code }) => code)).toEqual(['text/unknown-obligation']);
  });
});
