import { defineConfig } from 'tsup';
import { awaitsNoImport } from './.config/awaits-no-import.js';
import { licencesOfTheBundled } from './.config/licences.js';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    scenarios: 'src/scenarios.ts',
    analysis: 'src/analysis.ts',
    testing: 'src/testing.ts',
    vitest: 'src/vitest.ts',
    report: 'src/report.ts',
  },
  format: ['esm', 'cjs'],
  dts: true,
  // Off by default for CJS, where each door would then carry its own copy of every module.
  splitting: true,
  sourcemap: true,
  target: 'node20',
  // The library runs in browsers too, so what is bundled into it may not be the make for node.
  platform: 'neutral',
  esbuildOptions(options) {
    options.mainFields = ['module', 'main'];
  },
  // Small helpers of the report and of saved talks: bundled rather than depended upon.
  noExternal: ['fastest-levenshtein', 'string-width', 'wrap-ansi', '@sindresorhus/fnv1a'],
  plugins: [awaitsNoImport()],
  esbuildPlugins: [licencesOfTheBundled('dist/THIRD-PARTY-LICENSES.txt')],
});
