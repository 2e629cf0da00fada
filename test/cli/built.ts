import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import { builtinsByImport } from '../../.config/builtins-by-import.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The command line bundled as the package's build does; gone after a file's tests. */
export function built(): { readonly cli: string } {
  const made = { cli: '' };
  let folder = '';
  beforeAll(async () => {
    // Beneath the package's own package.json, as dist is.
    const cache = join(root, 'node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, 'cli-'));
    await build({
      absWorkingDir: root,
      entryPoints: { cli: 'src/cli/bin.ts' },
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      target: 'node20',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      // Never reached here: a solver of large programs, and what draws offers.
      external: ['highs', 'fast-check'],
      // tsup hands on the same plugin of the same esbuild.
      plugins: [builtinsByImport()],
      logLevel: 'error',
    });
    made.cli = join(folder, 'cli.mjs');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return made;
}

/** Starts the built command line in a process of its own. */
export function started(file: string, args: readonly string[], folder: string): ChildProcessWithoutNullStreams {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  return spawn(process.execPath, [file, ...args], { cwd: folder, env });
}

/** What a process printed, and how it ended. */
export async function finished(child: ChildProcessWithoutNullStreams): Promise<{
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
  readonly signal: string | null;
}> {
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on('close', (...how) => {
      resolve(how);
    }),
  );
  return { ...written, code, signal };
}

/** Waits for the next word of a process, or for its end without one. */
export async function nextWord(child: ChildProcessWithoutNullStreams): Promise<void> {
  await new Promise<void>((resolve) => {
    child.stdout.once('data', () => resolve());
    if (child.exitCode !== null) resolve();
    child.once('close', () => resolve());
  });
}
