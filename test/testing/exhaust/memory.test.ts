import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

interface Measured {
  readonly states: number;
  readonly counted: number;
  readonly held: number;
}

function measured(...args: readonly string[]): Measured {
  const node = ['--expose-gc', '--conditions=sticking-points:source', '--import', 'tsx'];
  const { stdout, stderr } = spawnSync(process.execPath, [...node, 'test/testing/exhaust/heap.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Measured; // its own line
}

describe('the memory of a walk is counted as no less than it is, and no more than a few times that', () => {
  it.each([
    ['gaza-2024', 'revised'],
    ['gaza-2024', 'as they stand'],
    ['fishing-quota', 'revised'],
    ['labour-contract', 'revised'],
  ])('in %s, positions %s', (id, revised) => {
    const { states, counted, held } = measured(id, revised);
    expect(states).toBe(1000);
    expect(held).toBeGreaterThan(0.5);
    expect(counted / held).toBeGreaterThan(1);
    expect(counted / held).toBeLessThan(5);
  });
});
