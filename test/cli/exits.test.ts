import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { folderWith, ran, tooWide } from './ran.js';

const LAKE = `id: lake
parties: { north: {}, south: {} }
terms:
  catch: { kind: quantity, unit: tonnes, bounds: { most: 100 } }
positions:
  enough: { party: north, rigidity: demand, condition: { kind: compare, of: catch, op: '>=', line: 40 } }
  limit: { party: south, rigidity: demand, condition: { kind: compare, of: catch, op: '<=', line: 60 } }
offers:
  good: { terms: { catch: 50 } }
  low: { terms: { catch: 30 } }
`;
const files = {
  'lake.yaml': LAKE,
  'none.yaml': LAKE.replace('line: 60', 'line: 20'),
  'broken.yaml': 'id: [',
  'silent.yaml': `${LAKE.split('offers:')[0]!}offers: {}\n`,
};

describe('the code that a run ends with', () => {
  it.each([
    [0, 'assess lake.yaml good'],
    [0, 'assess lake.yaml'],
    [1, 'assess lake.yaml low'],
    [1, 'assess none.yaml'],
    [0, 'explain lake.yaml'],
    [0, 'explain lake.yaml good'],
    [1, 'explain lake.yaml low'],
    [1, 'explain none.yaml'],
    [0, 'bridge lake.yaml low'],
    [1, 'bridge none.yaml low'],
    [0, 'diff lake.yaml low low'],
    [1, 'diff lake.yaml low good'],
    [0, 'check lake.yaml good'],
    [1, 'check silent.yaml'],
    [0, 'report lake.yaml -o lake.html'],
    [0, 'report lake.yaml -o lake.md --no-analysis'],
    [0, 'list'],
    [0, 'list --as-of 2024-01'],
    [0, '--version'],
    [2, 'validate broken.yaml'],
    [2, 'validate missing.yaml'],
    [2, 'show nothing'],
    [2, 'show lake.yaml --as-of yesterday'],
    [2, 'assess lake.yaml third'],
    [2, 'explain lake.yaml third'],
    [2, 'explain lake.yaml --reading enough'],
    [2, 'explain lake.yaml --reading enough=other'],
    [2, 'explain lake.yaml --seconds soon'],
    [2, 'bridge lake.yaml low --keep nothing'],
    [2, 'check lake.yaml third'],
    [2, 'check lake.yaml --among nothing'],
    [2, 'report lake.yaml'],
    [2, 'report lake.yaml -o nowhere/lake.html'],
    [2, 'report lake.yaml -o . --no-analysis'],
    [2, 'report lake.yaml -o /dev/null/lake.html --no-analysis'],
    [2, 'report lake.yaml -o /proc/lake.html --no-analysis'],
    [2, 'init /proc/lake.yaml'],
    [2, 'step lake.yaml --journal /proc/lake.jsonl'],
    [2, 'step lake.yaml --journal .'],
    [2, 'report lake.yaml -o lake.html --view nobody'],
    [2, 'init lake.yaml'],
    [2, 'init nowhere/lake.yaml'],
    [2, 'step lake.yaml --events missing.yaml'],
    [2, 'step lake.yaml --answers perhaps'],
    [2, 'step lake.yaml --from lake.yaml'],
    [2, 'step lake.yaml --journal lake.yaml'],
    [2, 'nothing'],
    [2, 'list --nothing'],
    [2, 'show'],
  ])('is %i for: %s', async (exit, command) => {
    const { stdout, stderr, exit: ended } = await ran(command.split(' '), { folder: folderWith(files) });
    expect([stderr, ended]).toEqual([exit === 2 ? expect.stringMatching(/./) : '', exit]);
    if (exit === 2) expect(stdout).toBe('');
    expect(tooWide(stdout + stderr)).toEqual([]);
  });

  it('is 130 for what was interrupted, which still says what was proved by then', async () => {
    const { stdout, exit } = await ran(['explain', 'gaza-2024', 'P5'], { aborted: true });
    expect(exit).toBe(130);
    expect(stdout).toContain('it was aborted');
  });

  it('a report is one file, whole, of the kind that its name says, and none where there is a fault', async () => {
    const folder = folderWith(files);
    await ran(['report', 'lake.yaml', '-o', 'lake.html', '--no-analysis'], { folder });
    expect(readFileSync(join(folder, 'lake.html'), 'utf8')).toMatch(/^<!doctype html>[^]*<\/html>\s*$/i);
    await ran(['report', 'lake.yaml', '-o', 'lake.md', '--no-analysis'], { folder });
    expect(readFileSync(join(folder, 'lake.md'), 'utf8')).toMatch(/^# /);
    await ran(['report', 'broken.yaml', '-o', 'broken.html'], { folder });
    expect(readdirSync(folder).filter((name) => name.includes('broken.html'))).toEqual([]);
  });

  it('wrong input is told as data where data was asked for', async () => {
    const { stdout, stderr, exit } = await ran(['validate', 'broken.yaml', '--json'], { folder: folderWith(files) });
    expect([stderr, exit]).toEqual(['', 2]);
    expect(JSON.parse(stdout)).toMatchObject({ faults: [{ code: 'file/not-yaml', file: 'broken.yaml', line: 1 }] });
  });

  it.each([
    'show gaza-2024 --as-of 2024-02-30',
    'show --json',
    'list --nothing',
    'nothing',
    'explain gaza-2024 --seconds soon',
    'check gaza-2024 --among nothing',
  ])('words that are no command are told as data too: %s', async (command) => {
    const { stdout, stderr, exit } = await ran([...command.split(' '), '--json'], { folder: folderWith(files) });
    expect([stderr, exit]).toEqual(['', 2]);
    const { faults } = JSON.parse(stdout) as { faults: readonly { code: string; message: string }[] };
    expect(faults.map(({ code }) => code)).toEqual(['cli/usage']);
    expect(faults[0]?.message).toMatch(/'/);
    expect((await ran(command.replace(' --json', '').split(' '))).stderr).toMatch(/^error: /);
  });

  it('a name is a shipped scenario first, and a file where it looks like one', async () => {
    const folder = folderWith({ 'gaza-2024': LAKE, lake: LAKE });
    expect((await ran(['show', 'gaza-2024'], { folder })).stdout).toContain('Hamas');
    expect((await ran(['show', './gaza-2024'], { folder })).stdout).toContain('lake');
    expect((await ran(['show', 'lake'], { folder })).exit).toBe(0);
  });
});

describe('a file that cannot be written', () => {
  it('leaves what was there, and nothing half written', async () => {
    const folder = folderWith({ 'lake.yaml': LAKE });
    const { exit } = await ran(['init', 'lake.yaml'], { folder });
    expect(exit).toBe(2);
    expect(readdirSync(folder)).toEqual(['lake.yaml']);
  });

  it('fork takes the place of no file', async () => {
    const folder = folderWith({ 'lake.yaml': LAKE });
    const stdin = '{"type":"offer.tabled","offer":"low"}\nfork lake.yaml\n';
    const { stderr, exit } = await ran(['step', 'lake.yaml'], { folder, stdin });
    expect([exit, existsSync(join(folder, 'lake.yaml'))]).toEqual([2, true]);
    expect(stderr).toContain('cli/file-exists');
  });
});

describe('a terminal', () => {
  it('has colours, a pipe has none, and NO_COLOR takes them away', async () => {
    const colours = '\u001b[';
    expect((await ran(['assess', 'gaza-2024', 'P5'], { columns: 80 })).stdout).toContain(colours);
    expect((await ran(['assess', 'gaza-2024', 'P5'])).stdout).not.toContain(colours);
    for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
      expect((await ran(['assess', 'gaza-2024', 'P5'], { columns: 80, env })).stdout).not.toContain(colours);
    }
    for (const env of [{ CI: 'true' }, { FORCE_COLOR: '1' }]) {
      expect((await ran(['assess', 'gaza-2024', 'P5'], { env })).stdout).not.toContain(colours);
    }
  });

  it('that is narrow gets narrow lines', async () => {
    const { stdout } = await ran(['show', 'gaza-2024'], { columns: 60, env: { NO_COLOR: '1' } });
    expect(stdout.split('\n').filter((line) => stringWidth(line) > 60)).toEqual([]);
  });

  it('sees progress of long work on the error stream, which a pipe does not', async () => {
    const { shown } = await import('../../src/cli/progress.js');
    const seen = async (isTTY: boolean) => {
      let text = '';
      await shown({ write: (more) => (text += more), isTTY, columns: 80 }, async (progress) => {
        await new Promise((resolve) => setTimeout(resolve, 350));
        progress.tell('half of it');
      });
      return text;
    };
    expect(await seen(true)).toSatisfy((text: string) => text.includes('half of it') && text.endsWith('\r\u001b[2K'));
    expect(await seen(false)).toBe('');
  });
});

describe('a script of events', () => {
  it('tells of a line that is none with file, line and column', async () => {
    const folder = folderWith({
      'lake.yaml': LAKE,
      'events.jsonl': '# first\n{"type":"offer.tabled","offer":"low"}\n  {"type" 5}\n',
    });
    const { stderr, stdout, exit } = await ran(['step', 'lake.yaml', '--events', 'events.jsonl'], { folder });
    expect(exit).toBe(2);
    expect(stdout).toContain('1. offer.tabled low → talks.blocked');
    expect(stderr).toContain('events.jsonl:3:3: file/not-json');
  });

  it('in YAML tells of an event that is none at its own place', async () => {
    const events = '- { type: offer.tabled, offer: low }\n- type: days.passed\n  days: soon\n';
    const folder = folderWith({ 'lake.yaml': LAKE, 'events.yaml': events });
    const { stderr, exit } = await ran(['step', 'lake.yaml', '--events', 'events.yaml'], { folder });
    expect(exit).toBe(2);
    expect(stderr).toContain('events.yaml:3:9: talks/shape');
    writeFileSync(join(folder, 'events.yaml'), '- undo\n- rest\n');
    expect((await ran(['step', 'lake.yaml', '--events', 'events.yaml'], { folder })).stderr).toContain(
      'events.yaml:2:3',
    );
    writeFileSync(join(folder, 'events.yaml'), 'type: days.passed\n');
    expect((await ran(['step', 'lake.yaml', '--events', 'events.yaml'], { folder })).stderr).toContain('cli/no-script');
  });
});
