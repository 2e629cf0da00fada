import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toJson } from 'sticking-points';
import { fishingQuota } from 'sticking-points/scenarios';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, type Run } from '../support/run.js';

describe('the guide that asks laws of a file', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'check-file-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function checked(text: string | undefined): Run {
    const file = join(folder, 'deal.json');
    if (text !== undefined) writeFileSync(file, text);
    const options = '--conditions=sticking-points:source --import tsx';
    return run('examples/guides/check-file.ts', text === undefined ? [] : [file], { NODE_OPTIONS: options });
  }

  it('ends with 1 where something is broken, and names it', () => {
    const { stdout, stderr, status } = checked(toJson(fishingQuota()));
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^south-draft\n {2}(held|broken): something falls due within any 60 days$/m);
  });

  it('ends with 0 where nothing is', () => {
    expect(checked('{ "id": "x", "parties": { "a": {} }, "terms": {}, "positions": {} }').status).toBe(0);
  });

  it.each([['{ "id": 5'], [undefined]])('ends with 2 for what is no scenario: %s', (text) => {
    const { stdout, stderr, status } = checked(text);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
  });
});
