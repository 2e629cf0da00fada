/**
 * One way of reading a kind of condition: what it comes to, given `input`; `go` reads the conditions inside it.
 * Children arrive by parameter, so that a kind's file needs to know nothing of the other kinds.
 */
export type Reading<C, In, Out, Child = never> = (condition: C, input: In, go: (child: Child, input: In) => Out) => Out;

/** One reading for every kind: a kind without one does not compile. */
export type Table<C extends { readonly kind: string }, In, Out> = {
  readonly [K in C['kind']]: Reading<Extract<C, { readonly kind: K }>, In, Out, C>;
};

/** Reads any condition by its kind's own entry in the table. */
export function readWith<C extends { readonly kind: string }, In, Out>(
  table: Table<C, In, Out>,
): (condition: C, input: In) => Out {
  const go = (condition: C, input: In): Out => {
    // The key is the condition's own kind, so entry and condition fit; TypeScript cannot follow that through the union.
    const reading = table[condition.kind as C['kind']] as Reading<C, In, Out, C>;
    return reading(condition, input, go);
  };
  return go;
}
