import type { Options } from 'tsup';

type Plugin = NonNullable<Options['plugins']>[number];

/**
 * Makes `await import('…')` in the CommonJS half of dist a `require('…')`: CommonJS awaits nothing at the top of a file,
 * where one source loads a package so; the other loads one inside a function, and gets by with either. Lines stay where they are, and the source maps true.
 */
export function awaitsNoImport(): Plugin {
  return {
    name: 'awaits-no-import',
    renderChunk(code, { path }) {
      return path.endsWith('.cjs') ? { code: code.replaceAll('await import(', 'require(') } : undefined;
    },
  };
}
