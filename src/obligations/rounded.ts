import type { Rounding } from '../offers/text/obligation.js';
import { fromSteps } from '../terms/decimal.js';

/** So near a whole number of steps that only binary fractions stand between. */
const NOISE = 1e-9;

/**
 * A figure on its step, by the rounding that its clause states.
 *
 * @example
 * roundedTo(10 / 3, 1, 'down'); // 3
 * roundedTo(2.5, 1, 'nearest'); // 3
 */
export function roundedTo(figure: number, step: number, rounding: Rounding): number {
  if (!Number.isFinite(figure)) return figure;
  const steps = figure / step;
  const near = Math.round(steps);
  if (Math.abs(steps - near) < NOISE * Math.max(1, Math.abs(steps))) return fromSteps(near, step);
  const whole =
    rounding === 'down' ? Math.floor(steps) : rounding === 'up' ? Math.ceil(steps) : Math.floor(steps + 0.5);
  return fromSteps(whole, step);
}
