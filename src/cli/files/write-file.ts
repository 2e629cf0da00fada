import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fault } from '../../base/fault.js';
import { BadInput } from '../bad-input.js';

/**
 * Writes a whole file, or leaves what was there: what is written takes the file's name only once all of it is on the disk.
 * `BadInput` where the system does not let it: a folder of that name, a place that is not ours, a disk that is full.
 */
export function writeWhole(file: string, text: string): void {
  written(file, text, (begun) => renameSync(begun, file));
}

/** Writes a whole file as `writeWhole` does, in the place of none: whether it did, or there is one of that name. */
export function writeNew(file: string, text: string): boolean {
  // Of two programs that have both found no such file, one only gives it its name.
  return written(file, text, (begun) => {
    try {
      name(begun, file);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    } finally {
      rmSync(begun);
    }
  });
}

function written<T>(file: string, text: string, land: (begun: string) => T): T {
  const begun = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    const handle = openSync(begun, 'wx');
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    return land(begun);
  } catch (error) {
    if (existsSync(begun)) rmSync(begun);
    const code = codeOf(error);
    if (code === undefined) throw error;
    const message = `'${file}' cannot be written (${code}): give another name, or another folder.`;
    throw new BadInput([fault('cli/unwritable', [], message, { file, why: code })]);
  }
}

function name(begun: string, file: string): void {
  try {
    linkSync(begun, file);
  } catch (error) {
    // Some disks know no second name of a file.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error) ?? '')) throw error;
    copyFileSync(begun, file, constants.COPYFILE_EXCL);
  }
}

/** What the system calls a failure of its own; none for other errors. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
