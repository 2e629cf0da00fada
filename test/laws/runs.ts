/** How often a law is tried. `LAWS=20 npm test` tries each twenty times as often: for a search that takes its time. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: usual * Number(process.env['LAWS'] ?? 1) };
}
