import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mutation } from './mutation.js';

/** The top of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What a copy needs for the checks to run in it: its own name and doors, and the tests that the checks are made of. */
const COPIED = [
  'package.json',
  'tsconfig.json',
  'src',
  'test/mutants',
  'test/model',
  'test/support',
  'test/laws',
  'test/machine',
];

/** The repository once more, as far as the checks need it, in a folder of its own. */
export interface Copy {
  readonly folder: string;
  readonly remove: () => void;
}

/** A text with the flaw in it. Throws where the place is not there exactly once. */
export function mutated(text: string, { id, file, find, replace }: Mutation): string {
  const times = text.split(find).length - 1;
  if (times !== 1)
    throw new Error(`What '${id}' replaces stands ${times} times in ${file}, and has to stand there once.`);
  // By a function, or dollar signs in the replacement would mean something.
  return text.replace(find, () => replace);
}

/** Copies the sources, with one flaw in them or none; the copy is under the folder for temporary files. */
export function copyWith(mutation: Mutation | undefined): Copy {
  const changed = mutation && mutated(readFileSync(join(ROOT, mutation.file), 'utf8'), mutation);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sticking-points-mutant-')));
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const path of COPIED) {
      if (existsSync(join(ROOT, path))) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
    }
    if (mutation && changed !== undefined) writeFileSync(join(folder, mutation.file), changed);
    symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(folder, 'node_modules'), 'dir');
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, remove };
}
