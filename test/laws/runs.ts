/** How often a law is tried. `LAWS=20 npm test` tries each twenty times as often: for a search that takes its time. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: Math.ceil(usual * Number(process.env['LAWS'] ?? 1)) };
}

/** How many of something a law must have met with in so many tries: fewer where it is tried less often. */
export function few(usual: number): number {
  const share = Number(process.env['LAWS'] ?? 1);
  // A tenth of the tries may by chance not meet with a tenth of it.
  return share < 1 ? Math.floor((usual * share) / 2) : usual;
}
