import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fault } from '../../base/fault.js';
import { BadInput } from '../bad-input.js';

/**
 * Writes a whole file, or leaves what was there: what is written takes the file's name only once all of it is on the disk.
 * `BadInput` where the system does not let it: a folder of that name, a place that is not ours, a disk that is full.
 */
export function writeWhole(file: string, text: string): void {
  const begun = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    const handle = openSync(begun, 'wx');
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(begun, file);
  } catch (error) {
    if (existsSync(begun)) rmSync(begun);
    if (!(error instanceof Error && 'code' in error)) throw error;
    const message = `'${file}' cannot be written (${String(error.code)}): give another name, or another folder.`;
    throw new BadInput([fault('cli/unwritable', [], message, { file, why: String(error.code) })]);
  }
}
