import type { Arbitrary, Stream, Value } from 'fast-check';
import { fc } from './fast-check.js';

/** All of these items, as drawn; in shrinking one after another is left out, as long as so many are left. */
export function allAtFirst<T>(items: readonly T[], least: number): Arbitrary<readonly T[]> {
  return new AllAtFirst(items, least);
}

class AllAtFirst<T> extends fc.Arbitrary<readonly T[]> {
  constructor(
    private readonly items: readonly T[],
    private readonly least: number,
  ) {
    super();
  }

  override generate(): Value<readonly T[]> {
    return new fc.Value(this.items, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is readonly T[] {
    return Array.isArray(value);
  }

  override shrink(left: readonly T[]): Stream<Value<readonly T[]>> {
    const fewer = left.length > this.least ? left.map((_, i) => left.toSpliced(i, 1)) : [];
    return fc.Stream.of(...fewer.map((items) => new fc.Value<readonly T[]>(items, undefined)));
  }
}
