const WIDTH = 100;

/**
 * A plain value as JSON text for people: two spaces a level, and on one line whatever fits into one. `before` is what
 * stands on the line already.
 */
export function printJson(value: unknown, indent = '', before = ''): string {
  const flat = onOneLine(value);
  if (typeof value !== 'object' || value === null || before.length + flat.length <= WIDTH) return flat;
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((held) => inner + printJson(held, inner, inner))
    : Object.entries(value).map(([key, held]) => {
        const begun = `${inner}${JSON.stringify(key)}: `;
        return begun + printJson(held, inner, begun);
      });
  const [begin, end] = Array.isArray(value) ? '[]' : '{}';
  return lines.length === 0 ? flat : `${begin}\n${lines.join(',\n')}\n${indent}${end}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, held]) => `${JSON.stringify(key)}: ${onOneLine(held)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
