import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progress, type Talks } from 'sticking-points';
import { go, inForce } from '../support/carry-out.js';
import { pact, report } from '../support/refused-texts.js';

const fleet = (talks: Talks) => progress(talks)?.duties.find(({ obligation }) => obligation === 'fleet');

describe('a report of what was done up to an earlier day', () => {
  it('tells of that day, and does not undo what was seen later', () => {
    const talks = inForce(pact, 'deal');
    go(talks, { type: 'days.passed', days: 6 });
    go(talks, report({ observer: 'south', amount: 4, on: '2030-03-06' }));
    go(talks, report({ observer: 'south', amount: 1, on: '2030-03-03' }));
    expect(fleet(talks)).toMatchObject({ done: 4, standing: 'done', when: 'in time', seen: { south: 4 } });
  });

  it('of the same day stands in for what was reported of it before', () => {
    const talks = inForce(pact, 'deal');
    go(talks, { type: 'days.passed', days: 6 });
    go(talks, report({ observer: 'south', amount: 4, on: '2030-03-03' }));
    go(talks, report({ observer: 'south', amount: 2, on: '2030-03-03' }));
    expect(fleet(talks)).toMatchObject({ done: 2, standing: 'partly done' });
  });

  it('is refused where it says what was known of that day already', () => {
    const talks = inForce(pact, 'deal');
    go(talks, { type: 'days.passed', days: 6 });
    go(talks, report({ observer: 'south', amount: 1, on: '2030-03-03' }));
    go(talks, report({ observer: 'south', amount: 4, on: '2030-03-06' }));
    const codes = (more: object) => talks.do(report({ observer: 'south', ...more })).reasons.map(({ code }) => code);
    expect(codes({ amount: 4 })).toEqual(['talks/so-already']);
    expect(codes({ amount: 1, on: '2030-03-04' })).toEqual(['talks/so-already']);
  });

  it('comes to the same in whatever order the reports come in', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(days, fc.nat(), (given, turn) => {
        // More on each later day, so that none of them says what was known already.
        const sorted = [...given].sort((a, b) => a - b);
        const reports = sorted.map((day, i) => report({ observer: 'south', amount: i + 1, on: `2030-03-0${day}` }));
        const n = turn % reports.length;
        const seen = [reports, [...reports.slice(n), ...reports.slice(0, n)], [...reports].reverse()].map((order) => {
          const talks = inForce(pact, 'deal');
          go(talks, { type: 'days.passed', days: 9 });
          for (const event of order) go(talks, event);
          return fleet(talks);
        });
        expect(seen[1]).toEqual(seen[0]);
        expect(seen[2]).toEqual(seen[0]);
      }),
      { numRuns: 20 },
    );
  });
});
