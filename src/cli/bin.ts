#!/usr/bin/env node
import { bugText } from './bug-text.js';
import { EXIT } from './exit.js';
import type { Io } from './io.js';
import { run } from './run.js';

const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  folder: process.cwd(),
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
};

// Whoever reads a pipe may stop, as `head` does: nothing is wrong with that.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.fine);
});

try {
  process.exitCode = await run(process.argv.slice(2), io);
} catch (error) {
  process.stderr.write(bugText(error));
  process.exitCode = EXIT.bug;
}
