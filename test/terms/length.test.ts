import { describe, expect, it } from 'vitest';
import { about, atLeast, atMost, between, exactly, lessThan, moreThan, some, upTo } from '../../src/terms/amount.js';
import {
  days,
  daysOf,
  LENGTH_UNITS,
  months,
  normaliseLength,
  showDays,
  showLength,
  weeks,
  type Length,
} from '../../src/terms/length.js';

const namers = { terms: {}, counts: {} };

/** Lengths, the days they may have, and as a reader meets them. */
const TABLE: readonly (readonly [Length, readonly [number, number], string])[] = [
  [{ length: exactly(1), unit: 'days' }, [1, 1], '1 day'],
  [{ length: exactly(2), unit: 'days' }, [2, 2], '2 days'],
  [{ length: about(1), unit: 'days' }, [1, 1], 'about 1 days'],
  [{ length: exactly(1), unit: 'weeks' }, [7, 7], '1 week'],
  [{ length: exactly(6), unit: 'weeks' }, [42, 42], '6 weeks'],
  [{ length: exactly(2), unit: 'months' }, [59, 62], '2 months'],
  [{ length: exactly(2), unit: 'months', days: 60 }, [60, 60], '2 months (60 days)'],
  [{ length: atLeast(2), unit: 'months' }, [59, Infinity], 'at least 2 months'],
  [{ length: moreThan(1), unit: 'weeks' }, [8, Infinity], 'more than 1 weeks'],
  [{ length: moreThan(1), unit: 'months' }, [29, Infinity], 'more than 1 months'],
  [{ length: lessThan(1), unit: 'weeks' }, [0, 6], 'less than 1 weeks'],
  [{ length: lessThan(1), unit: 'months' }, [0, 30], 'less than 1 months'],
  [{ length: atLeast(2), unit: 'weeks' }, [14, Infinity], 'at least 2 weeks'],
  [{ length: atMost(2), unit: 'weeks' }, [0, 14], 'at most 2 weeks'],
  [{ length: upTo(2), unit: 'months' }, [0, 62], 'up to 2 months'],
  [{ length: some(), unit: 'weeks' }, [7, Infinity], 'some weeks'],
  [{ length: between(5, 6), unit: 'weeks' }, [35, 42], '5–6 weeks'],
  [{ length: between(1, 2), unit: 'months' }, [28, 62], '1–2 months'],
  // A tolerance of half a day or half a week is rounded inwards, of half a month outwards.
  [{ length: about(5, 0.5), unit: 'days' }, [5, 5], 'about 5 give or take 0.5 days'],
  [{ length: about(6, 0.5), unit: 'weeks' }, [39, 45], 'about 6 give or take 0.5 weeks'],
  [{ length: about(2, 0.5), unit: 'months' }, [28, 92], 'about 2 give or take 0.5 months'],
  [{ length: about(2, 5), unit: 'weeks' }, [0, 49], 'about 2 give or take 5 weeks'],
];

describe.each(TABLE)('%j', (length, [least, most], shown) => {
  it('may have these days', () => {
    expect(daysOf(length)).toEqual({ least, most });
  });

  it('is shown in the unit it was worded in', () => {
    expect(showLength(length, namers)).toBe(shown);
  });
});

describe('a length', () => {
  it('may be written with a bare number', () => {
    expect([days(3), weeks(3), months(atLeast(3))].map(normaliseLength)).toEqual([
      { length: exactly(3), unit: 'days' },
      { length: exactly(3), unit: 'weeks' },
      { length: atLeast(3), unit: 'months' },
    ]);
    expect(LENGTH_UNITS).toEqual(['days', 'weeks', 'months']);
  });

  it('is said in days with the unit that goes with the figure', () => {
    expect([0, 1, 42, 1500].map(showDays)).toEqual(['0 days', '1 day', '42 days', '1,500 days']);
  });
});
