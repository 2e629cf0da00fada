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
