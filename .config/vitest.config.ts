import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Makes `import 'sticking-points'` mean the sources, so that nothing has to be built before a test. */
const SOURCE = 'sticking-points:source';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // Naming any condition drops Vite's own: they are repeated after it.
  resolve: { conditions: [SOURCE, 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: [SOURCE, 'module', 'node', 'development|production'] } },
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    maxWorkers: '100%',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Type tests: files of their own, read by tsc and never run.
    typecheck: {
      enabled: true,
      include: ['test/**/*.test-d.ts'],
      tsconfig: '.config/tsconfig.type-tests.json',
    },
  },
});
