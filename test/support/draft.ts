/** A small draft without a fault, as JavaScript may hand one in: a test puts one thing wrong in it. */
export function rightDraft() {
  return {
    id: 'right',
    sources: { wire: { outlet: 'the wire', date: '2030-01-10' } },
    parties: { north: {}, south: {} },
    terms: {
      catch: {
        kind: 'quantity',
        unit: 'tonnes',
        scope: 'phase',
        step: 0.5,
        bounds: { most: 100 },
        categories: { cod: 'cod', hake: 'hake', white: { label: 'white fish', of: ['cod', 'hake'] } },
      },
      boats: { kind: 'quantity', unit: 'boats', bounds: { most: 20 } },
      observers: { kind: 'flag' },
      patrols: { kind: 'flag', scope: 'phase' },
      zone: { kind: 'choice', options: { coastal: 'the coast', open: 'open waters' } },
    },
    counts: { stock: { figure: 130 } },
    exchange: { rate: { of: 'catch', per: 'boats' } },
    space: { phases: { least: 1, most: 2 } },
    positions: {
      enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
    },
    offers: { first: { by: ['south'], terms: { boats: 3 } } },
  };
}

/** The draft with a value put at a path; records on the way are made where there are none. */
export function draftWith(...changes: readonly (readonly [path: string, value: unknown])[]): unknown {
  const draft: Record<string, unknown> = rightDraft();
  for (const [path, value] of changes) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let at = draft;
    for (const key of keys) at = at[key] = { ...(at[key] as Record<string, unknown> | undefined) };
    at[last] = value;
  }
  return draft;
}
