import type { Finding } from '../invariant.js';

/** What several findings come to where all have to hold: one that is broken breaks all, one that nobody can tell leaves all so. */
export function together(findings: readonly Finding[]): Finding {
  if (findings.includes('broken')) return 'broken';
  return findings.includes('undetermined') ? 'undetermined' : 'held';
}
