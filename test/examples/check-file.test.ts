import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJson } from 'sticking-points';
import { fishingQuota } from 'sticking-points/scenarios';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, type Run } from '../support/run.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('the guide that asks laws of a file', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'check-file-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const ran = (...files: readonly string[]): Run =>
    run('examples/guides/check-file.ts', files, {
      NODE_OPTIONS: '--conditions=sticking-points:source --import tsx',
    });

  function checked(text: string, name = 'deal.json'): Run {
    const file = join(folder, name);
    writeFileSync(file, text);
    return ran(file);
  }

  it('is started as the guide says, with nothing built', () => {
    const guide = readFileSync(join(ROOT, 'examples/guides/property-testing.md'), 'utf8');
    const [, printed = ''] = /^```sh\n(.* examples\/guides\/check-file\.ts my-deal\.yaml)$/m.exec(guide) ?? [];
    const [command, ...args] = printed.split(' ');
    expect(command).toBe('node');
    const file = join(folder, 'my-deal.yaml');
    writeFileSync(
      file,
      'id: x\nparties: { a: {} }\nterms: {}\npositions: {}\noffers: { calm: { known: full, phases: [{ length: { length: 10, unit: days } }] } }\n',
    );
    const { NODE_OPTIONS: _, ...env } = process.env;
    const { status, stderr } = spawnSync(process.execPath, args.with(-1, file), { cwd: ROOT, env, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  it('ends with 1 where there is no offer, and says so', () => {
    const { stdout, stderr, status } = checked('id: x\nparties: { a: {} }\nterms: {}\npositions: {}\n', 'none.yaml');
    expect([status, stderr, stdout]).toEqual([1, '', 'There is no offer in it to ask laws of: write one.\n']);
  });

  it('ends with 1 where something is broken, and names it', () => {
    const { stdout, stderr, status } = checked(toJson(fishingQuota()));
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^south-draft\n {2}(held|broken): something falls due within any 60 days$/m);
  });

  it('ends with 0 where nothing is', () => {
    const offers =
      '"offers": { "calm": { "known": "full", "phases": [{ "length": { "length": 10, "unit": "days" } }] } }';
    expect(checked(`{ "id": "x", "parties": { "a": {} }, "terms": {}, "positions": {}, ${offers} }`).status).toBe(0);
  });

  it('ends with 1 where nobody can tell: that has not held', () => {
    const scenario = {
      id: 'open',
      parties: { a: {} },
      terms: { x: { kind: 'quantity', unit: 'units', scope: 'phase', bounds: { most: 10 } } },
      counts: { held: { label: 'held' } },
      space: { phases: 1, days: 300 },
      positions: {},
      invariants: {
        norm: {
          title: 'never more than held',
          condition: { kind: 'compare', of: 'x', op: '<=', line: { wording: 'all', of: { count: 'held' } } },
        },
      },
      offers: { o: { terms: { x: 5 }, phases: [{ length: { length: 30, unit: 'days' } }] } },
    };
    const { stdout, status } = checked(JSON.stringify(scenario));
    expect(stdout).toContain('  undetermined: never more than held\n');
    expect(stdout).not.toContain('broken');
    expect(status).toBe(1);
  });

  it('reads YAML as well', () => {
    const { stdout, stderr, status } = ran('examples/files/orchard.yaml');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^ {2}(held|broken|undetermined): /m);
    expect(status).toBe(/^ {2}(broken|undetermined)/m.test(stdout) ? 1 : 0);
  });

  it.each([
    ['JSON cut off', () => checked('{ "id": 5')],
    ['YAML that is none', () => checked('id: [', 'deal.yaml')],
    ['YAML of something else', () => checked('- 5', 'deal.yml')],
    ['no file', () => ran()],
  ])('ends with 2 for what is no scenario: %s', (_, result) => {
    const { stdout, stderr, status } = result();
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
  });

  it('says once that a file is missing', () => {
    const { stderr, status } = ran(join(folder, 'none.json'));
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Error: ENOENT[^\n]*\n$/);
  });
});
