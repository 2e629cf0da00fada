import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  added,
  decimalsOf,
  fromSteps,
  greatestCommonDivisor,
  inSteps,
  isCountable,
  MOST_STEPS,
  scaled,
  unscaled,
} from '../../src/terms/decimal.js';

/** Figures with up to four digits after the point, as their whole number of ten-thousandths. */
const tenThousandths = fc.integer({ min: -10_000_000, max: 10_000_000 });

describe('figures with digits after the point', () => {
  it('are added up as on paper', () => {
    fc.assert(
      fc.property(tenThousandths, tenThousandths, (a, b) => {
        expect(added(a / 10_000, b / 10_000)).toBe((a + b) / 10_000 + 0);
      }),
    );
  });

  it('come back from the steps they make', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.constantFrom(1, 3, 50, 0.7, 0.25, 0.001),
        (n, step) => {
          expect(inSteps(fromSteps(n, step), step)).toBe(n);
        },
      ),
    );
  });

  it.each([
    [0, 0],
    [1500, 0],
    [-3, 0],
    [1e21, 0],
    [0.5, 1],
    [0.25, 2],
    [-12.125, 3],
    [1e-7, 7],
    [1.25e-7, 9],
    [Infinity, 0],
  ])('%d has %d of them', (n, digits) => {
    expect(decimalsOf(n)).toBe(digits);
  });

  it('are made whole where they can be, and left as they are where they cannot', () => {
    expect(scaled(0.29, 2)).toBe(29); // 0.29 × 100 is 28.999999999999996
    expect(scaled(-1.1, 1)).toBe(-11);
    expect(scaled(7, 0)).toBe(7);
    expect(scaled(0.255, 2)).toBeCloseTo(25.5, 9);
    expect(unscaled(29, 2)).toBe(0.29);
    expect(unscaled(300, 2)).toBe(3);
    expect(unscaled(-0, 2)).toBe(0);
    expect(unscaled(Infinity, 0)).toBe(Infinity);
  });

  it('make no noise when added, and no minus nothing', () => {
    expect(added(0.1, 0.2)).toBe(0.3);
    expect(added(1, 0.25)).toBe(1.25);
    expect(added(0.25, 1)).toBe(1.25);
    expect(added(-0.5, 0.5)).toBe(0);
  });

  it('make steps, whole ones where they lie on the step', () => {
    expect(inSteps(3, 1)).toBe(3);
    expect(inSteps(0.5, 1)).toBe(0.5);
    expect(inSteps(0.3, 0.1)).toBe(3);
    expect(inSteps(150, 50)).toBe(3);
    expect(inSteps(0.375, 0.25)).toBe(1.5);
    expect(inSteps(5, 0.25)).toBe(20);
    expect(fromSteps(3, 0.1)).toBe(0.3);
    expect(fromSteps(3, 50)).toBe(150);
  });
});

describe('what can be counted exactly', () => {
  it.each([
    [MOST_STEPS, 1, true],
    [-MOST_STEPS, 1, true],
    [MOST_STEPS + 1, 1, false],
    [-MOST_STEPS - 1, 1, false],
    [MOST_STEPS, 0.5, false],
    [MOST_STEPS / 2, 0.5, true],
    [2 * MOST_STEPS, 2, true],
    // Few enough steps, and too many digits.
    [9_007_199_254.1, 0.000_001, false],
    [9_007_199_254, 0.000_001, false],
    [900_719, 0.000_001, true],
    [1_000_000_000_000.062_5, 10, false],
    [Number.MAX_SAFE_INTEGER, 10_000, true],
    [Number.MAX_SAFE_INTEGER + 1, 100_000, false],
    [-Number.MAX_SAFE_INTEGER - 1, 100_000, false],
    [900_719_925_475.25, 1_000_000, true],
  ])('%d in steps of %d: %s', (n, step, can) => {
    expect(isCountable(n, step)).toBe(can);
  });
});

describe('the greatest common divisor', () => {
  it('divides both, and nothing greater does', () => {
    const whole = fc.integer({ min: -60, max: 60 });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const all = Array.from({ length: 61 }, (_, i) => 60 - i).filter((d) => d > 0 && a % d === 0 && b % d === 0);
        expect(greatestCommonDivisor(a, b)).toBe(a === 0 && b === 0 ? 0 : all[0]);
      }),
    );
  });
});
