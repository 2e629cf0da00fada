/**
 * The same plain value as JSON would keep it: without keys that hold `undefined`, and with 0 for −0. So what is checked
 * here and what comes back from a file are equal to the last bit. Recurses: how deep the value is has been checked.
 */
export function asJson<T>(value: T): T {
  // A copy of the same shape, whatever it is; TypeScript cannot follow a free T into its entries.
  return copied(value) as T;
}

function copied(value: unknown): unknown {
  if (value === 0) return 0;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copied);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) => (held === undefined ? [] : [[key, copied(held)]])),
  );
}
