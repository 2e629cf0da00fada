import { defineConfig, type Options } from 'tsup';
import { awaitsNoImport } from './.config/awaits-no-import.js';
import { builtinsByImport } from './.config/builtins-by-import.js';
import { licencesOfTheBundled } from './.config/licences.js';

const doors = {
  index: 'src/index.ts',
  scenarios: 'src/scenarios.ts',
  analysis: 'src/analysis.ts',
  testing: 'src/testing.ts',
  vitest: 'src/vitest.ts',
  report: 'src/report.ts',
};

const both: Options = {
  // Off by default for CJS, where each door would then carry its own copy of every module.
  splitting: true,
  sourcemap: true,
  target: 'node20',
  // The library runs in browsers too, so what is bundled into it may not be the make for node.
  platform: 'neutral',
  // `node:events` stays so called: builtinsByImport looks for it, and nothing else may be meant.
  removeNodeProtocol: false,
  esbuildOptions(options) {
    options.mainFields = ['module', 'main'];
  },
  // Small helpers of the report and of saved talks: bundled rather than depended upon.
  noExternal: ['fastest-levenshtein', 'string-width', 'wrap-ansi', '@sindresorhus/fnv1a'],
};

/** What the command line needs beside them: bundled into it, so that those who import the library do not carry it. */
const ofTheCommandLine = ['commander', 'picocolors', 'yaml', '@clack/prompts'];

export default defineConfig([
  { ...both, entry: doors, format: ['esm', 'cjs'], dts: true, plugins: [awaitsNoImport()] },
  {
    ...both,
    // The command line is a program and no door: an ES module alone, with files of its own, so that the doors' stay small.
    entry: { cli: 'src/cli/bin.ts' },
    format: 'esm',
    sourcemap: false,
    noExternal: [...(both.noExternal ?? []), ...ofTheCommandLine],
    esbuildPlugins: [builtinsByImport(), licencesOfTheBundled('dist/THIRD-PARTY-LICENSES.txt')],
  },
]);
