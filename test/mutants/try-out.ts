import { spawn } from 'node:child_process';
import { copyWith } from './apply.js';
import type { Finding } from './check.js';
import type { Mutation } from './mutation.js';

/** How much of the processor's time the checks may take on one copy: a clock would tell of how busy the machine is. */
const SECONDS = 300;

/** What came of one flaw, or of the sources as they are. */
export interface Trial {
  /** Nothing for the sources as they are. */
  readonly mutation: Mutation | undefined;
  readonly finding: Finding;
  /** Why the process said nothing, where it did not: then the flaw was not tried, which is not the same as not found. */
  readonly broke?: string;
}

const CHECKS = ['--conditions=sticking-points:source', '--import', 'tsx', 'test/mutants/find.ts'];

/** Runs the checks on a copy with this flaw in it, in a process of their own. */
export async function tryOut(mutation: Mutation | undefined): Promise<Trial> {
  const copy = copyWith(mutation);
  // Whoever breaks off the whole leaves no copy behind either.
  process.once('exit', copy.remove);
  try {
    const { stdout, broke } = await outputOf([...CHECKS, ...(mutation ? [mutation.about] : [])], copy.folder, SECONDS);
    return broke === undefined
      ? { mutation, finding: JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Finding } // its own last line
      : { mutation, finding: { found: false }, broke };
  } finally {
    copy.remove();
    process.off('exit', copy.remove);
  }
}

/** What a process of Node said, or why it said nothing: it may take so much of the processor's time, and no more. */
export function outputOf(
  args: readonly string[],
  folder: string,
  seconds: number,
): Promise<{ readonly stdout: string; readonly broke?: string }> {
  // The shell sets the limit and then becomes the process: what runs round and round cannot keep watch on itself.
  const limited = ['-c', `ulimit -t ${seconds} && exec "$0" "$@"`, process.execPath, ...args];
  const child = spawn('sh', limited, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
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
      if (signal === 'SIGXCPU' || signal === 'SIGKILL') {
        resolve({ stdout, broke: `not done in ${seconds} seconds of the processor's time` });
      } else if (signal !== null) resolve({ stdout, broke: `ended by ${signal}` });
      else if (code !== 0) resolve({ stdout, broke: `could not be loaded: ${reason}` });
      else resolve({ stdout });
    });
  });
}
