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
  esbuildOptions(options) {
    options.mainFields = ['module', 'main'];
  },
  // Small helpers of reports and of saved talks, and what the command line needs: bundled rather than depended upon.
  noExternal: [
    'fastest-levenshtein',
    'string-width',
    'wrap-ansi',
    '@sindresorhus/fnv1a',
    'commander',
    'picocolors',
    'yaml',
    '@clack/prompts',
  ],
};

export default defineConfig([
  {
    ...both,
    // The command line is a program and no door: an ES module alone, without declarations. It shares the doors' files.
    entry: { ...doors, cli: 'src/cli/bin.ts' },
    format: 'esm',
    dts: { entry: doors },
    esbuildPlugins: [builtinsByImport(), licencesOfTheBundled('dist/THIRD-PARTY-LICENSES.txt')],
  },
  { ...both, entry: doors, format: 'cjs', dts: true, plugins: [awaitsNoImport()] },
]);
