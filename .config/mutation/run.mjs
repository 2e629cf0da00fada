// Runs the tests on one change, which Stryker names in the environment, until one fails. Without a change, it notes how long
// each takes and which changes it reaches: on a change those are run that reach it, first the files that have found most
// so far for the time that they take, above all of changes nearby. Only those files are loaded, since some work out a good deal before their first test.
// A change that has outlived MOST_SECONDS of tests, by the processor's time, counts as found by none: what else the machine
// does makes no difference.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';

const BUNDLE = 'tests.mutation.cjs';
const CACHE = 'tests.mutation.cache';
const NOTES = 'tests.mutation.json';
const FOUND = 'tests.mutation.found';
/** How many changes before and after one are looked at for what found them. */
const NEARBY = 12;
const MOST_SECONDS = Number(process.env['MOST_SECONDS'] ?? 12);

/** How long this process has worked, in milliseconds. */
function worked() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The files of tests: what node has made of the one that holds all is kept, since that takes longer than most tests. */
function load() {
  const source = `(function (require, module, exports) {${readFileSync(BUNDLE, 'utf8')}\n})`;
  const cachedData = existsSync(CACHE) ? readFileSync(CACHE) : undefined;
  const script = new Script(source, { filename: BUNDLE, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(createRequire(import.meta.url), module, module.exports);
  return { script, files: globalThis.filesOfTests };
}

const change = process.env['__STRYKER_ACTIVE_MUTANT__'];
const { script, files } = load();
const stryker = (globalThis.__stryker__ ??= {});

/** What something takes, in milliseconds, which changes it reaches, what it returns, and why it fails, if it does. */
async function noted(id, done) {
  stryker.currentTestId = id;
  const begun = worked();
  let returned, failure;
  try {
    returned = await done();
  } catch (error) {
    failure = String(error?.stack ?? error);
  }
  const reaches = Object.keys(stryker.mutantCoverage?.perTest?.[id] ?? {});
  return { returned, failure, note: { taken: worked() - begun, fails: failure !== undefined, reaches } };
}

async function note() {
  const notes = [];
  let [failures, tried] = [0, 0];
  for (const { name, tests } of files) {
    const loading = await noted(name, tests);
    if (loading.failure) throw new Error(`${name} does not load:\n${loading.failure}`);
    const each = [];
    for (const [i, test] of loading.returned.entries()) {
      const { failure, note } = await noted(`${name} ${i}`, test.run);
      each.push(note);
      tried++;
      if (failure === undefined) continue;
      failures++;
      console.error(`${name} > ${test.name} fails without any change, and is left out:\n${failure}`);
    }
    notes.push({ ...loading.note, each });
  }
  // Some find too little where laws are tried seldom, or want failures made small. Were it many, something else is wrong.
  if (failures > tried / 20) process.exit(1);
  writeFileSync(NOTES, JSON.stringify(notes));
  // With what was compiled on the way.
  writeFileSync(CACHE, script.createCachedData());
}

async function tryChange() {
  const notes = JSON.parse(readFileSync(NOTES, 'utf8'));
  const foundBy = {};
  if (existsSync(FOUND)) {
    for (const line of readFileSync(FOUND, 'utf8').split('\n')) {
      const [f, other] = line.split('\t');
      // Changes are numbered as they lie in the sources: what found one nearby most likely finds this one too.
      const worth = Math.abs(Number(other) - Number(change)) <= NEARBY ? 50 : 1;
      foundBy[f] = (foundBy[f] ?? 0) + worth;
    }
  }
  const until = worked() + MOST_SECONDS * 1000;
  const tried = files.flatMap(({ name, tests }, f) => {
    const { taken, reaches, each } = notes[f];
    const reached = each.map((n) => !n.fails && (reaches.includes(change) || n.reaches.includes(change)));
    const cost = each.reduce((sum, n, i) => (reached[i] ? sum + n.taken : sum), taken);
    return reached.includes(true) ? [{ name, tests, reached, worth: (1 + (foundBy[name] ?? 0)) / (20 + cost) }] : [];
  });
  for (const { name, tests, reached } of tried.sort((a, b) => b.worth - a.worth)) {
    if (worked() > until) return;
    const loading = await noted(name, tests);
    if (loading.failure) return failed(name, `does not load: ${loading.failure}`);
    for (const [i, test] of loading.returned.entries()) {
      if (!(reached[i] ?? true)) continue;
      const { failure } = await noted(`${name} ${i}`, test.run);
      if (failure !== undefined) return failed(name, `${test.name} fails: ${failure}`);
      if (worked() > until) return;
    }
  }
}

function failed(name, how) {
  console.log(`${name}: ${how}`);
  appendFileSync(FOUND, `${name}\t${change}\n`);
  process.exit(1);
}

await (change === undefined ? note() : tryChange());
