import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { built, finished, nextWord, started } from './built.js';
import { folderWith } from './ran.js';

const SMALL = '{"id":"small","parties":{"a":{},"b":{}},"terms":{},"positions":{}}';

// What only a process of its own can show: signals, pipes that are closed, and how it ends.
describe('the program as a process', { timeout: 120_000 }, () => {
  const bin = built();

  it('ends well where whoever reads its pipe stops, and has kept what it said', async () => {
    const folder = folderWith({ 'small.json': SMALL });
    const show = started(bin.cli, ['show', 'gaza-2024'], folder);
    show.stdout.destroy();
    expect(await finished(show)).toMatchObject({ stderr: '', code: 0, signal: null });

    const step = started(bin.cli, ['step', 'small.json', '--journal', 'small.jsonl', '--json'], folder);
    step.stdin.on('error', () => undefined); // it ends before it has read all of it
    for (let i = 0; i < 500; i++) step.stdin.write('{"type":"days.passed","days":1}\n');
    await nextWord(step);
    step.stdout.destroy();
    step.stdin.end();
    expect(await finished(step)).toMatchObject({ stderr: '', code: 0, signal: null });
    const kept = readFileSync(join(folder, 'small.jsonl'), 'utf8');
    expect(kept.endsWith('}\n')).toBe(true);
    expect(kept.split('\n').length).toBeGreaterThan(2);
  });

  it('ends with 2 where input is wrong, though nobody reads the fault', async () => {
    const bad = started(bin.cli, ['show', 'nothing'], folderWith());
    bad.stderr.destroy();
    bad.stdout.destroy();
    expect((await finished(bad)).code).toBe(2);
  });

  it('interrupted in long work says what it has found by then, and ends with 130', async () => {
    const folder = folderWith();
    const codes: (number | null)[] = [];
    // Later and later: before the work has begun an interruption ends it unheard; after it, it comes too late. How long it
    // takes is the machine's matter, so that this begins again where it came too late before it was heard.
    for (let sweep = 0; sweep < 5 && !codes.includes(130); sweep++) {
      for (let wait = 200; !codes.includes(130); wait += 50) {
        const long = started(bin.cli, ['explain', 'gaza-2024'], folder);
        const ended = finished(long);
        await new Promise((resolve) => setTimeout(resolve, wait));
        long.kill('SIGINT');
        const { stdout, code, signal } = await ended;
        expect(code === null ? signal : code).toSatisfy((one) => one === 'SIGINT' || one === 130 || one === 1);
        if (code === 130) expect(stdout).toContain('it was aborted');
        codes.push(code);
        if (code === 1) break;
      }
    }
    expect(codes).toContain(130);
  });

  it('interrupted while it writes a report leaves the old one whole, and nothing half written', async () => {
    const folder = folderWith({ 'gaza.html': 'the old one' });
    for (const wait of [300, 1500, 3000]) {
      const child = started(bin.cli, ['report', 'gaza-2024', '-o', 'gaza.html'], folder);
      const ended = finished(child);
      await new Promise((resolve) => setTimeout(resolve, wait));
      child.kill('SIGINT');
      const { code } = await ended;
      const text = readFileSync(join(folder, 'gaza.html'), 'utf8');
      expect(text === 'the old one' || /^<!doctype html>[^]*<\/html>\s*$/i.test(text)).toBe(true);
      if (code === 130) expect(text).toMatch(/^<!doctype html>/i);
    }
    expect(existsSync(join(folder, '.gaza.html'))).toBe(false);
  });

  it('ends with 70 where the fault is ours, and says where to tell of it', async () => {
    const folder = folderWith();
    // A bug, put into the process before the program begins.
    const broken = join(folder, 'broken.mjs');
    writeFileSync(broken, `process.stdout.write = () => { throw new Error('made to fail \\u001b[2J'); };\n`);
    const { spawnSync } = await import('node:child_process');
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', broken, bin.cli, 'list'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([70, '']);
    expect(stderr).toContain('This is a bug in sticking-points, and none of yours.');
    expect(stderr).toContain('made to fail');
    expect(stderr).not.toContain('\u001b');
  });
});
