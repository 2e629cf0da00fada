/** The phase that an event is the start or the end of. */
export function phaseIn(event: string): { readonly n: number; readonly end: boolean } | undefined {
  const [, n, end] = /^phase(\d+)(\.end)?$/.exec(event) ?? [];
  return n === undefined ? undefined : { n: Number(n), end: end !== undefined };
}
