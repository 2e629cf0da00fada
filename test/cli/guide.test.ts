import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderWith, ran } from './ran.js';

const read = (file: string) => readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8');

describe('the guide to the command line', () => {
  it('is true line by line, in an empty folder', { timeout: 60_000 }, async () => {
    const folder = folderWith();
    const text = read('guides/command-line.md');
    const blocks = [...text.matchAll(/```(sh|yaml|text)\n([^]*?)```/g)].map(([, kind, body]) => ({
      kind,
      body: body!,
    }));
    let printed = '';
    let commands = 0;
    let shown = 0;
    for (const { kind, body } of blocks) {
      if (kind === 'yaml') {
        const [, name] = /^# (\S+)\n/.exec(body)!;
        writeFileSync(join(folder, name!), body);
      } else if (kind === 'text') {
        shown++;
        expect(printed).toContain(body.trimEnd());
      } else {
        printed = '';
        for (const line of body.trimEnd().split('\n')) {
          const args = line.replace(/^npx sticking-points /, '').split(' ');
          const { stdout, stderr, exit } = await ran(args, { folder });
          expect(stderr).toBe('');
          expect(exit, line).not.toBe(2);
          printed += stdout;
          commands++;
        }
      }
    }
    expect([commands, shown]).toEqual([9, 6]);
    expect(existsSync(join(folder, 'sticking-points.schema.json'))).toBe(true);
  });

  it('names only commands that there are', async () => {
    const named = [...read('guides/command-line.md').matchAll(/sticking-points ([a-z]+)/g)].map(([, name]) => name!);
    for (const name of named) expect((await ran([name, '--help'])).exit).toBe(0);
  });
});

describe('the YAML scenario in examples/', () => {
  const folder = fileURLToPath(new URL('../..', import.meta.url));
  const lines = read('files/orchard.yaml').split('\n');
  const commands = lines
    .filter((line) => line.startsWith('#   npx'))
    .map((line) => line.replace(/^# +npx sticking-points /, ''));

  it('is run by the commands that it names, to an agreement', async () => {
    expect(commands.map((command) => command.split(' ')[0])).toEqual(['show', 'assess', 'step', 'schedule', 'review']);
    const ended: number[] = [];
    for (const command of commands) {
      const { stderr, exit } = await ran(command.split(' '), { folder });
      expect(stderr).toBe('');
      ended.push(exit);
    }
    expect(ended).toEqual([0, 1, 0, 0, 1]);
    const { stdout } = await ran(commands[2]!.split(' '), { folder });
    expect(stdout).toContain('→ talks.agreedInPrinciple');
    expect((await ran(commands[3]!.split(' '), { folder })).stdout).toContain('2031-04-22');
  });
});
