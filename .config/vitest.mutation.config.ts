import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { LoadingIsATest } from './loading.mutation.js';
import base from './vitest.config.js';

/** What the tests of a folder are beside those of its own name, on which the changes are tried that these do not find. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  terms: ['laws', 'offers', 'positions', 'assessment'],
  positions: ['laws', 'assessment'],
  assessment: ['laws', 'positions'],
  machine: ['model'],
};

const folder = process.env['MUTATED'] ?? '';
const beside = process.env['MUTATION_TESTS'] === 'own' ? [] : (BESIDE[folder] ?? []);

/** The quickest files first, as far as is known, since the first test that fails ends a run. */
class QuickestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const taken = (file: TestSpecification) =>
      this.ctx.cache.getFileTestResults(`${file.project.name}:${relative(this.ctx.config.root, file.moduleId)}`)
        ?.duration ?? 0;
    return Promise.resolve([...files].sort((a, b) => taken(a) - taken(b)));
  }
}

const { projects: _, ...common } = base.test!;

/** The tests that a change to a folder of the sources is tried on, in one process. */
export default {
  ...base,
  test: {
    ...common,
    typecheck: { enabled: false },
    isolate: false, // no test leaves anything behind, and loading everything for each takes longer than running it
    reporters: ['default', new LoadingIsATest()],
    sequence: { sequencer: QuickestFirst },
    setupFiles: [common.setupFiles!, '.config/every-test.mutation.ts'].flat(),
    // It goes through all states of the small scenarios, whatever was changed.
    exclude: ['test/machine/course.test.ts'],
    include: [folder, ...beside].map((name) => `test/${name}/**/*.test.ts`),
  },
};
