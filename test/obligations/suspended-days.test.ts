import fc from 'fast-check';
import {
  days,
  defineScenario,
  onDay,
  progress,
  uponCompletion,
  type ObligationDraft,
  type Talks,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { addDays } from '../../src/base/day.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const owed: ObligationDraft = { owedBy: ['north'], to: ['south'] };

const pact = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: { guards: { kind: 'quantity', unit: 'guard' } },
  space: { phases: { least: 1, most: 1 } },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    deal: {
      by: ['north', 'south'],
      phases: [{ length: days(60) }],
      text: wide({
        obligations: {
          dredge: { ...owed, begins: onDay(5), within: days(10) },
          survey: { ...owed, begins: uponCompletion('dredge'), within: days(4) },
          visit: { ...owed, kind: 'recurring', begins: onDay(0), every: days(10), times: 3 },
          posts: { ...owed, kind: 'level', of: 'guards', amount: 4, begins: onDay(0), within: days(15) },
          quiet: { ...owed, kind: 'refrain', begins: onDay(0), within: days(20) },
        },
      }),
    },
  },
});

const on = (n: number) => addDays('2030-03-01', n) ?? '';
const pass = (talks: Talks, n: number) => go(talks, { type: 'days.passed', days: n });
const suspend = (talks: Talks, ...obligations: string[]) => go(talks, { type: 'performance.suspended', obligations });
const resume = (talks: Talks, ...obligations: string[]) => go(talks, { type: 'performance.resumed', obligations });
const done = (talks: Talks, obligation: string, amount = 1) =>
  go(talks, { type: 'performance.reported', obligation, amount });
const duty = (talks: Talks, id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id);
const stands = (talks: Talks, id: string) => [duty(talks, id)?.standing, duty(talks, id)?.due?.on];

/** The pact with an obligation suspended from one day up to another. */
function rested(id: string, from: number, to: number): Talks {
  const talks = inForce(pact, 'deal');
  pass(talks, from);
  suspend(talks, id);
  pass(talks, to - from);
  return talks;
}

describe('days through which an obligation is suspended', () => {
  it('move its last day, so that nobody is late for having rightly not performed', () => {
    const talks = rested('dredge', 10, 30);
    expect(stands(talks, 'dredge')).toEqual(['suspended', on(35)]);
    resume(talks, 'dredge');
    expect(stands(talks, 'dredge')).toEqual(['open', on(35)]);
    pass(talks, 5);
    expect(stands(talks, 'dredge')).toEqual(['open', on(35)]);
    expect(duty(talks, 'survey')?.planned?.on).toBe(on(39));
    pass(talks, 1);
    expect(stands(talks, 'dredge')).toEqual(['late', on(35)]);
    done(talks, 'dredge');
    expect(duty(talks, 'dredge')?.when).toBe('late');
  });

  it('count from when it opens', () => {
    const talks = rested('dredge', 2, 9);
    resume(talks, 'dredge');
    expect(stands(talks, 'dredge')).toEqual(['open', on(19)]);
  });

  it('give no time to what opens after them', () => {
    const talks = rested('dredge', 1, 5);
    resume(talks, 'dredge');
    expect(stands(talks, 'dredge')).toEqual(['open', on(15)]);
  });

  it('count on its last day, and not once that has passed', () => {
    const onTheDay = rested('dredge', 15, 18);
    resume(onTheDay, 'dredge');
    expect(stands(onTheDay, 'dredge')).toEqual(['open', on(18)]);
    const after = rested('dredge', 16, 18);
    resume(after, 'dredge');
    expect(stands(after, 'dredge')).toEqual(['late', on(15)]);
  });

  it('add up, where it is suspended again', () => {
    const talks = rested('dredge', 6, 8);
    resume(talks, 'dredge');
    pass(talks, 8);
    suspend(talks, 'dredge');
    pass(talks, 3);
    resume(talks, 'dredge');
    expect(stands(talks, 'dredge')).toEqual(['open', on(20)]);
  });

  it('are taken to be known, as far as they have passed, by those who put it off to a day', () => {
    const talks = rested('dredge', 10, 12);
    resume(talks, 'dredge');
    go(talks, { type: 'performance.postponed', obligation: 'dredge', to: on(25), by: ['north', 'south'] });
    expect(stands(talks, 'dredge')).toEqual(['open', on(25)]);
    pass(talks, 3);
    suspend(talks, 'dredge');
    pass(talks, 4);
    expect(stands(talks, 'dredge')).toEqual(['suspended', on(29)]);
    go(talks, { type: 'performance.postponed', obligation: 'dredge', to: on(40), by: ['north', 'south'] });
    pass(talks, 2);
    resume(talks, 'dredge');
    expect(stands(talks, 'dredge')).toEqual(['open', on(42)]);
  });

  it('move each turn that was still to come of what comes round', () => {
    const talks = rested('visit', 5, 12);
    resume(talks, 'visit');
    expect(stands(talks, 'visit')).toEqual(['open', on(37)]);
    pass(talks, 5);
    expect(stands(talks, 'visit')).toEqual(['open', on(37)]);
    pass(talks, 1);
    expect(stands(talks, 'visit')).toEqual(['late', on(37)]);
    done(talks, 'visit');
    pass(talks, 9);
    expect(stands(talks, 'visit')).toEqual(['partly done', on(37)]);
    pass(talks, 1);
    expect(stands(talks, 'visit')).toEqual(['late', on(37)]);
  });

  it('leave a level to be reached later, and what is to be left undone as it was', () => {
    const level = rested('posts', 10, 16);
    resume(level, 'posts');
    expect(stands(level, 'posts')).toEqual(['open', on(21)]);
    done(level, 'posts', 4);
    pass(level, 5);
    expect(stands(level, 'posts')).toEqual(['done', on(21)]);
    const quiet = rested('quiet', 10, 16);
    resume(quiet, 'quiet');
    expect(stands(quiet, 'quiet')).toEqual(['binding', on(20)]);
  });
});

describe('what has been suspended and resumed, as often as one likes', () => {
  it('leaves as many days to perform as there were', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(6)), { maxLength: 5 }), (stretches) => {
        const talks = inForce(pact, 'deal');
        pass(talks, 5);
        let left = 10;
        for (const [runs, rests] of stretches) {
          if (runs > 0) pass(talks, runs);
          left -= runs;
          if (left < 0) break;
          suspend(talks, 'dredge');
          if (rests > 0) pass(talks, rests);
          resume(talks, 'dredge');
        }
        const isLate = duty(talks, 'dredge')?.standing === 'late';
        expect(isLate).toBe(left < 0);
        if (left < 0) return;
        if (left > 0) pass(talks, left);
        expect(duty(talks, 'dredge')?.standing).toBe('open');
        pass(talks, 1);
        expect(duty(talks, 'dredge')?.standing).toBe('late');
      }),
    );
  });
});
