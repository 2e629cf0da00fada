import { heldIn } from '../../base/records.js';

/** Whether two values are the same plain data, in whatever order their keys stand; what has no value is not there. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return Object.is(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  // Neither is nothing, and both are lists or both records.
  const [a, b] = [one as Readonly<Record<string, unknown>>, other as Readonly<Record<string, unknown>>];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSameData(heldIn(a, key), heldIn(b, key)));
}
