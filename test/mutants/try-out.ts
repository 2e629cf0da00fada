import { spawn } from 'node:child_process';
import { copyWith } from './apply.js';
import type { Finding } from './check.js';
import type { Mutation } from './mutation.js';

/** How long the checks may take on one copy: what runs on beyond that has found nothing. */
const SECONDS = 120;

/** What came of one flaw, or of the sources as they are. */
export interface Trial {
  /** Nothing for the sources as they are. */
  readonly mutation: Mutation | undefined;
  readonly finding: Finding;
  /** Why the process said nothing, where it did not: that counts as nothing found. */
  readonly broke?: string;
}

/** Runs the checks on a copy with this flaw in it, in a process of their own. */
export async function tryOut(mutation: Mutation | undefined): Promise<Trial> {
  const copy = copyWith(mutation);
  // Whoever breaks off the whole leaves no copy behind either.
  process.once('exit', copy.remove);
  try {
    const { stdout, broke } = await checked(copy.folder);
    return broke === undefined
      ? { mutation, finding: JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Finding } // its own last line
      : { mutation, finding: { found: false }, broke };
  } finally {
    copy.remove();
    process.off('exit', copy.remove);
  }
}

function checked(folder: string): Promise<{ readonly stdout: string; readonly broke?: string }> {
  const args = ['--conditions=sticking-points:source', '--import', 'tsx', 'test/mutants/find.ts'];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: SECONDS * 1000,
    killSignal: 'SIGKILL',
  });
  const stop = () => child.kill('SIGKILL');
  process.once('exit', stop);
  const texts = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => (texts[stream] += text));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('exit', stop);
      const { stdout, stderr } = texts;
      const reason = /^\w*Error\b.*$/m.exec(stderr)?.[0] ?? stderr.trim().split('\n')[0] ?? '';
      if (signal !== null) resolve({ stdout, broke: `not done in ${SECONDS} seconds` });
      else if (code !== 0) resolve({ stdout, broke: `could not be tried: ${reason}` });
      else resolve({ stdout });
    });
  });
}
