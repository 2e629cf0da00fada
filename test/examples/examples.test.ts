import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../support/golden.js';
import { run } from '../support/run.js';

const names = readdirSync(new URL('../../examples', import.meta.url)).filter((file) => /^\d+-.+\.ts$/.test(file));

describe('the examples', () => {
  it('are numbered without a gap', () => {
    expect(names.map((name) => Number(name.slice(0, 2)))).toEqual(names.map((_, i) => i + 1));
  });

  it.each(names)('%s prints what it printed before', (name) => {
    const { stdout, stderr, status } = run('examples/run.mjs', [name.replace(/^\d+-|\.ts$/g, '')]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expectGolden(stdout, `examples/${name.replace('.ts', '.txt')}`);
  });

  it('are found by the beginning of a name', () => {
    const begun = run('examples/run.mjs', ['first-d']);
    expect([begun.status, begun.stderr]).toEqual([0, '']);
    expectGolden(begun.stdout, 'examples/01-first-deal.txt');
  });

  it('are not guessed at where more than one name begins so, or the beginning is empty', () => {
    const name = (file: string) => file.replace(/^\d+-|\.ts$/g, '');
    const counts = new Map<string, number>();
    for (const file of names) counts.set(name(file)[0]!, (counts.get(name(file)[0]!) ?? 0) + 1);
    const [shared] = [...counts].find(([, n]) => n > 1)!;
    const { stderr, status } = run('examples/run.mjs', [shared]);
    expect(status).toBe(2);
    expect(stderr).toContain(`More than one example begins with "${shared}".`);
    expect(run('examples/run.mjs', ['']).status).toBe(2);
  });

  it('lists them where the name is unknown', () => {
    const { stderr, status } = run('examples/run.mjs', ['nothing-of-the-kind']);
    expect(status).toBe(2);
    for (const name of names) expect(stderr).toContain(name.replace(/^\d+-|\.ts$/g, ''));
  });
});

describe('the first deal', () => {
  it('takes no more than 25 lines', () => {
    const text = readFileSync(new URL('../../examples/01-first-deal.ts', import.meta.url), 'utf8');
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(25);
  });
});
