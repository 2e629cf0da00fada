import type { Trial } from './try-out.js';

/** The columns before the counterexample, and how wide each is at most. */
const HEADS = ['planted flaw', 'found by', 'size', 'counterexample'] as const;
const MOST_WIDE = 48;
const MOST_SHOWN = 160;

/** The trials as a table: each flaw, which check found it, and by what. */
export function tableOf(trials: readonly Trial[]): string {
  const rows = [HEADS, ...trials.map(rowOf)];
  const widths = [0, 1, 2].map((i) => Math.max(...rows.map((row) => Math.min(MOST_WIDE, row[i]?.length ?? 0))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => cutTo(cell, widths[i] ?? MOST_SHOWN).padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

/** A trial as a row of the table. */
export function rowOf({ mutation, finding, broke }: Trial): readonly string[] {
  const { found, by = '', size, counterexample = '' } = finding;
  const flaw = mutation?.id ?? '(none)';
  if (!found) return [flaw, broke === undefined ? '-' : 'not tried', '', broke ?? ''];
  return [flaw, by, size === undefined ? '?' : String(size), counterexample.replace(/\s+/g, ' ')];
}

function cutTo(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
