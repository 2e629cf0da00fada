import type { Fault } from '../base/fault.js';

/** What stands against an event first of all, or else what would then: the second may rest on what the first makes sure of. */
export function either(first: readonly Fault[], otherwise: () => readonly Fault[]): readonly Fault[] {
  return first.length > 0 ? first : otherwise();
}
