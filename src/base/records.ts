/** `{ [key]: value }`, or nothing where there is no value: an absent key stays absent. */
export function optional<K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } {
  // TypeScript widens a computed key to string; the record has exactly this one.
  return value === undefined ? {} : ({ [key]: value } as { readonly [key in K]?: V });
}

/** A record with each value changed. */
export function mapValues<V, R>(record: Readonly<Record<string, V>>, change: (value: V) => R): Record<string, R> {
  return mapEntries(record, (_, value) => change(value));
}

/** A record with each value changed, given its key. */
export function mapEntries<V, R>(
  record: Readonly<Record<string, V>>,
  change: (key: string, value: V) => R,
): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(key, value)]));
}

/** What a record itself holds under a key that may be anything, not what every record inherits. */
export function heldIn<V>(record: Readonly<Record<string, V>> | undefined, key: string): V | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
