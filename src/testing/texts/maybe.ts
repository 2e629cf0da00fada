import type { Arbitrary } from 'fast-check';
import { fc } from '../fast-check.js';

/** A value, or none: shrinks to none. */
export const maybe = <T>(of: Arbitrary<T>): Arbitrary<T | undefined> => fc.option(of, { nil: undefined });

/** The same, as often none as not. */
export const seldom = <T>(of: Arbitrary<T>): Arbitrary<T | undefined> => fc.option(of, { nil: undefined, freq: 2 });
