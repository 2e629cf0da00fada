import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fault } from '../../base/fault.js';
import { MOST_CHARACTERS } from '../../base/json-text.js';
import { BadInput } from '../bad-input.js';

/** The text of a file, named relative to a folder. */
export function readText(folder: string, name: string): string {
  return decoded(readBytes(folder, name), name);
}

/** What a file holds, to be decoded. */
export function readBytes(folder: string, name: string): Buffer {
  const file = resolve(folder, name);
  try {
    // In bytes, of which no character has fewer than one: what is far too big is not even read.
    if (statSync(file).size <= 4 * MOST_CHARACTERS) return readFileSync(file);
  } catch (error) {
    throw new BadInput([{ ...unreadable(name, error), file: name }]);
  }
  const message = `The file has more than ${4 * MOST_CHARACTERS} bytes: that is too big to be read.`;
  throw new BadInput([{ ...fault('file/too-big', [], message), file: name }]);
}

/** Bytes as text; `BadInput` where they are none. */
export function decoded(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new BadInput([{ ...unreadable(name, error), file: name }]);
  }
}

function unreadable(name: string, error: unknown) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return fault('cli/no-file', [], `There is no file called '${name}'.`);
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return fault('cli/unreadable', [], `'${name}' is no text in UTF-8: save it as one.`);
  return fault('cli/unreadable', [], `'${name}' cannot be read (${code === '' ? String(error) : code}).`);
}
