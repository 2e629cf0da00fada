/** The most digits after the point that a step or a figure may have. */
export const MOST_DECIMALS = 6;

/** The largest whole number of steps with which sums over phases stay exact. */
export const MOST_STEPS = 1e12;

/** Whether a figure is small enough for its steps, and its digits, to be counted exactly. */
export function isCountable(n: number, step: number): boolean {
  const digits = Math.max(decimalsOf(step), decimalsOf(n));
  return Math.abs(n / step) <= MOST_STEPS && Math.abs(n) * 10 ** digits <= Number.MAX_SAFE_INTEGER;
}

/** How many digits after the point a figure has: 0 for 1500, 2 for 0.25. */
export function decimalsOf(n: number): number {
  if (Number.isInteger(n)) return 0;
  const [mantissa = '', exponent] = n.toString().split('e');
  const digits = mantissa.split('.')[1]?.length ?? 0;
  return Math.max(0, digits - Number(exponent ?? 0));
}

/** `n × 10^decimals`, which is a whole number if `n` has no more digits than that. */
export function scaled(n: number, decimals: number): number {
  const value = n * 10 ** decimals;
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-6 ? whole : value;
}

/** `n / 10^decimals` without the noise of binary fractions. */
export function unscaled(n: number, decimals: number): number {
  const value = n / 10 ** decimals;
  return Number.isInteger(value) ? value + 0 : Number(value.toFixed(decimals)); // + 0: never minus nothing
}

/** The sum of two figures without the noise of binary fractions: 0.2 and 0.1 make 0.3. */
export function added(a: number, b: number): number {
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  return unscaled(scaled(a, decimals) + scaled(b, decimals), decimals);
}

/** How many steps a figure is: whole if it lies on the step. */
export function inSteps(n: number, step: number): number {
  if (step === 1) return n;
  const decimals = Math.max(decimalsOf(step), decimalsOf(n));
  return scaled(n, decimals) / scaled(step, decimals);
}

/** The figure that so many steps make. */
export function fromSteps(steps: number, step: number): number {
  const decimals = decimalsOf(step);
  return unscaled(steps * scaled(step, decimals), decimals);
}

/** The greatest common divisor of two whole numbers. */
export function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
