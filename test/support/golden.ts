import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** Holds a text against the golden file of that name in test/golden; `npm run golden` rewrites it. */
export function expectGolden(text: string, name: string): void {
  const file = fileURLToPath(new URL(`../golden/${name}`, import.meta.url));
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file), `${name} is missing: npm run golden writes it`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
