import { digitsOf } from './figures.js';

/** How much there is to plain data: how many values it holds within one another, how odd and how great its figures are. */
export interface DataWeight {
  readonly values: number;
  /** The digits of all of them, noughts before and behind left out. */
  readonly digits: number;
  readonly figures: number;
}

/** Weighs plain data, all its depth. */
export function weighed(data: unknown): DataWeight {
  let [values, digits, figures] = [0, 0, 0];
  const weigh = (value: unknown) => {
    if (typeof value === 'number') {
      digits += digitsOf(value);
      figures += Math.abs(value);
    }
    if (typeof value !== 'object' || value === null) return;
    const inner: readonly unknown[] = Object.values(value);
    values += inner.length;
    inner.forEach(weigh);
  };
  weigh(data);
  return { values, digits, figures };
}
