import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import stringWidth from 'string-width';
import { onTestFinished } from 'vitest';
import type { Io } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';

/** What a run of the command line printed, and the code it ended with. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

/** What a run finds around it; a pipe in an empty environment, unless said otherwise. */
export interface World {
  readonly folder?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it writes to a terminal, and how wide that is. */
  readonly columns?: number;
  readonly aborted?: boolean;
}

/** Runs the command line in this process. */
export async function ran(args: readonly string[], world: World = {}): Promise<Ran> {
  const { folder = tmpdir(), stdin = '', env = {}, columns, aborted = false } = world;
  const written = { stdout: '', stderr: '' };
  const to = (name: keyof typeof written) => ({
    write: (text: string) => (written[name] += text),
    ...(columns !== undefined && { isTTY: true, columns }),
  });
  const io: Io = {
    stdin: stdin === '' ? new PassThrough().end() : Readable.from([stdin]),
    stdout: to('stdout'),
    stderr: to('stderr'),
    env,
    folder,
    interruptible: async (work) => work(aborted ? AbortSignal.abort() : new AbortController().signal),
  };
  const exit = await run(args, io);
  return { ...written, exit };
}

/** An empty folder that is gone after the test, with these files in it. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'sticking-points-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** The lines of a text that are wider than a terminal of 80 columns. */
export function tooWide(text: string): readonly string[] {
  return text.split('\n').filter((line) => stringWidth(line) > 80);
}
