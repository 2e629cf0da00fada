import type { Basis } from '../evidence/basis.js';

/** How each basis is marked, beside its word. */
export const BASIS_MARKS: Readonly<Record<Basis, string>> = { reported: '●', inferred: '◐', assumed: '○' };
