#!/usr/bin/env node
import { bugText } from './bug-text.js';
import { EXIT } from './exit.js';
import type { Io } from './io.js';
import { run } from './run.js';

const ioHere = (): Io => ({
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  folder: folderHere(),
  async interruptible(work) {
    const controller = new AbortController();
    const abort = () => controller.abort();
    process.once('SIGINT', abort);
    try {
      return await work(controller.signal);
    } finally {
      process.off('SIGINT', abort);
    }
  },
});

/** Where we are; a folder that has been removed meanwhile holds no file that a name could be of. */
function folderHere(): string {
  try {
    return process.cwd();
  } catch {
    return '/nonexistent';
  }
}

// Whoever reads a pipe may stop, as `head` does: nothing is wrong with that.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? EXIT.fine);
});
// A fault that nobody reads is one still: how the program ends says so.
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2), ioHere());
} catch (error) {
  process.stderr.write(bugText(error));
  process.exitCode = EXIT.bug;
}
