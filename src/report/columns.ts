import { padded, paddedLeft, wrapped } from './wrap.js';

/** A column: how wide, and whether its text stands at the right. */
export interface Column {
  readonly width: number;
  readonly right?: boolean;
}

/** One row of cells side by side, each wrapped within its column; as many lines as the tallest cell. */
export function row(cells: readonly string[], columns: readonly Column[], indent: string): string {
  const stacked = cells.map((cell, i) => wrapped(cell, columns[i]?.width ?? 1));
  const height = Math.max(...stacked.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    `${indent}${columns
      .map((column, i) => {
        const text = stacked[i]?.[line] ?? '';
        return column.right ? paddedLeft(text, column.width) : padded(text, column.width);
      })
      .join(' ')}`.trimEnd(),
  ).join('\n');
}
