/** The value that `make` gives, made at the first call and kept: nothing happens at import, and nothing twice. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
