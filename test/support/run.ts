import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a program printed and how it ended. */
export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** Runs a script of the repository in a process of its own, without a terminal. */
export function run(script: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Run {
  const { NO_COLOR: _, FORCE_COLOR: __, CI: ___, ...rest } = process.env;
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...rest, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { stdout, stderr, status };
}
