import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Makes `import 'sticking-points'` mean the sources, so that nothing has to be built before a test. */
const SOURCE = 'sticking-points:source';

/** The folders of tests that leave nothing behind in their process, so that one process loads the sources for all of them. */
const TOGETHER = [
  'analysis',
  'assessment',
  'base',
  'laws',
  'library',
  'machine',
  'model',
  'obligations',
  'offers',
].concat(...['positions', 'report', 'review', 'scenario', 'terms', 'testing']);

/** What measures memory in them, loads a solver anew, or runs a vitest of its own. */
const APART = [
  'test/**/*memory*.test.ts',
  ...['analysis/highs', 'analysis/worker', 'testing/vitest-adapter'].map((file) => `test/${file}.test.ts`),
];

const others = readdirSync(`${root}test`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !TOGETHER.includes(entry.name))
  .map(({ name }) => name);
const testsIn = (folders: readonly string[]) => folders.map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  root,
  // Naming any condition drops Vite's own: they are repeated after it.
  resolve: { conditions: [SOURCE, 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: [SOURCE, 'module', 'node', 'development|production'] } },
  test: {
    environment: 'node',
    setupFiles: ['test/support/seed.ts'],
    maxWorkers: '100%',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Type tests: files of their own, read by tsc and never run.
    typecheck: {
      // The flag does not reach projects.
      enabled: !process.argv.includes('--typecheck.enabled=false'),
      include: ['test/**/*.test-d.ts'],
      tsconfig: '.config/tsconfig.type-tests.json',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: testsIn(TOGETHER),
          exclude: APART,
          isolate: false,
          typecheck: { enabled: false },
        },
      },
      { extends: true, test: { name: 'apart', include: [...APART, ...testsIn(others)] } },
    ],
  },
});
