import { transformSync } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyWith, mutated, ROOT } from './apply.js';
import { MUTATIONS } from './list.js';
import type { Mutation } from './mutation.js';

const textOf = ({ file }: Mutation) => readFileSync(join(ROOT, file), 'utf8');

describe('the flaws to plant', () => {
  it('are at least forty, each with an id and a sentence of its own', () => {
    expect(MUTATIONS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(MUTATIONS.map(({ id }) => id)).size).toBe(MUTATIONS.length);
    expect(new Set(MUTATIONS.map(({ what }) => what)).size).toBe(MUTATIONS.length);
    for (const { what } of MUTATIONS) expect(what).toMatch(/^[A-Z].*\.$/);
  });

  it.each(MUTATIONS.map((mutation) => [mutation.id, mutation] as const))('%s has its place, once', (_, mutation) => {
    const text = textOf(mutation);
    const flawed = mutated(text, mutation);
    expect(mutation.file).toMatch(/^src\/.+\.ts$/);
    expect(flawed).not.toBe(text);
    // Without types, so that it is the code that differs, and not a comment; and it must be code still.
    const code = (source: string) => transformSync(source, { loader: 'ts', minify: true }).code;
    expect(code(flawed)).not.toBe(code(text));
  });
});

describe('planting a flaw', () => {
  const [first] = MUTATIONS;

  it('needs its place to be there exactly once', () => {
    expect(() => mutated('nothing of it', first!)).toThrow(/stands 0 times/);
    expect(() => mutated(first!.find + first!.find, first!)).toThrow(/stands 2 times/);
    expect(() => copyWith({ ...first!, find: 'what stands nowhere' })).toThrow(/stands 0 times/);
  });

  it('takes dollar signs in a replacement as they are', () => {
    expect(mutated('a', { ...first!, find: 'a', replace: '$& $1 $$' })).toBe('$& $1 $$');
  });

  it('changes a copy only, and leaves none behind', () => {
    const before = textOf(first!);
    const { folder, remove } = copyWith(first);
    expect(readFileSync(join(folder, first!.file), 'utf8')).toBe(mutated(before, first!));
    expect(textOf(first!)).toBe(before);
    remove();
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(join(ROOT, 'node_modules', 'vitest'))).toBe(true);
  });
});
