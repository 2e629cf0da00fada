import { printable } from '../base/printable.js';
import { paragraph } from '../report/wrap.js';
import type { PlacedFault } from './bad-input.js';

/** The most faults that are printed; with `--json` all are. */
const MOST = 20;

/** Faults for people: where, in which file, line and column, its code, and its sentence. */
export function faultsText(faults: readonly PlacedFault[], width: number): string {
  const shown = faults.slice(0, MOST).map((one) => faultText(one, width));
  const rest = faults.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more: --json lists all`] : [])].join('\n');
}

function faultText({ file, line, column, code, path, message }: PlacedFault, width: number): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  // A place is never broken into two lines: terminals and editors make links of it.
  const head =
    place === '' ? code : place.length + code.length + 2 <= width ? `${place}: ${code}` : `${place}:\n  ${code}`;
  const at = path.length > 0 && line !== undefined ? [`at ${path.join('.')}`] : [];
  const lines = [message, ...at].map((text) => paragraph(printable(text), width, '  '));
  return [head.split('\n').map(printable).join('\n'), ...lines].join('\n');
}
