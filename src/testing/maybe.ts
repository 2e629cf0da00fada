import type { Arbitrary } from 'fast-check';
import { fc } from './fast-check.js';

/** A value, or none: shrinks to none. */
export const maybe = <T>(of: Arbitrary<T>): Arbitrary<T | undefined> => fc.option(of, { nil: undefined });

/** The same, as often none as not. */
export const seldom = <T>(of: Arbitrary<T>): Arbitrary<T | undefined> => fc.option(of, { nil: undefined, freq: 2 });

/** The same, there once in so many times. */
export const onceIn = <T>(times: number, of: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: times - 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: of },
  );
