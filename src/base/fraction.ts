/** A fraction in lowest terms; its lower part is 1 or more. */
export interface Fraction {
  readonly upper: bigint;
  readonly lower: bigint;
}

/** The decimal that a person reads, as a fraction: 0.1 is a tenth. */
export function fractionOf(n: number): Fraction {
  const [mantissa = '0', exponent = '0'] = n.toString().split('e');
  const [whole = '0', digits = ''] = mantissa.split('.');
  const power = Number(exponent) - digits.length;
  const figure = BigInt(whole + digits);
  return power < 0 ? reduced(figure, 10n ** BigInt(-power)) : reduced(figure * 10n ** BigInt(power), 1n);
}

/** The sum of two fractions. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return reduced(a.upper * b.lower + b.upper * a.lower, a.lower * b.lower);
}

/** The first less the second. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { upper: -b.upper, lower: b.lower });
}

/** The product of two fractions. */
export function times(a: Fraction, b: Fraction): Fraction {
  return reduced(a.upper * b.upper, a.lower * b.lower);
}

/** The first divided by the second, which is not nothing. */
export function over(a: Fraction, b: Fraction): Fraction {
  return reduced(a.upper * b.lower, a.lower * b.upper);
}

/** Whether the first is less than the second. */
export function isLess(a: Fraction, b: Fraction): boolean {
  return a.upper * b.lower < b.upper * a.lower;
}

/** The number nearest to a fraction: of 0.1 as a fraction, 0.1. */
export function nearestTo({ upper, lower }: Fraction): number {
  return Number(upper) / Number(lower);
}

/** The greatest whole number that is no more than a fraction. */
export function floorOf({ upper, lower }: Fraction): number {
  const towardsNothing = upper / lower;
  return Number(upper < 0n && upper % lower !== 0n ? towardsNothing - 1n : towardsNothing);
}

/** The least number of which all of these are divisors. */
export function commonMultiple(numbers: readonly bigint[]): bigint {
  return numbers.reduce((all, n) => (all * n) / commonDivisor(all, n), 1n);
}

function reduced(upper: bigint, lower: bigint): Fraction {
  const divisor = commonDivisor(upper, lower) * (lower < 0n ? -1n : 1n);
  return { upper: upper / divisor, lower: lower / divisor };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
