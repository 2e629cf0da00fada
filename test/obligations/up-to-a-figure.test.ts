import { days, onDay, progress, uponCompletion, upTo, type Talks } from 'sticking-points';
import { expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';
import { lake } from '../support/lake.js';

const scenario = lake({
  obligations: {
    fleet: { owedBy: ['north'], to: ['south'], of: 'boats', amount: upTo(40), begins: onDay(0), within: days(20) },
    thanks: { owedBy: ['south'], to: ['north'], begins: uponCompletion('fleet'), within: days(5) },
  },
});

const duty = (talks: Talks, id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id);
const report = (amount: number) => ({ type: 'performance.reported', obligation: 'fleet', amount }) as const;

it('what is owed up to a figure, and was done in part, was done on its last day, whatever is done after it', () => {
  const talks = inForce(scenario, 'deal');
  go(talks, { type: 'days.passed', days: 5 });
  go(talks, report(10));
  expect(duty(talks, 'fleet')).toMatchObject({ standing: 'partly done' });
  expect(duty(talks, 'fleet')).not.toHaveProperty('completed');
  go(talks, { type: 'days.passed', days: 15 });
  const day20 = { completed: { day: 20 }, when: 'in time', standing: 'done' };
  expect(duty(talks, 'fleet')).toMatchObject(day20);
  expect(duty(talks, 'thanks')).toMatchObject({ opens: { day: 20 } });
  go(talks, { type: 'days.passed', days: 1 });
  go(talks, report(40));
  expect(duty(talks, 'fleet')).toMatchObject(day20);
});

it('what nothing was done of by its last day was not done on it, though all of it is later', () => {
  const talks = inForce(scenario, 'deal');
  go(talks, { type: 'days.passed', days: 21 });
  expect(duty(talks, 'fleet')?.standing).toBe('not done');
  expect(duty(talks, 'fleet')).not.toHaveProperty('completed');
  go(talks, report(40));
  expect(duty(talks, 'fleet')).not.toHaveProperty('completed');
  expect(duty(talks, 'fleet')).not.toHaveProperty('when');
});
