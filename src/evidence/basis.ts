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
  let weakest: Basis = 'reported';
  for (const basis of bases) weakest = weakerBasis(weakest, basis);
  return weakest;
}

/** The weaker of two bases. */
export function weakerBasis(a: Basis, b: Basis): Basis {
  return BASES.indexOf(b) > BASES.indexOf(a) ? b : a;
}
