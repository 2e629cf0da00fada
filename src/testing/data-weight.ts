/** How much there is to plain data: how many values it holds within one another, and how great its figures are. */
export interface DataWeight {
  readonly values: number;
  readonly figures: number;
}

/** Weighs plain data, all its depth. */
export function weighed(data: unknown): DataWeight {
  let [values, figures] = [0, 0];
  const weigh = (value: unknown) => {
    if (typeof value === 'number') figures += Math.abs(value);
    if (typeof value !== 'object' || value === null) return;
    const inner: readonly unknown[] = Object.values(value);
    values += inner.length;
    inner.forEach(weigh);
  };
  weigh(data);
  return { values, figures };
}
