// Puts the tests of the folder that is changed, and those beside it, into one file together with the sources.
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The tests that a change to a folder is tried on, beside those of its own name. */
const BESIDE = {
  terms: ['laws', 'offers', 'positions', 'assessment'],
  positions: ['laws', 'assessment', 'terms', 'offers'],
  assessment: ['laws', 'positions', 'offers', 'machine/follow-up', 'machine/settles', 'testing/arbitraries/standing'],
  machine: ['model', 'obligations', 'laws'],
};

/** What needs a page, or goes through all states of the small scenarios, or works for seconds before its first test. */
const WITHOUT = ['/machine/react.test.ts', '/machine/course.test.ts', '/machine/laws.test.ts'];

const folder = process.env['MUTATED'];
const all = readdirSync('test', { recursive: true })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `./test/${file}`)
  .filter((file) => !WITHOUT.some((name) => file.endsWith(name)));
const testsOf = (name) => all.filter((file) => new RegExp(`^./test/${name}[/.]`).test(file));
const files = [folder, ...(BESIDE[folder] ?? [])].flatMap(testsOf);

/** What loads fast-check only if it is there cannot be part of one file: here it is there. */
const withFastCheck = {
  name: 'with-fast-check',
  setup(build) {
    build.onLoad({ filter: /src\/testing\/fast-check\.ts$/ }, () => ({
      contents: `export * as fc from 'fast-check';`,
      resolveDir: process.cwd(),
    }));
  },
};

/** In one file, each would be where that is. */
const withPlaces = {
  name: 'with-places',
  setup(build) {
    build.onLoad({ filter: /\/test\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

await build({
  stdin: {
    contents: [
      `import fc from 'fast-check';`,
      `import { inFile } from './.config/mutation/vitest.mjs';`,
      // No import, which would be dropped: the package says that its files do nothing by being loaded.
      `require('./test/support/seed.ts');`,
      // That it fails is enough.
      `fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });`,
      ...files.map((file) => `inFile(${JSON.stringify(file)}, () => require(${JSON.stringify(file)}));`),
    ].join('\n'),
    resolveDir: process.cwd(),
    loader: 'js',
  },
  outfile: 'tests.mutation.cjs',
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  conditions: ['sticking-points:source', 'module', 'node', 'production'],
  alias: { vitest: './.config/mutation/vitest.mjs' },
  external: ['highs'],
  plugins: [withFastCheck, withPlaces],
  logLevel: 'error',
});
