/** How far something is known, strongest first: a source says it; it follows from what sources say; the modeller supposes it. */
export const BASES = ['reported', 'inferred', 'assumed'] as const;

/** How far something is known: one of {@link BASES}. */
export type Basis = (typeof BASES)[number];

/**
 * The weakest of several bases: what a conclusion drawn from all of them can claim. `reported` for none.
 *
 * @example
 * weakestBasis(['reported', 'inferred']); // 'inferred'
 */
export function weakestBasis(bases: Iterable<Basis>): Basis {
  let weakest = 0;
  for (const basis of bases) weakest = Math.max(weakest, BASES.indexOf(basis));
  return BASES[weakest] ?? 'assumed';
}
