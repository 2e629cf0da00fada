import { applyPatches as applyImmerPatches, enablePatches, produce, produceWithPatches } from 'immer';

/** One change to plain data: what was done, where, and the value put there. */
export interface Patch {
  readonly op: 'replace' | 'remove' | 'add';
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
}

/** The next value of plain data, made by a recipe that writes on a draft of it; the data itself stays. */
export function nextOf<T, D>(data: T, recipe: (draft: D) => void): T {
  // A draft is the data with its fields writable, which D is to say: immer's own type for it is too deep for conditions.
  return produce<T>(data, recipe as unknown as (draft: unknown) => void);
}

/** The same, with the changes both ways. */
export function produceWithInverse<T, D>(
  data: T,
  recipe: (draft: D) => void,
): readonly [T, readonly Patch[], readonly Patch[]] {
  enablePatches(); // idempotent; called here so that importing this file does nothing
  return produceWithPatches<T>(data, recipe as unknown as (draft: unknown) => void);
}

/**
 * Data with changes made to it, as `amend` records them; the data itself stays.
 *
 * @example
 * const { offer, inverse } = amend(first, (draft) => {
 *   draft.terms['catch'] = 45;
 * });
 * describeChanges(scenario, first, applyPatches(offer, inverse)); // []
 */
export function applyPatches<T extends object>(data: T, patches: readonly Patch[]): T {
  enablePatches();
  return applyImmerPatches(
    data,
    patches.map((p) => ({ ...p, path: [...p.path] })),
  );
}
