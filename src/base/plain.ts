import { fault, type Fault, type Path } from './fault.js';

/** The most levels of records and lists within one another. Far beyond it, whatever recurses would overflow. */
const MOST_LEVELS = 200;

/**
 * What no reader of shapes can be trusted with, in anything from outside: nesting too deep, endless if it holds itself,
 * and keys called `__proto__`, which copying loses without a word. Walks without recursing.
 */
export function plainFaults(input: unknown): readonly Fault[] {
  const found: Fault[] = [];
  const waiting: { readonly value: unknown; readonly path: Path }[] = [{ value: input, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (path.length > MOST_LEVELS) {
      const message = `There are more than ${MOST_LEVELS} levels of records within one another here: write it flatter.`;
      return [fault('scenario/too-deep', path.slice(0, 4), message, { most: MOST_LEVELS })];
    }
    if (Object.hasOwn(value, '__proto__')) {
      const message = "'__proto__' is no key of this record: take it out, or call it something else.";
      found.push(fault('scenario/unknown-key', [...path, '__proto__'], message, { key: '__proto__' }));
    }
    for (const [key, child] of Object.entries(value)) {
      if (key !== '__proto__')
        waiting.push({ value: child, path: [...path, Array.isArray(value) ? Number(key) : key] });
    }
  }
  return found;
}

/** Something from outside as a sentence can name it. Never fails, whatever it is. */
export function show(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'missing';
    case 'string':
      return `'${value.slice(0, 60)}'`;
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? 'this list' : 'this record';
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return `this ${typeof value}`;
  }
}
