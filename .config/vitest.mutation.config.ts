import base from './vitest.config.js';

/** What the tests of a folder are beside those of its own name. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  terms: ['laws', 'offers', 'positions', 'assessment'],
  positions: ['laws', 'assessment'],
  assessment: ['laws', 'positions'],
  machine: ['model'],
};

const folder = process.env['MUTATED'] ?? '';

/** The tests that a change to a folder of the sources is tried on: those next to it, in one process each. */
export default {
  ...base,
  test: {
    ...base.test,
    typecheck: { enabled: false },
    isolate: false, // no test leaves anything behind, and loading everything for each takes longer than running it
    // It goes through all states of the small scenarios, whatever was changed.
    exclude: ['test/machine/course.test.ts'],
    include: [folder, ...(BESIDE[folder] ?? [])].map((name) => `test/${name}/**/*.test.ts`),
  },
};
