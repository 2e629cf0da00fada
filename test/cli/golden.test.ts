import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJson } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../support/golden.js';
import { folderWith, ran, tooWide } from './ran.js';

/** Each command on the shipped scenario, and what it ends with. */
const COMMANDS: readonly (readonly [name: string, args: readonly string[], exit: number])[] = [
  ['list', ['list'], 0],
  ['show', ['show', 'gaza-2024'], 0],
  ['show-january', ['show', 'gaza-2024', '--as-of', '2024-01-28', '--all'], 0],
  ['validate', ['validate', 'gaza.json'], 0],
  ['assess', ['assess', 'gaza-2024', '--as-of', '2024-02-23'], 1],
  ['assess-all', ['assess', 'gaza-2024', 'P5', '--all'], 1],
  ['explain', ['explain', 'gaza-2024', 'P5', '--as-of', '2024-02-23', '--reading', 'HA-endOfWar=b'], 1],
  ['explain-offers', ['explain', 'gaza-2024', '--concessions', '3'], 1],
  ['bridge', ['bridge', 'gaza-2024', 'P5', '--keep', 'HA-prisoners', 'IL-category'], 0],
  ['bridge-none', ['bridge', 'gaza-2024', 'P5'], 1],
  ['diff', ['diff', 'gaza-2024', 'P4a', 'P5'], 1],
  ['schedule', ['schedule', 'orchard.yaml', 'draft', '--anchor', 'start=2031-04-01'], 0],
  ['review', ['review', 'orchard.yaml', 'draft'], 1],
  ['check', ['check', 'gaza-2024', 'P5', 'P6', '--properties', 'laws.yaml', '--runs', '20'], 1],
  ['step', ['step', 'gaza-2024', '--start', 'talks', '--events', 'events.yaml'], 1],
  ['init', ['init', 'lake.yaml'], 0],
];

const orchard = readFileSync(new URL('../../examples/files/orchard.yaml', import.meta.url), 'utf8');

const FILES = {
  'orchard.yaml': orchard,
  'deal.yaml': orchard,
  'gaza.json': toJson(gaza2024()),
  'laws.yaml':
    "- condition: { kind: compare, of: hostages, op: '>=', line: 1 }\n- { law: somethingDueWithin, days: 60 }\n",
  'events.yaml': `- { type: offer.tabled, offer: P5 }
- { type: answer.declared, party: hamas, answer: rejects, because: It falls short. }
- undo
- { type: offer.withdrawn, offer: P6 }
- { type: offer.tabled, offer: P6, on: '2024-02-20' }
- { type: days.passed, days: 2 }
`,
};

describe('what each command prints of the shipped scenario', () => {
  it.each(COMMANDS)('%s', async (name, args, exit) => {
    const { stdout, stderr, exit: ended } = await ran(args, { folder: folderWith(FILES) });
    expect([stderr, ended]).toEqual(['', exit]);
    expect(tooWide(stdout)).toEqual([]);
    expect(stdout).not.toContain('\u001b');
    expectGolden(stdout, `cli/${name}.txt`);
  });

  it.each(COMMANDS)('%s, with --json: plain data and the same code', async (name, args, exit) => {
    const { stdout, stderr, exit: ended } = await ran([...args, '--json'], { folder: folderWith(FILES) });
    expect([stderr, ended]).toEqual(['', exit]);
    // Of talks, one value a line, as they come.
    const texts = name === 'step' ? stdout.trimEnd().split('\n') : [stdout];
    const values = texts.map((text) => JSON.parse(text) as unknown);
    expect(values.every((value) => typeof value === 'object' && value !== null)).toBe(true);
  });

  it('init writes a file and its schema', async () => {
    const folder = folderWith();
    await ran(['init', 'lake.yaml', '--as-of', '2031-05'], { folder });
    const written = readFileSync(join(folder, 'lake.yaml'), 'utf8');
    expect(written.split('\n')[0]).toBe('# yaml-language-server: $schema=./sticking-points.schema.json');
    expect(written).toContain("date: '2031-05'");
    expectGolden(written, 'cli/lake.yaml');
  });
});

describe('help', () => {
  const names = [
    'list',
    'show',
    'validate',
    'assess',
    'explain',
    'bridge',
    'diff',
    'schedule',
    'review',
    'report',
    'check',
    'init',
    'step',
  ];

  it('names every command', async () => {
    const { stdout, exit } = await ran(['--help']);
    expect(exit).toBe(0);
    expectGolden(stdout, 'cli/help.txt');
    expect([...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name)).toEqual(names);
    expect((await ran([])).stdout).toBe(stdout);
  });

  it.each(names)('of %s shows an example, --json, --as-of, and fits 80 columns', async (name) => {
    const { stdout, stderr, exit } = await ran([name, '--help']);
    expect([stderr, exit]).toEqual(['', 0]);
    expect(stdout).toMatch(new RegExp(`\nExample:\n(.*\n)*? +sticking-points ${name}`));
    for (const option of ['--json', '--as-of <date>', '-h, --help']) expect(stdout).toContain(option);
    expect(tooWide(stdout)).toEqual([]);
    expectGolden(stdout, `cli/help/${name}.txt`);
  });

  it.each(names)('of %s: the example runs', async (name) => {
    const { stdout } = await ran([name, '--help']);
    const example = stdout.split('\nExample:\n')[1]!.split('\n\n')[0]!;
    const [, args = ''] = /^ +sticking-points (.*)$/m.exec(example)!;
    const folder = folderWith({ ...FILES, 'laws.yaml': FILES['laws.yaml'] });
    if (name !== 'init') await ran(['init', 'lake.yaml'], { folder });
    const { stderr, exit } = await ran(args.split(' '), { folder });
    expect(stderr).toBe('');
    expect([0, 1]).toContain(exit);
  });
});
