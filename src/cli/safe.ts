import { printable, UNPRINTABLE } from '../base/printable.js';
import { printJson } from '../base/json-print.js';

/** A value as JSON text in which nothing stands that a terminal would obey: such characters are written as escapes. */
export function safeJson(value: unknown): string {
  // What comes from the library is plain JSON but for keys that hold nothing.
  const plain: unknown = JSON.parse(JSON.stringify(value ?? null));
  return printJson(plain).split('\n').map(escaped).join('\n');
}

/** The same on one line, for a stream of values. */
export function safeJsonLine(value: unknown): string {
  return escaped(JSON.stringify(value));
}

function escaped(json: string): string {
  return json.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Text of several lines with nothing in a line that a terminal would obey. */
export function safeLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** The colours that `Paint` puts into a text. */
// eslint-disable-next-line no-control-regex -- an escape begins each
const COLOURS = /(\u001b\[(?:[0-9]|[0-9][0-9])m)/;

/**
 * Text as it is sent to a terminal: beyond ends of lines and colours nothing in it is obeyed. What comes from scenarios has
 * been made printable before it was painted; this is the second lock on the door.
 */
export function inert(text: string): string {
  return text
    .split(COLOURS)
    .map((part, i) => (i % 2 === 1 ? part : safeLines(part)))
    .join('');
}
