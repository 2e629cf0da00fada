import * as fc from 'fast-check';

/**
 * The same arbitrary, of whose shrinks only those are tried that come to less by a measure, the first number that differs
 * deciding: so that what is found in the end is simple by that measure, and found in finitely many steps.
 */
export function shrinkingBy<T>(
  arbitrary: fc.Arbitrary<T>,
  isLess: (candidate: T, than: T) => boolean,
): fc.Arbitrary<T> {
  return new ShrinkingBy(arbitrary, isLess);
}

class ShrinkingBy<T> extends fc.Arbitrary<T> {
  constructor(
    private readonly inner: fc.Arbitrary<T>,
    private readonly isLess: (candidate: T, than: T) => boolean,
  ) {
    super();
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<T> {
    return this.inner.generate(random, bias);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.inner.canShrinkWithoutContext(value);
  }

  override shrink(value: T, context: unknown): fc.Stream<fc.Value<T>> {
    return this.inner.shrink(value, context).filter(({ value: candidate }) => this.isLess(candidate, value));
  }
}
