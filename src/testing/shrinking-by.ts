import type { Arbitrary, Random, Stream, Value } from 'fast-check';
import { fc } from './fast-check.js';

/**
 * The same arbitrary, of whose shrinks only those are tried that come to less by a measure, the first number that differs
 * deciding: so that what is found in the end is simple by that measure, and found in finitely many steps.
 */
export function shrinkingBy<T>(arbitrary: Arbitrary<T>, isLess: (candidate: T, than: T) => boolean): Arbitrary<T> {
  return new ShrinkingBy(arbitrary, isLess);
}

class ShrinkingBy<T> extends fc.Arbitrary<T> {
  constructor(
    private readonly inner: Arbitrary<T>,
    private readonly isLess: (candidate: T, than: T) => boolean,
  ) {
    super();
  }

  override generate(random: Random, bias: number | undefined): Value<T> {
    return this.inner.generate(random, bias);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.inner.canShrinkWithoutContext(value);
  }

  override shrink(value: T, context: unknown): Stream<Value<T>> {
    return this.inner.shrink(value, context).filter(({ value: candidate }) => this.isLess(candidate, value));
  }
}

/** The same arbitrary, whose values shrink to these others too, once they shrink to nothing else that will do. */
export function shrinkingFurther<T>(arbitrary: Arbitrary<T>, simpler: (value: T) => Generator<T>): Arbitrary<T> {
  return new ShrinkingFurther(arbitrary, simpler);
}

class ShrinkingFurther<T> extends fc.Arbitrary<T> {
  constructor(
    private readonly inner: Arbitrary<T>,
    private readonly simpler: (value: T) => Generator<T>,
  ) {
    super();
  }

  override generate(random: Random, bias: number | undefined): Value<T> {
    return this.inner.generate(random, bias);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.inner.canShrinkWithoutContext(value);
  }

  override shrink(value: T, context: unknown): Stream<Value<T>> {
    const others = fc.stream(this.simpler(value));
    return this.inner.shrink(value, context).join(others.map((simpler) => new fc.Value(simpler, undefined)));
  }
}
