import { days, defineScenario, onDay, progress, uponCompletion, weeks, whenTotal, type Talks } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';
import { lake } from '../support/lake.js';
import { wide } from '../support/wide-text.js';

const scenario = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 100 } } },
  space: { phases: { least: 1, most: 2 } },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    deal: {
      by: ['north', 'south'],
      phaseCount: 2,
      phases: [{ length: days(30) }, { length: days(20) }],
      text: {
        obligations: {
          fleet: { owedBy: ['north'], to: ['south'], of: 'boats', amount: 10, begins: onDay(0), within: days(5) },
          survey: { owedBy: ['south'], to: ['north'], begins: onDay(0), within: weeks(2) },
          thanks: { owedBy: ['south'], begins: uponCompletion('fleet'), within: days(1) },
        },
        talks: {
          next: { on: 2, begin: uponCompletion('survey', days(1)), end: onDay(25) },
          half: { on: 2, begin: whenTotal(['fleet'], { parts: 1, outOf: 2 }), end: onDay(25) },
        },
      },
    },
  },
});

const duty = (talks: Talks, id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id);
const both = ['north', 'south'];

describe('what is let go without a figure', () => {
  it('is what was left of it, and makes it done, as the same figure would', () => {
    const talks = inForce(scenario, 'deal');
    go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 4 });
    go(talks, { type: 'days.passed', days: 9 });
    go(talks, { type: 'performance.waived', obligation: 'fleet', amount: 2, by: ['south'] });
    go(talks, {
      type: 'performance.excused',
      obligation: 'fleet',
      by: ['south'],
      because: 'The rest was lost at sea.',
    });
    expect(duty(talks, 'fleet')).toMatchObject({ done: 4, waived: 2, excused: 4, settled: true });
    expect(duty(talks, 'fleet')).toMatchObject({ standing: 'done', completed: { day: 9 }, when: 'late' });
    expect(duty(talks, 'thanks')).toMatchObject({ standing: 'open', opens: { day: 9 } });
  });

  it('makes nothing done of which nothing was, as a figure of all of it does not', () => {
    for (const amount of [{}, { amount: 10 }]) {
      const talks = inForce(scenario, 'deal');
      go(talks, { type: 'performance.waived', obligation: 'fleet', by: ['south'], ...amount });
      expect(duty(talks, 'fleet')).toMatchObject({ standing: 'waived', settled: true });
      expect(duty(talks, 'fleet')).not.toHaveProperty('completed');
      go(talks, { type: 'days.passed', days: 2 });
      go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 3 });
      expect(duty(talks, 'fleet')).toMatchObject({ standing: 'waived' });
      const all = talks.fork();
      go(all, { type: 'performance.reported', obligation: 'fleet', amount: 10 });
      expect(duty(all, 'fleet')).toMatchObject({ standing: 'waived', settled: true });
      // And yet it is settled by that, for what waits until it is done.
      expect(duty(talks, 'thanks')).toMatchObject({ standing: 'late', opens: { day: 0 } });
    }
  });
});

describe('what is let go when some of it has been done', () => {
  it.each([{}, { amount: 3 }])(
    'is over from that day on, and not from the day on which some was done: %j',
    (amount) => {
      const talks = inForce(scenario, 'deal');
      go(talks, { type: 'days.passed', days: 4 });
      go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 7 });
      go(talks, { type: 'days.passed', days: 20 });
      expect(duty(talks, 'fleet')?.standing).toBe('late');
      go(talks, { type: 'performance.waived', obligation: 'fleet', by: ['south'], ...amount });
      expect(duty(talks, 'fleet')).toMatchObject({ standing: 'done', completed: { day: 24 }, when: 'late', scale: 3 });
      expect(duty(talks, 'thanks')).toMatchObject({ standing: 'open', opens: { day: 24 }, due: { day: 25 } });
    },
  );

  it('was not due any more by the time that all else was done, where it was let go before', () => {
    const talks = inForce(scenario, 'deal');
    go(talks, { type: 'performance.waived', obligation: 'fleet', amount: 3, by: ['south'] });
    go(talks, { type: 'days.passed', days: 4 });
    go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 7 });
    expect(duty(talks, 'fleet')).toMatchObject({ completed: { day: 4 }, when: 'in time' });
  });
});

describe('what waits for a share of what was let go', () => {
  const shares = lake({
    obligations: {
      fleet: { owedBy: ['north'], to: ['south'], of: 'boats', amount: 100, begins: onDay(0), within: days(20) },
      all: { owedBy: ['south'], begins: whenTotal(['fleet'], { parts: 1, outOf: 1 }), within: days(5) },
      half: { owedBy: ['south'], begins: whenTotal(['fleet'], { parts: 1, outOf: 2 }), within: days(5) },
      seventy: { owedBy: ['south'], begins: whenTotal(['fleet'], 70), within: days(5) },
      thanks: { owedBy: ['south'], begins: uponCompletion('fleet'), within: days(5) },
    },
  });
  const waive = (amount?: number) =>
    ({ type: 'performance.waived', obligation: 'fleet', by: ['south'], ...(amount && { amount }) }) as const;
  const opens = (talks: Talks) => ['all', 'half', 'seventy', 'thanks'].map((id) => duty(talks, id)?.opens?.day);

  it.each([40, undefined])(
    'is set off by the share of what is still owed, from the day on which it was let go: %s',
    (n) => {
      const talks = inForce(shares, 'deal');
      go(talks, { type: 'days.passed', days: 5 });
      go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 60 });
      go(talks, { type: 'days.passed', days: 10 });
      expect(opens(talks)).toEqual([undefined, 5, undefined, undefined]);
      go(talks, waive(n));
      expect(opens(talks)).toEqual([15, 5, undefined, 15]);
      // So much is not to come any more.
      expect(duty(talks, 'seventy')).not.toHaveProperty('expected');
    },
  );

  it('takes half of the rest for half of it', () => {
    const talks = inForce(shares, 'deal');
    go(talks, waive(40));
    go(talks, { type: 'days.passed', days: 5 });
    go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 30 });
    expect(opens(talks)).toEqual([undefined, 5, undefined, undefined]);
  });

  it('is not expected any more, and is not set off, where all of it was: no share of it was ever done', () => {
    const talks = inForce(shares, 'deal');
    go(talks, { type: 'days.passed', days: 30 });
    expect(duty(talks, 'thanks')?.expected?.day).toBe(35);
    go(talks, waive());
    expect(opens(talks)).toEqual([undefined, undefined, undefined, 30]);
    expect(duty(talks, 'thanks')).toMatchObject({ due: { day: 35 } });
    for (const id of ['all', 'half', 'seventy']) expect(duty(talks, id)).not.toHaveProperty('expected');
  });
});

describe('what is settled', () => {
  it('can be neither withheld nor put off; and nothing is put off to a day before it is due', () => {
    const talks = inForce(scenario, 'deal');
    const codes = (to: string) =>
      talks.do({ type: 'performance.postponed', obligation: 'survey', to, by: both }).reasons.map(({ code }) => code);
    expect(codes('2030-03-10')).toEqual(['talks/not-later']);
    go(talks, { type: 'performance.postponed', obligation: 'survey', to: '2030-03-20', by: both });
    expect(codes('2030-03-19')).toEqual(['talks/not-later']);
    go(talks, { type: 'performance.reported', obligation: 'survey', amount: 1 });
    expect(codes('2030-04-01')).toEqual(['talks/nothing-owed']);
    const { reasons } = talks.do({ type: 'performance.withheld', obligation: 'survey' });
    expect(reasons.map(({ code }) => code)).toEqual(['talks/nothing-owed']);
  });
});

describe('talks that a text promises', () => {
  it('have their day by what was done, and by plan for what was not', () => {
    const talks = inForce(scenario, 'deal');
    const begins = () => progress(talks)?.talks.map(({ begin }) => begin?.day);
    expect(begins()).toEqual([15, 5]);
    go(talks, { type: 'days.passed', days: 3 });
    go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 5 });
    go(talks, { type: 'performance.reported', obligation: 'survey', amount: 1 });
    expect(begins()).toEqual([4, 3]);
    expect(progress(talks)?.talks.map(({ standing }) => standing)).toEqual(['not due', 'due']);
  });
});

describe('what a key owes for what was let go', () => {
  const nets = () =>
    defineScenario({
      id: 'nets',
      parties: { north: {}, south: {} },
      terms: {
        boats: { kind: 'quantity', unit: 'boats', bounds: { most: 100 } },
        nets: { kind: 'quantity', unit: 'nets', bounds: { most: 100 } },
      },
      space: { phases: 1 },
      positions: {},
      agreement: { rule: 'unanimity', of: ['north', 'south'] },
      offers: {
        deal: {
          by: ['north', 'south'],
          phases: [{ length: days(30) }],
          text: wide({
            keys: { rate: { rows: [{ for: { n: 1, of: ['boats'] }, give: [{ n: 3, of: 'nets' }] }] } },
            obligations: {
              fleet: { owedBy: ['north'], to: ['south'], of: 'boats', amount: 10, begins: onDay(1) },
              haul: {
                owedBy: ['south'],
                to: ['north'],
                of: 'nets',
                byKey: { key: 'rate', of: ['fleet'] },
                begins: onDay(2),
              },
            },
          }),
        },
      },
    });
  const exactly = (n: number) => ({ least: n, most: n });

  it('is nothing where all of it was, and otherwise what was done or is still to be', () => {
    const talks = inForce(nets(), 'deal');
    go(talks, { type: 'performance.waived', obligation: 'fleet', amount: 4, by: ['south'] });
    expect(duty(talks, 'haul')?.owed).toEqual(exactly(18));
    const done = talks.fork();
    go(talks, { type: 'performance.excused', obligation: 'fleet', by: ['south'] });
    expect(duty(talks, 'haul')?.owed).toEqual(exactly(0));
    go(talks, { type: 'days.passed', days: 31 });
    expect(talks.state).toBe('fulfilled');
    go(done, { type: 'performance.reported', obligation: 'fleet', amount: 5 });
    go(done, { type: 'performance.waived', obligation: 'fleet', by: ['south'] });
    expect(duty(done, 'haul')?.owed).toEqual(exactly(15));
  });
});
