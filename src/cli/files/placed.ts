import { isAlias, isCollection, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Fault, Path } from '../../base/fault.js';
import type { PlacedFault } from '../bad-input.js';

/** Codes of faults in a key: it is the key that is pointed at, not what it holds. */
const OF_KEYS = /unknown-key|duplicate-key/;

/**
 * Faults with the file, line and column where they lie, found by their paths: at the value, or at the key of a record or of
 * what is missing. YAML holds JSON, so that one reader finds places in both.
 */
export function placed(faults: readonly Fault[], file: string, text: string): readonly PlacedFault[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  return faults.map((one) => {
    const known = lineIn(one);
    if (known) return { ...one, file, ...known };
    const offset = offsetOf(document.contents, one.path, OF_KEYS.test(one.code));
    if (offset === undefined) return { ...one, file };
    const { line, col: column } = lines.linePos(offset);
    return { ...one, file, line, column };
  });
}

/** A fault in the text itself says where. */
function lineIn({ facts }: Fault): { readonly line: number; readonly column: number } | undefined {
  const { line, column } = facts;
  return typeof line === 'number' && typeof column === 'number' ? { line, column } : undefined;
}

/** Where in a text the value at a path begins, or the nearest thing around it that there is. */
function offsetOf(contents: unknown, path: Path, atKey: boolean): number | undefined {
  let node = contents;
  let found = startOf(node);
  for (const [i, step] of path.entries()) {
    const last = i === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && keyOf(item.key) === String(step));
      if (!pair) return found;
      node = pair.value;
      // A record is known by its key; of a single value it is the value that is wrong.
      const value = isCollection(node) || isAlias(node) || (last && atKey) ? undefined : startOf(node);
      found = value ?? startOf(pair.key) ?? found;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      found = startOf(node) ?? found;
    } else return found;
  }
  return found;
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function startOf(node: unknown): number | undefined {
  // A value that is not there at all, as after `key:`, has a range that is empty.
  if (!isNode(node) || !node.range || (isScalar(node) && node.range[0] === node.range[1])) return undefined;
  return node.range[0];
}
