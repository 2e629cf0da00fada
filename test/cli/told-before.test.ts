import { once } from 'node:events';
import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { readJournal } from '../../src/cli/step/journal.js';
import { folderWith } from './ran.js';

const SMALL = '{"id":"small","parties":{"a":{},"b":{}},"terms":{},"positions":{}}';
const DAYS = Array.from({ length: 30 }, (_, i) => `${JSON.stringify({ type: 'days.passed', days: i + 1 })}\n`).join('');

/** Takes a text only when it is told to. */
class Reader extends Writable {
  readonly texts: string[] = [];
  private taken: (() => void) | undefined;

  override _write(chunk: Buffer, _: BufferEncoding, taken: () => void): void {
    this.texts.push(String(chunk));
    this.taken = taken;
    this.emit('given');
  }

  /** Takes what it has been given, and waits for more. */
  async more(): Promise<void> {
    const given = once(this, 'given');
    this.taken?.();
    await given;
    // Whatever would go on without waiting goes on now.
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

describe('a script whose output nobody takes', () => {
  it.each([[[]], [['--json']]])('does no event before the last has been told (%j)', async (options) => {
    const folder = folderWith({ 'small.json': SMALL });
    const stdout = new Reader();
    const ended = run(['step', 'small.json', '--journal', 'small.jsonl', ...options], {
      stdin: Readable.from([DAYS]),
      stdout,
      stderr: new PassThrough(),
      env: {},
      folder,
      interruptible: (work) => work(new AbortController().signal),
    });
    await once(stdout, 'given');
    for (let told = 1; told < 30; told++) {
      expect(stdout.texts.length).toBe(told);
      expect(readJournal(folder, 'small.jsonl').entries.length).toBe(told);
      await stdout.more();
    }
    await stdout.more();
    expect(stdout.texts.length).toBe(31);
    stdout.more().catch(() => undefined);
    expect(await ended).toBe(0);
  });
});
