import { isAlias, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { fault, type Fault } from '../../base/fault.js';
import { MOST_CHARACTERS } from '../../base/json-text.js';
import { failure, success, type Result } from '../../base/result.js';

/** So many times may what an anchor names be repeated: beyond it a small file would grow without bounds. */
const MOST_ALIASES = 1000;

/**
 * The plain value that a YAML text stands for, in YAML 1.2's core schema: `no` is text and dates are text.
 *
 * Codes: `file/not-yaml` and `file/duplicate-key`, with the line and the column; `file/too-big`.
 */
export function readYaml(text: string): Result<unknown> {
  if (text.length > MOST_CHARACTERS) {
    const message = `The text has ${text.length} characters, and at most ${MOST_CHARACTERS} are read.`;
    return failure([fault('file/too-big', [], message, { characters: text.length, most: MOST_CHARACTERS })]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  // A warning is of a tag that is not known, whose value would be taken for something else.
  const wrong = [...document.errors, ...document.warnings].map(({ code, message, pos }): Fault => {
    const { line, col: column } = lines.linePos(pos[0]);
    if (code === 'DUPLICATE_KEY') {
      const said = `A key stands twice in one record, again in line ${line}, column ${column}: only the last would be read.`;
      return fault('file/duplicate-key', [], said, { line, column });
    }
    const why = message.split('\n')[0]?.replace(/\.$/, '') ?? '';
    return fault('file/not-yaml', [], `This is no YAML: in line ${line}, column ${column}: ${why}.`, { line, column });
  });
  if (wrong.length > 0) return failure(wrong);
  const unknown = unknownAliases(document).map(({ name, offset }): Fault => {
    const { line, col: column } = lines.linePos(offset);
    const said = `This is no YAML: in line ${line}, column ${column}: nothing before it is called &${name}, which *${name} would repeat.`;
    return fault('file/not-yaml', [], said, { line, column });
  });
  if (unknown.length > 0) return failure(unknown);
  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return success(value);
  } catch (error) {
    // Thrown for aliases beyond the limit.
    const why = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
    return failure([fault('file/not-yaml', [], `This is no YAML that can be read: ${why}.`)]);
  }
}

/** The aliases of a document that nothing before them is the anchor of. */
function unknownAliases(document: Document): readonly { readonly name: string; readonly offset: number }[] {
  const anchors = new Set<string>();
  const found: { readonly name: string; readonly offset: number }[] = [];
  visit(document, {
    Node(_, node) {
      if ('anchor' in node && node.anchor !== undefined) anchors.add(node.anchor);
      if (isAlias(node) && !anchors.has(node.source)) found.push({ name: node.source, offset: node.range?.[0] ?? 0 });
    },
  });
  return found;
}
