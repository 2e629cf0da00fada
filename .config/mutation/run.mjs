// Runs the tests on one change, which Stryker names in the environment, until one fails. Without a change, it notes how long
// each takes and which changes it reaches: on a change those are run that reach it, or all if none does, the quickest first.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { Script } from 'node:vm';

const BUNDLE = 'tests.mutation.cjs';
const CACHE = 'tests.mutation.cache';
const NOTES = 'tests.mutation.json';

/** Defines the tests: what node has made of the file is kept, since that takes longer than most tests. */
function load() {
  const source = `(function (require, module, exports) {${readFileSync(BUNDLE, 'utf8')}\n})`;
  const cachedData = existsSync(CACHE) ? readFileSync(CACHE) : undefined;
  const script = new Script(source, { filename: BUNDLE, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(createRequire(import.meta.url), module, module.exports);
  return { script, tests: globalThis.testsOfMutation };
}

const change = process.env['__STRYKER_ACTIVE_MUTANT__'];
const { script, tests } = load();
const stryker = (globalThis.__stryker__ ??= {});
const coverage = () => stryker.mutantCoverage ?? { static: {}, perTest: {} };

/** Why a test fails, or nothing. */
async function failureOf({ run }) {
  try {
    await run();
    return undefined;
  } catch (error) {
    return String(error?.stack ?? error);
  }
}

async function note() {
  const atLoading = Object.keys(coverage().static);
  const notes = [];
  for (const [i, test] of tests.entries()) {
    stryker.currentTestId = String(i);
    const begun = performance.now();
    const failure = await failureOf(test);
    const taken = performance.now() - begun;
    if (failure) console.error(`${test.name} fails without any change, and is left out:\n${failure}`);
    notes.push({ taken, fails: failure !== undefined, reaches: Object.keys(coverage().perTest[i] ?? {}) });
  }
  // Some find too little where laws are tried seldom, or want failures made small. Were it many, something else is wrong.
  if (notes.filter(({ fails }) => fails).length > 5) process.exit(1);
  writeFileSync(NOTES, JSON.stringify({ atLoading, notes }));
  // With what was compiled on the way.
  writeFileSync(CACHE, script.createCachedData());
  console.log(`${tests.length} tests`);
}

async function tryChange() {
  const { atLoading, notes } = JSON.parse(readFileSync(NOTES, 'utf8'));
  const whole = tests.map((test, i) => ({ test, ...notes[i] })).filter(({ fails }) => !fails);
  const reached = whole.filter(({ reaches }) => reaches.includes(change));
  const tried = atLoading.includes(change) || reached.length === 0 ? whole : reached;
  for (const { test } of tried.sort((a, b) => a.taken - b.taken)) {
    const failure = await failureOf(test);
    if (failure === undefined) continue;
    console.log(`${test.name} fails: ${failure}`);
    process.exit(1);
  }
}

await (change === undefined ? note() : tryChange());
