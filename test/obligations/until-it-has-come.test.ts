import fc from 'fast-check';
import {
  atLeast,
  atMost,
  days,
  defineScenario,
  onDay,
  progress,
  uponCompletion,
  uponEvent,
  uponFinding,
  whenCertified,
  type ObligationDraft,
  type Talks,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';

const ours: ObligationDraft = { owedBy: ['north'], to: ['south'] };
const theirs: ObligationDraft = { owedBy: ['south'], to: ['north'] };
const weekly: ObligationDraft = { ...ours, kind: 'recurring', of: 'coal', amount: 5, every: days(7), begins: onDay(0) };

/** A deal of some phases of so many days each, in force. */
const begun = (obligations: Readonly<Record<string, ObligationDraft>>, lengths: readonly number[] = [40]) =>
  inForce(
    defineScenario({
      id: 'coal',
      parties: { north: {}, south: {} },
      terms: { coal: { kind: 'quantity', unit: 'tonnes', bounds: { most: 1000 } } },
      space: { phases: { least: 1, most: 3 } },
      positions: {},
      agreement: { rule: 'unanimity', of: ['north', 'south'] },
      offers: {
        deal: {
          by: ['north', 'south'],
          phaseCount: lengths.length,
          phases: lengths.map((length) => ({ length: days(length) })),
          text: {
            bodies: { board: { members: ['north', 'south'] } },
            events: { vote: { movedBy: ['north', 'south'] } },
            certifications: { polls: { by: 'board' } },
            obligations,
          },
        },
      },
    }),
    'deal',
  );
const pass = (talks: Talks, n: number) => n > 0 && go(talks, { type: 'days.passed', days: n });
const told = (talks: Talks, obligation: string, amount = 1) =>
  go(talks, { type: 'performance.reported', obligation, amount });
const duty = (talks: Talks, id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id);
const stands = (talks: Talks, id: string) => {
  const { standing, settled, done, owed } = duty(talks, id) ?? {};
  return [standing, settled, done, owed?.least];
};

describe('what comes round until something that has no day', () => {
  const ends = {
    'an event': { until: uponEvent('vote'), come: { type: 'event.happened', event: 'vote' } },
    'a certification': {
      until: whenCertified('polls'),
      come: { type: 'certification.given', certification: 'polls' },
    },
  } as const;

  it('is owed as often as it has come round, is late by that, and keeps the deal from its end until the day has come', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(ends)),
        fc.integer({ min: 0, max: 60 }),
        fc.nat(6),
        ({ until, come }, day, fewer) => {
          const talks = begun({ aid: { ...weekly, until } });
          const turns = Math.floor(day / 7);
          const done = Math.max(0, turns - fewer);
          for (let n = 1; n <= done; n++) {
            pass(talks, 7);
            told(talks, 'aid', 5 * n);
          }
          pass(talks, day - 7 * done);
          // What has come round today may still be done today.
          const over = Math.floor((day - 1) / 7);
          const standing = done < over ? 'late' : done < turns ? (done > 0 ? 'partly done' : 'open') : 'binding';
          expect(stands(talks, 'aid')).toEqual([standing, false, 5 * done, 5 * turns]);
          expect(talks.state).toBe('carryingOut.phase1');
          go(talks, come);
          expect(stands(talks, 'aid')[3]).toBe(5 * Math.max(1, turns));
          expect(talks.state === 'fulfilled').toBe(done > 0 && done === turns && day >= 40);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('comes round with the phases that are over, where it does with phases', () => {
    const aid: ObligationDraft = {
      ...ours,
      kind: 'recurring',
      of: 'coal',
      amount: 5,
      perPhase: true,
      begins: onDay(0),
    };
    const talks = begun({ aid: { ...aid, until: uponEvent('vote') } }, [10, 10]);
    pass(talks, 9);
    expect(stands(talks, 'aid')).toEqual(['binding', false, 0, 0]);
    pass(talks, 2);
    expect(stands(talks, 'aid')).toEqual(['late', false, 0, 5]);
    pass(talks, 10);
    told(talks, 'aid', 5);
    expect(stands(talks, 'aid')).toEqual(['late', false, 5, 10]);
    told(talks, 'aid', 10);
    expect([...stands(talks, 'aid'), talks.state]).toEqual(['binding', false, 10, 10, 'carryingOut.phase2']);
    go(talks, { type: 'event.happened', event: 'vote' });
    expect([...stands(talks, 'aid'), talks.state]).toEqual(['done', true, 10, 10, 'fulfilled']);
  });

  it('sets off what waits for its completion only once that day has come', () => {
    const then = { ...theirs, begins: uponCompletion('aid'), within: days(3) };
    const talks = begun({ aid: { ...weekly, until: uponEvent('vote') }, then });
    pass(talks, 7);
    told(talks, 'aid', 5);
    expect([duty(talks, 'aid')?.completed, duty(talks, 'then')?.opens]).toEqual([undefined, undefined]);
    pass(talks, 2);
    go(talks, { type: 'event.happened', event: 'vote' });
    expect([duty(talks, 'aid')?.standing, duty(talks, 'then')?.standing]).toEqual(['done', 'open']);
  });

  it('is let go as a whole, however often it would have come round, and by a figure only so far', () => {
    const waived = (amount?: number) => {
      const talks = begun({ aid: { ...weekly, until: uponEvent('vote') } });
      pass(talks, 7);
      go(talks, {
        type: 'performance.waived',
        obligation: 'aid',
        by: ['south'],
        ...(amount !== undefined && { amount }),
      });
      const now = stands(talks, 'aid').slice(0, 2);
      pass(talks, 33);
      return [now, stands(talks, 'aid').slice(0, 2), talks.state];
    };
    expect(waived()).toEqual([['waived', true], ['waived', true], 'fulfilled']);
    expect(waived(5)).toEqual([['binding', false], ['late', false], 'carryingOut.phase1']);
  });

  it('does not keep a deal from its end, where only a finding would end it', () => {
    const talks = begun({ aid: { ...weekly, until: uponFinding('visit') }, visit: { ...theirs, begins: onDay(0) } });
    told(talks, 'visit');
    for (let n = 1; n <= 5; n++) {
      pass(talks, 7);
      told(talks, 'aid', 5 * n);
    }
    pass(talks, 5);
    expect(talks.state).toBe('fulfilled');
  });
});

describe('what comes round until another is done', () => {
  const out: ObligationDraft = { ...theirs, begins: onDay(0), within: days(14) };
  const pay: ObligationDraft = { ...weekly, until: uponCompletion('out') };

  it('goes on while that is late, by plan as if it were done today', () => {
    fc.assert(
      fc.property(fc.integer({ min: 15, max: 60 }), fc.boolean(), (day, isOptional) => {
        const talks = begun({ out: { ...out, ...(isOptional && { strength: 'may' }) }, pay }, [15]);
        for (let n = 1; n <= 2; n++) {
          pass(talks, 7);
          told(talks, 'pay', 5 * n);
        }
        pass(talks, day - 14);
        const turns = Math.floor(day / 7);
        expect(stands(talks, 'pay').slice(1)).toEqual([false, 10, 5 * turns]);
        expect(duty(talks, 'pay')?.standing).toBe(day > 21 ? 'late' : day > 20 ? 'partly done' : 'binding');
        expect([duty(talks, 'pay')?.planned?.day, talks.state]).toEqual([14, 'carryingOut.phase1']);
        told(talks, 'out');
        expect(duty(talks, 'pay')?.owed.least).toBe(5 * turns);
        if (turns > 2) told(talks, 'pay', 5 * turns);
        expect(talks.state).toBe('fulfilled');
      }),
      { numRuns: 20 },
    );
  });

  it('follows a chain of such', () => {
    const second = { ...pay, until: uponCompletion('pay') };
    const third = { ...pay, until: uponCompletion('second') };
    const talks = begun({ third, second, pay, out });
    pass(talks, 14);
    told(talks, 'out');
    for (const id of ['pay', 'second', 'third']) told(talks, id, 10);
    pass(talks, 26);
    expect(['pay', 'second', 'third'].map((id) => stands(talks, id))).toEqual(
      Array.from({ length: 3 }, () => ['done', true, 10, 10]),
    );
    expect(talks.state).toBe('fulfilled');
  });
});

describe('what is to be left undone, or held, until something that has no day', () => {
  const held: ObligationDraft = { ...ours, kind: 'level', of: 'coal', amount: atLeast(5), begins: onDay(0) };
  const undone: ObligationDraft = { ...ours, kind: 'refrain', begins: onDay(0) };

  it('is not settled before that has come, nor is the deal at its end, unless no act is asked and all else is over', () => {
    fc.assert(
      fc.property(fc.constantFrom(held, undone), fc.integer({ min: 0, max: 60 }), (one, day) => {
        const talks = begun({ one: { ...one, until: uponEvent('vote') } });
        if (one.kind === 'level') told(talks, 'one', 6);
        pass(talks, day);
        const isOver = one.kind === 'refrain' && day > 40;
        const state = isOver ? 'fulfilled' : 'carryingOut.phase1';
        expect([duty(talks, 'one')?.settled, talks.state]).toEqual([isOver, state]);
        if (isOver) return;
        go(talks, { type: 'event.happened', event: 'vote' });
        expect([duty(talks, 'one')?.settled, talks.state]).toEqual([
          true,
          day >= 40 ? 'fulfilled' : 'carryingOut.phase1',
        ]);
      }),
      { numRuns: 20 },
    );
  });

  it('is settled once a phase that it lasts through has ended, and in none before', () => {
    const talks = begun({ one: { ...undone, until: uponEvent('phase2.end') } }, [20, 20, 20]);
    const settled = Array.from({ length: 5 }, () => {
      pass(talks, 10);
      return duty(talks, 'one')?.settled;
    });
    expect(settled).toEqual([false, false, false, true, true]);
  });

  it('is not while it may still begin, unless only a finding would begin it', () => {
    const talks = begun({
      one: { ...undone, begins: uponEvent('vote'), within: days(3) },
      two: { ...undone, begins: uponFinding('visit'), within: days(3) },
      ceiling: { ...held, amount: atMost(5), begins: uponEvent('vote'), within: days(3) },
      visit: { ...theirs, begins: onDay(0) },
    });
    told(talks, 'visit');
    expect(['one', 'two', 'ceiling'].map((id) => duty(talks, id)?.settled)).toEqual([false, true, false]);
    pass(talks, 40);
    // On the last day of all the vote may still come.
    expect([talks.state, duty(talks, 'one')?.settled]).toEqual(['carryingOut.phase1', false]);
    pass(talks, 1);
    expect(talks.state).toBe('fulfilled');
  });

  it('keeps no deal from its end, where its text gives it none, or only a finding would end it', () => {
    const visit = { ...theirs, begins: onDay(0) };
    for (const one of [undone, { ...undone, until: uponFinding('visit') }]) {
      const talks = begun({ one, visit });
      told(talks, 'visit');
      pass(talks, 40);
      expect(talks.state).toBe('fulfilled');
    }
  });
});

describe('what was left undone up to the last day of a deal', () => {
  it('was kept, in whatever steps the days were told', () => {
    const one: ObligationDraft = { ...ours, kind: 'refrain', phase: 1, begins: onDay(0) };
    const later: ObligationDraft = { ...ours, kind: 'refrain', begins: onDay(0), until: onDay(41), strength: 'may' };
    for (const steps of [[40], [20, 20], [39, 1], [41]]) {
      const talks = begun({ one, later });
      for (const n of steps) pass(talks, n);
      const { standing, scale, expected } = duty(talks, 'one') ?? {};
      expect([talks.state, standing, scale, expected]).toEqual(['fulfilled', 'kept', 3, undefined]);
      const isOver = steps.includes(41);
      expect(duty(talks, 'later')?.standing).toBe(isOver ? 'kept' : 'binding');
    }
  });

  it('still binds on its last day while the deal goes on', () => {
    const talks = begun({ one: { ...ours, kind: 'refrain', begins: onDay(0), until: onDay(5) } });
    pass(talks, 5);
    expect(duty(talks, 'one')?.standing).toBe('binding');
  });
});

describe('a level of a phase', () => {
  it('gains no day by being suspended, but where it ends on a day of its own', () => {
    const level: ObligationDraft = { ...ours, kind: 'level', of: 'coal', amount: atLeast(5), begins: onDay(0) };
    const talks = begun({
      own: { ...level, phase: 1 },
      worded: { ...level, until: uponEvent('phase1.end') },
      longer: { ...level, until: onDay(20) },
    });
    const ids = ['own', 'worded', 'longer'];
    pass(talks, 8);
    go(talks, { type: 'performance.suspended', obligations: ids });
    pass(talks, 6);
    go(talks, { type: 'performance.resumed', obligations: ids });
    expect(ids.map((id) => duty(talks, id)?.due?.day)).toEqual([40, 40, 26]);
  });
});

describe('what comes round from something that has not happened', () => {
  it('is not late by the times that the plan had for it', () => {
    const from = { ...weekly, begins: uponCompletion('out') };
    const talks = begun({
      out: { ...theirs, begins: onDay(0), within: days(14) },
      often: { ...from, times: 3 },
      on: from,
    });
    pass(talks, 35);
    expect(stands(talks, 'often')).toEqual(['waiting', false, 0, 15]);
    expect(stands(talks, 'on')).toEqual(['waiting', true, 0, 0]);
    told(talks, 'out');
    expect([stands(talks, 'often'), stands(talks, 'on')[0]]).toEqual([['open', false, 0, 15], 'binding']);
  });
});
