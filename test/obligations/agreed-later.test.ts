import { between, days, onDay, progress, uponCompletion, type Talks } from 'sticking-points';
import { expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';
import { lake } from '../support/lake.js';

const scenario = lake({
  obligations: {
    fleet: { owedBy: ['north'], to: ['south'], of: 'boats', amount: 10, begins: onDay(0), within: days(20) },
    stock: {
      kind: 'level',
      owedBy: ['north'],
      to: ['south'],
      of: 'boats',
      amount: between(20, 30),
      begins: onDay(5),
      within: days(10),
    },
    thanks: { owedBy: ['south'], to: ['north'], begins: uponCompletion('fleet'), within: days(5) },
  },
});

const duty = (talks: Talks, id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id);

it('what one observer disputes, and agrees to later, counts as done from the day of which that one agrees', () => {
  const talks = inForce(scenario, 'deal');
  const sees = (observer: string, obligation: string, amount: number, on?: string) => {
    go(talks, { type: 'performance.reported', obligation, amount, observer, ...(on !== undefined && { on }) });
  };
  go(talks, { type: 'days.passed', days: 5 });
  sees('north', 'fleet', 10);
  sees('south', 'fleet', 5);
  sees('north', 'stock', 25);
  sees('south', 'stock', 35);
  go(talks, { type: 'days.passed', days: 25 });
  expect(duty(talks, 'fleet')).toMatchObject({ standing: 'late', done: 5 });
  expect(duty(talks, 'stock')).toMatchObject({ standing: 'late', done: 35 });
  const earlier = talks.fork();
  sees('south', 'fleet', 10);
  sees('south', 'stock', 25);
  expect(duty(talks, 'fleet')).toMatchObject({ standing: 'done', completed: { day: 30 }, when: 'late' });
  expect(duty(talks, 'stock')).toMatchObject({ standing: 'done', completed: { day: 30 }, when: 'late' });
  expect(duty(talks, 'thanks')).toMatchObject({ standing: 'open', opens: { day: 30 } });
  // Who agrees that it was so on the day itself has it done then.
  go(earlier, { type: 'performance.reported', obligation: 'fleet', amount: 10, observer: 'south', on: '2030-03-06' });
  expect(duty(earlier, 'fleet')).toMatchObject({ completed: { day: 5 }, when: 'in time' });
});

it('what an observer had not spoken of yet, that one did not dispute', () => {
  const talks = inForce(scenario, 'deal');
  go(talks, { type: 'days.passed', days: 5 });
  go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 10, observer: 'north' });
  go(talks, { type: 'days.passed', days: 25 });
  go(talks, { type: 'performance.reported', obligation: 'fleet', amount: 10, observer: 'south' });
  expect(duty(talks, 'fleet')).toMatchObject({ completed: { day: 5 }, when: 'in time' });
});
