import { pushAll } from './list.js';
/** Freezes a value and everything in it; returns it. */
export function deepFreeze<T>(value: T): T {
  const waiting: unknown[] = [value];
  for (let next = waiting.pop(); waiting.length > 0 || next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null || Object.isFrozen(next)) continue;
    Object.freeze(next);
    pushAll(waiting, Object.values(next) as unknown[]);
  }
  return value;
}

/** A frozen copy of plain data, as it would come back from JSON: keys without a value are left out. */
export function frozenCopy<T>(value: T): T {
  if (Object.is(value, -0)) return 0 as T; // JSON knows one zero
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map((v: unknown) => frozenCopy(v))) as T;
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) if (inner !== undefined) copy[key] = frozenCopy<unknown>(inner);
  // The same keys and values as the original has.
  return Object.freeze(copy) as T;
}

/** Whether a value, and everything in it, can never change. */
export function isDeepFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeepFrozen);
}
