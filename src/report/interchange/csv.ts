import { printable } from '../../base/printable.js';

/** A cell: a figure stays one; text is guarded. */
export type Cell = string | number | undefined;

/**
 * Rows as CSV (RFC 4180): every text quoted, lines ended by CR LF, and text that a spreadsheet would take for a formula led by
 * an apostrophe, which keeps it text.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const plain = printable(cell.replace(/[\r\n\t]+/g, ' '));
  // Wide forms of the same signs begin a formula too where a spreadsheet reads them alike.
  const guarded = /^\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20\ufffd]/.test(plain) ? `'${plain}` : plain;
  return `"${guarded.replace(/"/g, '""')}"`;
}
