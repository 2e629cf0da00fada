/** How often a law is tried. `LAWS=20 npm test` tries each twenty times as often: for a search that takes its time. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: Math.ceil(usual * Number(process.env['LAWS'] ?? 1)) };
}

/** How many of something a law must have met with in so many tries: fewer where it is tried less often. */
export function few(usual: number): number {
  return usual * Math.min(1, Number(process.env['LAWS'] ?? 1));
}
