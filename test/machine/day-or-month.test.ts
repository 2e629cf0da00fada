import fc from 'fast-check';
import type { TalksEvent } from 'sticking-points';
import { expect, it } from 'vitest';
import '../support/seed.js';
import { clockAfter, type Clock } from '../../src/machine/clock.js';
import { bridge } from '../support/bridge.js';

const scenario = bridge();
const dates = fc.constantFrom('2030-01-01', '2030-01-31', '2030-01', '2030-02', '2030-02-14', '2031-12');
const events: fc.Arbitrary<TalksEvent> = fc.oneof(
  fc.record({ type: fc.constant('talks.suspended' as const), on: dates }, { requiredKeys: ['type'] }),
  fc.record(
    { type: fc.constant('days.passed' as const), days: fc.nat(40), on: dates },
    { requiredKeys: ['type', 'days'] },
  ),
);

it('the day that talks have come to is a day and never a month, whatever is known of when things happened', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 8 }), (happened) => {
      let clock: Clock = { today: null, asOf: null };
      for (const event of happened) {
        clock = clockAfter(scenario, clock, event) ?? clock;
        expect(clock.today ?? '2030-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
      }
    }),
  );
});
