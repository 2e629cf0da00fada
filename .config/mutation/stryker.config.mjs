// npm run mutation -- terms (or positions, assessment, machine): changes the sources of one folder in small ways, one at a
// time, and runs the tests on each change. What no test finds is listed, and why each of those is equivalent or accepted is
// for test/mutants/survivors.md. It takes an hour or so a folder, and is no part of `.ci/run`.
const folder = process.env['MUTATED'];
if (folder === undefined) throw new Error('Say which folder of src is to be changed: npm run mutation -- terms');

export default {
  packageManager: 'npm',
  mutate: [`src/${folder}/**/*.ts`],
  // The tests in one file, loaded anew for every change: nothing that is held in memory outlives one, and it starts at once.
  testRunner: 'command',
  buildCommand: 'node .config/mutation/bundle.mjs',
  commandRunner: { command: 'node .config/mutation/run.mjs' },
  // Of sentences, tests look for what matters in them, and not for each word.
  mutator: { excludedMutations: ['StringLiteral'] },
  concurrency: 2,
  // No try goes on for longer than run.mjs lets it, but for its last test, and for what other work beside it takes.
  timeoutMS: 60_000,
  timeoutFactor: 0,
  // The first run notes what each test reaches, one after the other, and shares the machine.
  dryRunTimeoutMinutes: 60,
  tempDirName: 'node_modules/.cache/stryker',
  incremental: true,
  incrementalFile: `node_modules/.cache/stryker-${folder}.json`,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  jsonReporter: { fileName: `node_modules/.cache/mutation-${folder}.json` },
  thresholds: { high: 95, low: 85, break: 85 },
};
